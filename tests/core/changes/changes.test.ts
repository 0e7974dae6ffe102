/** What changed over a stretch of the ledger: each entry once, under what became of it. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/core/changes/change.ts';
import { type Changes, changesInOrder, changesOf, newestNews } from '../../../src/core/changes/changes.ts';
import { type Filters, NO_FILTERS } from '../../../src/core/changes/filters.ts';
import type { AnyEntry } from '../../../src/core/dossier/entries.ts';
import type { RevisionDraft } from '../../../src/core/dossier/revision.ts';
import {
  ceasefire,
  claim,
  development,
  IMPORTED_AT,
  place,
  quote,
  revised,
  smallDossier,
  smallNames,
  talksRound,
} from '../dossier/build-entries.ts';
import { arbitraryFilters, arbitraryLedger, dossierAfter, stretches } from './arbitrary-ledger.ts';

const FIRST = smallNames.length + 1;
const LATER = IMPORTED_AT + 1;
const figure = (low: number) => ({
  count: { low, high: low, qualifier: 'exact' as const, asPrinted: `${low}` },
});

/** Those of `entries` and what came `later`; from the beginning of `entries`, or from the beginning of `later`. */
function changed(entries: readonly AnyEntry[], later: readonly RevisionDraft[] = [], filters: Filters = NO_FILTERS) {
  const dossier = smallDossier(entries, later);
  return {
    all: changesOf(dossier, { from: FIRST, to: dossier.head }, filters),
    later: changesOf(dossier, { from: FIRST + entries.length, to: dossier.head }, filters),
  };
}
const idsOf = (changes: Changes) => changesInOrder(changes).map(({ id, what }) => `${what} ${id}`);

