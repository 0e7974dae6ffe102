/** Conversations on Discord: the real discord.js against the fake Discord, the real commands on the real dossier. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFloodLimit } from '../../../src/core/chat/flood-limit.ts';
import { brokenCommand, chatForTests, testWords } from '../chat-for-tests.ts';
import { type RunningDiscord, startDiscord } from './start-discord.ts';

/** As a reader sees it: without the backslashes. */
const plain = ({ text }: { readonly text: string }) => text.replaceAll(/\\(?=[^0-9A-Za-z\s])/gu, '');
const pageOf = (answer: { readonly text: string }) => /Page (\d+) of (\d+)/u.exec(answer.text)?.slice(1).map(Number);

/** The button to an answer of many pages. */
const ALL = 'All changes (421)';

describe('questions', () => {
  let bot: RunningDiscord;

  beforeAll(async () => {
    bot = await startDiscord({ chat: { commands: [...chatForTests().commands, brokenCommand], language: testWords } });
    await bot.log.says('Commands registered');
  });
  afterAll(() => bot.stop());

  test.each([
    ['ceasefire', 'Each side says'],
    ['casualties', 'Nothing is added up'],
    ['quotes', 'Latest from each side'],
    ['help', 'How the ceasefire stands'],
    ['about', 'No totals'],
  ])('/%s is answered at once, for everybody', async (name, words) => {
    const answer = await bot.discord.user().slash(name);
    expect(answer).toMatchObject({ ephemeral: false, deferred: false });
    expect(plain(answer)).toContain(words);
  });

  test('in a direct message', async () => {
    const answer = await bot.discord.user({ guildId: null }).slash('ceasefire', { on: '2025-10-20' });
    expect(plain(answer)).toContain('Doha');
  });

  test('through the pages and back, on the same message', async () => {
    const chat = bot.discord.user();
    const first = await chat.presses(await chat.slash('changes', { since: '2025-10-01' }), ALL);
    expect(pageOf(first)?.[0]).toBe(1);
    const second = await chat.presses(first, 'Next ›');
    expect(second.messageId).toBe(first.messageId);
    expect(pageOf(second)?.[0]).toBe(2);
    const back = await chat.presses(second, '‹ Back');
    expect(back.text).toBe(first.text);
  });

  test('a press made twice shows the same page twice', async () => {
    const chat = bot.discord.user();
    const first = await chat.presses(await chat.slash('changes', { since: '2025-10-01' }), ALL);
    const [next] = first.components.flatMap(({ label, customId }) =>
      label === 'Next ›' && customId ? [customId] : [],
    );
    const once = await chat.pressesCustomId(first, next ?? '');
    const twice = await chat.pressesCustomId(first, next ?? '');
    expect(twice.text).toBe(once.text);
    expect(pageOf(twice)?.[0]).toBe(2);
  });

  test('a button to another command', async () => {
    const chat = bot.discord.user();
    const answer = await chat.presses(await chat.slash('ceasefire', { on: '2025-10-20' }), 'Casualty figures');
    expect(plain(answer)).toContain('Nothing is added up');
  });

  test('a name that is not understood, and one that is ambiguous, are told the asker alone', async () => {
    const unknown = await bot.discord.user().slash('quotes', { speaker: 'mujahed' });
    expect(unknown.ephemeral).toBe(true);
    expect(plain(unknown)).toContain('Did you mean');
    const ambiguous = await bot.discord.user().slash('quotes', { side: 'taliban' });
    expect(ambiguous.ephemeral).toBe(true);
  });

  test('what was typed is shown, but never as markup, mention or link', async () => {
    const nasty = '@everyone <@123> [x](https://evil.example) **b** ||s|| <t:0:R>';
    const answer = await bot.discord.user().slash('quotes', { speaker: nasty });
    expect(plain(answer)).toContain(nasty);
    expect(answer.text).not.toMatch(/(?<!\\)(?:[@<[(*|]|:\/\/)/u);
  });

  test('forged and outdated buttons leave the message as it is', async () => {
    const chat = bot.discord.user();
    const answer = await chat.slash('help');
    for (const forged of ['nonsense', 'quotes;0;#gone', 'owner;0;x=1', 'help;9999;']) {
      const said = await chat.pressesCustomId(answer, forged);
      const isHelp = said.messageId === answer.messageId;
      expect(said.ephemeral || isHelp).toBe(true);
    }
    expect((await chat.slash('help')).text).toBe(answer.text);
  });

  test('a command that throws: an id for the asker, the rest in the log, and the bot lives', async () => {
    const answer = await bot.discord.user().slash('broken');
    expect(answer.ephemeral).toBe(true);
    expect(plain(answer)).toContain('bug-1');
    expect(bot.chat.bugs).toMatchObject([{ message: 'the wheels came off' }]);
    await expect(bot.discord.user().slash('help')).resolves.toMatchObject({ ephemeral: false });
  });

  test('suggestions for names and days', async () => {
    const chat = bot.discord.user();
    await expect(chat.autocompletes('quotes', 'speaker', 'muja')).resolves.toContainEqual(
      expect.objectContaining({ name: 'Zabihullah Mujahid' }),
    );
    await expect(chat.autocompletes('quotes', 'topic', '')).resolves.not.toHaveLength(0);
    await expect(chat.autocompletes('ceasefire', 'on', 'yes')).resolves.toEqual([
      { name: 'yesterday', value: 'yesterday' },
    ]);
    await expect(chat.autocompletes('quotes', 'speaker', 'xyzxyz')).resolves.toEqual([]);
  });
});

test('too many questions: told when to come back, alone', async () => {
  const bot = await startDiscord({ chat: { floodLimit: createFloodLimit(1) } });
  const chat = bot.discord.user();
  await bot.log.says('Commands registered');
  await chat.slash('help');
  const refused = await chat.slash('help');
  expect(refused.ephemeral).toBe(true);
  expect(plain(refused)).toContain('wait');
  await bot.stop();
});
