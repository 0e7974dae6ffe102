/** The composition root: configuration → storage → dossier → delivery → adapters. Starts, stops, decides nothing. */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { commands } from '../commands/index.ts';
import { LOCAL_PERSON, platforms } from './adapters/index.ts';
import { type Config, ConfigError, readConfig, secretsOf } from './config.ts';
import { createFloodLimit } from './core/chat/flood-limit.ts';
import { createKeptPages } from './core/chat/kept-pages.ts';
import { teamSize } from './core/chat/roles.ts';
import type { Engine } from './core/chat/run-command.ts';
import { localTimezone } from './core/subscriptions/timezones.ts';
import { progressOf } from './delivery/progress.ts';
import { createTeamDirectory } from './delivery/team.ts';
import { readBaseline } from './dossier-files/read-baseline.ts';
import { sayWhyNot } from './exit.ts';
import { languageTags, loadLanguage } from './language/load-language.ts';
import { type LiveDossier, openDossier, refreshing } from './live-dossier.ts';
import { createLog } from './log.ts';
import { isPerson } from './people.ts';
import { serveAll } from './serve.ts';
import { openStore } from './storage/open-store.ts';
import type { OpenedStore } from './storage/opened-store.ts';
import { createTurns } from './turns.ts';

/** Milliseconds that a bot that has stopped leaves to requests still under way. */
const EXIT_WITHIN_MS = 500;

async function main(signal: AbortSignal): Promise<void> {
  const config = readConfig();
  const { isBot } = config;
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
    const watched = watchedPlatforms(config);
    const chat = createEngine({ config, live, store, log, watched });
    const team = createTeamDirectory({
      owners: chat.owners,
      moderators: store.moderators,
      local: LOCAL_PERSON,
      isThere: process.stdin.isTTY,
    });
    const stopWatching = store.watch(refreshing(live, log));
    try {
      await serveAll(config.platforms, { chat, live, store, team, log, watched, signal });
    } finally {
      stopWatching();
    }
  } finally {
    await store.close();
    // A request that hangs must not keep a stopped bot alive; the exit code is set by then.
    if (isBot) setTimeout(() => process.exit(), EXIT_WITHIN_MS).unref();
  }
}

/**
 * The platforms whose messages a correction has to reach. Also those that another process serves: a bot runs for each
 * platform, or a terminal beside a bot. What a terminal was shown is gone when it ends.
 */
function watchedPlatforms({ isBot }: Config): readonly string[] {
  return platforms.filter(({ bot }) => bot !== undefined || !isBot).map(({ name }) => name);
}

function createEngine({
  config,
  live,
  store,
  log,
  watched,
}: {
  readonly config: Config;
  readonly live: LiveDossier;
  readonly store: OpenedStore;
  readonly log: Logger;
  readonly watched: readonly string[];
}): Engine {
  const owners = new Set(config.owners);
  return {
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
      platforms: platforms.map(({ name }) => name),
      drill: store.drill,
      refresh: async () => {
        await live.refresh();
        return live.current();
      },
      remindAfterDays: config.remindAfterDays,
      coverage: (seq) => progressOf(seq, { store, corrections: store.corrections, platforms: watched }),
    },
    language: loadLanguage(config.language),
    timezone: config.timezone ?? localTimezone(live.current().conflict),
    staleAfterDays: config.staleAfterDays,
    // The one person at the terminal floods nobody.
    floodLimit: config.isBot ? createFloodLimit(config.commandsPerMinute) : () => 0,
    kept: createKeptPages(),
    turns: createTurns(),
    clock: Date.now,
    reportBug: (error, { command, place }) => {
      const id = randomUUID().slice(0, 8);
      log.error({ err: error, id, command, place: place.id }, 'a command failed');
      return id;
    },
  };
}

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
try {
  await main(stop.signal);
} catch (error) {
  process.exitCode = sayWhyNot(error);
}
