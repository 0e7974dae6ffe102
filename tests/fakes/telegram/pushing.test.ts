/** What pushing needs of the fake Telegram: topics, pins, channels and their people, deep links, chats where something is wrong. */
import { Bot, GrammyError, InlineKeyboard } from 'grammy';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { record } from '../json.ts';
import type { TelegramChatState } from './chat-state.ts';
import { callOf, telegramFailures, toChat } from './failures.ts';
import { type FakeTelegram, startFakeTelegram } from './telegram.ts';

let telegram: FakeTelegram;
let bot: Bot;
const spec = process.env['TELEGRAM_SPEC'];

const client = (timeoutSeconds: number) =>
  new Bot(telegram.token, { client: { apiRoot: telegram.apiUrl, timeoutSeconds } });

beforeEach(async () => {
  telegram = await startFakeTelegram(spec === undefined ? {} : { spec });
  bot = client(30);
});
afterEach(() => telegram.stop());

const plain = { link_preview_options: { is_disabled: true } };
const send = (chat: number | string, words = 'hello', thread?: number): Promise<unknown> =>
  bot.api.sendMessage(chat, words, { ...plain, ...(thread === undefined ? {} : { message_thread_id: thread }) });
const words = async (call: Promise<unknown>): Promise<string> => {
  const error: unknown = await call.then(
    () => 'done',
    (thrown: unknown) => thrown,
  );
  return error instanceof GrammyError ? `${error.error_code} ${error.description}` : String(error);
};
const group = -1_000_000_000_077;

describe('messages of the bot', () => {
  test('to chats nobody set up: private ones, groups, topics; with their edits and pins', async () => {
    await Promise.all([send(5), send(-6), send(group, 'in a topic', 7)]);
    await bot.api.editMessageText(5, 1, 'changed', plain);
    await bot.api.editMessageText(5, 1, 'changed again', plain);
    await bot.api.pinChatMessage(5, 1, { disable_notification: true });
    expect(telegram.messagesIn(5)).toMatchObject([{ text: 'changed again', edits: 2, pinned: true, deleted: false }]);
    expect(telegram.messagesIn(group)).toMatchObject([{ text: 'in a topic', threadId: 7, chatId: group }]);
    expect(telegram.allPosts().map(({ raw }) => raw['chat'])).toMatchObject([
      { id: 5, type: 'private' },
      { id: -6, type: 'group' },
      { id: group, type: 'supergroup' },
    ]);
    await bot.api.unpinChatMessage(5, 1);
    expect(telegram.messagesIn(5)).toMatchObject([{ pinned: false }]);
    expect(await words(bot.api.pinChatMessage(5, 9))).toBe('400 Bad Request: message to pin not found');
  });

  test('deleted by a person', async () => {
    await send(group);
    telegram.deletes(group, 1);
    expect(await words(bot.api.editMessageText(group, 1, 'x', plain))).toContain('message to edit not found');
    expect(telegram.messagesIn(group)).toMatchObject([{ deleted: true }]);
    expect(() => telegram.deletes(group, 1)).toThrow('there is no message');
  });

  test('a send that hangs or is cut off after it was processed was done', async () => {
    bot = client(1);
    for (const fault of ['cut-after', 'hang-after', 'hang-body', 'cut-body'] as const) {
      telegram.failNext(toChat(5, 'sendMessage'), fault);
      expect(await words(send(5))).not.toBe('done');
    }
    expect(telegram.messagesIn(5)).toHaveLength(4);
  });
});

