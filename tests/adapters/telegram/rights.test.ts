/** Who may do what where, as a command sees it: roles, places named in a private chat, and what the bot lacks. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command } from '../../../src/core/chat/command.ts';
import type { Language } from '../../../src/core/reply/language.ts';
import { reply } from '../../../src/core/reply/reply.ts';
import type { RequestMatcher } from '../../fakes/faults.ts';
import type { Json } from '../../fakes/json.ts';
import { callOf, telegramFailures } from '../../fakes/telegram/failures.ts';
import { fail, ok } from '../../fakes/telegram/results.ts';
import { chatForTests, testWords } from '../chat-for-tests.ts';
import { type RunningTelegram, startTelegram } from './start-telegram.ts';

const said = (words: unknown) => reply({ blocks: [{ kind: 'text', spans: [JSON.stringify(words)] }] });
/** What the adapter gives to a command, told back. */
const probe = command({
  name: 'probe',
  who: 'anyone',
  params: { typed: { kind: 'text', rest: true } },
  async run({ typed }, { asker, place }) {
    const to = typed === undefined ? place : await asker.findChannel?.(typed);
    if (typeof to !== 'object') return said(to ?? 'nowhere');
    return said({ id: to.id, lacks: (await to.missingRights?.(['send', 'pin', 'read-back'])) ?? 'nothing' });
  },
});
const settings = command({ name: 'settings', who: 'channel-admin', params: {}, run: () => said('done') });
const isOurs = (id: string) => /^(?:command|param)-(?:probe|settings)/u.test(id);
const language: Language = {
  ...testWords,
  has: (id) => isOurs(id) || testWords.has(id),
  text: (id, args) => (isOurs(id) ? 'A test' : testWords.text(id, args)),
};

let bot: RunningTelegram;
beforeAll(async () => {
  bot = await startTelegram({ chat: { commands: [...chatForTests().commands, probe, settings], language } });
  await bot.log.says('Commands registered');
});
afterAll(() => bot.stop());

const telegram = () => bot.telegram;
const asked = () => telegram().calls.filter(({ method }) => method === 'getChatMember').length;
const botId = () => Number(bot.telegram.token.split(':')[0]);
/** getChatMember for the bot, or for a person. */
const memberIs =
  (user: number): RequestMatcher =>
  (request) =>
    callOf('getChatMember')(request) && JSON.stringify(request.body).includes(`"user_id":${user}`);
const botIs = (standing: Json) =>
  telegram().failNext(memberIs(botId()), ok({ user: { id: botId(), is_bot: true, first_name: 'T' }, ...standing }));
const chatIs = (chat: Json) => telegram().failNext(callOf('getChat'), ok({ id: -1, type: 'supergroup', ...chat }));

describe('who administers a group', () => {
  test.each([
    ['creator', 'done'],
    ['administrator', 'done'],
    ['member', 'for those who run'],
    ['restricted', 'for those who run'],
  ] as const)('%s', async (status, answer) => {
    const chat = telegram().user({ chat: 'supergroup', status });
    await expect(chat.says('/settings')).resolves.toMatchObject({ text: expect.stringContaining(answer) });
  });

  test('is asked for each press too, and not where everybody may', async () => {
    const before = asked();
    const anonymous = telegram().user({ chat: 'group', anonymous: true });
    // Nobody knows who asked, so everybody may press.
    const answer = await anonymous.says('/help');
    const chat = telegram().user({ chat: 'group', chatId: anonymous.chatId });
    expect(asked()).toBe(before);
    await expect(chat.pressesData(answer, 'settings;0;')).resolves.toMatchObject({ edited: false });
    expect(asked()).toBe(before + 1);
    const admin = telegram().user({ chat: 'group', chatId: chat.chatId, status: 'administrator' });
    await expect(admin.pressesData(answer, 'settings;0;')).resolves.toMatchObject({ edited: true, text: '"done"' });
  });

  test('who writes in its name does, without being asked after; who writes in the name of another chat does not', async () => {
    const before = asked();
    const anonymous = telegram().user({ chat: 'supergroup', anonymous: true });
    await expect(anonymous.says('/settings')).resolves.toMatchObject({ text: '"done"' });
    const reader = telegram().user({ chat: 'supergroup', status: 'creator' });
    const linked = {
      message_id: 900,
      date: 1,
      chat: { id: reader.chatId, type: 'supergroup', title: 'Newsroom' },
      from: { id: 777_000, is_bot: false, first_name: 'Telegram' },
      sender_chat: { id: -1_009_999, type: 'channel', title: 'Linked' },
      text: '/settings',
      entities: [{ type: 'bot_command', offset: 0, length: 9 }],
    };
    telegram().pushUpdate('message', linked);
    await expect(reader.hears()).resolves.toMatchObject({ text: expect.stringContaining('for those who run') });
    expect(asked()).toBe(before);
  });

  test('nobody, where Telegram does not tell', async () => {
    const chat = telegram().user({ chat: 'supergroup', status: 'creator' });
    for (const fault of [telegramFailures.memberListInaccessible, telegramFailures.internal, 'cut'] as const) {
      telegram().failNext(callOf('getChatMember'), fault);
      await expect(chat.says('/settings')).resolves.toMatchObject({
        text: expect.stringContaining('for those who run'),
      });
    }
    await bot.log.says('did not tell who administers a chat');
    expect(bot.log.lines.join('')).not.toContain(telegram().token);
  });

  test('a private chat is its asker’s own', async () => {
    await expect(telegram().user().says('/settings')).resolves.toMatchObject({ text: '"done"' });
  });
});

