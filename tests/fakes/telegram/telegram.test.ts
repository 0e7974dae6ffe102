/** The fake Telegram driven by the real grammY: what works at Telegram works here, what breaks there is seen here. */
import { Bot, type BotError, GrammyError, HttpError, InlineKeyboard, InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeTelegram, startFakeTelegram } from './telegram.ts';

let telegram: FakeTelegram;
let bot: Bot;
let polling: Promise<void> | undefined;

const plain = { link_preview_options: { is_disabled: true } };

async function start(options: Parameters<typeof startFakeTelegram>[0] = {}): Promise<void> {
  telegram = await startFakeTelegram(options);
  bot = new Bot(telegram.token, { client: { apiRoot: telegram.apiUrl, timeoutSeconds: 5 } });
  bot.catch(() => undefined);
  polling = undefined;
}
beforeEach(() => start());

afterEach(async () => {
  await bot.stop();
  await polling;
  await telegram.stop();
});

const page = (index: number) => ({
  ...plain,
  entities: [{ type: 'bold' as const, offset: 0, length: 4 }],
  reply_markup: new InlineKeyboard().text('Next ›', `page:${index + 1}`).url('Source', 'https://example.org/'),
});

function startPagingBot(): void {
  bot.command('quotes', (ctx) => ctx.reply('page 0', page(0)));
  bot.on('callback_query:data', async (ctx) => {
    const index = Number(ctx.callbackQuery.data.split(':')[1]);
    if (index > 2) {
      await ctx.answerCallbackQuery({ text: 'That is all.' });
      return;
    }
    await ctx.answerCallbackQuery();
    await ctx.editMessageText(`page ${index}`, page(index));
  });
  polling = bot.start({ allowed_updates: ['message', 'channel_post', 'callback_query'], timeout: 2 });
}

describe('a conversation', () => {
  test('an answer and its pages, until a notice says that there are no more', async () => {
    startPagingBot();
    const chat = telegram.user({ languageCode: 'ur' });
    const first = await chat.says('/quotes asif');
    expect(first).toMatchObject({ text: 'page 0', edited: false });
    expect(first.entities).toEqual([{ type: 'bold', offset: 0, length: 4 }]);
    expect(first.buttons).toEqual([
      { label: 'Next ›', data: 'page:1', url: undefined },
      { label: 'Source', data: undefined, url: 'https://example.org/' },
    ]);

    const second = await chat.presses(first, 'Next ›');
    expect(second).toMatchObject({ text: 'page 1', edited: true, messageId: first.messageId, toast: undefined });
    const third = await chat.presses(second, 'Next ›');
    const end = await chat.presses(third, 'Next ›');
    expect(end).toMatchObject({ text: 'page 2', edited: false, toast: 'That is all.' });
    await expect(chat.presses(end, 'Source')).rejects.toThrow('https://example.org/');
    await expect(chat.presses(end, 'Last')).rejects.toThrow('Next ›, Source');
  });

  test('a group: commands with @name, and one that is for another bot', async () => {
    startPagingBot();
    const chat = telegram.user({ chat: 'supergroup', status: 'administrator' });
    const other = telegram.user({ chat: 'supergroup', chatId: chat.chatId });
    await expect(chat.says('/quotes@truceline_bot')).resolves.toMatchObject({ text: 'page 0' });
    await other.mutters('/quotes@another_bot');
    expect(other.events()).toHaveLength(1);
    await expect(bot.api.getChatMember(chat.chatId, chat.id)).resolves.toMatchObject({ status: 'administrator' });
    await expect(bot.api.getChatMember(chat.chatId, other.id)).resolves.toMatchObject({ status: 'member' });
    await expect(bot.api.getChatAdministrators(chat.chatId)).resolves.toHaveLength(1);
  });

  test('a press that the app sends again changes nothing more', async () => {
    startPagingBot();
    const chat = telegram.user();
    const first = await chat.says('/quotes');
    await chat.presses(first, 'Next ›');
    await chat.resends();
    await chat.resends(chat.lastUpdate(), { sameUpdateId: true });
    expect(chat.events().map(({ kind }) => kind)).toEqual(['sent', 'edited', 'unchanged', 'unchanged']);
  });
});

describe('what the bot does by itself', () => {
  test('says who it is and sets its menu, for each scope and language apart', async () => {
    await expect(bot.api.getMe()).resolves.toMatchObject({ is_bot: true, username: telegram.username });
    const commands = [{ command: 'quotes', description: 'Wer was gesagt hat' }];
    await bot.api.setMyCommands(commands, { language_code: 'de', scope: { type: 'all_private_chats' } });
    await expect(bot.api.getMyCommands()).resolves.toEqual([]);
    const scope = { language_code: 'de', scope: { type: 'all_private_chats' } } as const;
    await expect(bot.api.getMyCommands(scope)).resolves.toEqual(commands);
    await bot.api.deleteMyCommands(scope);
    await expect(bot.api.getMyCommands(scope)).resolves.toEqual([]);
    await bot.api.setMyDescription('What is known');
  });

  test('sends, edits, deletes; and a picture as an upload', async () => {
    const chat = telegram.user();
    const { message_id: id } = await bot.api.sendMessage(chat.chatId, 'Good morning', plain);
    await expect(chat.hears()).resolves.toMatchObject({ text: 'Good morning' });
    await bot.api.editMessageText(chat.chatId, id, 'Corrected', plain);
    await expect(chat.seesEdit()).resolves.toMatchObject({ text: 'Corrected', edited: true, messageId: id });
    await bot.api.sendChatAction(chat.chatId, 'upload_photo');
    await bot.api.sendPhoto(chat.chatId, new InputFile(Buffer.from('picture'), 'chart.png'), { caption: '2026' });
    await expect(chat.hears()).resolves.toMatchObject({ text: '2026' });
    await bot.api.deleteMessage(chat.chatId, id);
    expect(chat.events().map(({ kind }) => kind)).toEqual(['sent', 'edited', 'action', 'sent', 'deleted']);
  });
});