describe('channels and their people', () => {
  test('by @username and by number; who leads it; how the bot stands there', async () => {
    const asker = telegram.user();
    const id = telegram.channel({ username: 'truce_news', title: 'Truce News', admins: [asker.id] });
    await expect(bot.api.getChat('@Truce_News')).resolves.toMatchObject({
      id,
      type: 'channel',
      username: 'truce_news',
    });
    await expect(bot.api.getChatMember(id, asker.id)).resolves.toMatchObject({ status: 'administrator' });
    const me = { status: 'administrator', can_post_messages: true, can_edit_messages: true };
    await expect(bot.api.getChatMember(id, 7_000_000_001)).resolves.toMatchObject(me);
    await expect(bot.api.getChatMember(id, telegram.user().id)).resolves.toMatchObject({ status: 'left' });
    expect(await words(bot.api.getChatMember(id, 1))).toBe('400 Bad Request: user not found');
    const leaders = await bot.api.getChatAdministrators(id);
    expect(leaders.map(({ user }) => user.is_bot)).toEqual([false, true]);
    await send('@truce_news');
    expect(telegram.messagesIn(id)).toMatchObject([{ text: 'hello' }]);
    expect(await words(bot.api.getChat('@elsewhere'))).toBe('400 Bad Request: chat not found');
    expect(await words(bot.api.getChat(-1_000_000_000_999))).toBe('400 Bad Request: chat not found');
  });

  test.each([
    ['member', true, '400 Bad Request: need administrator rights in the channel chat'],
    ['administrator', false, '400 Bad Request: need administrator rights in the channel chat'],
    ['left', true, '403 Forbidden: bot is not a member of the channel chat'],
    ['kicked', true, '403 Forbidden: bot was kicked from the channel chat'],
  ] as const)('the bot is %s there (may post: %s)', async (botIs, botCanPost, refusal) => {
    const id = telegram.channel({ botIs, botCanPost });
    expect(await words(send(id))).toBe(refusal);
  });

  test('whoever does not lead a channel cannot ask who does', async () => {
    const id = telegram.channel({ botIs: 'member', admins: [501] });
    expect(await words(bot.api.getChatMember(id, 501))).toBe('400 Bad Request: member list is inaccessible');
    expect(await words(bot.api.getChatAdministrators(id))).toBe('400 Bad Request: member list is inaccessible');
  });
});

describe('chats where something is wrong', () => {
  const upgraded = '400 Bad Request: group chat was upgraded to a supergroup chat';
  const kicked = '403 Forbidden: bot was kicked from the supergroup chat';
  const blocked = '403 Forbidden: bot was blocked by the user';
  const noText = '400 Bad Request: not enough rights to send text messages to the chat';
  const noPins = '400 Bad Request: not enough rights to manage pinned messages in the chat';
  const notFound = '400 Bad Request: chat not found';
  const done = 'done';
  test.each<readonly [state: TelegramChatState, look: string, send: string, topic: string, edit: string, pin: string]>([
    [{ kicked: true }, kicked, kicked, kicked, kicked, kicked],
    [{ blocked: true }, done, blocked, blocked, blocked, blocked],
    [{ notFound: true }, notFound, notFound, notFound, notFound, notFound],
    [{ noRights: true }, done, noText, noText, done, noPins],
    [{ noPin: true }, done, done, done, done, noPins],
    [{ threadGone: true }, done, done, '400 Bad Request: message thread not found', done, done],
    [{ threadGone: 8 }, done, done, done, done, done],
    [{ topicClosed: 7 }, done, done, '400 Bad Request: TOPIC_CLOSED', done, done],
    [{ migratedTo: -1_000_000_000_088 }, upgraded, upgraded, upgraded, upgraded, upgraded],
    [{}, done, done, done, done, done],
  ])('%j', async (state, ...expected) => {
    await send(group);
    telegram.chatState(group, state);
    expect([
      await words(bot.api.getChat(group)),
      await words(send(group)),
      await words(send(group, 'in a topic', 7)),
      await words(bot.api.editMessageText(group, 1, 'changed', plain)),
      await words(bot.api.pinChatMessage(group, 1)),
    ]).toEqual(expected);
    telegram.chatState(group, {});
    expect(await words(send(group))).toBe(done);
  });

  test('how the bot stands there is told too', async () => {
    await send(group);
    const own = (): Promise<unknown> => bot.api.getChatMember(group, 7_000_000_001);
    telegram.chatState(group, { noRights: true });
    await expect(own()).resolves.toMatchObject({ status: 'restricted', can_send_messages: false });
    telegram.channel({ id: group, botIs: 'administrator' });
    telegram.chatState(group, { noPin: true });
    await expect(own()).resolves.toMatchObject({ status: 'administrator', can_pin_messages: false });
  });

  test('a group that became a supergroup: its people are there, messages to it arrive', async () => {
    const admin = telegram.user({ chat: 'group', status: 'administrator' });
    const moved = -1_000_000_000_088;
    telegram.chatState(admin.chatId, { migratedTo: moved });
    await expect(send(admin.chatId)).rejects.toMatchObject({ parameters: { migrate_to_chat_id: moved } });
    await send(moved);
    expect(telegram.messagesIn(moved)).toHaveLength(1);
    await expect(bot.api.getChatMember(moved, admin.id)).resolves.toMatchObject({ status: 'administrator' });
  });

  const { migrated, tooManyRequests, ...fixed } = telegramFailures;
  test.each(Object.entries({ ...fixed, migrated: migrated(-9), tooManyRequests: tooManyRequests(3) }))(
    '%s, scripted for one chat until it is undone',
    async (_name, fault) => {
      const undo = telegram.failAlways(toChat(5), fault);
      const error: unknown = await send(5).catch((thrown: unknown) => thrown);
      const body = record('body' in fault ? fault.body : {});
      const told = { error_code: fault.status, description: body['description'], parameters: body['parameters'] ?? {} };
      expect(error).toMatchObject('page' in fault ? { name: 'HttpError' } : told);
      await send(6);
      undo();
      await send(5);
      expect(telegram.allPosts().map(({ chatId }) => chatId)).toEqual([6, 5]);
    },
  );

  test('faults by method', async () => {
    telegram.failNext(callOf('getMe'), telegramFailures.internal);
    await send(5);
    expect(await words(bot.api.getMe())).toBe('500 Internal Server Error');
  });
});

