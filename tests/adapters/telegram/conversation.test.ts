/** Conversations on Telegram: the real grammY against the fake Telegram, the real commands on the real dossier. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFloodLimit } from '../../../src/core/chat/flood-limit.ts';
import { brokenCommand, chatForTests, testWords } from '../chat-for-tests.ts';
import { type RunningTelegram, startTelegram } from './start-telegram.ts';

const pageOf = (answer: { readonly text: string }) => /Page (\d+) of (\d+)/u.exec(answer.text)?.slice(1).map(Number);

let bot: RunningTelegram;
beforeAll(async () => {
  bot = await startTelegram({ chat: { commands: [...chatForTests().commands, brokenCommand], language: testWords } });
  await bot.log.says('Commands registered');
});
afterAll(() => bot.stop());

/** The button to an answer of many pages. */
const ALL = 'All changes (421)';

describe('questions', () => {
  test.each([
    ['/ceasefire', 'Each side says'],
    ['/casualties', 'Nothing is added up'],
    ['/quotes', 'Latest from each side'],
    ['/help', '/ceasefire [on] [known]'],
    ['/about', 'No totals'],
    ['/start', 'What you can ask'],
  ])('%s', async (words, answered) => {
    const answer = await bot.telegram.user().says(words);
    expect(answer.text).toContain(answered);
    expect(answer.raw).not.toHaveProperty('reply_to_message');
  });

  test('arguments with a name, free words, and both', async () => {
    const chat = bot.telegram.user();
    await expect(chat.says('/ceasefire on:2025-10-20')).resolves.toMatchObject({
      text: expect.stringContaining('Doha'),
    });
    const named = await chat.says('/quotes speaker:zabihullah topic:ceasefire');
    expect(named.text).toContain('Zabihullah Mujahid');
    const free = await chat.says('/quotes open war');
    expect(free.text).toContain('Best match and others about its event first');
    const both = await chat.says('/quotes side:pakistan “open war”');
    expect(both.text).toContain('open war');
  });

  test('talk without a command, and commands that do not exist', async () => {
    const chat = bot.telegram.user();
    await expect(chat.says('hello there')).resolves.toMatchObject({
      text: expect.stringContaining('What you can ask'),
    });
    await expect(chat.says('/ceasefir')).resolves.toMatchObject({
      text: expect.stringContaining('Did you mean /ceasefire'),
    });
    await expect(chat.says('/Ünknown')).resolves.toMatchObject({
      text: expect.stringContaining('There is no command'),
    });
  });

  test('through the pages and back, on the same message', async () => {
    const chat = bot.telegram.user();
    const first = await chat.presses(await chat.says('/changes since:2025-10-01'), ALL);
    expect(pageOf(first)?.[0]).toBe(1);
    const second = await chat.presses(first, 'Next ›');
    expect(second).toMatchObject({ edited: true, messageId: first.messageId, toast: undefined });
    expect(pageOf(second)?.[0]).toBe(2);
    const back = await chat.presses(second, '‹ Back');
    expect(back.text).toBe(first.text);
    expect(back.entities).toEqual(first.entities);
  });

  test('a button to another command', async () => {
    const chat = bot.telegram.user();
    const answer = await chat.presses(await chat.says('/ceasefire on:2025-10-20'), 'Casualty figures');
    expect(answer.text).toContain('Nothing is added up');
  });

  test('a press that Telegram delivers again changes nothing more', async () => {
    const chat = bot.telegram.user();
    const first = await chat.presses(await chat.says('/changes since:2025-10-01'), ALL);
    await chat.presses(first, 'Next ›');
    await chat.resends();
    await chat.resends(chat.lastUpdate(), { sameUpdateId: true });
    expect(chat.events().map(({ kind }) => kind)).toEqual(['sent', 'edited', 'edited', 'unchanged']);
    expect(bot.chat.bugs).toEqual([]);
  });

  test('a message that Telegram delivers twice is answered once', async () => {
    const chat = bot.telegram.user();
    await chat.says('/help');
    await chat.resends(chat.lastUpdate(), { sameUpdateId: true });
    expect(chat.events()).toHaveLength(1);
  });

  test('forged and outdated buttons leave the message as it is, and say so in a notice', async () => {
    const chat = bot.telegram.user();
    const answer = await chat.says('/about');
    for (const forged of ['nonsense', 'quotes;0;#gone', 'owner;0;x=1', 'quotes;0;speaker=xyzxyz']) {
      const said = await chat.pressesData(answer, forged);
      expect(said).toMatchObject({ edited: false, text: answer.text });
      expect(said.toast?.length).toBeGreaterThan(10);
    }
  });

  test('a press on a message that is gone', async () => {
    const chat = bot.telegram.user();
    await chat.says('/help');
    const query = {
      id: '1',
      from: { id: chat.id, is_bot: false, first_name: 'R' },
      chat_instance: '1',
      data: 'about;0;',
    };
    const message = { message_id: 999, date: 0, chat: { id: chat.chatId, type: 'private', first_name: 'R' } };
    await bot.telegram.pushUpdate('callback_query', { ...query, message }).processed;
    await bot.log.says('"failure":"gone"');
    await bot.log.says('"failure":"expired"');
    await bot.telegram.pushUpdate('callback_query', { ...query, inline_message_id: 'x' }).processed;
    await expect(chat.says('/help')).resolves.toBeDefined();
  });

  test('a command that throws: an id for the asker, the rest in the log, and the bot lives', async () => {
    const chat = bot.telegram.user();
    const answer = await chat.says('/broken');
    expect(answer.text).toContain('bug-');
    expect(bot.chat.bugs.at(-1)).toMatchObject({ message: 'the wheels came off' });
    const pressed = await chat.pressesData(answer, 'broken;0;');
    expect(pressed.toast).toContain('bug-');
    await expect(chat.says('/help')).resolves.toBeDefined();
  });

  test('what was typed is shown, but never as markup or mention', async () => {
    const answer = await bot.telegram.user().says('/quotes speaker:"@victim_name <b>*x*</b>"');
    expect(answer.text).toContain('@\u2060victim_name <b>*x*</b>');
    expect(answer.text).not.toContain('@victim_name');
    expect(answer.entities).toEqual([]);
  });
});

