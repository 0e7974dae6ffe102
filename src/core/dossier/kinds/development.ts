/** Something that happened, with who was involved and who holds whom responsible. */
import { z } from 'zod';
import { newestOf } from '../dates/age.ts';
import { words } from '../text/readable.ts';
import { developmentCategorySchema, edtf, idSchema, ids, significanceSchema, someIds } from './field-schemas.ts';
import { type AlertDay, entryOf, type Kind, none } from './kind.ts';
import type { Party } from './party.ts';
import { one, several } from './reference.ts';

/** Who accuses whom of it, and in which quotation. Not in the handed-over format: see docs/decisions. */
const accusationSchema = z.strictObject({
  by: idSchema,
  against: someIds,
  quote: idSchema.nullable(),
  /** Where no more is alleged than that they had a part in it. */
  of: z.literal('involvement').optional(),
});

/** What one party says happened, in our words, and the quotation that says it. */
const accountSchema = z.strictObject({ party: idSchema, summary: words, quote: idSchema.nullable() });

export const developmentSchema = z.strictObject({
  id: idSchema,
  date: edtf,
  category: developmentCategorySchema,
  title: words.max(100),
  summary: words,
  parties: ids,
  places: ids,
  status: z.enum(['reported', 'confirmed', 'disputed']),
  significance: significanceSchema,
  sources: someIds,
  related: ids,
  accusations: z.array(accusationSchema).readonly().optional(),
  /** Where accounts differ: each party's own. */
  accounts: z.array(accountSchema).readonly().optional(),
});
export type Development = z.infer<typeof developmentSchema>;

interface Around {
  readonly parties: ReadonlyMap<string, Party>;
}

const RANKS: Readonly<Record<Development['significance'], number>> = { breaking: 0, major: 1, routine: 2 };

export const developmentKind = {
  kind: 'development',
  schema: developmentSchema,
  entry: entryOf('development', developmentSchema),
  file: 'developments.json',
  mayLackFile: false,
  map: 'developments',
  references: ({ parties, places, sources, related, accusations = [], accounts = [] }) => [
    ...several('parties', 'party', parties),
    ...several('places', 'place', places),
    ...several('sources', 'source', sources),
    ...several('related', 'development', related),
    ...accusations.flatMap(({ by, against, quote }, i) => [
      ...one(`accusations.${i}.by`, 'party', by),
      ...several(`accusations.${i}.against`, 'party', against),
      ...one(`accusations.${i}.quote`, 'quote', quote),
    ]),
    ...accounts.flatMap(({ party, quote }, i) => [
      ...one(`accounts.${i}.party`, 'party', party),
      ...one(`accounts.${i}.quote`, 'quote', quote),
    ]),
  ],
  links: ['related'],
  correctedWhereNamed: false,
  ownWords: ({ title, summary, accounts = [] }) => [
    { field: 'title', text: title },
    { field: 'summary', text: summary },
    ...accounts.map((account, i) => ({ field: `accounts.${i}.summary`, text: account.summary })),
  ],
  vocabulary: none,
  rules: none,
  repeats: none,
  likeness: null,
  news: {
    section: { name: 'developments', turn: 2 },
    nameTurn: 1,
    dated: ({ date }) => ({ field: 'date', date }),
    mayLieAhead: false,
    listedBy: ({ date }) => date,
    sides: ({ parties, accusations = [] }, around) =>
      [...parties, ...accusations.flatMap(({ by, against }) => [by, ...against])].flatMap(
        (id) => around.parties.get(id)?.side ?? [],
      ),
    topic: ({ category }) => category,
    level: ({ significance }) => significance,
    rank: ({ significance }) => RANKS[significance],
    // Where it has become more significant.
    alertsAgain: 'updated',
    reviewedAs: 'developments',
  },
} as const satisfies Kind<'development', Development, Around>;

/** Whether it is breaking news and not over for longer than `staleAfterDays`. */
export function isBreaking({ significance, date }: Development, { day, staleAfterDays }: AlertDay): boolean {
  const age = newestOf([date], day);
  return significance === 'breaking' && age !== undefined && age.days <= staleAfterDays;
}
