/** Broadcasts of the real bot to the fakes at the platforms' real limits: the rate used, and how long askers wait. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readBaseline } from '../src/dossier-files/read-baseline.ts';
import { openDossier } from '../src/live-dossier.ts';
import { openStore } from '../src/storage/open-store.ts';
import type { OpenedStore } from '../src/storage/opened-store.ts';
import { until } from '../tests/delivery/crash/accounting.ts';
import { type Bot, startBot, subscribeMany } from '../tests/delivery/crash/broadcast.ts';
import { type FakeDiscord, startFakeDiscord } from '../tests/fakes/discord/discord.ts';
import { type FakeTelegram, startFakeTelegram } from '../tests/fakes/telegram/telegram.ts';
import { percentile, type Row, residentMB } from './measure.ts';

/** Requests a second that the platforms allow: `shared/reference` and the fakes. */
export const PERMITTED = { discord: 50, telegram: 30 } as const;
const WANTED_SHARE = 0.95;
const WANTED_P99_MS = 300;
const WANTED_MB = 60;
const ASK_EVERY_MS = 150;

interface Scene {
  readonly discord: FakeDiscord;
  readonly telegram: FakeTelegram;
  readonly store: OpenedStore;
  readonly start: () => Promise<Bot>;
}

export async function withScene<T>(work: (scene: Scene) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'truceline-bench-'));
  // Answers take as long as the platforms' do.
  const options = {
    limits: true,
    keepRequests: false,
    checks: 'first-100',
    delayMs: () => 40 + Math.random() * 60,
  } as const;
  const [discord, telegram] = [
    await startFakeDiscord({ ...options, ackWindowMs: 3000 }),
    await startFakeTelegram(options),
  ];
  const url = `sqlite:${join(folder, 'bench.sqlite')}`;
  const store = await openStore({ url, role: 'guest' });
  const bots: Bot[] = [];
  const start = async () => {
    const bot = startBot({ discord, telegram }, { DATABASE_URL: url, LOG_LEVEL: 'info', COMMANDS_PER_MINUTE: '600' });
    bots.push(bot);
    if (!(await until(() => /connected[^]*connected/u.test(bot.output()), 20_000))) throw new Error(bot.output());
    return bot;
  };
  try {
    await openDossier(await readBaseline('data/pakistan-afghanistan'), store, Date.now());
    return await work({ discord, telegram, store, start });
  } finally {
    for (const bot of bots) await bot.kill('SIGTERM');
    await store.close();
    await Promise.all([discord.stop(), telegram.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
}

/** `count` chats on each platform, one digest each: nothing is refused, and nearly all that is permitted is used. */
export function measureRate(count: number): Promise<readonly Row[]> {
  return withScene(async ({ discord, telegram, store, start }) => {
    await subscribeMany(store, { count, slot: Date.now() - 1000, when: 'always', schedule: '0 0 1 1 *' });
    await start();
    const timed = async (name: keyof typeof PERMITTED, fake: Pick<FakeDiscord, 'throttled'>): Promise<Row> => {
      // Counted in the database: looking through the fakes' archives would keep them from stamping what arrives.
      const sent = async () => (await store.outbox.counts(name)).sent;
      await until(async () => (await sent()) > 0, 30_000, 50);
      const startedAt = performance.now();
      const first = await sent();
      const isDone = await until(async () => (await sent()) >= count, (count / PERMITTED[name]) * 2000 + 60_000, 50);
      const perSecond = (count - first) / ((performance.now() - startedAt) / 1000);
      const share = perSecond / PERMITTED[name];
      return {
        what: `${name}: a digest to ${count} chats`,
        ours: `${perSecond.toFixed(1)} a second, ${fake.throttled()} throttled`,
        baseline: `${PERMITTED[name]} a second permitted`,
        ratio: share.toFixed(3),
        wanted: `≥ ${WANTED_SHARE}, 0 throttled`,
        isMet: isDone && share >= WANTED_SHARE && fake.throttled() === 0,
      };
    };
    return Promise.all([timed('discord', discord), timed('telegram', telegram)]);
  });
}

/**
 * How long `/ceasefire` takes while `count` subscriptions are served, beside how long it takes when nothing else is
 * done.
 */
export function measureAnswers(count: number, seconds: number): Promise<readonly Row[]> {
  return withScene(async ({ discord, telegram, store, start }) => {
    const bot = await start();
    const ask = {
      discord: () => discord.user({ channelId: '900000000000000001' }).slash('ceasefire', {}),
      telegram: () => telegram.user().says('/ceasefire'),
    };
    const idle = await answers(ask, 10);
    const before = await residentMB(bot.process.pid ?? 0);
    await subscribeMany(store, { count: count / 2, slot: Date.now() + 5000, when: 'always', schedule: '0 0 1 1 *' });
    const isBusy = async () =>
      (await store.outbox.counts('discord')).sent > 0 && (await store.outbox.counts('telegram')).sent > 0;
    await until(isBusy, 90_000, 250);
    const busy = await answers(ask, seconds);
    const grown = (await residentMB(bot.process.pid ?? 0)) - before;
    const left = (await store.outbox.counts('discord')).pending + (await store.outbox.counts('telegram')).pending;
    return [
      ...(['discord', 'telegram'] as const).map((platform): Row => {
        const [ours, bare] = [percentile(busy[platform], 0.99), percentile(idle[platform], 0.99)];
        return {
          what: `${platform}: /ceasefire while ${count} are due, 99th percentile of ${busy[platform].length}`,
          ours: `${ours.toFixed(0)} ms`,
          baseline: `${bare.toFixed(0)} ms (nothing else to do)`,
          ratio: (ours / bare).toFixed(2),
          wanted: `< ${WANTED_P99_MS} ms, of which the fakes take up to 100`,
          isMet: ours < WANTED_P99_MS && left > 0,
        };
      }),
      {
        what: `the bot's resident memory while ${count} are served`,
        ours: `+${grown.toFixed(0)} MB`,
        baseline: `${before.toFixed(0)} MB before`,
        ratio: ((before + grown) / before).toFixed(2),
        wanted: `< +${WANTED_MB} MB`,
        isMet: grown < WANTED_MB,
      },
    ];
  });
}

/** Milliseconds from each question to its answer, both platforms side by side. */
async function answers(
  ask: Readonly<Record<'discord' | 'telegram', () => Promise<unknown>>>,
  seconds: number,
): Promise<Readonly<Record<'discord' | 'telegram', readonly number[]>>> {
  const endsAt = performance.now() + seconds * 1000;
  const timed = async (one: () => Promise<unknown>) => {
    const took: number[] = [];
    while (performance.now() < endsAt) {
      const askedAt = performance.now();
      await one();
      took.push(performance.now() - askedAt);
      await sleep(ASK_EVERY_MS);
    }
    return took;
  };
  const [discord, telegram] = await Promise.all([timed(ask.discord), timed(ask.telegram)]);
  return { discord, telegram };
}
