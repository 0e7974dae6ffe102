/** From a pushed message to the whole of it: links to the private chat, and presses that must not change it. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { deepLink } from '../../../src/adapters/telegram/deep-link.ts';
import { createTelegramMessenger } from '../../../src/adapters/telegram/sending/messenger.ts';
import { encodePress } from '../../../src/core/chat/button.ts';
import type { Messenger } from '../../../src/core/ports/messenger.ts';
import { pageOf } from '../../../src/core/reply/page.ts';
import { type RunningTelegram, startTelegram } from './start-telegram.ts';

let bot: RunningTelegram;
let messenger: Messenger;
beforeAll(async () => {
  bot = await startTelegram();
  const { apiUrl, token } = bot.telegram;
  const signal = new AbortController().signal;
  messenger = createTelegramMessenger({ config: { token, apiUrl }, log: bot.log.log, signal });
});
afterAll(() => bot.stop());

/** What follows `/start` when somebody opens the link of a button with this. */
const payloadOf = (data: string) => deepLink(bot.telegram.username, data)?.split('=')[1] ?? '';
const push = async (place: string, data: string) => {
  const blocks = [{ kind: 'text' as const, spans: ['The digest'] }];
  await messenger.send(place, pageOf({ blocks, buttons: [[{ label: 'All of it', data }]] }), 'k');
};

test('the link of a pushed message gives the whole of it, in private, as a new message with ordinary pages', async () => {
  const group = bot.telegram.user({ chat: 'supergroup' });
  const args = { side: 'pakistan', speaker: 'Khawaja Muhammad Asif', topic: 'ceasefire' };
  const press = { command: 'quotes', page: 0, args: { side: 'pakistan' }, inNewMessage: true };
  for (const data of [
    await encodePress(press, bot.chat.store),
    await encodePress({ ...press, args }, bot.chat.store),
  ]) {
    await push(`telegram:${group.chatId}`, data);
    const pushed = await group.hears();
    const [button] = pushed.buttons;
    expect(button).toMatchObject({ label: 'All of it', data: undefined });
    const payload = new URL(button?.url ?? '').searchParams.get('start');
    const reader = bot.telegram.user();
    const answer = await reader.says(`/start ${payload}`);
    expect(answer.text).toContain('remarks');
    expect(answer.edited).toBe(false);
    expect(answer.buttons.every(({ url }) => url === undefined)).toBe(true);
  }
  expect(group.events()).toHaveLength(2);
});

test('a payload that is not ours opens the help; one whose arguments are forgotten says so', async () => {
  const reader = bot.telegram.user();
  for (const payload of ['invite', 'a'.repeat(64), Buffer.from('about;0;').toString('base64url'), '!']) {
    await expect(reader.says(`/start ${payload}`)).resolves.toMatchObject({
      text: expect.stringContaining('What you can ask'),
    });
  }
  const forgotten = await reader.says(`/start ${payloadOf('+quotes;0;#abcdefghijklmnop')}`);
  expect(forgotten.text).not.toContain('What you can ask');
  expect(forgotten.text).toMatch(/button/u);
});

test('in a group a payload is not looked at', async () => {
  const group = bot.telegram.user({ chat: 'supergroup' });
  const answer = await group.says(`/start@truceline_bot ${payloadOf('+about;0;')}`);
  expect(answer.text).toContain('What you can ask');
});

test('a forged press on a pushed message does not change it', async () => {
  const group = bot.telegram.user({ chat: 'supergroup' });
  await push(`telegram:${group.chatId}`, '+ceasefire;0;');
  const pushed = await group.hears();
  for (const data of ['about;0;', '+about;0;', 'nonsense']) {
    const pressed = await group.pressesData(pushed, data);
    expect(pressed).toMatchObject({ edited: false, text: 'The digest' });
    expect(pressed.toast?.length).toBeGreaterThan(10);
  }
  expect(group.events()).toHaveLength(1);
});
