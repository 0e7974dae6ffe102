/** The crash test: the bot is killed with SIGKILL at random moments of a broadcast, again and again; then every message is accounted for. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery } from '../../src/core/digest/delivery.ts';
import { MAX_IN_FLIGHT } from '../../src/delivery/send-queued.ts';
import { openDossier } from '../../src/storage/live-dossier.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { readBaseline } from '../../src/storage/read-baseline.ts';
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord.ts';
import { type FakeTelegram, startFakeTelegram } from '../fakes/telegram.ts';
import { type Bot, breakingNews, startBot, subscribeMany } from './broadcast.ts';

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

/** Longest time between the first sign of a life's sending and its end, in ms. */
const LIFE_MS = 160;
const PLATFORMS = ['discord', 'telegram'] as const;

/** `subscriptions` in all, half on each platform, each owed one digest and one alert. Takes about two seconds a kill. */
export async function crashTest(options: {
  readonly databaseUrl: string;
  readonly subscriptions: number;
  readonly kills: number;
  readonly onProgress?: (line: string) => void;
}): Promise<CrashReport> {
  const { databaseUrl, kills, onProgress = () => undefined } = options;
  const count = Math.ceil(options.subscriptions / PLATFORMS.length);
  const latency = { delayMs: () => 5 + Math.random() * 30, keepRequests: false, checks: 'first-100' } as const;
  const discord = await startFakeDiscord(latency);
  const telegram = await startFakeTelegram(latency);
  const store = await openStore({ url: databaseUrl, role: 'guest' });
  try {
    const live = await openDossier(await readBaseline('data/pakistan-afghanistan'), store, Date.now());
    const start = () =>
      startBot(
        { discord, telegram },
        { DATABASE_URL: databaseUrl, DISCORD_SENDS_PER_SECOND: '1000', TELEGRAM_SENDS_PER_SECOND: '1000' },
      );
    await subscribeMany(store, { count, slot: Date.now() - 1000, when: 'always', schedule: '0 0 1 1 *' });
    const inFlight: number[] = [];
    const attempting = async () => {
      const counts = await Promise.all(PLATFORMS.map((platform) => store.outbox.counts(platform)));
      return counts.reduce((sum, one) => sum + one.attempting, 0);
    };
    for (let life = 0; life < kills; life += 1) {
      const bot = start();
      const before = posts(discord, telegram);
      if (!(await until(() => posts(discord, telegram) > before, 15_000))) {
        throw new Error(`life ${life}: nothing was sent; it wrote\n${bot.output()}`);
      }
      // The alert is announced while digests are still going out.
      if (life === Math.floor(kills / 4))
        await store.append([breakingNews('dev-crash')], live.current().head, { announce: true });
      await sleep(Math.random() * LIFE_MS);
      await bot.kill('SIGKILL');
      inFlight.push(await attempting());
      onProgress(`${life + 1} of ${kills} kills, ${posts(discord, telegram)} messages, ${inFlight.at(-1)} in the air`);
    }
    const last = start();
    const isDone = await until(async () => (await left(store)) === 0, 120_000);
    const states = await countStates(store);
    const problems = isDone ? [] : [`not everything was sent: ${JSON.stringify(states)}; it wrote\n${last.output()}`];
    await last.kill('SIGTERM');
    for (let index = 0; index < count; index += 1) {
      problems.push(...(await account(store, discord, telegram, index)));
    }
    if (inFlight.some((number) => number > PLATFORMS.length * MAX_IN_FLIGHT))
      problems.push('more in the air than allowed');
    const doubtful = states['unknown'] ?? 0;
    const couldBe = inFlight.reduce((sum, one) => sum + one, 0);
    if (doubtful > couldBe) problems.push(`${doubtful} in doubt, but only ${couldBe} were in the air at a kill`);
    return { subscriptions: count * PLATFORMS.length, kills, states, inFlight, problems };
  } finally {
    await store.close();
    await Promise.all([discord.stop(), telegram.stop()]);
  }
}

type Store = Awaited<ReturnType<typeof openStore>>;

