/** 10,000 subscriptions due at one slot: how fast their rows are written, and what memory that takes. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createComposer } from '../src/core/messages/compose.ts';
import { planDigests } from '../src/delivery/planning/plan-digests.ts';
import { readBaseline } from '../src/dossier-files/read-baseline.ts';
import { loadLanguage } from '../src/language/load-language.ts';
import { openDossier } from '../src/live-dossier.ts';
import { openStore } from '../src/storage/open-store.ts';
import { subscribeMany } from '../tests/delivery/crash/broadcast.ts';
import { startPostgres } from '../tests/storage/start-postgres.ts';
import type { Row } from './measure.ts';

const COUNT = 10_000;
const WANTED_S = 3;
const WANTED_MB = 60;

export async function measureRows(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'truceline-bench-'));
  const postgres = await startPostgres();
  try {
    const bareS = bareInserts(join(folder, 'bare.sqlite'));
    const sqlite = await planned(`sqlite:${join(folder, 'rows.sqlite')}`);
    const onPostgres = await planned(await postgres.url());
    return [...rowsOf('SQLite', sqlite, bareS), ...rowsOf('PostgreSQL', onPostgres, bareS)];
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function rowsOf(
  name: string,
  { seconds, grownMB }: { seconds: number; grownMB: number },
  bareS: number,
): readonly Row[] {
  return [
    {
      what: `${COUNT} due at one slot, rows written, ${name}`,
      ours: `${seconds.toFixed(2)} s`,
      baseline: `${bareS.toFixed(2)} s (bare inserts, node:sqlite)`,
      ratio: (seconds / bareS).toFixed(1),
      wanted: `< ${WANTED_S} s`,
      isMet: seconds < WANTED_S,
    },
    {
      what: `… resident memory grows meanwhile, ${name}`,
      ours: `${grownMB.toFixed(0)} MB`,
      baseline: '—',
      ratio: '—',
      wanted: `< ${WANTED_MB} MB`,
      isMet: grownMB < WANTED_MB,
    },
  ];
}

async function planned(url: string): Promise<{ seconds: number; grownMB: number }> {
  const store = await openStore({ url, role: 'guest' });
  try {
    const slot = Date.now() - 1000;
    const live = await openDossier(await readBaseline('data/pakistan-afghanistan'), store, slot);
    await subscribeMany(store, { count: COUNT, slot, when: 'changes' }, ['telegram']);
    const compose = createComposer({
      dossier: live.current,
      language: loadLanguage('en'),
      staleAfterDays: 7,
      announced: () => [],
    });
    const { subscriptions, outbox } = store;
    globalThis.gc?.();
    const before = process.memoryUsage.rss();
    let peak = before;
    const watching = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 5);
    const startedAt = performance.now();
    const written = await planDigests(
      {
        platform: 'telegram',
        store,
        subscriptions,
        outbox,
        dossier: live.current,
        compose,
        onProblem: (error) => {
          throw error;
        },
      },
      slot + 1000,
    );
    const seconds = (performance.now() - startedAt) / 1000;
    clearInterval(watching);
    if (written !== COUNT) throw new Error(`${written} rows instead of ${COUNT}`);
    return { seconds, grownMB: (Math.max(peak, process.memoryUsage.rss()) - before) / 1e6 };
  } finally {
    await store.close();
  }
}

/** The floor: the same number of rows of about the same size, 500 in a transaction, each on disk. Seconds. */
function bareInserts(path: string): number {
  const db = new DatabaseSync(path);
  try {
    db.exec(
      'pragma journal_mode = wal; pragma synchronous = full; create table rows (id text primary key, content text)',
    );
    const insert = db.prepare('insert into rows values (?, ?)');
    const startedAt = performance.now();
    for (let row = 0; row < COUNT; row += 1) {
      if (row % 500 === 0) db.exec('begin');
      insert.run(`row-${row}`, 'x'.repeat(300));
      if (row % 500 === 499) db.exec('commit');
    }
    return (performance.now() - startedAt) / 1000;
  } finally {
    db.close();
  }
}