describe('what the bot lacks', () => {
  const admin = (rights: Json) => ({ status: 'administrator', can_be_edited: false, ...rights });
  test.each([
    [admin({ can_pin_messages: true }), {}, []],
    [admin({ can_pin_messages: false }), {}, ['pin']],
    [{ status: 'member' }, {}, ['pin']],
    [{ status: 'member' }, { permissions: { can_send_messages: true, can_pin_messages: true } }, []],
    [{ status: 'member' }, { permissions: { can_send_messages: false } }, ['send', 'pin']],
    [{ status: 'restricted', is_member: true, can_send_messages: true, can_pin_messages: false }, {}, ['pin']],
    [{ status: 'restricted', is_member: true, can_send_messages: false, can_pin_messages: true }, {}, ['send']],
    [{ status: 'restricted', is_member: false, can_send_messages: true, can_pin_messages: true }, {}, ['send', 'pin']],
    [{ status: 'left' }, {}, ['send', 'pin']],
    [{ status: 'kicked', until_date: 0 }, {}, ['send', 'pin']],
  ])('%o %o: %o', async (standing, chat, lacks) => {
    const group = telegram().user({ chat: 'supergroup', threadId: 7 });
    botIs(standing);
    chatIs({ id: group.chatId, ...chat });
    const answer = await group.says('/probe');
    expect(JSON.parse(answer.text)).toEqual({ id: `telegram:${group.chatId}/7`, lacks });
  });

  test('all of it where Telegram does not let the bot in; nothing in a private chat', async () => {
    const group = telegram().user({ chat: 'supergroup' });
    for (const method of ['getChat', 'getChatMember']) telegram().failNext(callOf(method), telegramFailures.kicked);
    const answer = await group.says('/probe');
    expect(JSON.parse(answer.text)).toEqual({ id: `telegram:${group.chatId}`, lacks: ['send', 'pin'] });
    const own = telegram().user();
    expect(JSON.parse((await own.says('/probe')).text)).toEqual({ id: `telegram:${own.id}`, lacks: 'nothing' });
  });

  test('where it cannot be asked, that is an error with an id', async () => {
    telegram().failNext(callOf('getChat'), telegramFailures.internal);
    const answer = await telegram().user({ chat: 'supergroup' }).says('/probe');
    expect(answer.text).toContain('bug-');
    expect(JSON.stringify(bot.chat.bugs.at(-1))).not.toContain(telegram().token);
  });
});

describe('a place that is named in a private chat', () => {
  const answerTo = async (reader: ReturnType<RunningTelegram['telegram']['user']>, typed: string) =>
    JSON.parse((await reader.says(`/probe ${typed}`)).text);

  test('by its number, its name, and a link to it', async () => {
    const reader = telegram().user();
    const id = telegram().channel({ username: 'truce_news', admins: [reader.id] });
    for (const typed of [String(id), '@truce_news', 'https://t.me/truce_news', 't.me/truce_news/12']) {
      expect(await answerTo(reader, typed)).toEqual({ id: `telegram:${id}`, lacks: [] });
    }
    telegram().chatState(id, { noPin: true });
    expect(await answerTo(reader, '@truce_news')).toEqual({ id: `telegram:${id}`, lacks: ['pin'] });
  });

  test('a group too, also where the bot is no admin', async () => {
    const reader = telegram().user();
    const id = telegram().channel({ kind: 'supergroup', admins: [reader.id], botIs: 'member' });
    expect(await answerTo(reader, String(id))).toMatchObject({ id: `telegram:${id}` });
    telegram().failNext(memberIs(reader.id), telegramFailures.memberListInaccessible);
    expect(await answerTo(reader, String(id))).toBe('bot is no admin');
  });

  test('a small group by its number, and a topic of a group', async () => {
    const reader = telegram().user();
    const small = telegram().channel({ kind: 'group', admins: [reader.id] });
    expect(await answerTo(reader, String(small))).toMatchObject({ id: `telegram:${small}` });
    const forum = telegram().channel({ kind: 'supergroup', admins: [reader.id] });
    expect(await answerTo(reader, `${forum}/7`)).toMatchObject({ id: `telegram:${forum}/7` });
    expect(await answerTo(telegram().user(), `${forum}/7`)).toBe('not an admin');
  });

  test('whom it does not belong to, and whose bot may not speak there, is told so', async () => {
    const [admin, reader] = [telegram().user(), telegram().user()];
    const id = telegram().channel({ admins: [admin.id] });
    expect(await answerTo(reader, String(id))).toBe('not an admin');
    const member = telegram().user({ chat: 'channel', chatId: id });
    expect(await answerTo(telegram().user({ id: member.id }), String(id))).toBe('not an admin');
    telegram().failNext(memberIs(reader.id), fail(400, 'Bad Request: user not found'));
    expect(await answerTo(reader, String(id))).toBe('not an admin');
    for (const botHere of [
      { botCanPost: false },
      { botIs: 'member' },
      { botIs: 'left' },
      { botIs: 'kicked' },
    ] as const) {
      telegram().channel({ id, ...botHere });
      expect(await answerTo(admin, String(id))).toBe('bot is no admin');
    }
  });

  test('what is no such place', async () => {
    const reader = telegram().user();
    const own = reader.id;
    for (const typed of ['@nobody_there', '-1009999', String(own), 'news', '@a b', 'https://e.example/truce_news']) {
      expect(await answerTo(reader, typed)).toBe('unknown');
    }
    telegram().failNext(callOf('getChat'), ok({ id: own, type: 'private', first_name: 'R' }));
    expect(await answerTo(reader, '@somebody')).toBe('unknown');
  });

  test('only there: in a group it is not offered', async () => {
    const group = telegram().user({ chat: 'supergroup', status: 'creator' });
    await expect(group.says('/probe @truce_news')).resolves.toMatchObject({ text: '"nowhere"' });
  });
});
