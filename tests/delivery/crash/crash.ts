/** The crash test: the bot is killed at random moments of a broadcast, again and again; no message may be lost. */
import { MAX_IN_FLIGHT } from '../../../src/delivery/send-queued.ts';
import { accountFor, countStates, left, PLATFORMS, posts, until, untilNone } from './accounting.ts';
import { breakingNews, subscribeMany } from './broadcast.ts';
import { inCrashScene, LIFE_MS } from './crash-scene.ts';

export interface CrashReport {
  readonly subscriptions: number;
  readonly kills: number;
  /** Rows that ended as this, of both platforms. */
  readonly states: Readonly<Record<string, number>>;
  /** What was in the air at each kill, by the rows: attempting. */
  readonly inFlight: readonly number[];
  /** Sentences; empty where all is well. */
  readonly problems: readonly string[];
}

/**
 * `subscriptions` in all, half on each platform, each owed one digest and one alert. Takes about two seconds a kill.
 */
export async function crashTest(options: {
  readonly databaseUrl: string;
  readonly subscriptions: number;
  readonly kills: number;
  readonly onProgress?: (line: string) => void;
}): Promise<CrashReport> {
  const { databaseUrl, kills, onProgress = () => undefined } = options;
  const count = Math.ceil(options.subscriptions / PLATFORMS.length);
  return inCrashScene(databaseUrl, async ({ discord, telegram, store, live, start }) => {
    await subscribeMany(store, { count, slot: Date.now() - 1000, when: 'always', schedule: '0 0 1 1 *' });
    const inFlight: number[] = [];
    const postsOfALife = Math.ceil((PLATFORMS.length * 2 * count) / (2 * kills));
    /** Attempts that were never settled. On PostgreSQL those of earlier lives wait for their leases to end. */
    const attempts = async (): Promise<ReadonlySet<string>> => {
      const all = { holder: '', now: Number.MAX_SAFE_INTEGER, isAlone: true };
      const rows = await Promise.all(PLATFORMS.map((platform) => store.outbox.interrupted({ platform, ...all })));
      return new Set(rows.flat().map(({ id, attempts: number }) => `${id} ${number}`));
    };
    for (let life = 0; life < kills; life += 1) {
      const bot = start();
      const before = posts(discord, telegram);
      const attemptsBefore = await attempts();
      if (!(await until(() => posts(discord, telegram) > before, 60_000))) {
        throw new Error(`life ${life}: nothing was sent; it wrote\n${bot.output()}`);
      }
      // The alert is announced while digests are still going out.
      if (life === Math.floor(kills / 4))
        await store.append([breakingNews('dev-crash', Date.now())], live.current().head, { announce: true });
      // At a random moment of its work, and while there is work left for the lives that follow.
      const target = before + Math.ceil(Math.random() * postsOfALife);
      await until(() => posts(discord, telegram) >= target, LIFE_MS);
      await bot.kill('SIGKILL');
      inFlight.push((await attempts()).difference(attemptsBefore).size);
      onProgress(`${life + 1} of ${kills} kills, ${posts(discord, telegram)} messages, ${inFlight.at(-1)} in the air`);
    }
    const last = start();
    const isDone = await untilNone(() => left(store), 120_000);
    const states = await countStates(store);
    const problems = isDone ? [] : [`not everything was sent: ${JSON.stringify(states)}; it wrote\n${last.output()}`];
    await last.kill('SIGTERM');
    problems.push(...(await accountFor(store, { discord, telegram }, count)));
    if (inFlight.some((number) => number > PLATFORMS.length * MAX_IN_FLIGHT))
      problems.push('more in the air than allowed');
    const doubtful = states['unknown'] ?? 0;
    const couldBe = inFlight.reduce((sum, one) => sum + one, 0);
    if (doubtful > couldBe) problems.push(`${doubtful} in doubt, but only ${couldBe} were in the air at a kill`);
    return { subscriptions: count * PLATFORMS.length, kills, states, inFlight, problems };
  });
}
