/** Telegram as the outbox sees it. */
import type { Api } from 'grammy';
import type { Logger } from 'pino';
import type { Messenger, MessengerLimits, SendOutcome } from '../../../core/ports/messenger.ts';
import { inTime } from '../../waiting.ts';
import { createPushApi } from '../client.ts';
import { readPlace, type TelegramPlace } from '../place.ts';
import { pageLimits, render } from '../render.ts';
import { readOutcome } from './outcome.ts';
import { SENDS_PER_SECOND } from './pace.ts';

const IS_MESSAGE = /^[1-9]\d*$/u;
/** Milliseconds to wait for the bot's own name before a send. */
const NAME_WITHIN_MS = 3000;

/** Source: core.telegram.org/bots/faq, "My bot is hitting limits": the numbers it names. Edits count as sends. */
const LIMITS: MessengerLimits = {
  perSecond: SENDS_PER_SECOND,
  perChat: (place) => {
    const isPrivate = (readPlace(place)?.chat ?? 0) > 0;
    return [{ count: 1, ms: 1000 }, ...(isPrivate ? [] : [{ count: 20, ms: 60_000 }])];
  },
  // Telegram sends what it is told twice twice, and shows a bot nothing of what it sent.
  dedupeMs: 0,
  refusalsPer10Minutes: undefined,
};

export interface TelegramMessengerOptions {
  readonly config: { readonly token: string; readonly apiUrl: string };
  readonly limits?: Partial<MessengerLimits>;
  /** Seconds until an answer that does not come is `unknown`; default 8. */
  readonly timeoutSeconds?: number;
  readonly log: Logger;
  /** Once it aborts nothing new is sent. What is under way ends by itself within seconds, and its outcome is told. */
  readonly signal: AbortSignal;
}

/** `key` is of no use here: see `dedupeMs`. Where the answer to a send was lost, its outcome stays `unknown`. */
export function createTelegramMessenger(options: TelegramMessengerOptions): Messenger {
  const { config, limits, timeoutSeconds, log, signal } = options;
  const api = createPushApi(config, timeoutSeconds === undefined ? {} : { timeoutSeconds });
  const nameOf = createNameOf(api);

  /** Makes the call once at most. It resolves to the id of the message; `message` is the one to edit or pin. */
  async function attempt(
    { place, message }: { readonly place: string; readonly message?: string },
    call: (to: TelegramPlace, bot: string) => Promise<number>,
  ): Promise<SendOutcome> {
    const to = readPlace(place);
    if (!to) return { kind: 'rejected', reason: 'not a place on Telegram' };
    if (message !== undefined && !IS_MESSAGE.test(message))
      return { kind: 'message gone', reason: 'not a message on Telegram' };
    if (signal.aborted) return { kind: 'retry', reason: 'the bot is being stopped', scope: 'platform' };
    const bot = await nameOf();
    if (typeof bot !== 'string') return bot;
    try {
      return { kind: 'sent', message: String(await call(to, bot)) };
    } catch (error) {
      const outcome = readOutcome(error, place, message);
      if (outcome.kind === 'rejected')
        log.warn({ platform: 'Telegram', reason: outcome.reason }, 'A message was refused as malformed');
      return outcome;
    }
  }

  return {
    platform: 'telegram',
    limits: { ...LIMITS, ...limits },
    pageLimits,
    send: (place, page, _key, { replyTo, isSilent = false } = {}) =>
      attempt({ place }, async ({ chat, topic }, bot) => {
        const { text, ...rest } = render(page, bot);
        const inTopic = topic === undefined ? {} : { message_thread_id: topic };
        const isReply = replyTo !== undefined && IS_MESSAGE.test(replyTo);
        const reply = { message_id: Number(replyTo), allow_sending_without_reply: true };
        const under = isReply ? { reply_parameters: reply } : {};
        const sound = isSilent ? { disable_notification: true } : {};
        return (await api.sendMessage(chat, text, { ...rest, ...inTopic, ...under, ...sound })).message_id;
      }),
    edit: (place, message, page) =>
      attempt({ place, message }, async ({ chat }, bot) => {
        const { text, ...rest } = render(page, bot);
        await api.editMessageText(chat, Number(message), text, rest);
        return Number(message);
      }),
    find: async () => 'unreadable',
    pin: (place, message) =>
      attempt({ place, message }, async ({ chat }) => {
        await api.pinChatMessage(chat, Number(message), { disable_notification: true });
        return Number(message);
      }),
  };
}

/**
 * The bot's name, needed for links to it: asked for once. Where it is not known nothing was sent, whatever the error.
 * The wait for it is shorter than that for a send: both together must end within a delivery's lease.
 */
function createNameOf(api: Api): () => Promise<string | SendOutcome> {
  let asked: Promise<string> | undefined;
  return async () => {
    try {
      asked ??= api.getMe().then(({ username }) => username);
      const name = await inTime(asked, NAME_WITHIN_MS);
      return name === 'late' ? { kind: 'retry', reason: 'getMe: no answer yet', scope: 'platform' } : name;
    } catch (error) {
      asked = undefined;
      const outcome = readOutcome(error, '');
      if (outcome.kind === 'retry' || outcome.kind === 'stop') return outcome;
      return { kind: 'retry', reason: 'reason' in outcome ? outcome.reason : outcome.kind, scope: 'platform' };
    }
  };
}