/** One subscription of each platform: what its rows say against what arrived in its chat. */
async function account(store: Store, discord: FakeDiscord, telegram: FakeTelegram, index: number): Promise<string[]> {
  const [ofDiscord, ofTelegram] = PLATFORMS.map((platform) => `sub-${platform}-${index}`);
  const problems: string[] = [];
  const { discordPlace, telegramPlace } = await import('./broadcast.ts');
  const inChannel = discord.messagesIn(discordPlace(index).split(':')[1] ?? '').filter(({ isAnswer }) => !isAnswer);
  const inChat = telegram.messagesIn(Number(telegramPlace(index).split(':')[1]));
  const rowsOf = async (place: string) =>
    (await store.subscriptions.deliveries(place, 20)).filter(({ kind }) => kind !== 'notice');
  const digestsAndAlerts = (rows: readonly Delivery[]) =>
    ['digest', 'alert'].map((kind) => rows.filter((row) => row.kind === kind));

  for (const rows of digestsAndAlerts(await rowsOf(discordPlace(index)))) {
    const [row] = rows;
    if (rows.length !== 1 || row?.state !== 'sent') problems.push(`${ofDiscord}: ${JSON.stringify(rows)}`);
    const arrived = inChannel.filter(({ raw }) => JSON.stringify(raw).includes(`!${row?.id}"`));
    if (arrived.length !== 1) problems.push(`${ofDiscord}: ${row?.kind} arrived ${arrived.length} times`);
    if (arrived[0]?.messageId !== row?.message) problems.push(`${ofDiscord}: the row does not know its message`);
  }
  if (inChannel.length !== 2) problems.push(`${ofDiscord}: ${inChannel.length} messages instead of 2`);

  const telegramRows = await rowsOf(telegramPlace(index));
  for (const rows of digestsAndAlerts(telegramRows)) {
    const kind = rows[0]?.kind;
    const sent = rows.filter(({ state }) => state === 'sent');
    const doubtful = rows.filter(({ state }) => state === 'unknown');
    const known = sent.filter(({ message }) => inChat.some(({ messageId }) => String(messageId) === message));
    if (rows.length === 0 || sent.length + doubtful.length !== rows.length)
      problems.push(`${ofTelegram}: ${JSON.stringify(rows)}`);
    if (known.length !== sent.length) problems.push(`${ofTelegram}: a ${kind} that is said to be sent is not there`);
    if (kind === 'digest' && rows.length !== 1) problems.push(`${ofTelegram}: a digest was repeated`);
    if (kind === 'alert' && sent.length !== 1) problems.push(`${ofTelegram}: the alert is not certain to have arrived`);
  }
  const certain = telegramRows.filter(({ state }) => state === 'sent').length;
  const doubtful = telegramRows.filter(({ state }) => state === 'unknown').length;
  if (inChat.length < certain || inChat.length > certain + doubtful) {
    problems.push(`${ofTelegram}: ${inChat.length} messages, ${certain} sent, ${doubtful} in doubt`);
  }
  return problems;
}

function posts(discord: FakeDiscord, telegram: FakeTelegram): number {
  return discord.postCount() + telegram.postCount();
}

async function left(store: Store): Promise<number> {
  const counts = await Promise.all(PLATFORMS.map((platform) => store.outbox.counts(platform)));
  return counts.reduce((sum, { pending, attempting }) => sum + pending + attempting, 0);
}

async function countStates(store: Store): Promise<Record<string, number>> {
  const counts = await Promise.all(PLATFORMS.map((platform) => store.outbox.counts(platform)));
  const states: Record<string, number> = {};
  for (const one of counts) {
    for (const [state, number] of Object.entries(one)) states[state] = (states[state] ?? 0) + number;
  }
  return states;
}

/** Asks every 10 ms; resolves to whether it came true within `ms`. */
async function until(isTrue: () => boolean | Promise<boolean>, ms: number): Promise<boolean> {
  const giveUpAt = performance.now() + ms;
  while (!(await isTrue())) {
    if (performance.now() > giveUpAt) return false;
    await sleep(10);
  }
  return true;
}

export type { Bot };
