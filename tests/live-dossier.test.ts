/** The dossier in memory: imported once, refolded when this process or another adds to the ledger. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Baseline } from '../src/dossier-files/baseline.ts';
import { conflictIn, keepAdditions, openDossier } from '../src/live-dossier.ts';
import { openStore } from '../src/storage/open-store.ts';
import { baseline, claim, NOW } from './core/dossier/crafted-dossier.ts';

let folder: string;
const open = (role: 'bot' | 'guest') => openStore({ url: `sqlite:${folder}/test.sqlite`, role });
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truceline-live-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The baseline with one claim's attribution changed in its file. */
function withChangedFile(id: string): Baseline {
  const entries = baseline.entries.map((entry) =>
    entry.kind === 'claim' && entry.fields.id === id
      ? { ...entry, fields: { ...entry.fields, attribution: 'changed in the file' } }
      : entry,
  );
  return { ...baseline, entries };
}

describe('live dossier', () => {
  test('a running bot has the topics and victim groups that an import beside it adds', async () => {
    const [store, guest] = [await open('bot'), await open('guest')];
    const live = await openDossier(baseline, store, NOW);
    const group = { id: 'guards', label: 'guards', sides: [], status: 'unknown' as const, aliases: [] };
    await keepAdditions(guest, { victimGroups: [group] });
    await keepAdditions(guest, { topics: [{ id: 'water', label: 'water', aliases: [] }] });
    const entry = claim({ id: 'cas-guards', victims: 'guards' });
    const draft = { author: 'import', recordedAt: NOW, change: 'original' as const, reason: null, entry };
    await guest.append([draft], live.current().head);
    await live.refresh();
    const { victimGroups, topics } = live.current().conflict;
    expect(victimGroups.at(-1)).toEqual(group);
    expect(topics.at(-1)?.id).toBe('water');
    // What is shipped by now is as it is shipped.
    const shipped = { ...baseline.conflict, victimGroups: [{ ...group, label: 'the guards' }] };
    expect((await conflictIn(store, shipped)).victimGroups.map(({ label }) => label)).toEqual(['the guards']);
    await Promise.all([store.close(), guest.close()]);
  });

  test('the first start imports every entry, the second nothing', async () => {
    const store = await open('bot');
    expect((await openDossier(baseline, store, NOW)).imported).toEqual({
      revisions: baseline.entries.length,
      leftAlone: [],
    });
    expect((await openDossier(baseline, store, NOW)).imported).toEqual({ revisions: 0, leftAlone: [] });
    await store.close();
  });

  test('a changed file is one update; an entry that a moderator has revised since is left alone and reported', async () => {
    const store = await open('bot');
    const first = await openDossier(baseline, store, NOW);
    const changed = await openDossier(withChangedFile('cas-pak-soldiers-58'), store, NOW + 1);
    expect(changed.imported).toEqual({ revisions: 1, leftAlone: [] });
    expect(changed.current().claims.get('cas-pak-soldiers-58')?.attribution).toBe('changed in the file');
    const revised = {
      author: 'moderator',
      recordedAt: NOW + 2,
      change: 'correction' as const,
      reason: 'It was another day.',
    };
    await first.refresh();
    const entry = claim({ id: 'cas-pak-soldiers-23', attribution: 'by a moderator' });
    await store.append([{ ...revised, entry }], first.current().head);
    const again = await openDossier(withChangedFile('cas-pak-soldiers-23'), store, NOW + 3);
    expect(again.imported.leftAlone).toEqual(['cas-pak-soldiers-23']);
    expect(again.current().claims.get('cas-pak-soldiers-23')?.attribution).toBe('by a moderator');
    await store.close();
  });

  test('what was published here and is shipped later, word for word, is not told at each start', async () => {
    const store = await open('bot');
    const { current } = await openDossier(baseline, store, NOW);
    const draft = { author: 'import', recordedAt: NOW, change: 'original' as const, reason: null };
    await store.append([{ ...draft, entry: claim({}) }], current().head);
    const shipped = { ...baseline, entries: [...baseline.entries, claim({})] };
    expect((await openDossier(shipped, store, NOW + 1)).imported).toEqual({ revisions: 0, leftAlone: [] });
    const other = { ...baseline, entries: [...baseline.entries, claim({ attribution: 'changed in the file' })] };
    expect((await openDossier(other, store, NOW + 2)).imported).toEqual({ revisions: 0, leftAlone: ['cas-test'] });
    const gone = { ...draft, entry: claim({}), change: 'retraction' as const, reason: 'It was wrong.' };
    await store.append([gone], current().head + 1);
    expect((await openDossier(shipped, store, NOW + 3)).imported).toEqual({ revisions: 0, leftAlone: ['cas-test'] });
    await store.close();
  });

  test('a running bot notices what another process added', async () => {
    const bot = await open('bot');
    const live = await openDossier(baseline, bot, NOW);
    expect(await live.refresh()).toBe(0);
    const before = live.current();
    const guest = await open('guest');
    const draft = { author: 'moderator', recordedAt: NOW, change: 'original' as const, reason: null };
    await guest.append([{ ...draft, entry: claim({}) }], before.head);
    const [one, two] = await Promise.all([live.refresh(), live.refresh()]);
    expect(one + two).toBe(1);
    expect(live.current().history('cas-test')).toHaveLength(1);
    expect(live.current().claims.has('cas-test')).toBe(true);
    expect(before.claims.has('cas-test')).toBe(false);
    await Promise.all([bot.close(), guest.close()]);
  });

  test('two processes that import at the same moment write every entry once', async () => {
    const stores = await Promise.all([open('bot'), open('guest')]);
    const lives = await Promise.all(stores.map((store) => openDossier(baseline, store, NOW)));
    const written = lives.map(({ imported }) => imported.revisions);
    expect(written.toSorted((a, b) => a - b)).toEqual([0, baseline.entries.length]);
    expect(lives.map((live) => live.current().head)).toEqual([baseline.entries.length, baseline.entries.length]);
    await Promise.all(stores.map((store) => store.close()));
  });
});
