/** Telegram's rate limits, enforced: what is sent or edited, over all chats and in each chat. */
import type { Json } from '../json.ts';
import type { LoopbackAnswer } from '../loopback.ts';
import { createRateWindow, createRateWindows, type RateRule } from '../rate-window.ts';
import { telegramFailures } from './failures.ts';

export type TelegramRateLimits = {
  /** Over all chats. */
  readonly total: RateRule;
  /** In one private chat: all of these. */
  readonly privateChat: readonly RateRule[];
  /** In one group or channel: all of these. */
  readonly group: readonly RateRule[];
};

/** Source: core.telegram.org/bots/faq "My bot is hitting limits"; edits count as sends (tdlib/td issues 2592, 3034). */
const real: TelegramRateLimits = {
  total: { count: 30, ms: 1000 },
  privateChat: [{ count: 1, ms: 1000 }],
  group: [
    { count: 1, ms: 1000 },
    { count: 20, ms: 60_000 },
  ],
};

export type TelegramThrottle = {
  /** The 429, or undefined where the call may pass. `chatId` is the number of the chat. */
  readonly pass: (method: string, chatId: unknown, now: number) => LoopbackAnswer | undefined;
  /** How many 429s were given. */
  readonly throttled: () => number;
};

const counted = new Set(['sendMessage', 'sendPhoto', 'editMessageText', 'editMessageReplyMarkup']);

export function createTelegramThrottle(wanted: boolean | Partial<TelegramRateLimits>): TelegramThrottle {
  if (wanted === false) return { pass: () => undefined, throttled: () => 0 };
  const limits: TelegramRateLimits = wanted === true ? real : { ...real, ...wanted };
  const total = createRateWindow(limits.total);
  const windowOf = createRateWindows();
  let throttled = 0;
  return {
    throttled: () => throttled,
    pass(method, chatId, now) {
      if (!counted.has(method)) return undefined;
      const rules = Number(chatId) < 0 ? limits.group : limits.privateChat;
      const windows = [total, ...rules.map((rule, index) => windowOf(`${String(chatId)} ${index}`, rule))];
      const wait = Math.max(...windows.map((window) => window.waitMs(now)));
      if (wait > 0) {
        throttled += 1;
        return telegramFailures.tooManyRequests(Math.ceil(wait / 1000));
      }
      for (const window of windows) window.take(now);
      return undefined;
    },
  };
}

/** The id by which a call is counted: a channel named @username is the same as by its number. */
export const countedChat = (params: Json, find: (chatId: unknown) => { readonly chat: Json } | undefined): unknown =>
  typeof params['chat_id'] === 'string' ? find(params['chat_id'])?.chat['id'] : params['chat_id'];
