/** `npm run crash`: the crash tests at full size, on SQLite and PostgreSQL; exits with 1 where something is lost. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CrashReport, crashTest } from '../tests/delivery/crash/crash.ts';
import { type CorrectionReport, correctionCrashTest } from '../tests/delivery/crash/crash-corrections.ts';
import { startPostgres } from '../tests/storage/start-postgres.ts';

const [subscriptions = 2000, kills = 50] = process.argv.slice(2).map(Number);

function say(name: string, report: CrashReport): void {
  const { inFlight, states, problems } = report;
  console.log(`${name}: ${report.subscriptions} subscriptions, ${report.kills} kills`);
  console.log(`  rows: ${JSON.stringify(states)}`);
  console.log(`  in the air at a kill: ${inFlight.join(' ')}, ${inFlight.reduce((sum, one) => sum + one, 0)} in all`);
  for (const problem of problems.slice(0, 20)) console.log(`  PROBLEM ${problem}`);
  console.log(problems.length === 0 ? '  nothing lost, nothing doubled' : `  ${problems.length} problems`);
  if (problems.length > 0) process.exitCode = 1;
}

function sayCorrections(name: string, report: CorrectionReport): void {
  const { messages, hits, coverage, problems } = report;
  console.log(`${name}, corrections: ${messages} messages, ${report.kills} kills, ${hits} of them in the middle`);
  console.log(`  the last one: ${JSON.stringify(coverage)}`);
  for (const problem of problems.slice(0, 20)) console.log(`  PROBLEM ${problem}`);
  console.log(
    problems.length === 0 ? '  every message is corrected, or its row says why not' : `  ${problems.length} problems`,
  );
  if (problems.length > 0) process.exitCode = 1;
}

const onProgress = (line: string) => process.stderr.write(`\r${line}      `);
const folder = await mkdtemp(join(tmpdir(), 'truceline-crash-'));
try {
  const databaseUrl = `sqlite:${join(folder, 'crash.sqlite')}`;
  say('SQLite', await crashTest({ databaseUrl, subscriptions, kills, onProgress }));
  const corrections = { databaseUrl: `sqlite:${join(folder, 'corrections.sqlite')}`, messages: subscriptions };
  sayCorrections('SQLite', await correctionCrashTest({ ...corrections, kills, onProgress }));
} finally {
  await rm(folder, { recursive: true, force: true });
}
const postgres = await startPostgres();
try {
  say('PostgreSQL', await crashTest({ databaseUrl: await postgres.url(), subscriptions, kills, onProgress }));
  const corrections = { databaseUrl: await postgres.url(), messages: subscriptions };
  sayCorrections('PostgreSQL', await correctionCrashTest({ ...corrections, kills, onProgress }));
} finally {
  await postgres.stop();
}
