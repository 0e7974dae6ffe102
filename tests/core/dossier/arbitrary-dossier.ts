/** Random dossiers of the small conflict, for fast-check: a few incidents, places and days, so that claims do meet. */
import * as fc from 'fast-check';
import type { AnyEntry, Claim, Quote } from '../../../src/core/dossier/entries.ts';
import type { RevisionDraft } from '../../../src/core/dossier/revision.ts';
import {
  ceasefire,
  claimFields,
  development,
  original,
  person,
  place,
  quoteFields,
  revised,
  source,
  talksRound,
} from './build-entries.ts';

const CLAIMANTS = ['north', 'north-army', 'south', 'south-officials', 'rebels', 'un', 'press'];
const VICTIMS = ['north-soldiers', 'south-civilians', 'south-and-rebels', 'people'];
const DATES = ['2025-10', '2025-10-11', '2025-10-11/2025-10-12', '2025-10-12~', '2025-10-15', '2025-11-06'];
const PLACES = ['torkham', 'chaman'];

export const smallIncidents: readonly AnyEntry[] = [
  ...PLACES.map((id) => place(id)),
  development('dev-first', '2025-10-11/2025-10-12', { places: ['torkham'] }),
  development('dev-rebels', '2025-10-15', { category: 'attack', parties: ['north', 'rebels'] }),
  development('dev-talks', '2025-10-15', { category: 'talks' }),
];

const arbitraryCount: fc.Arbitrary<Claim['count']> = fc.oneof(
  fc.nat({ max: 500 }).map((low) => ({ low, high: low, qualifier: 'exact' as const, asPrinted: `${low} killed` })),
  fc.constant({ low: null, high: null, qualifier: 'words' as const, asPrinted: 'dozens' }),
);

/** Claims with ids `c-0`, `c-1` …; conflicts are mutual, and between claims of the same harm. */
export function arbitraryClaims(): fc.Arbitrary<readonly Claim[]> {
  const fields = fc.record({
    victims: fc.constantFrom(...VICTIMS),
    harm: fc.constantFrom('killed' as const, 'injured' as const),
    period: fc.constantFrom(...DATES),
    reportedOn: fc.constantFrom(...DATES),
    claimedBy: fc.constantFrom(...CLAIMANTS),
    development: fc.constantFrom(null, 'dev-first', 'dev-rebels', 'dev-talks'),
    places: fc.subarray(PLACES),
    count: arbitraryCount,
    status: fc.constantFrom('reported' as const, 'superseded' as const),
  });
  return fc
    .tuple(fc.array(fields, { minLength: 1, maxLength: 9 }), fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 3 }))
    .map(([all, pairs]) => {
      const rivalsOf = (index: number) =>
        pairs.flatMap(([a, b]) => {
          const other = a === index ? b : b === index ? a : index;
          return other !== index && all[other]?.harm === all[index]?.harm ? [`c-${other}`] : [];
        });
      return all.map((one, index) =>
        claimFields(`c-${index}`, { ...one, conflictsWith: [...new Set(rivalsOf(index))] }),
      );
    });
}

/**
 * Quotations with ids `q-0` …, of every side; neighbours with the same party may be renderings of one remark,
 * mutually.
 */
export function arbitraryQuotes(): fc.Arbitrary<readonly Quote[]> {
  const fields = fc.record({
    date: fc.constantFrom(...DATES),
    party: fc.constantFrom('north', 'north-army', 'south', 'rebels', 'mediator', 'un'),
    text: fc.constantFrom('Enough is enough', 'as we speak, the talks are over', 'Talks are over', 'No'),
    joined: fc.boolean(),
  });
  return fc.array(fields, { maxLength: 14 }).map((all) => {
    const areJoined = (index: number) =>
      index >= 0 && all[index]?.joined === true && all[index]?.party === all[index + 1]?.party && index % 2 === 0;
    return all.map(({ date, party, text }, index) => {
      const variants = [...(areJoined(index) ? [index + 1] : []), ...(areJoined(index - 1) ? [index - 1] : [])];
      return quoteFields(`q-${index}`, { date, party, text, variants: variants.map((other) => `q-${other}`) });
    });
  });
}

