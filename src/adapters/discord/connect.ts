/** Keeps the bot connected to Discord's gateway and answers what is asked there. */
import { once } from 'node:events';
import { type Client, Events } from 'discord.js';
import type { Logger } from 'pino';
import type { Engine } from '../../core/chat/run-command.ts';
import { type Backoff, growingPauses, keepConnected } from '../retry.ts';
import { inTime, pause, unlessAborted } from '../waiting.ts';
import { answerInteraction } from './answer.ts';
import { openClient } from './client.ts';
import { registerCommands } from './commands.ts';
import {
  askedToWait,
  ConnectionLost,
  classifyError,
  describeError,
  GatewayClosed,
  giveUp,
  withoutRequest,
} from './errors.ts';
import { type CommandIds, NO_COMMANDS } from './spans.ts';

/** Milliseconds from login to ready, and from a lost connection to a resumed one, before beginning anew. */
const READY_WITHIN_MS = 30_000;
/** Milliseconds for answers under way when the bot is stopped. */
const LEAVE_WITHIN_MS = 800;

export interface DiscordOptions {
  readonly config: { readonly token: string; readonly guildId?: string; readonly apiUrl: string };
  readonly chat: Engine;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly backoff?: Backoff;
  /** Milliseconds after which a slow answer is deferred. */
  readonly deferAfterMs?: number;
  /** Milliseconds for the gateway to be ready; asked at each login. */
  readonly readyWithinMs?: number;
  /** Milliseconds for a connection that was cut to be back. */
  readonly backWithinMs?: number;
}

/**
 * Resolves once `signal` aborted and the connection is closed. While Discord is down it tries again and logs that.
 * Rejects only with `TokenRefused`.
 */
export async function connectDiscord(options: DiscordOptions): Promise<void> {
  const { log, signal, backoff = growingPauses } = options;
  await keepConnected({
    platform: 'Discord',
    session: (stop, connected) => holdSession(options, stop, connected),
    giveUp,
    describe: describeError,
    loggable: withoutRequest,
    askedToWait,
    backoff,
    log,
    signal,
  });
}

async function holdSession(options: DiscordOptions, stop: AbortSignal, connected: () => void): Promise<void> {
  const { config, log, readyWithinMs = READY_WITHIN_MS, backWithinMs = READY_WITHIN_MS } = options;
  const { client, channelNameOf, leave } = openClient(config.apiUrl);
  const lost = watchConnection(client, log, backWithinMs, stop);
  const answers = new Set<Promise<void>>();
  let commandIds = NO_COMMANDS;
  client.on(Events.InteractionCreate, (interaction) => {
    const answering = { ...options, commandIds, channelName: channelNameOf(interaction) };
    const answer = answerInteraction(interaction, answering).finally(() => answers.delete(answer));
    answers.add(answer);
  });
  try {
    const ready = Promise.all([client.login(config.token), once(client, Events.ClientReady, { signal: stop })]);
    if ((await inTime(Promise.race([ready, lost]), readyWithinMs)) === 'late')
      throw new ConnectionLost(`the gateway was not ready within ${readyWithinMs} ms`);
    log.info({ platform: 'Discord', bot: client.user?.tag }, `Discord connected as ${client.user?.tag}`);
    commandIds = await register(client, options);
    connected();
    await unlessAborted(lost, stop);
  } finally {
    await inTime(Promise.all(answers), LEAVE_WITHIN_MS);
    await leave();
  }
}

/** Rejects when the gateway closed for good, or did not come back in time. Logs what happens to it. */
function watchConnection(client: Client, log: Logger, withinMs: number, stop: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  // Awaited by the session; until then a rejection must not end the process.
  promise.catch(() => undefined);
  let away: AbortController | undefined;
  const expectBack = async (signal: AbortSignal) => {
    // `AbortSignal.any`: back in time, or stopped.
    await pause(withinMs, AbortSignal.any([signal, stop]));
    if (!signal.aborted) reject(new ConnectionLost(`the gateway did not come back within ${withinMs} ms`));
  };
  const back = () => {
    if (away) log.info({ platform: 'Discord' }, 'Discord is back');
    away?.abort();
    away = undefined;
  };
  client.on(Events.ShardReady, back);
  client.on(Events.ShardResume, back);
  client.on(Events.ShardReconnecting, () => {
    if (away || !client.isReady()) return;
    away = new AbortController();
    log.warn({ platform: 'Discord' }, 'The connection to Discord was cut; discord.js is resuming it');
    void expectBack(away.signal);
  });
  client.on(Events.ShardDisconnect, ({ code }) => reject(new GatewayClosed(code)));
  client.on(Events.Invalidated, () => reject(new ConnectionLost('the session was invalidated')));
  const complain = (error: Error) => {
    log.warn({ platform: 'Discord', reason: describeError(error) }, 'Discord reported an error');
  };
  client.on(Events.ShardError, complain);
  // Without a listener for it, an error would end the process.
  client.on(Events.Error, complain);
  return promise;
}

/** Answers do not wait for this. Where Discord refuses the commands, the bot goes on with those registered before. */
async function register(client: Client, { config, chat, log }: DiscordOptions): Promise<CommandIds> {
  if (!client.application) throw new ConnectionLost('the gateway did not say which application this is');
  const { guildId } = config;
  const line = { platform: 'Discord', scope: guildId ?? 'global', commands: chat.commands.length };
  try {
    const { isNew, ids } = await registerCommands({
      rest: client.rest,
      applicationId: client.application.id,
      guildId,
      chat,
    });
    log.info(line, isNew ? 'Commands registered' : 'Commands are registered already');
    return ids;
  } catch (error) {
    const failure = classifyError(error);
    if (failure === 'gone' || failure === 'refused') {
      const words = 'Discord does not let the bot register commands there: is it in the server DISCORD_GUILD_ID?';
      log.error({ ...line, reason: describeError(error) }, words);
    } else if (failure === 'bug') {
      chat.reportBug(withoutRequest(error), { command: 'register', place: { id: 'discord:', isPrivate: false } });
    } else throw error;
    return NO_COMMANDS;
  }
}
