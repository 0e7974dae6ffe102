/** Telegram's rate limits as the fake enforces them. */
import { Api, GrammyError } from 'grammy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type HeldClock, holdPlatformClock } from '../platform-clock.ts';
import { type FakeTelegram, type FakeTelegramOptions, startFakeTelegram } from './telegram.ts';

let telegram: FakeTelegram;
let api: Api;
const start = async (options: FakeTelegramOptions): Promise<void> => {
  telegram = await startFakeTelegram(options);
  api = new Api(telegram.token, { apiRoot: telegram.apiUrl });
};
let clock: HeldClock;
beforeEach(() => {
  clock = holdPlatformClock();
});
afterEach(async () => {
  clock.release();
  await telegram.stop();
});

const plain = { link_preview_options: { is_disabled: true } };
/** Seconds to wait that the 429 names; 0 where it was sent. */
const send = (chat: number | string): Promise<number> =>
  api.sendMessage(chat, 'hello', plain).then(
    () => 0,
    (error: unknown) => (error instanceof GrammyError ? (error.parameters.retry_after ?? -1) : -1),
  );

test('off by default', async () => {
  await start({});
  expect(await Promise.all([send(5), send(5), send(5)])).toEqual([0, 0, 0]);
});

test('one message a second in a chat, edits too; 429 in the words of Telegram', async () => {
  await start({ limits: true });
  expect(await send(5)).toBe(0);
  expect(await send(5)).toBe(1);
  expect(await send(6)).toBe(0);
  await expect(api.editMessageText(6, 1, 'x', plain)).rejects.toMatchObject({
    error_code: 429,
    description: 'Too Many Requests: retry after 1',
    parameters: { retry_after: 1 },
  });
  expect(telegram.throttled()).toBe(2);
  clock.forward(999);
  expect(await send(5)).toBe(1);
  clock.forward(1);
  expect(await send(5)).toBe(0);
});

test('thirty a second over all chats', async () => {
  await start({ limits: true });
  const waits = await Promise.all(Array.from({ length: 33 }, (_, at) => send(100 + at)));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(30);
  expect(telegram.throttled()).toBe(3);
});

test('a group has its own count in a minute, by number and by name', async () => {
  const group = [{ count: 4, ms: 60_000 }];
  await start({ limits: { total: { count: 300, ms: 1000 }, privateChat: [], group } });
  const id = telegram.channel({ username: 'truce_news' });
  expect([await send(id), await send('@truce_news'), await send(id), await send('@truce_news')]).toEqual([0, 0, 0, 0]);
  expect(await send(id)).toBe(60);
  expect(await send('@truce_news')).toBe(60);
  expect(await Promise.all([send(5), send(5)])).toEqual([0, 0]);
});
