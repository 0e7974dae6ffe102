/** Asks Telegram for updates, again and again, and has each of them answered once. */
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import type { ChatEvents } from '../../core/ports/chat-events.ts';
import { inTime, unlessAborted } from '../waiting.ts';
import { type Answering, answerMessage, answerPress } from './answer.ts';
import { forGrammy } from './client.ts';
import { describeError } from './errors.ts';
import type { Handled } from './handled-updates.ts';
import { placeId } from './place.ts';
import { tellStanding } from './standing.ts';

/** Seconds that Telegram holds a poll open where nothing happens. */
const POLL_S = 25;
/** Seconds after which the client gives up a poll: a little later than Telegram does. */
export const POLL_TIMEOUT_S = 30;
/** A channel's posts have no author to answer, and the kinds of updates not listed here are nothing to this bot. */
const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member'] as const;
/** Milliseconds that other chats wait for one whose answers take long. */
const BATCH_WITHIN_MS = 2000;
/** Milliseconds for answers under way, and then for telling Telegram what was handled, when the bot is stopped. */
const LEAVE_WITHIN_MS = 500;

export interface Listening extends Answering {
  /** Undefined: nobody wants to know. */
  readonly chats?: ChatEvents | undefined;
}

/**
 * Asking for what comes after a batch confirms it, so that happens once the batch is handled: what a crash interrupts
 * comes again. Chats are answered side by side, the updates of one chat in their order. A slow chat holds the others up
 * for `BATCH_WITHIN_MS` at most, and is finished beside the next batches.
 */
export async function poll(answering: Listening, api: Api, handled: Handled, connected: () => void): Promise<void> {
  const { signal, log } = answering;
  const queues = new Map<number | undefined, Promise<void>>();
  let offset = 0;
  while (!signal.aborted) {
    const updates = await nextUpdates(api, offset, signal);
    connected();
    // Before anything else: a group that becomes a supergroup may say that the bot was added to that one.
    for (const update of updates) await tellMove(update, answering, handled);
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
  const { update_id: id, message, callback_query: press, my_chat_member: standing } = update;
  if (!handled.has(id)) {
    if (standing) await tell((chats) => tellStanding(standing, chats), answering);
    if (message) await answerMessage(message, answering);
    if (press) await answerPress(press, answering);
  }
  handled.add(id);
}

async function tellMove({ update_id: id, message }: Update, answering: Listening, handled: Handled): Promise<void> {
  const movedTo = message?.migrate_to_chat_id;
  if (message === undefined || movedTo === undefined || handled.has(id)) return;
  await tell((chats) => chats.moved(placeId(message.chat.id), placeId(movedTo)), answering);
}

/** Never rejects: other chats are answered although the database failed for this one. */
async function tell(
  what: (chats: ChatEvents) => Promise<void>,
  { chats, log }: Pick<Listening, 'chats' | 'log'>,
): Promise<void> {
  if (chats === undefined) return;
  try {
    await what(chats);
  } catch (error) {
    log.error({ err: error, platform: 'Telegram' }, 'What became of a chat could not be recorded');
  }
}

function chatOf({ message, callback_query: press, my_chat_member: standing }: Update): number | undefined {
  return message?.chat.id ?? standing?.chat.id ?? press?.message?.chat.id ?? press?.from.id;
}

/** Without this, what was handled last would come again when the bot is started next. */
async function confirm(api: Api, offset: number, log: Logger): Promise<void> {
  try {
    await api.getUpdates({ offset, limit: 1, timeout: 0 }, forGrammy(AbortSignal.timeout(LEAVE_WITHIN_MS)));
  } catch (error) {
    log.info({ platform: 'Telegram', reason: describeError(error) }, 'The last updates could not be confirmed');
  }
}
