/** The crash test in small, on both databases; `npm run crash` is the same at its full size. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { emptyPostgres } from '../../storage/fresh-postgres.ts';
import { type CrashReport, crashTest } from './crash.ts';
import { correctionCrashTest } from './crash-corrections.ts';

const SIZE = { subscriptions: 160, kills: 4 };

const ACCOUNTED_FOR = { problems: [], isHit: true, isSent: true };

/** Kills that hit nothing would prove nothing. */
function verdict({ problems, states, inFlight }: CrashReport) {
  const isHit = inFlight.some((number) => number > 0);
  return { problems, isHit, isSent: (states['sent'] ?? 0) > SIZE.subscriptions };
}

// At the same time: on PostgreSQL most of it is waiting for the leases of the killed to end.
describe.concurrent('killed with SIGKILL during a digest and an alert: nothing lost, on Discord nothing doubled', {
  timeout: 300_000,
}, () => {
  test('on SQLite', async ({ expect }) => {
    const folder = await mkdtemp(join(tmpdir(), 'truceline-crash-'));
    try {
      const databaseUrl = `sqlite:${join(folder, 'crash.sqlite')}`;
      expect(verdict(await crashTest({ databaseUrl, ...SIZE }))).toEqual(ACCOUNTED_FOR);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('on PostgreSQL', async ({ expect }) => {
    const { url: databaseUrl, remove } = await emptyPostgres();
    try {
      expect(verdict(await crashTest({ databaseUrl, ...SIZE }))).toEqual(ACCOUNTED_FOR);
    } finally {
      await remove();
    }
  });
});

describe.concurrent('killed with SIGKILL during a correction: every message is corrected, or its row says why not', {
  timeout: 300_000,
}, () => {
  const small = { messages: 80, kills: 3 };
  const adds = { problems: [], isHit: true };

  test('on SQLite', async ({ expect }) => {
    const folder = await mkdtemp(join(tmpdir(), 'truceline-crash-'));
    try {
      const databaseUrl = `sqlite:${join(folder, 'crash.sqlite')}`;
      const { problems, hits } = await correctionCrashTest({ databaseUrl, ...small });
      expect({ problems, isHit: hits > 0 }).toEqual(adds);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('on PostgreSQL', async ({ expect }) => {
    const { url: databaseUrl, remove } = await emptyPostgres();
    try {
      const { problems, hits } = await correctionCrashTest({ databaseUrl, ...small });
      expect({ problems, isHit: hits > 0 }).toEqual(adds);
    } finally {
      await remove();
    }
  });
});
