/** Every kind of draft the ledger may be given, for fast-check; its Unicode tables take 0.9 s to build. */
import * as fc from 'fast-check';
import { quoteSchema } from '../../src/core/dossier/entries.ts';
import type { RevisionDraft } from '../../src/core/dossier/revision.ts';
import { anyCharacter } from '../any-character.ts';
import { quote } from './drafts.ts';

export function arbitraryDraft(): fc.Arbitrary<RevisionDraft> {
  return fc
    .record({
      author: arbitraryWords,
      approvedBy: fc.option(arbitraryWords, { nil: undefined }),
      recordedAt: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
      entry: fc.oneof(arbitraryQuote, arbitraryPlace, arbitraryClaim, arbitraryTalks),
    })
    .map(({ approvedBy, ...base }) => ({ ...base, ...(approvedBy !== undefined && { approvedBy }) }))
    .chain((base) =>
      fc.oneof(
        fc.constant({ ...base, change: 'original' as const, reason: null }),
        arbitraryWords.map((reason) => ({ ...base, change: 'update' as const, reason })),
        fc
          .record(
            {
              change: fc.constantFrom('correction', 'retraction'),
              reason: arbitraryWords,
              weight: fc.constantFrom('minor', 'material'),
            },
            { requiredKeys: ['change', 'reason'] },
          )
          .map((why) => ({ ...base, ...why })),
      ),
    );
}

const id = fc.stringMatching(/^[a-z0-9]{1,20}(-[a-z0-9]{1,10}){0,3}$/);
/** What the schema takes as words, and nothing that it would trim. Full Unicode: emoji, Arabic, combining marks. */
const arbitraryWords = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({ unit: anyCharacter, minLength: 1 }),
    fc.constant('اسلام آباد 🕊️'),
  )
  .map((text) => text.trim())
  .filter((text) => quoteSchema.shape.text.safeParse(text).success);
const arbitraryCount = fc.option(fc.nat(), { nil: null });

const arbitraryQuote = fc
  .record({ id, text: arbitraryWords, venue: arbitraryWords, variants: fc.option(fc.array(id), { nil: undefined }) })
  .map(({ variants, ...fields }) => ({
    kind: 'quote' as const,
    fields: quote(fields.id, variants === undefined ? fields : { ...fields, variants }),
  }));

const arbitraryPlace = fc.record({
  kind: fc.constant('place' as const),
  fields: fc.record({
    id,
    name: arbitraryWords,
    country: fc.constantFrom('PK', 'AF', null),
    admin1: fc.oneof(fc.constant(''), arbitraryWords),
    lat: fc.double({ min: -90, max: 90, noNaN: true }).map(withoutMinusZero),
    lon: fc.double({ min: -180, max: 180, noNaN: true }).map(withoutMinusZero),
    kind: fc.constantFrom('border-crossing' as const, 'city' as const),
    aliases: fc.array(arbitraryWords),
  }),
});

const arbitraryClaim = fc.record({
  kind: fc.constant('claim' as const),
  fields: fc.record({
    id,
    period: fc.constantFrom('2025-10-11/2025-10-12', '2025-10-15~', '2025-11'),
    victims: id,
    harm: fc.constantFrom('killed' as const, 'captured' as const),
    count: fc.record({
      low: arbitraryCount,
      high: arbitraryCount,
      qualifier: fc.constantFrom('more-than' as const, 'words' as const),
      asPrinted: arbitraryWords,
    }),
    claimedBy: id,
    stance: fc.constantFrom('asserts' as const, 'denies' as const),
    attribution: arbitraryWords,
    places: fc.array(id),
    development: fc.option(id, { nil: null }),
    status: fc.constantFrom('reported' as const, 'disputed' as const),
    conflictsWith: fc.array(id),
    sources: fc.array(id, { minLength: 1 }),
    reportedOn: fc.constant('2025-10-12'),
  }),
});

const arbitraryTalks = fc.record({
  kind: fc.constant('talks' as const),
  fields: fc.record({
    id,
    round: fc.integer({ min: 1 }),
    date: fc.constant('2025-11-06/2025-11-07'),
    venue: arbitraryWords,
    city: id,
    mediators: fc.array(id),
    delegations: fc.array(fc.record({ party: id, lead: fc.option(id, { nil: null }), note: arbitraryWords })),
    outcome: fc.constantFrom('deadlock' as const, 'agreement' as const),
    outcomeSummary: arbitraryWords,
    sources: fc.array(id, { minLength: 1 }),
  }),
});

/** JSON has one zero. */
function withoutMinusZero(value: number): number {
  return value === 0 ? 0 : value;
}
