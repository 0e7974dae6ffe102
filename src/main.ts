/** The composition root: configuration → storage → dossier → delivery → adapters. Starts, stops, decides nothing. */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { commands } from '../commands/index.ts';
import { connectDiscord } from './adapters/discord/connect.ts';
import { createDiscordMessenger } from './adapters/discord/messenger.ts';
import { connectTelegram } from './adapters/telegram/connect.ts';
import { createTelegramMessenger } from './adapters/telegram/messenger.ts';
import { connectTerminal } from './adapters/terminal/connect.ts';
import { openHistory } from './adapters/terminal/history.ts';
import { createTerminalMessenger, TERMINAL } from './adapters/terminal/messenger.ts';
import { ConfigError, readConfig, secretsOf } from './config.ts';
import { createFloodLimit } from './core/chat/flood-limit.ts';
import { teamSize } from './core/chat/roles.ts';
import type { Engine } from './core/chat/run-command.ts';
import type { Messenger } from './core/ports/messenger.ts';
import { deliver } from './delivery/deliver.ts';
import { createPacer, type Pacer } from './delivery/pacing.ts';
import { progressOf } from './delivery/progress.ts';
import { createTeamDirectory } from './delivery/team.ts';
import { readBaseline } from './dossier-files/read-baseline.ts';
import { sayWhyNot } from './exit.ts';
import { languageTags, loadLanguage } from './language/load-language.ts';
import { type LiveDossier, openDossier } from './live-dossier.ts';
import { createLog } from './log.ts';
import { isPerson } from './people.ts';
import type { Leadership } from './storage/leader.ts';
import { openStore } from './storage/open-store.ts';
import type { OpenedStore } from './storage/opened-store.ts';

/** Milliseconds that a bot that was told to stop leaves to sends under way; the longest of them takes 8 s. */
const DRAIN_WITHIN_MS = 9000;
/** Milliseconds that a bot that has stopped leaves to requests still under way. */
const EXIT_WITHIN_MS = 500;
/** Milliseconds after which the ledger is read again where it could not be. */
const READ_AGAIN_MS = 3000;
/** Where the terminal keeps what was typed. */
const HISTORY_FILE = 'var/terminal-history';

async function main(signal: AbortSignal): Promise<void> {
  const config = readConfig();
  const isBot = config.discord !== undefined || config.telegram !== undefined;
  // Where a person reads the answers, the log is kept apart from them and short.
  const log = createLog({
    secrets: secretsOf(config),
    ...(isBot ? { level: config.logLevel } : { level: 'warn', destination: process.stderr }),
  });
  if (!languageTags().includes(config.language)) {
    throw new ConfigError([`BOT_LANGUAGE must be one of: ${languageTags().join(', ')}`]);
  }
  const baseline = await readBaseline(config.dossier);
  const store = await openStore({ url: config.databaseUrl, role: isBot ? 'bot' : 'guest' });
  try {
    const live = await openDossier(baseline, store, Date.now());
    log.info({ revisions: live.imported.revisions }, 'dossier ready');
    const { leftAlone } = live.imported;
    if (leftAlone.length > 0)
      log.warn({ entries: leftAlone }, 'these entries were revised here; their changed files were not imported');
    const language = loadLanguage(config.language);
    const owners = new Set(config.owners);
    const { discord, telegram } = config;
    // Also what another process serves: a terminal beside a bot, one bot for each platform. What a terminal was shown is gone when it ends.
    const watched = ['discord', 'telegram', ...(isBot ? [] : ['terminal'])];
    const chat: Engine = {
      commands,
      dossier: live.current,
      store,
      subscriptions: store.subscriptions,
      moderators: store.moderators,
      owners,
      isPerson,
      audit: (record) => log.info({ audit: record }, 'a moderating command'),
      posting: {
        drafts: store.drafts,
        moderators: () => teamSize({ owners, moderators: store.moderators }),
        review: new Set(config.review),
        platforms: ['discord', 'telegram', 'terminal'],
        drill: store.drill,
        refresh: async () => {
          await live.refresh();
          return live.current();
        },
        remindAfterDays: config.remindAfterDays,
        coverage: (seq) => progressOf(seq, { store, outbox: store.outbox, platforms: watched }),
      },
      language,
      timezone: config.timezone,
      staleAfterDays: config.staleAfterDays,
      // The one person at the terminal floods nobody.
      floodLimit: isBot ? createFloodLimit(config.commandsPerMinute) : () => 0,
      clock: Date.now,
      reportBug: (error, { command, place }) => {
        const id = randomUUID().slice(0, 8);
        log.error({ err: error, id, command, place: place.id }, 'a command failed');
        return id;
      },
    };
    const stopWatching = store.watch(refreshing(live, log));
    try {
      const stop = new AbortController();
      // `AbortSignal.any`: the process's own signal, or an adapter that cannot go on.
      const parts: Parts = { chat, live, store, log, watched, signal: AbortSignal.any([signal, stop.signal]) };
      // One that cannot go on (a refused token) stops the others too, so that all close cleanly before the process ends.
      const untilStopped = (platform: Promise<void>) =>
        platform.catch((error: unknown) => {
          stop.abort();
          throw error;
        });
      const platforms = [
        ...(discord ? [serve(discordFace(discord), parts)] : []),
        ...(telegram ? [serve(telegramFace(telegram), parts)] : []),
        ...(isBot ? [] : [serve(terminalFace(), parts)]),
      ];
      const [failed] = (await Promise.allSettled(platforms.map(untilStopped))).filter(
        ({ status }) => status === 'rejected',
      );
      if (failed?.status === 'rejected') throw failed.reason;
    } finally {
      stopWatching();
    }
  } finally {
    await store.close();
    // A request that hangs must not keep a stopped bot alive; the exit code is set by then.
    if (isBot) setTimeout(() => process.exit(), EXIT_WITHIN_MS).unref();
  }
}