describe('the words of the real server', () => {
  const refusal = async (call: Promise<unknown>): Promise<string> => {
    const error: unknown = await call.catch((thrown: unknown) => thrown);
    return error instanceof GrammyError ? `${error.error_code} ${error.description}` : String(error);
  };

  test('an edit that changes nothing, an edit of nothing, a chat that is unknown', async () => {
    const { chatId } = telegram.user();
    const { message_id: id } = await bot.api.sendMessage(chatId, 'Good morning', plain);
    expect(await refusal(bot.api.editMessageText(chatId, id, 'Good morning', plain))).toBe(
      '400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
    expect(await refusal(bot.api.editMessageText(chatId, 77, 'x', plain))).toBe(
      '400 Bad Request: message to edit not found',
    );
    expect(await refusal(bot.api.sendMessage('@nobody', 'x', plain))).toBe('400 Bad Request: chat not found');
    expect(await refusal(bot.api.answerCallbackQuery('1'))).toMatch(/^400 Bad Request: query is too old/u);
  });

  test('a wrong token, a token that is none, a scripted fault', async () => {
    const as = (token: string): Bot => new Bot(token, { client: { apiRoot: telegram.apiUrl } });
    expect(await refusal(as('1:other').api.getMe())).toBe('401 Unauthorized');
    expect(await refusal(as('nonsense').api.getMe())).toBe('404 Not Found');
    const { chatId } = telegram.user();
    const body = { ok: false, error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 3 } };
    telegram.failNext(({ path }) => path.endsWith('/sendMessage'), { status: 429, body });
    await expect(bot.api.sendMessage(chatId, 'x', plain)).rejects.toMatchObject({ parameters: { retry_after: 3 } });
    await expect(bot.api.sendMessage(chatId, 'x', plain)).resolves.toMatchObject({ text: 'x' });
  });

  test('two pollers of one token: the first is told to go', async () => {
    const first = refusal(bot.api.getUpdates({ timeout: 2 }));
    await expect.poll(() => telegram.calls).toHaveLength(1);
    const second = bot.api.getUpdates({ timeout: 2 });
    expect(await first).toMatch(/^409 Conflict: terminated by other getUpdates request/u);
    void telegram
      .user()
      .mutters('hello')
      .catch(() => undefined);
    await expect(second).resolves.toMatchObject([{ message: { text: 'hello' } }]);
  });
});

describe('updates', () => {
  test('come again until an offset confirms them, and only of the kinds that were asked for', async () => {
    const chat = telegram.user();
    await bot.api.getUpdates({ timeout: 0, allowed_updates: ['message'] });
    telegram.pushUpdate('my_chat_member', {});
    void chat.mutters('hello /quotes').catch(() => undefined);
    const [update] = await bot.api.getUpdates({ timeout: 0 });
    expect(update).toMatchObject({ message: { text: 'hello /quotes' } });
    expect(update?.message?.entities).toEqual([{ type: 'bot_command', offset: 6, length: 7 }]);
    await expect(bot.api.getUpdates({ timeout: 0 })).resolves.toHaveLength(1);
    await expect(bot.api.getUpdates({ timeout: 0, offset: (update?.update_id ?? 0) + 1 })).resolves.toEqual([]);
  });

  test('a channel post has no person; an anonymous admin writes as the chat', async () => {
    const { promise: posts, resolve } = Promise.withResolvers<unknown>();
    bot.on('channel_post', (ctx) => resolve(ctx.channelPost));
    startPagingBot();
    await telegram.user({ chat: 'channel' }).mutters('/quotes');
    const post = await posts;
    expect(post).toMatchObject({ chat: { type: 'channel' } });
    expect(post).not.toHaveProperty('from');
    const admin = telegram.user({ chat: 'supergroup', anonymous: true });
    await admin.says('/quotes');
    expect(admin.lastUpdate()).toMatchObject({
      message: { from: { id: 1_087_968_824 }, sender_chat: { id: admin.chatId } },
    });
  });
});

describe('when things go wrong', () => {
  test('down: connections are refused; up again on the same address', async () => {
    await telegram.down();
    await expect(bot.api.getMe()).rejects.toBeInstanceOf(HttpError);
    await telegram.up();
    startPagingBot();
    await expect(telegram.user().says('/quotes')).resolves.toMatchObject({ text: 'page 0' });
  });

  test('a bot that is silent, or never answers a press: the error names what was waited for', async () => {
    const impatient = await startFakeTelegram({ timeoutMs: 50 });
    const chat = impatient.user();
    await expect(chat.says('/quotes')).rejects.toThrow('50 ms for an answer to "/quotes"');
    const other = new Bot(impatient.token, { client: { apiRoot: impatient.apiUrl } });
    await other.api.sendMessage(chat.chatId, 'page 0', page(0));
    await expect(chat.presses(await chat.hears(), 'Next ›')).rejects.toThrow('be answered (answerCallbackQuery)');
    await impatient.stop();
  });

  test('a bot that was refused: the error of the wait says so', async () => {
    await telegram.stop();
    await start({ timeoutMs: 1000 });
    telegram.expectViolations();
    bot.command('loud', (ctx) => ctx.reply('hello'));
    const caught = Promise.withResolvers<BotError>();
    bot.catch(caught.resolve);
    startPagingBot();
    await expect(telegram.user().says('/loud')).rejects.toThrow(
      'the bot was refused:\n- linkPreviewMustBeOff in sendMessage',
    );
    expect((await caught.promise).message).toContain('is_disabled');
  });
});
