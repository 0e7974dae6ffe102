/** How fast answers are and what they take, beside bots of the bare SDKs on fakes of the same kind in the same run. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readBaseline } from '../../src/dossier-files/read-baseline.ts';
import { openDossier } from '../../src/live-dossier.ts';
import { openStore } from '../../src/storage/open-store.ts';
import type { Row } from '../measure.ts';
import { ask, comparedRow, cpuPerAnswer, type PlatformName } from './answers.ts';
import { enlarged } from './enlarged.ts';
import { BARE, type Fakes, type MeasuredBot, OURS, startFakes, startMeasured } from './measured-bot.ts';
import { EARLIER_VIEWS, NEW_QUESTIONS, type Question, USUAL } from './questions.ts';

const PLATFORMS = ['discord', 'telegram'] as const;
const ROUNDS = 7;
const REPEATED = Array.from({ length: 100 }, () => USUAL);
const PER_ROUND = 60;
const MANY = 10_000;
const REST_MS = 5000;
/** Before the first day that is asked about, so that views of earlier moments have all entries too. */
const RECORDED_AT = Date.UTC(2025, 8, 1);
/** Of the 3 s that Discord waits, half: the machine may be busy. */
const FIRST_MS = 1500;

interface Side {
  readonly bot: MeasuredBot;
  readonly fakes: Fakes;
}

