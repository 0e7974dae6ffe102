/** Titles, colours, details and menus on Discord, and whose press changes what everybody sees. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { render } from '../../../src/adapters/discord/render.ts';
import { TONE_COLOURS } from '../../../src/adapters/discord/tone-colours.ts';
import { pageOf } from '../../../src/core/reply/page.ts';
import { records } from '../../fakes/json.ts';
import { slowCommand } from '../chat-for-tests.ts';
import { INCIDENTS, LONG_DETAIL, layeredCommand, layeredWords } from '../layered-command.ts';
import { type RunningDiscord, startDiscord } from './start-discord.ts';

const { slow, goOn } = slowCommand();
const composed: string[] = [];
let bot: RunningDiscord;
beforeEach(async () => {
  composed.length = 0;
  const chat = { commands: [layeredCommand(composed), slow], language: layeredWords };
  bot = await startDiscord({ chat, deferAfterMs: 500 });
  await bot.log.says('Commands registered');
});
afterEach(() => bot.stop());

describe('an answer', () => {
  test('has its title and the colour of its tone in the embed, and nothing above it', async () => {
    const answer = await bot.discord.user().slash('layered');
    expect(answer.raw['content']).toBe('');
    expect(records(answer.raw['embeds'])).toMatchObject([
      { title: 'Figures: all incidents, all', color: TONE_COLOURS.unknown },
    ]);
    expect(composed).toEqual([]);
  });

  test('has its details before its menus, and its commands below, each in its style', async () => {
    const answer = await bot.discord.user().slash('layered');
    const rows = records(answer.raw['components']).map((row) => records(row['components']).map(({ type }) => type));
    expect(rows).toEqual([[2, 2, 2], [3], [3], [2, 2]]);
    expect(answer.components.map(({ label, style }) => [label, style])).toEqual([
      ['Terms', 2],
      ['Breaches (3)', 2],
      [LONG_DETAIL, 2],
      ['Approve', 3],
      ['Discard', 4],
    ]);
    expect(answer.menus.map(({ placeholder }) => placeholder)).toEqual(['Choose an incident', 'Victims: all']);
  });

  test('has as many menus as its buttons leave room for', () => {
    const menu = (label: string) => ({ label, options: [{ label, data: `layered;0;a=${label}` }] });
    const buttons = (count: number) => [Array.from({ length: count }, (_, at) => ({ label: 'B', data: `b;${at};` }))];
    const page = (count: number) =>
      pageOf({ blocks: [], menus: ['a', 'b', 'c', 'd', 'e'].map(menu), buttons: buttons(count) });
    const types = (count: number) => render(page(count)).components.map((row) => row.components[0]?.type);
    expect(types(2)).toEqual([3, 3, 3, 3, 2]);
    expect(types(6)).toEqual([3, 3, 3, 2, 2]);
    expect(types(20)).toEqual([3, 3, 3, 2, 2]);
  });

  test('opens a detail in its place, and only that is composed; there is a way back', async () => {
    const person = bot.discord.user();
    const answer = await person.slash('layered');
    const detail = await person.presses(answer, 'Breaches (3)');
    expect(detail).toMatchObject({ messageId: answer.messageId, ephemeral: false });
    expect(detail.text).toContain('### Breaches \\(3\\)\n- One\n- Two\n- Three');
    expect(composed).toEqual(['breaches']);
    expect((await person.presses(detail, '‹ The answer')).text).toBe(answer.text);
    const long = await person.presses(answer, LONG_DETAIL);
    expect((await person.presses(long, 'Next ›')).text).toContain('Page 2 of');
  });

  test('is narrowed by its menus, and the other choices stay', async () => {
    const person = bot.discord.user();
    let answer = await person.slash('layered');
    answer = await person.selects(answer, 'civilians');
    expect(answer.text).toContain('all incidents, civilians');
    answer = await person.selects(answer, 'More incidents …');
    answer = await person.selects(answer, 'Incident 30');
    expect(answer.text).toContain('Figures: i\\-30, civilians');
    expect(answer.menus.map(({ options }) => options.find(({ isChosen }) => isChosen)?.label)).toEqual([
      'Incident 30',
      'civilians',
    ]);
    const [incident] = answer.menus;
    const all = incident?.options.find(({ label }) => label === 'All incidents');
    answer = await person.choosesValue(answer, incident?.customId ?? '', all?.value ?? '');
    expect(answer.text).toContain('all incidents, civilians');
  });

  test('offers every option somewhere', async () => {
    const person = bot.discord.user();
    let answer = await person.slash('layered');
    const seen = new Set<string>();
    for (let at = 0; at < 3; at += 1) {
      for (const { label } of answer.menus[0]?.options ?? []) seen.add(label);
      answer = await person.selects(answer, 'More incidents …');
    }
    expect(seen.size).toBe(INCIDENTS + 1);
  });

  test.each(['nonsense', '', 'layered;0;#gone', 'owner;0;x=1'])(
    'stays where a menu is forged to carry “%s”',
    async (data) => {
      const person = bot.discord.user();
      const answer = await person.slash('layered');
      expect(await person.choosesValue(answer, 'menu;0', data)).toMatchObject({ ephemeral: true });
      expect(bot.chat.bugs).toEqual([]);
    },
  );

  test('shows itself where a button names a detail that is no more', async () => {
    const person = bot.discord.user();
    const answer = await person.slash('layered');
    expect((await person.pressesCustomId(answer, 'layered;0;.=gone')).text).toBe(answer.text);
  });
});

describe('somebody else', () => {
  test.each([
    ['opens a detail', (answer: Answer, other: Person) => other.presses(answer, 'Terms')],
    ['chooses', (answer: Answer, other: Person) => other.selects(answer, 'civilians')],
    ['turns a page that is not there', (answer: Answer, other: Person) => other.pressesCustomId(answer, 'layered;3;')],
  ])('%s: they alone see it, and the answer stays', async (_what, act) => {
    const answer = await bot.discord.user().slash('layered');
    const own = await act(answer, bot.discord.user());
    expect(own.ephemeral).toBe(true);
    expect(own.messageId).not.toBe(answer.messageId);
    const now = bot.discord.messagesIn(String(answer.raw['channel_id']));
    expect(now.map(({ text }) => text)).toEqual([answer.text]);
  });

  test('goes on in what they alone see', async () => {
    const answer = await bot.discord.user().slash('layered');
    const other = bot.discord.user();
    const own = await other.presses(answer, 'Terms');
    const back = await other.presses(own, '‹ The answer');
    expect(back).toMatchObject({ messageId: own.messageId, ephemeral: true, text: answer.text });
  });

  test('waits without others seeing it', async () => {
    const answer = await bot.discord.user().slash('layered');
    const pressed = bot.discord.user().pressesCustomId(answer, 'slow;0;');
    const deferral = ({ path, body }: { path: string; body: unknown }) =>
      path.endsWith('/callback') && JSON.stringify(body).includes('"type":5');
    await expect.poll(() => bot.discord.requests.find(deferral)?.body).toMatchObject({ data: { flags: 64 } });
    goOn();
    expect(await pressed).toMatchObject({ text: 'late news', deferred: true, ephemeral: true });
  });
});

type Person = ReturnType<RunningDiscord['discord']['user']>;
type Answer = Awaited<ReturnType<Person['slash']>>;
