/** The crash test in small, on both databases; `npm run crash` is the same at its full size. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startPostgres } from '../storage/start-postgres.ts';
import { type CrashReport, crashTest } from './crash.ts';

const SIZE = { subscriptions: 160, kills: 4 };

function expectAllAccountedFor({ problems, states, inFlight }: CrashReport): void {
  expect(problems).toEqual([]);
  // Kills that hit nothing would prove nothing.
  expect(inFlight.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0);
  expect(states['sent']).toBeGreaterThan(SIZE.subscriptions);
}

describe('killed with SIGKILL during a digest and an alert: nothing lost, on Discord nothing doubled', {
  timeout: 90_000,
}, () => {
  test('on SQLite', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'truceline-crash-'));
    try {
      expectAllAccountedFor(await crashTest({ databaseUrl: `sqlite:${join(folder, 'crash.sqlite')}`, ...SIZE }));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('on PostgreSQL', async () => {
    const postgres = await startPostgres();
    try {
      expectAllAccountedFor(await crashTest({ databaseUrl: await postgres.url(), ...SIZE }));
    } finally {
      await postgres.stop();
    }
  });
});
