/** The fake Telegram driven by the real grammY: what works at Telegram works here, what breaks there is seen here. */
import { Bot, GrammyError, InlineKeyboard, InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeTelegram, startFakeTelegram } from './telegram.ts';

let telegram: FakeTelegram;
let bot: Bot;
let polling: Promise<void> | undefined;

const plain = { link_preview_options: { is_disabled: true } };

beforeEach(async () => {
  telegram = await startFakeTelegram({ timeoutMs: 1000 });
  bot = new Bot(telegram.token, { client: { apiRoot: telegram.apiUrl, timeoutSeconds: 5 } });
  bot.catch(() => undefined);
  polling = undefined;
});

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