/**
 * Entries of every kind that name each other as deep as they can: positions of the ceasefire and accounts of what
 * happened rest on quotations, these on people, and figures on sources and places of their own.
 */
export function arbitraryEntries(): fc.Arbitrary<readonly AnyEntry[]> {
  const sources = ['src', 'src-b', 'src-c', 'src-d'];
  const people = ['speaker-a', 'speaker-b'];
  const cited = fc.subarray(sources, { minLength: 1, maxLength: 2 });
  const happened = fc.constantFrom(null, 'dev-first', 'dev-rebels', 'dev-talks');
  const words = fc.record({ speaker: fc.constantFrom(null, ...people), development: happened, sources: cited });
  return fc.tuple(arbitraryQuotes(), arbitraryClaims()).chain(([said, claims]) => {
    const quoted = fc.constantFrom(null, ...said.map(({ id }) => id));
    const stated = fc.array(
      fc.record({
        party: fc.constantFrom('north', 'south', 'rebels'),
        summary: fc.constant('It holds.'),
        quote: quoted,
      }),
      { maxLength: 3 },
    );
    const blamed = fc.array(fc.record({ by: fc.constant('north'), against: fc.constant(['south']), quote: quoted }), {
      maxLength: 1,
    });
    return fc
      .record({
        states: fc.array(fc.record({ positions: stated, sources: cited }), { maxLength: 2 }),
        incidents: fc.tuple(...smallIncidents.map(() => fc.record({ accounts: stated, accusations: blamed }))),
        words: fc.tuple(...said.map(() => words)),
        cited: fc.tuple(...claims.map(() => cited)),
      })
      .map((random): readonly AnyEntry[] => [
        ...sources.slice(1).map((id) => source(id, '2025-10-12')),
        ...people.map((id) => person(id)),
        ...smallIncidents.map(
          (entry, index): AnyEntry =>
            entry.kind === 'development'
              ? { kind: entry.kind, fields: { ...entry.fields, ...random.incidents[index] } }
              : entry,
        ),
        ...said.map((one, index): AnyEntry => ({ kind: 'quote', fields: { ...one, ...random.words[index] } })),
        ...claims.map(
          (one, index): AnyEntry => ({
            kind: 'claim',
            fields: { ...one, sources: random.cited[index] ?? ['src'] },
          }),
        ),
        ...random.states.map((state, index) => ceasefire(`cf-${index}`, `2025-10-1${index}`, state)),
        talksRound('talks', { city: 'torkham' }),
      ]);
  });
}

/**
 * A ledger: an import of sources and claims, then revisions of any of them, at any moment of November 2026 or later.
 */
export function arbitraryLedger(): fc.Arbitrary<readonly RevisionDraft[]> {
  const sources = [source('src', '2025-10-12'), source('src-late', '2025-11-08~'), source('src-month', '2025-10')];
  const first = arbitraryClaims().chain((claims) =>
    fc
      .array(fc.subarray(['src', 'src-late', 'src-month'], { minLength: 1 }), {
        minLength: claims.length,
        maxLength: claims.length,
      })
      .map((cited): readonly AnyEntry[] => [
        ...sources,
        ...smallIncidents,
        ...claims.map((fields, index) => ({
          kind: 'claim' as const,
          fields: { ...fields, sources: cited[index] ?? ['src'] },
        })),
      ]),
  );
  return first.chain((entries) =>
    fc
      .array(
        fc.record({
          entry: fc.constantFrom(...entries),
          after: fc.nat({ max: 30 * 86_400_000 }),
          change: fc.constantFrom('update' as const, 'correction' as const, 'retraction' as const),
          attribution: fc.constantFrom('corrected once', 'corrected again'),
        }),
        { maxLength: 8 },
      )
      .map((later) => [
        ...entries.map(original),
        ...later.map(({ entry, after, change, attribution }) => {
          const changed: AnyEntry =
            entry.kind === 'claim' ? { ...entry, fields: { ...entry.fields, attribution } } : entry;
          return revised(changed, Date.UTC(2026, 10, 23) + after, change);
        }),
      ]),
  );
}