describe('updates', () => {
  test('a deep link is a command with its payload; an update that comes again is told again', async () => {
    const heard: string[] = [];
    bot.command('start', async (ctx) => {
      heard.push(ctx.match);
      await ctx.reply('welcome', plain);
    });
    const standing = Promise.withResolvers<unknown>();
    bot.on('my_chat_member', (ctx) => standing.resolve(ctx.myChatMember.new_chat_member.status));
    const polling = bot.start({ allowed_updates: ['message', 'my_chat_member'], timeout: 1 });
    const chat = telegram.user();
    await chat.says('/start cXVvdGVz_1-2');
    expect(chat.lastUpdate()).toMatchObject({ message: { entities: [{ type: 'bot_command', offset: 0, length: 6 }] } });
    await chat.resends(chat.lastUpdate(), { sameUpdateId: true });
    expect(heard).toEqual(['cXVvdGVz_1-2', 'cXVvdGVz_1-2']);
    const member = (status: string) => ({ user: { id: 7_000_000_001, is_bot: true, first_name: 'Truceline' }, status });
    const person = { id: chat.id, is_bot: false, first_name: 'Reader' };
    const changed = { chat: { id: chat.chatId, type: 'private', first_name: 'Reader' }, from: person, date: 1 };
    const update = { ...changed, old_chat_member: member('member'), new_chat_member: member('kicked') };
    await telegram.pushUpdate('my_chat_member', update).processed;
    await expect(standing.promise).resolves.toBe('kicked');
    await bot.stop();
    await polling;
  });

  test('a link to the bot carries what Telegram lets through', async () => {
    const link = (payload: string): Promise<string> =>
      words(
        bot.api.sendMessage(5, 'more', {
          ...plain,
          reply_markup: new InlineKeyboard().url('All of it', `https://t.me/truceline_bot?start=${payload}`),
        }),
      );
    expect(await link('a'.repeat(64))).toBe('done');
    expect(telegram.violations).toEqual([]);
    telegram.expectViolations();
    for (const payload of ['a'.repeat(65), 'a=b', 'a b', '', 'ص']) expect(await link(payload)).toContain('400');
    expect(new Set(telegram.violations.map(({ rule }) => rule))).toEqual(new Set(['deepLink']));
  });
});
