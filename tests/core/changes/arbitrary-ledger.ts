/** Random ledgers of the small conflict, with entries of all kinds, and the dossier after a part of one. */
import * as fc from 'fast-check';
import type { Filters } from '../../../src/core/changes/filters.ts';
import { type Dossier, foldDossier } from '../../../src/core/dossier/dossier.ts';
import type { AnyEntry } from '../../../src/core/dossier/entries.ts';
import type { RevisionDraft } from '../../../src/core/dossier/revision.ts';
import { TOPICS } from '../../../src/core/subscriptions/topics.ts';
import {
  ceasefire,
  claim,
  development,
  IMPORTED_AT,
  numbered,
  original,
  place,
  quote,
  revised,
  smallConflict,
  smallNames,
  talksRound,
} from '../dossier/build-entries.ts';

const CATEGORIES = ['clash', 'attack', 'talks'] as const;
const SIGNIFICANCES = ['routine', 'major', 'breaking'] as const;
const STATES = ['in-force', 'strained', 'collapsed'] as const;
const PARTIES = ['north', 'south', 'rebels', 'mediator'] as const;
const at = <T>(list: readonly [T, ...T[]], index: number): T => list[index % list.length] ?? list[0];

/** Entry number `id` in its wording number `variant`. */
function entryOf(id: number, variant: number): AnyEntry {
  const day = `2025-10-${String(10 + ((id + variant) % 15)).padStart(2, '0')}`;
  const party = at(PARTIES, id + variant);
  switch (id % 6) {
    case 0:
      return development(`dev-${id}`, day, {
        title: `Title ${variant}`,
        summary: 'Both sides reported fighting. '.repeat(1 + (variant % 3) * 40).trim(),
        category: at(CATEGORIES, id + variant),
        significance: at(SIGNIFICANCES, variant),
        parties: [party],
      });
    case 1:
      return claim(`cas-${id}`, {
        claimedBy: party,
        count: { low: variant, high: variant, qualifier: 'exact', asPrinted: `${variant}` },
        development: id > 6 ? 'dev-0' : null,
        reportedOn: day,
      });
    case 2:
      return quote(`q-${id}`, {
        party,
        text: `Words ${'and more words '.repeat(variant * 20)}(${variant})`,
        date: day,
      });
    case 3:
      return ceasefire(`cf-${id}`, day, { state: at(STATES, variant) });
    case 4:
      return talksRound(`talks-${id}`, { date: day, round: variant + 1 });
    default:
      return place(`place-${id}`);
  }
}

/** Names and a source first, as in every ledger; then random revisions. */
export const arbitraryLedger: fc.Arbitrary<readonly RevisionDraft[]> = fc
  .array(
    fc.record({
      id: fc.nat(23),
      variant: fc.nat(4),
      change: fc.constantFrom('update' as const, 'correction' as const, 'retraction' as const),
    }),
    // Or fast-check would hardly ever make one that is long.
    { maxLength: 60, size: 'max' },
  )
  .map((steps) => {
    const seen = new Set<number>();
    return [
      ...smallNames.map(original),
      ...steps.map(({ id, variant, change }, index) => {
        const isFirst = !seen.has(id);
        seen.add(id);
        const entry = entryOf(id, variant);
        return isFirst ? { ...original(entry), author: 'telegram:7' } : revised(entry, IMPORTED_AT + index, change);
      }),
    ];
  });

export const arbitraryFilters: fc.Arbitrary<Filters> = fc.record({
  topics: fc.oneof(fc.constant([]), fc.subarray([...TOPICS])),
  side: fc.constantFrom(null, null, 'pakistan' as const, 'afghanistan' as const, 'armed-group' as const),
});

/** As it stood after the first `length` revisions. */
export function dossierAfter(ledger: readonly RevisionDraft[], length = ledger.length): Dossier {
  return foldDossier(numbered(ledger.slice(0, length)), smallConflict);
}

/** Cuts `1..end` into consecutive stretches, both ends included. `cuts` are random numbers. */
export function stretches(
  end: number,
  cuts: readonly number[],
): readonly { readonly from: number; readonly to: number }[] {
  const ends = [...new Set([...cuts.map((cut) => cut % (end + 1)), end])]
    .filter((cut) => cut > 0)
    .sort((a, b) => a - b);
  return ends.map((to, index) => ({ from: (ends[index - 1] ?? 0) + 1, to }));
}
