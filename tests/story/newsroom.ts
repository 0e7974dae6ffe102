/**
 * The whole bot in one process, with a clock that the test sets: both platforms through their SDKs against the fakes,
 * the terminal, delivery to all three, and two owners who name each other nowhere.
 */
import { randomUUID } from 'node:crypto';
import { commands } from '../../commands/index.ts';
import { connectDiscord } from '../../src/adapters/discord/connect.ts';
import { createDiscordMessenger } from '../../src/adapters/discord/sending/messenger.ts';
import { connectTelegram } from '../../src/adapters/telegram/connect.ts';
import { createTelegramMessenger } from '../../src/adapters/telegram/sending/messenger.ts';
import { TERMINAL } from '../../src/adapters/terminal/place.ts';
import { createTerminalMessenger } from '../../src/adapters/terminal/sending/messenger.ts';
import { createFloodLimit } from '../../src/core/chat/flood-limit.ts';
import { teamSize } from '../../src/core/chat/roles.ts';
import type { Engine } from '../../src/core/chat/run-command.ts';
import type { Messenger } from '../../src/core/ports/messenger.ts';
import { deliver } from '../../src/delivery/deliver.ts';
import { createPacer } from '../../src/delivery/pacing.ts';
import { progressOf } from '../../src/delivery/progress.ts';
import { createTeamDirectory } from '../../src/delivery/team.ts';
import { loadLanguage } from '../../src/language/load-language.ts';
import { openDossier } from '../../src/live-dossier.ts';
import { isPerson } from '../../src/people.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { answerLaneForTests } from '../adapters/answer-lane-for-tests.ts';
import { logForTests } from '../adapters/log-for-tests.ts';
import { openTerminal } from '../adapters/terminal/open-terminal.ts';
import { readRealBaseline } from '../core/dossier/real-dossier.ts';
import { startFakeDiscord } from '../fakes/discord/discord.ts';
import { startFakeTelegram } from '../fakes/telegram/telegram.ts';

/** Ids of people: of an owner on each platform, and of a moderator whom they add. */
export const PEOPLE = { discord: '777000000000000001', telegram: 4_242_424 } as const;

export type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

export async function openNewsroom() {
  let now = Date.UTC(2026, 10, 22, 12);
  const started = Date.now();
  const clock = () => now + Date.now() - started;
  const [discord, telegram] = [await startFakeDiscord(), await startFakeTelegram()];
  const store = await openStore({ url: 'sqlite::memory:', role: 'bot', clock });
  const live = await openDossier(await readRealBaseline(), store, clock());
  const owners = new Set([`discord:${PEOPLE.discord}`, `telegram:${PEOPLE.telegram}`]);
  const language = loadLanguage('en');
  const { log, says, lines } = logForTests();
  const bugs: unknown[] = [];
  const audits: unknown[] = [];
  const platforms = ['discord', 'telegram', 'terminal'];
  const team = createTeamDirectory({ owners, moderators: store.moderators, local: TERMINAL, isThere: true });
  const stop = new AbortController();
  const { signal } = stop;
  const ticks = new Set<() => Promise<void>>();
  const terminalMessenger = createTerminalMessenger();
  const chat: Engine = {
    commands,
    dossier: live.current,
    store,
    subscriptions: store.subscriptions,
    moderators: store.moderators,
    owners,
    isPerson,
    audit: (record) => void audits.push(record),
    posting: {
      drafts: store.drafts,
      moderators: () => teamSize({ owners, moderators: store.moderators }),
      review: new Set(['claims', 'ceasefire', 'retractions']),
      platforms,
      drill: store.drill,
      remindAfterDays: 10_000,
      coverage: (seq) => progressOf(seq, { store, corrections: store.corrections, platforms }),
      refresh: async () => {
        await live.refresh();
        return live.current();
      },
    },
    language,
    timezone: 'UTC',
    staleAfterDays: 7,
    floodLimit: createFloodLimit(1000),
    clock,
    reportBug: (error) => `bug-${bugs.push(error)}`,
  };
  const configs = {
    discord: { token: discord.token, apiUrl: discord.apiUrl },
    telegram: { token: telegram.token, apiUrl: telegram.apiUrl },
  };
  const delivering = (messenger: Messenger) =>
    deliver({
      messenger,
      pacer: createPacer(messenger.limits),
      store,
      subscriptions: store.subscriptions,
      outbox: store.outbox,
      corrections: store.corrections,
      log,
      signal,
      dossier: live.current,
      onChange: live.onChange,
      language,
      // No reminders: they would come between what is asked and answered.
      staleAfterDays: 10_000,
      timezone: 'UTC',
      team,
      remindAfterDays: 10_000,
      platforms,
      holder: randomUUID(),
      isAlone: true,
      clock,
      random: Math.random,
      eachMinute: (tick) => {
        ticks.add(tick);
        return () => void ticks.delete(tick);
      },
    });
  const running = [
    connectDiscord({ config: configs.discord, chat, log, signal, backoff: () => 20 }),
    connectTelegram({ config: configs.telegram, chat, log, signal, backoff: () => 20, lane: answerLaneForTests() }),
    delivering(createDiscordMessenger({ config: configs.discord, log, signal })),
    delivering(createTelegramMessenger({ config: configs.telegram, log, signal })),
    delivering(terminalMessenger),
  ];
  await Promise.all([says('Commands registered'), says('Telegram connected')]);
  const terminal = openTerminal({ chat, messenger: terminalMessenger, signal });
  return {
    chat,
    discord,
    telegram,
    terminal,
    store,
    dossier: live.current,
    bugs,
    audits,
    lines,
    clock,
    /** `YYYY-MM-DD` of today there. */
    today: () => new Date(clock()).toISOString().slice(0, 10),
    /** So many ms later; the minute ticks on all platforms. */
    async later(ms: number) {
      now += ms;
      for (const tick of ticks) await tick();
    },
    async close() {
      stop.abort();
      terminal.input.end();
      await Promise.all([...running, terminal.ended]);
      await store.close();
      await Promise.all([discord.stop(), telegram.stop()]);
    },
  };
}