/** `rounds`: how often each is measured, in turns. */
export async function measureSpeed(rounds = ROUNDS): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'truceline-bench-'));
  const [ours, large, bare] = [await startFakes(), await startFakes(), await startFakes()];
  const env = { DATABASE_URL: `sqlite:${join(folder, 'shipped.sqlite')}` };
  const largeEnv = { DATABASE_URL: `sqlite:${join(folder, 'large.sqlite')}` };
  try {
    await writeEnlarged(largeEnv.DATABASE_URL);
    const firsts = await measureStart({ ours, bare, env }, rounds);
    const sides = {
      ours: { bot: startMeasured(OURS, ours, env), fakes: ours },
      bare: { bot: startMeasured(BARE, bare), fakes: bare },
    };
    const rows = [...firsts];
    try {
      await Promise.all([sides.ours.bot.connected(), sides.bare.bot.connected()]);
      await sleep(REST_MS);
      const rest = [(await sides.ours.bot.use()).residentMB, (await sides.bare.bot.use()).residentMB] as const;
      rows.push(...(await measureRepeated(sides, rounds)));
      const largeSide = { bot: startMeasured(OURS, large, largeEnv), fakes: large };
      try {
        await largeSide.bot.connected();
        rows.push(...(await measureNew({ ...sides, large: largeSide }, rounds)));
      } finally {
        await largeSide.bot.stop();
      }
      rows.push(...(await measureMemory(sides, rest)));
    } finally {
      await Promise.all([sides.ours.bot.stop(), sides.bare.bot.stop()]);
    }
    return rows;
  } finally {
    large.discord.expectViolations();
    await Promise.all([ours.stop(), large.stop(), bare.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeEnlarged(url: string): Promise<void> {
  const store = await openStore({ url, role: 'guest' });
  try {
    const baseline = await readBaseline('data/pakistan-afghanistan');
    const { head } = (await openDossier(baseline, store, Date.now())).current();
    await store.append(enlarged(baseline.entries, MANY, RECORDED_AT), head);
  } finally {
    await store.close();
  }
}

/** From the start of the process to its first answer on both platforms. The first start of each is not counted. */
async function measureStart(
  { ours, bare, env }: { readonly ours: Fakes; readonly bare: Fakes; readonly env: Readonly<Record<string, string>> },
  rounds: number,
): Promise<readonly Row[]> {
  const once = async (program: string, fakes: Fakes, more: Readonly<Record<string, string>>, isFirst: boolean) => {
    const startedAt = performance.now();
    const bot = startMeasured(program, fakes, more);
    // Until its commands are registered nobody can ask at Discord.
    if (isFirst) {
      await bot.connected();
      await sleep(1000);
    }
    await Promise.all(PLATFORMS.map((platform) => ask(platform, USUAL, fakes)));
    const tookMs = performance.now() - startedAt;
    const { cpuMs } = await bot.use();
    await bot.stop();
    return { tookMs, cpuMs };
  };
  const took = { ours: [] as number[], bare: [] as number[], oursCpu: [] as number[], bareCpu: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const [a, b] = [
      await once(OURS, ours, env, round === 0),
      await once(BARE, bare, round === 0 ? { REGISTER: 'yes' } : {}, round === 0),
    ];
    if (round === 0) continue;
    took.ours.push(a.tookMs);
    took.bare.push(b.tookMs);
    took.oursCpu.push(a.cpuMs);
    took.bareCpu.push(b.cpuMs);
  }
  const judged = { wanted: '≤ 1.5 × bare', isMet: (_: number, ratio: number) => ratio <= 1.5 };
  return [
    comparedRow('first answers after the start, both platforms', took.ours, took.bare, judged),
    comparedRow('… of which processor', took.oursCpu, took.bareCpu, judged),
  ];
}

async function measureRepeated(
  { ours, bare }: { readonly ours: Side; readonly bare: Side },
  rounds: number,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const platform of PLATFORMS) {
    const took = { ours: [] as number[], bare: [] as number[] };
    // The first rounds are compiled as they go.
    for (let round = -2; round < rounds; round += 1) {
      const a = await cpuPerAnswer(ours.bot, ours.fakes, platform, REPEATED);
      const b = await cpuPerAnswer(bare.bot, bare.fakes, platform, REPEATED);
      if (round < 0) continue;
      took.ours.push(a);
      took.bare.push(b);
    }
    rows.push(
      comparedRow(`${platform}: a repeated question, processor`, took.ours, took.bare, {
        wanted: '≤ 1.5 × bare',
        isMet: (_, ratio) => ratio <= 1.5,
      }),
    );
  }
  return rows;
}

async function measureNew(
  { ours, large, bare }: { readonly ours: Side; readonly large: Side; readonly bare: Side },
  rounds: number,
): Promise<readonly Row[]> {
  const platform: PlatformName = 'discord';
  const compare = async (what: string, questions: readonly Question[], wantedMs: number, wantedLargeMs: number) => {
    const took = { ours: [] as number[], large: [] as number[], bare: [] as number[] };
    const size = Math.min(PER_ROUND, Math.floor(questions.length / rounds));
    for (let round = 0; round < rounds; round += 1) {
      const some = questions.slice(round * size, (round + 1) * size);
      took.ours.push(await cpuPerAnswer(ours.bot, ours.fakes, platform, some));
      took.large.push(await cpuPerAnswer(large.bot, large.fakes, platform, some));
      took.bare.push(await cpuPerAnswer(bare.bot, bare.fakes, platform, REPEATED.slice(0, size)));
    }
    return [
      comparedRow(`${what}, processor`, took.ours, took.bare, {
        wanted: `≤ ${wantedMs} ms`,
        isMet: (ms) => ms <= wantedMs,
      }),
      comparedRow(`${what}, ${MANY} of each kind beside the shipped ones`, took.large, took.ours, {
        wanted: `≤ ${wantedLargeMs} ms, ≤ 1.5 × shipped`,
        isMet: (ms, ratio) => ms <= wantedLargeMs && ratio <= 1.5,
      }),
    ];
  };
  // The first question on figures compares them all; it may come too late for Discord, which is a number too.
  const first = async ({ bot, fakes }: Side) => {
    const before = await bot.use();
    await Promise.allSettled([ask(platform, { command: 'casualties', args: {} }, fakes)]);
    return [(await bot.use()).cpuMs - before.cpuMs];
  };
  return [
    comparedRow(
      `the first question on figures, ${MANY} of each kind beside the shipped ones`,
      await first(large),
      await first(ours),
      {
        wanted: `≤ ${FIRST_MS} ms`,
        isMet: (ms) => ms <= FIRST_MS,
      },
    ),
    ...(await compare('a question not asked before', NEW_QUESTIONS, 3, 6)),
    ...(await compare('a question on what was known on another day', EARLIER_VIEWS, 3, 6)),
  ];
}

async function measureMemory(
  { ours, bare }: { readonly ours: Side; readonly bare: Side },
  [atRest, bareAtRest]: readonly [number, number],
): Promise<readonly Row[]> {
  const after = async ({ bot, fakes }: Side) => {
    for (let asked = 0; asked < 1000; asked += 1)
      await Promise.all(
        PLATFORMS.map((platform) => ask(platform, NEW_QUESTIONS[asked % NEW_QUESTIONS.length] ?? USUAL, fakes)),
      );
    return (await bot.use()).residentMB;
  };
  const usual = async ({ bot, fakes }: Side) => {
    for (let asked = 0; asked < 1000; asked += 1)
      await Promise.all(PLATFORMS.map((platform) => ask(platform, USUAL, fakes)));
    return (await bot.use()).residentMB;
  };
  const [grown, bareGrown] = [await after(ours), await usual(bare)];
  const judged = { unit: 'MB', wanted: '≤ 1.3 × bare', isMet: (_: number, ratio: number) => ratio <= 1.3 };
  return [
    comparedRow('resident memory at rest, both platforms', [atRest], [bareAtRest], judged),
    comparedRow('… after 2,000 answers and more', [grown], [bareGrown], judged),
  ];
}
