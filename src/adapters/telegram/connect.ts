/** Keeps the bot asking Telegram for updates (long polling) and answers them. */
import { Api } from 'grammy';
import type { Logger } from 'pino';
import type { Engine } from '../../core/chat/run-command.ts';
import type { AnswerLane } from '../../core/ports/answer-lane.ts';
import type { ChatEvents } from '../../core/ports/chat-events.ts';
import { type Backoff, growingPauses, keepConnected } from '../retry.ts';
import { createAskedAgain } from './answering/asked-again.ts';
import { createTyping } from './answering/typing.ts';
import { forGrammy } from './client.ts';
import { registerCommands } from './commands.ts';
import { askedToWait, classifyError, describeError, giveUp, withoutRequest } from './errors.ts';
import { openHandled } from './handled-updates.ts';
import { POLL_TIMEOUT_S, poll } from './poll.ts';
import { createRights } from './rights.ts';

/** Seconds for every other request: a send that is cut off in the middle would hang that long (grammY). */
const REQUEST_TIMEOUT_S = 10;
const SHARED_FOR_MS = 3000;

export interface TelegramOptions {
  readonly config: { readonly token: string; readonly apiUrl: string };
  readonly chat: Engine;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly backoff?: Backoff;
  /** Milliseconds for which an answer in a group is for all who ask the same there; default 3,000. */
  readonly sharedForMs?: number;
  /** Where each message or edit that answers somebody waits for its turn. */
  readonly lane: AnswerLane;
  /** Is told of chats that the bot was added to, or that have another id. */
  readonly chats?: ChatEvents;
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
  { config, chat, log, lane, chats, sharedForMs = SHARED_FOR_MS }: TelegramOptions,
  seen: Set<number>,
  signal: AbortSignal,
  connected: () => void,
): Promise<void> {
  const client = (timeoutSeconds: number) => new Api(config.token, { apiRoot: config.apiUrl, timeoutSeconds });
  const api = client(REQUEST_TIMEOUT_S);
  const { id, username } = await api.getMe(forGrammy(signal));
  // Polling is refused while a webhook is set; its updates wait for us.
  await api.deleteWebhook({}, forGrammy(signal));
  log.info({ platform: 'Telegram', bot: username }, `Telegram connected as @${username}`);
  await register(api, id, chat, log);
  const handled = await openHandled(chat.store, id, seen);
  const rights = createRights({ api, botId: id, log });
  const answering = {
    api,
    bot: username,
    rights,
    chat,
    log,
    signal,
    lane,
    chats,
    askedAgain: createAskedAgain(sharedForMs),
    showTyping: createTyping(api, chat.clock),
  };
  await poll(answering, client(POLL_TIMEOUT_S), handled, connected);
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
