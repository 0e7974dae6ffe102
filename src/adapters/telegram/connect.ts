/** Keeps the bot asking Telegram for updates (long polling) and answers them. */
import { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import type { Engine } from '../../core/chat/run-command.ts';
import { type Backoff, growingPauses, keepConnected } from '../retry.ts';
import { inTime, unlessAborted } from '../waiting.ts';
import { type Answering, answerMessage, answerPress } from './answer.ts';
import { registerCommands } from './commands.ts';
import { askedToWait, classifyError, describeError, giveUp, withoutRequest } from './errors.ts';
import { type Handled, openHandled } from './handled.ts';
import { placeId } from './place.ts';
import { createRights } from './rights.ts';

/** Seconds that Telegram holds a poll open where nothing happens; the client gives up a little later. */
const POLL_S = 25;
const POLL_TIMEOUT_S = 30;
/** Seconds for every other request: a send that is cut off in the middle would hang that long (grammY). */
const REQUEST_TIMEOUT_S = 10;
/** A channel's posts have no author to answer, and the kinds of updates not listed here are nothing to this bot. */
const ALLOWED_UPDATES = ['message', 'callback_query'] as const;
/** Milliseconds that other chats wait for one whose answers take long. */
const BATCH_WITHIN_MS = 2000;
/** Milliseconds for answers under way, and then for telling Telegram what was handled, when the bot is stopped. */
const LEAVE_WITHIN_MS = 500;

export interface TelegramOptions {
  readonly config: { readonly token: string; readonly apiUrl: string };
  readonly chat: Engine;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly backoff?: Backoff;
  /** Told before each message or edit that answers somebody: it counts for the platform's limits, as what is pushed does. */
  readonly onSend?: (place: string) => void;
  /** Told when a group has become a supergroup, under another id. */
  readonly onMoved?: (from: string, to: string) => void;
}

/**
 * Resolves once `signal` aborted and what was handled is confirmed. While Telegram is down it tries again and says so.
 * Rejects only with `TokenRefused`.
 */
export async function connectTelegram(options: TelegramOptions): Promise<void> {
  const { log, signal, backoff = growingPauses } = options;
  const seen = new Set<number>();
  await keepConnected({
    platform: 'Telegram',
    session: (stop, connected) => holdSession(options, seen, stop, connected),
    giveUp,
    describe: describeError,
    loggable: withoutRequest,
    askedToWait,
    backoff,
    log,
    signal,
  });
}

async function holdSession(
  { config, chat, log, onSend, onMoved }: TelegramOptions,
  seen: Set<number>,
  signal: AbortSignal,
  connected: () => void,
): Promise<void> {
  const client = (timeoutSeconds: number) => new Api(config.token, { apiRoot: config.apiUrl, timeoutSeconds });
  const api = client(REQUEST_TIMEOUT_S);
  if (onSend) tellSends(api, onSend);
  const { id, username } = await api.getMe(forGrammy(signal));
  // Polling is refused while a webhook is set; its updates wait for us.
  await api.deleteWebhook({}, forGrammy(signal));
  log.info({ platform: 'Telegram', bot: username }, `Telegram connected as @${username}`);
  await register(api, id, chat, log);
  const handled = await openHandled(chat.store, id, seen);
  const rights = createRights({ api, botId: id, log });
  const answering = { api, bot: username, rights, chat, log, signal, ...(onMoved ? { onMoved } : {}) };
  await poll(answering, client(POLL_TIMEOUT_S), handled, connected);
}

/** grammY's transformer: every request of this client passes through it. */
function tellSends(api: Api, onSend: (place: string) => void): void {
  api.config.use((send, method, payload, signal) => {
    const chat = 'chat_id' in payload ? payload.chat_id : undefined;
    if (/^(?:sendMessage|editMessageText)$/u.test(method) && typeof chat === 'number') onSend(placeId(chat));
    return send(method, payload, signal);
  });
}

type Listening = Answering & Pick<TelegramOptions, 'onMoved'>;

/**
 * A batch is confirmed by asking for what comes after it, so only once it was handled: what a crash interrupts comes again.
 * Chats are answered side by side, the updates of one chat in their order; a chat that Telegram keeps waiting holds the
 * others up for `BATCH_WITHIN_MS` at most, and is finished beside the next batches.
 */
async function poll(answering: Listening, api: Api, handled: Handled, connected: () => void): Promise<void> {
  const { signal, log } = answering;
  const queues = new Map<number | undefined, Promise<void>>();
  let offset = 0;
  while (!signal.aborted) {
    const updates = await nextUpdates(api, offset, signal);
    connected();
    for (const [chat, ofChat] of Map.groupBy(updates, chatOf)) {
      const queue = answerInTurn(queues.get(chat), ofChat, answering, handled).finally(() => {
        if (queues.get(chat) === queue) queues.delete(chat);
      });
      queues.set(chat, queue);
    }
    const answered = Promise.all(queues.values());
    const isLeaving = (await unlessAborted(inTime(answered, BATCH_WITHIN_MS), signal)) === 'aborted';
    if (isLeaving) await inTime(answered, LEAVE_WITHIN_MS);
    const left = isLeaving ? updates.map(({ update_id: id }) => id).filter((id) => !handled.has(id)) : [];
    offset = left.length > 0 ? Math.min(...left) : Math.max(offset, ...updates.map(({ update_id: id }) => id + 1));
    await handled.remember(updates.map(({ update_id: id }) => id));
  }
  if (offset > 0) await confirm(api, offset, log);
}

async function answerInTurn(
  before: Promise<void> | undefined,
  updates: readonly Update[],
  answering: Listening,
  handled: Handled,
): Promise<void> {
  await before;
  for (const update of updates) await answerOnce(update, answering, handled);
}

async function nextUpdates(api: Api, offset: number, signal: AbortSignal): Promise<readonly Update[]> {
  try {
    return await api.getUpdates({ offset, timeout: POLL_S, allowed_updates: ALLOWED_UPDATES }, forGrammy(signal));
  } catch (error) {
    if (signal.aborted) return [];
    throw error;
  }
}

async function answerOnce(update: Update, answering: Listening, handled: Handled): Promise<void> {
  const { update_id: id, message, callback_query: press } = update;
  if (!handled.has(id)) {
    const movedTo = message?.migrate_to_chat_id;
    if (message && movedTo !== undefined) answering.onMoved?.(placeId(message.chat.id), placeId(movedTo));
    if (message) await answerMessage(message, answering);
    if (press) await answerPress(press, answering);
  }
  handled.add(id);
}

function chatOf({ message, callback_query: press }: Update): number | undefined {
  return message?.chat.id ?? press?.message?.chat.id ?? press?.from.id;
}

/** Without this, what was handled last would come again when the bot is started next. */
async function confirm(api: Api, offset: number, log: Logger): Promise<void> {
  try {
    await api.getUpdates({ offset, limit: 1, timeout: 0 }, forGrammy(AbortSignal.timeout(LEAVE_WITHIN_MS)));
  } catch (error) {
    log.info({ platform: 'Telegram', reason: describeError(error) }, 'The last updates could not be confirmed');
  }
}

/** A refusal is a bug of ours and leaves the menus that were there. */
async function register(api: Api, botId: number, chat: Engine, log: Logger): Promise<void> {
  const line = { platform: 'Telegram', commands: chat.commands.length };
  try {
    const isNew = await registerCommands({ api, botId, chat });
    log.info(line, isNew ? 'Commands registered' : 'Commands are registered already');
  } catch (error) {
    if (classifyError(error) !== 'bug') throw error;
    chat.reportBug(withoutRequest(error), { command: 'register', place: { id: 'telegram:', isPrivate: false } });
  }
}

/**
 * grammY types its signals by a package of the time before Node had its own; what it does with them is the same.
 * `as unknown`: the two types share no member list, and the values are Node's own either way.
 */
function forGrammy(signal: AbortSignal): NonNullable<Parameters<Api['getMe']>[0]> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return signal as unknown as NonNullable<Parameters<Api['getMe']>[0]>;
}
