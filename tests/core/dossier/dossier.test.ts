/** Folding the ledger: the last version stands, retracted ones do not, nothing is forgotten, nothing can be changed. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldDossier } from '../../../src/core/dossier/dossier.ts';
import type { Revision, RevisionDraft } from '../../../src/core/dossier/revision.ts';
import type { Store } from '../../../src/core/ports/store.ts';
import { openDossier } from '../../../src/live-dossier.ts';
import { arbitraryLedger } from './arbitrary-dossier.ts';
import {
  ceasefire,
  claim,
  contentsOf,
  development,
  numbered,
  original,
  quote,
  revised,
  smallConflict,
  smallDossier,
  source,
} from './build-entries.ts';

const LATER = Date.UTC(2026, 10, 23);

describe('foldDossier', () => {
  it('of nothing is an empty dossier', () => {
    const empty = foldDossier([], smallConflict);
    expect(empty).toMatchObject({ head: 0, begins: undefined, viewOf: undefined });
    expect([empty.claims.size, empty.parties.size, empty.history('c-1').length]).toEqual([0, 0, 0]);
  });

  it('keeps an entry’s last version', () => {
    const corrected = claim('c-1', { attribution: 'another spokesman' });
    const dossier = smallDossier([claim('c-1'), claim('c-2')], [revised(corrected, LATER)]);
    expect(dossier.claims.get('c-1')).toEqual(corrected.fields);
    expect(dossier.claims.size).toBe(2);
  });

  it('leaves out what was retracted, keeps its history, and takes it back when it is written again', () => {
    const retracted = smallDossier([claim('c-1')], [revised(claim('c-1'), LATER, 'retraction')]);
    expect(retracted.claims.has('c-1')).toBe(false);
    expect(retracted.history('c-1').map(({ change }) => change)).toEqual(['original', 'retraction']);
    const again = smallDossier(
      [claim('c-1')],
      [revised(claim('c-1'), LATER, 'retraction'), revised(claim('c-1'), LATER + 1, 'update')],
    );
    expect(again.claims.has('c-1')).toBe(true);
  });

  it('gives the history of an entry in ledger order, and none of another', () => {
    const dossier = smallDossier(
      [claim('c-1'), claim('c-2')],
      [revised(claim('c-1', { attribution: 'b' }), LATER), revised(claim('c-1', { attribution: 'c' }), LATER + 1)],
    );
    const history = dossier.history('c-1');
    expect(history.map(({ entry }) => entry.kind === 'claim' && entry.fields.attribution)).toEqual([
      'a spokesman',
      'b',
      'c',
    ]);
    expect(history.map(({ seq }) => seq)).toEqual(history.map(({ seq }) => seq).toSorted((a, b) => a - b));
    expect(dossier.history('c-2')).toHaveLength(1);
    expect(dossier.history('nobody')).toEqual([]);
  });

  it('gives the revisions after a place in the ledger, those that were known', () => {
    const dossier = smallDossier([claim('c-1')], [revised(claim('c-1', { attribution: 'b' }), LATER)]);
    expect(dossier.revisionsAfter(dossier.head - 2).map(({ change }) => change)).toEqual(['original', 'correction']);
    expect(dossier.revisionsAfter(0)).toHaveLength(dossier.head);
    expect(dossier.revisionsAfter(dossier.head)).toEqual([]);
    const before = dossier.asKnownAt(LATER - 1);
    expect(before.revisionsAfter(0)).toHaveLength(dossier.head - 1);
  });

  it('sorts what happened by event time, the earliest first, whatever the ledger’s order', () => {
    const dates = ['2025-11-06', '2025-10-17/2025-10-18', '2025-10-17', '2025-10'];
    const inOrder = ['2025-10', '2025-10-17', '2025-10-17/2025-10-18', '2025-11-06'];
    const dossier = smallDossier(
      dates.flatMap((date, index) => [
        development(`d-${index}`, date),
        quote(`q-${index}`, { date }),
        claim(`c-${index}`, { period: date }),
        ceasefire(`f-${index}`, date),
      ]),
    );
    expect([...dossier.developments.values()].map(({ date }) => date)).toEqual(inOrder);
    expect([...dossier.quotes.values()].map(({ date }) => date)).toEqual(inOrder);
    expect([...dossier.claims.values()].map(({ period }) => period)).toEqual(inOrder);
    expect([...dossier.ceasefire.values()].map(({ effectiveFrom }) => effectiveFrom)).toEqual(inOrder);
    expect(dossier.begins).toBe('2025-10-01');
  });

  it('does not count a retracted source', () => {
    const entries = [source('src-2', '2025-10-13'), claim('c-1', { sources: ['src', 'src-2'] })];
    const dossier = smallDossier(entries, [revised(source('src', '2025-10-12'), LATER, 'retraction')]);
    expect(dossier.claims.get('c-1')?.sources).toEqual(['src-2']);
    expect(dossier.sources.has('src')).toBe(false);
  });

  it('remembers how far in the ledger it has read', () => {
    expect(foldDossier(numbered([original(source('src', '2025'))]), smallConflict).head).toBe(1);
  });

  it('cannot be changed, and changes nothing that it is given', () => {
    fc.assert(
      fc.property(arbitraryLedger(), (drafts) => {
        const ledger = deepFreeze(numbered(drafts));
        const dossier = foldDossier(ledger, deepFreeze(smallConflict));
        expect(Object.isFrozen(dossier)).toBe(true);
        const before = JSON.stringify(contentsOf(dossier));
        dossier.asKnownAt(LATER).asKnownAt(Date.UTC(2025, 9, 13));
        expect(JSON.stringify(contentsOf(dossier))).toBe(before);
      }),
      { numRuns: 30 },
    );
  });

  it('is the same in whatever batches the ledger is read', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLedger(), fc.array(fc.integer({ min: 1, max: 8 })), async (drafts, sizes) => {
        const ledger = numbered(drafts);
        let visible = 0;
        const store = readerOf(() => ledger.slice(0, visible));
        const live = await openDossier({ conflict: smallConflict, entries: [] }, store, LATER);
        for (const size of [...sizes, ledger.length]) {
          visible = Math.min(ledger.length, visible + size);
          await live.refresh();
          expect(live.current().head).toBe(visible);
        }
        expect(contentsOf(live.current())).toEqual(contentsOf(foldDossier(ledger, smallConflict)));
        expect(live.current().history('c-0')).toEqual(foldDossier(ledger, smallConflict).history('c-0'));
      }),
      { numRuns: 40 },
    );
  });
});

/** A ledger that others write and that is only read. */
function readerOf(ledger: () => readonly Revision[]): Store {
  return {
    append: (drafts: readonly RevisionDraft[]) => Promise.reject(new Error(`nobody appends ${drafts.length} here`)),
    revisionsAfter: (seq) => Promise.resolve(ledger().filter((revision) => revision.seq > seq)),
    announcementsAfter: () => Promise.resolve([]),
    remember: () => Promise.resolve(),
    keep: () => Promise.resolve(),
    forgetUnused: () => Promise.resolve(0),
    recall: () => Promise.resolve(undefined),
    close: () => Promise.resolve(),
  };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
