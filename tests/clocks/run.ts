/**
 * `npm run test:clocks`: the in-process tests, at moments and in time zones where code that reads the clock goes wrong.
 * Arguments go to vitest (names of files). Runs everything, then exits with 1 if a run failed.
 */
import { spawnSync } from 'node:child_process';
import { movedTo } from './moved-to.ts';

/**
 * Four runs, because each takes a minute or two: every moment once, two in a zone whose offset is no whole hour.
 * The clock goes on from the moment: the last two pass midnight, and the end of summer time on the Chatham Islands.
 */
const RUNS = [
  { what: 'by night, on an ordinary day', at: '2027-06-16T03:10:00Z', zone: 'Asia/Kabul' },
  { what: 'at noon, on an ordinary day', at: '2027-06-16T12:00:00Z', zone: 'UTC' },
  { what: 'a minute before the end of a leap day', at: '2028-02-29T23:59:00Z', zone: 'UTC' },
  { what: 'a minute before the clock is set back', at: '2027-04-03T13:59:00Z', zone: 'Pacific/Chatham' },
] as const;

/** Its own start script, run by this very Node: npm and npx would load the preload too. */
const VITEST = 'node_modules/vitest/vitest.mjs';

function passes({ what, at, zone }: (typeof RUNS)[number]): boolean {
  process.stdout.write(`\ntest:clocks: ${what}: ${at}, TZ=${zone}\n`);
  const args = ['run', '--project', 'in-process', '--reporter=dot', ...process.argv.slice(2)];
  const { status, signal } = spawnSync(process.execPath, [VITEST, ...args], {
    stdio: 'inherit',
    env: { ...movedTo(at, zone), HOSTILE_SHARE: '0.25' },
  });
  if (signal !== null) throw new Error(`The tests were ended by ${signal}`);
  return status === 0;
}

const failed = RUNS.filter((run) => !passes(run));
for (const { what, at, zone } of failed) {
  process.stderr.write(`test:clocks: FAILED ${what}: ${at}, TZ=${zone}\n`);
}
if (failed.length === 0) process.stdout.write(`\ntest:clocks: all ${RUNS.length} moments passed\n`);
else process.exitCode = 1;
