/** The crash test in small, on both databases; `npm run crash` is the same at its full size. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startPostgres } from '../../storage/start-postgres.ts';
import { type CrashReport, crashTest } from './crash.ts';
import { correctionCrashTest } from './crash-corrections.ts';

const SIZE = { subscriptions: 160, kills: 4 };

const ACCOUNTED_FOR = { problems: [], isHit: true, isSent: true };

/** Kills that hit nothing would prove nothing. */
function verdict({ problems, states, inFlight }: CrashReport) {
  const isHit = inFlight.some((number) => number > 0);
  return { problems, isHit, isSent: (states['sent'] ?? 0) > SIZE.subscriptions };
}

describe('killed with SIGKILL during a digest and an alert: nothing lost, on Discord nothing doubled', {
  timeout: 90_000,
}, () => {
  test('on SQLite', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'truceline-crash-'));
    try {
      const databaseUrl = `sqlite:${join(folder, 'crash.sqlite')}`;
      expect(verdict(await crashTest({ databaseUrl, ...SIZE }))).toEqual(ACCOUNTED_FOR);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('on PostgreSQL', async () => {
    const postgres = await startPostgres();
    try {
      expect(verdict(await crashTest({ databaseUrl: await postgres.url(), ...SIZE }))).toEqual(ACCOUNTED_FOR);
    } finally {
      await postgres.stop();
    }
  });
});

describe('killed with SIGKILL during a correction: every message is corrected, or its row says why not', {
  timeout: 120_000,
}, () => {
  const small = { messages: 80, kills: 3 };
  const adds = { problems: [], isHit: true };

  test('on SQLite', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'truceline-crash-'));
    try {
      const databaseUrl = `sqlite:${join(folder, 'crash.sqlite')}`;
      const { problems, hits } = await correctionCrashTest({ databaseUrl, ...small });
      expect({ problems, isHit: hits > 0 }).toEqual(adds);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('on PostgreSQL', async () => {
    const postgres = await startPostgres();
    try {
      const { problems, hits } = await correctionCrashTest({ databaseUrl: await postgres.url(), ...small });
      expect({ problems, isHit: hits > 0 }).toEqual(adds);
    } finally {
      await postgres.stop();
    }
  });
});