/** Reads what was appended; where that fails it is tried again, as nobody may tell a second time. */
function refreshing({ refresh }: LiveDossier, log: Logger): () => void {
  const read = (): void => {
    refresh().catch((error: unknown) => {
      log.error({ err: error }, 'The ledger could not be read; trying again');
      setTimeout(read, READ_AGAIN_MS).unref();
    });
  };
  return read;
}

interface Parts {
  readonly chat: Engine;
  readonly live: LiveDossier;
  readonly store: OpenedStore;
  readonly log: Logger;
  /** The platforms whose messages a correction has to reach. */
  readonly watched: readonly string[];
  readonly signal: AbortSignal;
}

/** A platform as it is served: what sends to it, and what keeps it connected until `signal` aborts. */
interface Face {
  readonly platform: string;
  readonly messenger: (parts: Pick<Parts, 'log' | 'signal'>) => Messenger;
  readonly connect: (parts: Parts, messenger: Messenger, pacer: Pacer) => Promise<void>;
}

type DiscordConfig = NonNullable<ReturnType<typeof readConfig>['discord']>;
type TelegramConfig = NonNullable<ReturnType<typeof readConfig>['telegram']>;

function discordFace(config: DiscordConfig): Face {
  return {
    platform: 'discord',
    messenger: (parts) => createDiscordMessenger({ config, limits: { perSecond: config.sendsPerSecond }, ...parts }),
    connect: (parts) => connectDiscord({ config, ...parts }),
  };
}

function telegramFace(config: TelegramConfig): Face {
  return {
    platform: 'telegram',
    messenger: (parts) => createTelegramMessenger({ config, limits: { perSecond: config.sendsPerSecond }, ...parts }),
    connect: (parts, _messenger, pacer) =>
      connectTelegram({ config, onSend: (place) => pacer.spend(place, Date.now()), ...parts }),
  };
}

function terminalFace(): Face {
  const messenger = createTerminalMessenger();
  return {
    platform: 'terminal',
    messenger: () => messenger,
    connect: ({ log, ...parts }) => {
      const onProblem = (error: unknown) => log.warn({ err: error }, 'what was typed cannot be kept');
      const open = () => openHistory(HISTORY_FILE, onProblem);
      return connectTerminal({ ...parts, messenger, input: process.stdin, output: process.stdout, openHistory: open });
    },
  };
}

/** Serves a platform for as long as this process leads it: of several on one database, one answers and sends. */
async function serve({ platform, messenger: create, connect }: Face, parts: Parts): Promise<void> {
  const { chat, live, store, log, watched, signal } = parts;
  const team = createTeamDirectory({
    owners: chat.owners,
    moderators: store.moderators,
    local: TERMINAL,
    isThere: process.stdin.isTTY,
  });
  while (!signal.aborted) {
    const lead = await leadOr(store.lead(platform, signal), signal);
    if (lead === undefined) return;
    const ended = new AbortController();
    // `AbortSignal.any`: told to stop, no longer the one who leads, or the connection has ended by itself.
    const stop = AbortSignal.any([signal, lead.lost, ended.signal]);
    const drained = new AbortController();
    const messenger = create({ log, signal: drained.signal });
    const pacer = createPacer(messenger.limits);
    stop.addEventListener('abort', () => setTimeout(() => drained.abort(), DRAIN_WITHIN_MS).unref(), { once: true });
    const sending = deliver({
      messenger,
      pacer,
      store,
      subscriptions: store.subscriptions,
      outbox: store.outbox,
      log,
      signal: stop,
      dossier: live.current,
      onChange: live.onChange,
      language: chat.language,
      staleAfterDays: chat.staleAfterDays,
      timezone: chat.timezone,
      team,
      remindAfterDays: chat.posting.remindAfterDays,
      platforms: watched,
      holder: randomUUID(),
      isAlone: lead.isAlone,
      clock: Date.now,
      random: Math.random,
    });
    try {
      await connect({ ...parts, signal: stop }, messenger, pacer);
      // A terminal whose input has ended is left for good; the others end only when they are told to.
      if (!lead.lost.aborted) return;
      log.warn({ platform }, 'The lead was lost; waiting to take it again');
    } finally {
      ended.abort();
      await sending;
      await lead.release();
    }
  }
}

/** Undefined where the bot was stopped while it waited for its turn. */
async function leadOr(taking: Promise<Leadership>, signal: AbortSignal): Promise<Leadership | undefined> {
  try {
    return await taking;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
try {
  await main(stop.signal);
} catch (error) {
  process.exitCode = sayWhyNot(error);
}