describe('changesOf', () => {
  it('sorts what is new by kind, developments by significance and then the newest first', () => {
    const { all } = changed([
      development('dev-old', '2025-10-10', { significance: 'breaking' }),
      development('dev-routine', '2025-10-13'),
      development('dev-new', '2025-10-11', { significance: 'breaking' }),
      development('dev-major', '2025-10-12', { significance: 'major' }),
      ceasefire('cf', '2025-10-19'),
      claim('cas'),
      quote('q'),
      talksRound('talks-1'),
      place('torkham'),
    ]);
    expect(idsOf(all)).toEqual(
      ['cf', 'dev-new', 'dev-old', 'dev-major', 'dev-routine', 'cas', 'talks-1', 'q'].map((id) => `new ${id}`),
    );
    expect(all.leftOut).toEqual([{ id: 'torkham', why: 'not-news' }]);
  });

  it('calls a correction and a retraction that, and more that is known not so', () => {
    const entries = [claim('cas-a', figure(58)), claim('cas-b', figure(58)), development('dev', '2025-10-11')];
    const { later } = changed(entries, [
      revised(claim('cas-a', figure(60)), LATER, 'update'),
      revised(claim('cas-b', figure(50)), LATER, 'correction'),
      revised(development('dev', '2025-10-11'), LATER, 'retraction'),
    ]);
    expect(later.corrections.map(({ id, what }) => `${what} ${id}`)).toEqual(['retracted dev', 'corrected cas-b']);
    expect(later.figures.map(({ id, what }) => `${what} ${id}`)).toEqual(['updated cas-a']);
    const [correction] = later.corrections.slice(-1);
    expect(correction).toMatchObject({ before: { fields: figure(58) }, entry: { fields: figure(50) } });
    expect(correction?.reason).toBe('a better source');
  });

  it('makes one change of several revisions, a correction where one of them was', () => {
    const { all, later } = changed(
      [claim('cas', figure(58))],
      [revised(claim('cas', figure(60)), LATER, 'correction'), revised(claim('cas', figure(61)), LATER, 'update')],
    );
    expect(idsOf(later)).toEqual(['corrected cas']);
    expect(later.corrections[0]).toMatchObject({ before: { fields: figure(58) }, entry: { fields: figure(61) } });
    // An alert or a board may have shown the 58.
    expect(idsOf(all)).toEqual(['corrected cas']);
    expect(all.figures).toEqual([]);
    expect(all.corrections[0]).toMatchObject({ before: { fields: figure(58) }, reason: 'a better source' });
  });

  it('tells that what was published was taken back, and nothing of what reads as it did before', () => {
    const entries = [development('dev-gone', '2025-10-11'), development('dev-same', '2025-10-11')];
    const { all, later } = changed(entries, [
      revised(development('dev-gone', '2025-10-11'), LATER, 'retraction'),
      revised(development('dev-same', '2025-10-12'), LATER, 'correction'),
      revised(development('dev-same', '2025-10-11'), LATER, 'correction'),
    ]);
    expect(idsOf(all)).toEqual(['retracted dev-gone', 'new dev-same']);
    expect(all.corrections[0]).toMatchObject({ reason: 'a better source', before: undefined });
    expect(idsOf(later)).toEqual(['retracted dev-gone']);
    expect(later.leftOut).toEqual([{ id: 'dev-same', why: 'unchanged' }]);
  });

  it('shows what stands now, and leaves what came after the stretch to the next one', () => {
    const dossier = smallDossier(
      [claim('cas', figure(58)), claim('cas-gone', figure(1))],
      [
        revised(claim('cas', figure(50)), LATER, 'correction'),
        revised(claim('cas-gone', figure(1)), LATER, 'retraction'),
      ],
    );
    const first = changesOf(dossier, { from: FIRST, to: FIRST + 1 }, NO_FILTERS);
    expect(idsOf(first)).toEqual(['new cas']);
    expect(first.figures[0]).toMatchObject({ entry: { fields: figure(50) }, reason: null });
    expect(first.leftOut).toEqual([{ id: 'cas-gone', why: 'withdrawn' }]);
    const second = changesOf(dossier, { from: FIRST + 2, to: FIRST + 3 }, NO_FILTERS);
    expect(idsOf(second)).toEqual(['retracted cas-gone', 'corrected cas']);
  });

  it('tells no change of links alone', () => {
    const { later } = changed(
      [claim('cas', figure(58)), claim('cas-b', figure(50)), development('dev', '2025-10-11')],
      [
        revised(claim('cas', { ...figure(58), conflictsWith: ['cas-b'] }), LATER, 'update'),
        revised(development('dev', '2025-10-11', { related: ['dev'] }), LATER, 'update'),
      ],
    );
    expect(idsOf(later)).toEqual([]);
    expect(later.leftOut.map(({ why }) => why)).toEqual(['unchanged', 'unchanged']);
  });

  it('says that something stands again', () => {
    const gone = development('dev', '2025-10-11');
    const dossier = smallDossier([gone], [revised(gone, LATER, 'retraction'), revised(gone, LATER, 'update')]);
    expect(idsOf(changesOf(dossier, { from: FIRST + 2, to: FIRST + 2 }, NO_FILTERS))).toEqual(['reinstated dev']);
    // The stretches before leave that to the one in which it came back.
    const before = (from: number) => changesOf(dossier, { from, to: FIRST + 1 }, NO_FILTERS).leftOut;
    expect(before(FIRST)).toEqual([{ id: 'dev', why: 'withdrawn' }]);
    expect(before(FIRST + 1)).toEqual([{ id: 'dev', why: 'unchanged' }]);
  });

  it('tells whoever was told of something that it changed to what the filter leaves out', () => {
    const { later } = changed(
      [development('dev', '2025-10-11', { category: 'clash' })],
      [revised(development('dev', '2025-10-11', { category: 'other' }), LATER, 'correction')],
      { topics: ['clash'], side: null },
    );
    expect(idsOf(later)).toEqual(['corrected dev']);
  });
});

