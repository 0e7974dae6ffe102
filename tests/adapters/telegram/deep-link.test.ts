/** Links to the bot's private chat carry every button that answers apart, and nothing else is taken for one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deepLink, hasDeepLink, readPayload } from '../../../src/adapters/telegram/deep-link.ts';

const START = 'https://t.me/truceline_bot?start=';
const link = (data: string) => deepLink('truceline_bot', data);

test('what a link carries comes back as it was; what is too long for one has none', () => {
  const apart = fc.string({ unit: 'grapheme', maxLength: 47 }).map((rest) => `+${rest}`);
  fc.assert(
    fc.property(apart, (data) => {
      const url = link(data);
      const isShort = Buffer.byteLength(data) <= 48;
      expect(url?.match(/^https:\/\/t\.me\/truceline_bot\?start=[\w-]{1,64}$/u)?.length).toBe(isShort ? 1 : undefined);
      expect(readPayload(url?.slice(START.length) ?? '')).toBe(isShort ? data : undefined);
    }),
  );
});

test('payloads of others are not ours', () => {
  const ours = link('+ceasefire;0;')?.slice(START.length) ?? '';
  for (const payload of ['', 'invite', `${ours}=`, Buffer.from('help;0;').toString('base64url')]) {
    expect(readPayload(payload)).toBeUndefined();
  }
  fc.assert(
    fc.property(fc.stringMatching(/^[\w-]{0,64}$/u), (payload) => {
      const data = readPayload(payload);
      expect(data === undefined || link(data) === `${START}${payload}`).toBe(true);
    }),
  );
});

test('a message that was pushed is known by its links', () => {
  const chat = { id: 1, type: 'private' as const, first_name: 'R' };
  const message = (url: string) => ({
    message_id: 1,
    date: 1,
    chat,
    reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'b' }], [{ text: 'c', url }]] },
  });
  expect(hasDeepLink(message(link('+help;0;') ?? ''), 'truceline_bot')).toBe(true);
  expect(hasDeepLink(message('https://t.me/truceline_bot'), 'truceline_bot')).toBe(false);
  expect(hasDeepLink({ message_id: 1, date: 0, chat }, 'truceline_bot')).toBe(false);
});
