/** The composition root: configuration → storage → dossier → adapters. Starts, stops, decides nothing. */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { commands } from '../commands/index.ts';
import { connectDiscord } from './adapters/discord/connect.ts';
import { connectTelegram } from './adapters/telegram/connect.ts';
import { connectTerminal } from './adapters/terminal/connect.ts';
import { openHistory } from './adapters/terminal/history.ts';
import { ConfigError, readConfig, secretsOf } from './config.ts';
import { createFloodLimit } from './core/chat/flood-limit.ts';
import type { Chat } from './core/chat/run-command.ts';
import { sayWhyNot } from './exit.ts';
import { languageTags, loadLanguage } from './language/load-language.ts';
import { createLog } from './log.ts';
import { openDossier } from './storage/live-dossier.ts';
import { openStore } from './storage/open-store.ts';
import { readBaseline } from './storage/read-baseline.ts';

/** How often a running bot looks for what another process has added to the ledger, in ms. A look costs microseconds. */
const REFRESH_EVERY = 2000;
/** Milliseconds that a bot that has stopped leaves to requests still under way. */
const EXIT_WITHIN_MS = 500;
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
    const chat: Chat = {
      commands,
      dossier: live.current,
      store,
      language: loadLanguage(config.language),
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
    const refreshing = keepRefreshing(live.refresh, (error) =>
      log.error({ err: error }, 'the ledger could not be read'),
    );
    try {
      const stop = new AbortController();
      // `AbortSignal.any`: the process's own signal, or an adapter that cannot go on.
      const parts = { chat, log, signal: AbortSignal.any([signal, stop.signal]) };
      // One that cannot go on (a refused token) stops the others too, so that all close cleanly before the process ends.
      const untilStopped = (adapter: Promise<void>) =>
        adapter.catch((error: unknown) => {
          stop.abort();
          throw error;
        });
      const adapters = [
        ...(config.discord ? [connectDiscord({ config: config.discord, ...parts })] : []),
        ...(config.telegram ? [connectTelegram({ config: config.telegram, ...parts })] : []),
        ...(isBot ? [] : [connectTerminal({ ...parts, ...terminal(log) })]),
      ];
      const [failed] = (await Promise.allSettled(adapters.map(untilStopped))).filter(
        ({ status }) => status === 'rejected',
      );
      if (failed?.status === 'rejected') throw failed.reason;
    } finally {
      clearInterval(refreshing);
    }
  } finally {
    await store.close();
    // A request that hangs must not keep a stopped bot alive; the exit code is set by then.
    if (isBot) setTimeout(() => process.exit(), EXIT_WITHIN_MS).unref();
  }
}

function terminal(log: Logger) {
  const onProblem = (error: unknown) => log.warn({ err: error }, 'what was typed cannot be kept');
  return { input: process.stdin, output: process.stdout, openHistory: () => openHistory(HISTORY_FILE, onProblem) };
}

function keepRefreshing(refresh: () => Promise<number>, onError: (error: unknown) => void): NodeJS.Timeout {
  let running = false;
  return setInterval(() => {
    if (running) return;
    running = true;
    refresh()
      .catch(onError)
      .finally(() => {
        running = false;
      });
  }, REFRESH_EVERY);
}

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
try {
  await main(stop.signal);
} catch (error) {
  process.exitCode = sayWhyNot(error);
}