describe('changesOf, whatever the ledger and the filters', () => {
  it('puts every entry that was revised in exactly one place', () => {
    fc.assert(
      fc.property(arbitraryLedger, arbitraryFilters, fc.nat(60), fc.nat(60), (ledger, filters, a, b) => {
        const dossier = dossierAfter(ledger);
        const span = { from: Math.min(a, b) + 1, to: Math.max(a, b) };
        const changes = changesOf(dossier, span, filters);
        const revisedThere = new Set(ledger.slice(span.from - 1, span.to).map(({ entry }) => entry.fields.id));
        const all = [...changesInOrder(changes), ...changes.leftOut].map(({ id }) => id);
        expect(all.toSorted()).toEqual([...revisedThere].sort());
      }),
    );
  });

  it('shows each development as new once over consecutive stretches, and misses none', () => {
    fc.assert(
      fc.property(arbitraryLedger, fc.array(fc.nat(100), { maxLength: 8 }), (ledger, cuts) => {
        const whole = dossierAfter(ledger);
        const toldIn = (from: number, to: number) => changesInOrder(changesOf(whole, { from, to }, NO_FILTERS));
        const all = stretches(ledger.length, cuts).flatMap(({ from, to }) => toldIn(from, to));
        const asNew = all.filter(({ what }) => what === 'new').map(({ id }) => id);
        expect(new Set(asNew).size).toBe(asNew.length);
        // What came, went and came back over several stretches is told as standing again, not as new.
        const standing = [...whole.developments.keys()].sort();
        const developments = (told: readonly Change[]) =>
          [...new Set(told.map(({ id }) => id).filter((id) => whole.developments.has(id)))].sort();
        expect(developments(all.filter(({ what }) => what !== 'updated'))).toEqual(standing);
        expect(developments(toldIn(1, ledger.length))).toEqual(standing);
      }),
    );
  });

  it('leaves a reader who follows along knowing just what stands', () => {
    fc.assert(
      fc.property(arbitraryLedger, fc.array(fc.nat(100), { maxLength: 8 }), (ledger, cuts) => {
        const read = new Map<string, AnyEntry>();
        const firstIn = (from: number, id: string) =>
          dossierAfter(ledger)
            .history(id)
            .find(({ seq }) => seq >= from)?.entry;
        for (const { from, to } of stretches(ledger.length, cuts)) {
          // Each composed when its stretch ends, as digests are.
          for (const { id, what, entry, before } of changesInOrder(
            changesOf(dossierAfter(ledger, to), { from, to }, NO_FILTERS),
          )) {
            // What was first published in the stretch itself, an alert may have shown.
            const known = read.get(id) ?? (what === 'corrected' ? firstIn(from, id) : undefined);
            expect(known).toEqual(before);
            if (what === 'retracted') read.delete(id);
            else read.set(id, entry);
          }
        }
        const { developments, claims, quotes, ceasefire: states, talks: rounds } = dossierAfter(ledger);
        const standing = [developments, claims, quotes, states, rounds].flatMap((entries) => [...entries.keys()]);
        expect([...read.keys()].sort()).toEqual(standing.toSorted());
      }),
    );
  });
});

describe('newestNews', () => {
  const at = (day: number) => IMPORTED_AT + day * 86_400_000;
  const newest = (later: readonly RevisionDraft[]) =>
    newestNews(smallDossier([claim('cas', figure(58)), claim('cas-b')], later), ({ kind }) => kind === 'claim');

  it('is no update of links alone, and nothing that reads at the end of its day as it did before', () => {
    const [sixty, back] = [claim('cas', figure(60)), claim('cas', figure(58))];
    expect(newest([revised(sixty, at(1), 'update')])?.at).toBe(at(1));
    const linked = revised(claim('cas', { ...figure(60), conflictsWith: ['cas-b'] }), at(2), 'update');
    expect(newest([revised(sixty, at(1), 'update'), linked])?.at).toBe(at(1));
    const undone = [revised(sixty, at(2), 'update'), revised(back, at(2) + 1000, 'correction')];
    expect(newest([revised(claim('cas-b', figure(1)), at(1), 'update'), ...undone])?.at).toBe(at(1));
  });

  it('is what was withdrawn, too', () => {
    expect(newest([revised(claim('cas', figure(58)), at(3), 'retraction')])?.at).toBe(at(3));
  });
});
