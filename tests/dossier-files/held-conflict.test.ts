/** A database holds one conflict: another one's dossier is refused before anything is written. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Conflict } from '../../src/core/dossier/conflict.ts';
import type { Baseline } from '../../src/dossier-files/baseline.ts';
import { openDossier } from '../../src/live-dossier.ts';
import { openStore } from '../../src/storage/open-store.ts';
import type { OpenedStore } from '../../src/storage/opened-store.ts';
import { createMemoryStore } from '../core/chat/chat-for-tests.ts';
import { original, smallConflict, smallNames } from '../core/dossier/build-entries.ts';
import { baseline, NOW } from '../core/dossier/crafted-dossier.ts';
import { emptyPostgres } from '../storage/fresh-postgres.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

const small: Baseline = { conflict: smallConflict, entries: smallNames };
const REFUSAL =
  'The database of DATABASE_URL holds the conflict “small”, and the folder of DOSSIER has “pakistan-afghanistan” ' +
  '(Pakistan–Afghanistan). Nothing was written. Set DATABASE_URL to a database of its own for this dossier, ' +
  'or DOSSIER to the folder of “small”.';

const ENGINES = {
  async SQLite() {
    const { path, remove } = await temporaryFolder();
    return { url: `sqlite:${path}/test.sqlite`, remove };
  },
  PostgreSQL: emptyPostgres,
} as const;

describe.each(['SQLite', 'PostgreSQL'] as const)('a database on %s', { timeout: 60_000 }, (engine) => {
  let store: OpenedStore;
  let remove: () => Promise<void>;
  beforeEach(async () => {
    const database = await ENGINES[engine]();
    store = await openStore({ url: database.url, role: 'guest' });
    remove = database.remove;
  }, 60_000);
  afterEach(async () => {
    await store.close();
    await remove();
  });

  test('refuses the dossier of another conflict, and writes nothing', async () => {
    await openDossier(small, store, NOW);
    await expect(openDossier(baseline, store, NOW)).rejects.toThrow(REFUSAL);
    expect(await store.revisionsAfter(0)).toHaveLength(smallNames.length);
    expect((await openDossier(small, store, NOW)).imported.leftAlone).toEqual([]);
  });

  test('of before it was kept takes the conflict whose sides it has, and refuses others', async () => {
    await store.append(smallNames.map(original), 0);
    await expect(openDossier(baseline, store, NOW)).rejects.toThrow('holds another conflict');
    expect(await store.recall('conflict')).toBeUndefined();
    await openDossier(small, store, NOW);
    expect(await store.recall('conflict')).toBe('small');
  });
});

test('a conflict is known by its id: another one with the same sides is refused too', async () => {
  const store = createMemoryStore();
  await openDossier(small, store, NOW);
  const twin: Conflict = { ...smallConflict, id: 'small-again' };
  await expect(openDossier({ ...small, conflict: twin }, store, NOW)).rejects.toThrow('has “small-again”');
});

test('of two dossiers that begin at one moment, one is imported', async () => {
  const store = createMemoryStore();
  const both = await Promise.allSettled([openDossier(small, store, NOW), openDossier(baseline, store, NOW)]);
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(await store.revisionsAfter(0)).toHaveLength(smallNames.length);
});