describe('groups', () => {
  test('answers as a reply; commands for other bots and unknown ones are none of its business', async () => {
    const chat = bot.telegram.user({ chat: 'supergroup' });
    await expect(chat.says('/help@Truceline_Bot')).resolves.toMatchObject({
      raw: { reply_to_message: { text: '/help@Truceline_Bot' } },
    });
    const others = bot.telegram.user({ chat: 'group' });
    await others.mutters('/help@another_bot');
    await others.mutters('/weather');
    await others.mutters('hello there');
    await others.mutters('see /help');
    expect(others.events()).toEqual([]);
    await expect(others.says('/weather@truceline_bot')).resolves.toMatchObject({
      text: expect.stringContaining('There is no command'),
    });
  });

  test('in a topic, and a press there', async () => {
    const chat = bot.telegram.user({ chat: 'supergroup', threadId: 77 });
    const answer = await chat.presses(await chat.says('/changes since:2025-10-01'), ALL);
    expect(answer.raw).toMatchObject({ message_thread_id: 77 });
    const second = await chat.presses(answer, 'Next ›');
    expect(second).toMatchObject({ edited: true, messageId: answer.messageId });
  });

  test('anonymous admins', async () => {
    const chat = bot.telegram.user({ chat: 'supergroup', anonymous: true });
    await expect(chat.says('/about')).resolves.toMatchObject({ text: expect.stringContaining('No totals') });
  });

  test('posts in channels are not answered', async () => {
    const channel = bot.telegram.user({ chat: 'channel' });
    await expect(Promise.race([channel.says('/help'), bot.telegram.user().says('/help')])).resolves.toBeDefined();
    expect(channel.events()).toEqual([]);
  });
});

test('every poll says which updates it wants', () => {
  const polls = bot.telegram.calls.filter(({ method }) => method === 'getUpdates');
  expect(polls.length).toBeGreaterThan(5);
  for (const { params } of polls)
    expect(params['allowed_updates']).toEqual(['message', 'callback_query', 'my_chat_member']);
});

test('too many questions: told when to come back', async () => {
  const strict = await startTelegram({ chat: { floodLimit: createFloodLimit(1) } });
  const chat = strict.telegram.user();
  await chat.says('/help');
  await expect(chat.says('/help')).resolves.toMatchObject({ text: expect.stringContaining('wait') });
  await strict.stop();
});

test('a failure on the way is tried once more: the answer is not lost', async () => {
  const chat = bot.telegram.user();
  for (const fault of [
    { status: 500, body: { ok: false, error_code: 500, description: 'Internal Server Error' } },
    'cut',
  ] as const) {
    bot.telegram.failNext(({ path }) => path.endsWith('/sendMessage'), fault);
    await expect(chat.says('/about')).resolves.toMatchObject({ text: expect.stringContaining('No totals') });
  }
});

test('a chat that Telegram keeps waiting does not silence another one', { timeout: 60_000 }, async () => {
  const sends = () => bot.telegram.requests.filter(({ path }) => path.endsWith('/sendMessage')).length;
  bot.telegram.failNext(({ path }) => path.endsWith('/sendMessage'), 'hang');
  const before = sends();
  await bot.telegram.user({ chat: 'group' }).mutters('/about');
  await expect.poll(sends).toBe(before + 1);
  await expect(bot.telegram.user().says('/help')).resolves.toBeDefined();
  // The one that hangs was not given up and tried again meanwhile.
  expect(sends()).toBe(before + 2);
});

test('who floods is told once, not once for each message', async () => {
  const strict = await startTelegram({ chat: { floodLimit: createFloodLimit(1) } });
  const chat = strict.telegram.user();
  await chat.says('/help');
  await expect(chat.says('/help')).resolves.toMatchObject({ text: expect.stringContaining('a lot of questions') });
  await chat.mutters('/help');
  await chat.mutters('/help');
  expect(strict.telegram.calls.filter(({ method }) => method === 'sendMessage')).toHaveLength(2);
  await strict.stop();
});
