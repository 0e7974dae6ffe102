/** A state of the ceasefire: from when, in which terms, and what each party said of it. */
import { z } from 'zod';
import type { Conflict } from '../conflict.ts';
import { parseEdtf } from '../dates/edtf.ts';
import { words } from '../text/readable.ts';
import { edtf, idSchema, ids, someIds } from './field-schemas.ts';
import { entryOf, type Kind, none } from './kind.ts';
import type { Party } from './party.ts';
import { one, several } from './reference.ts';

export const ceasefireSchema = z.strictObject({
  id: idSchema,
  effectiveFrom: edtf,
  state: z.enum(['none', 'in-force', 'conditional', 'strained', 'suspended', 'collapsed', 'extended']),
  headline: words,
  terms: z.array(words).readonly(),
  mediators: ids,
  positions: z.array(z.strictObject({ party: idSchema, summary: words, quote: idSchema.nullable() })).readonly(),
  sources: someIds,
});
export type Ceasefire = z.infer<typeof ceasefireSchema>;

/** `ceasefire` are all states, in the order of their dates. */
interface States {
  readonly ceasefire: ReadonlyMap<string, Ceasefire>;
}

interface Around extends States {
  readonly conflict: Conflict;
  readonly parties: ReadonlyMap<string, Party>;
}

export const ceasefireKind = {
  kind: 'ceasefire',
  schema: ceasefireSchema,
  entry: entryOf('ceasefire', ceasefireSchema),
  file: 'ceasefire.json',
  mayLackFile: false,
  map: 'ceasefire',
  references: ({ mediators, positions, sources }) => [
    ...several('mediators', 'party', mediators),
    ...positions.flatMap(({ party, quote }, i) => [
      ...one(`positions.${i}.party`, 'party', party),
      ...one(`positions.${i}.quote`, 'quote', quote),
    ]),
    ...several('sources', 'source', sources),
  ],
  links: [],
  correctedWhereNamed: false,
  ownWords: ({ headline, terms, positions }) => [
    { field: 'headline', text: headline },
    ...terms.map((text, i) => ({ field: `terms.${i}`, text })),
    ...positions.map(({ summary }, i) => ({
      field: `positions.${i}.summary`,
      text: summary,
      attributed: true as const,
    })),
  ],
  vocabulary: none,
  rules: none,
  repeats: none,
  likeness: null,
  news: {
    section: { name: 'ceasefire', turn: 1 },
    dated: ({ effectiveFrom }) => ({ field: 'effectiveFrom', date: effectiveFrom }),
    mayLieAhead: false,
    listedBy: ({ effectiveFrom }) => effectiveFrom,
    // It is between the sides of the conflict, whoever states a position.
    sides: ({ mediators, positions }, { conflict, parties }) => [
      ...conflict.sides.map(({ side }) => side),
      ...[...mediators, ...positions.map(({ party }) => party)].flatMap((id) => parties.get(id)?.side ?? []),
    ],
    topic: () => 'ceasefire',
    // Breaking where it is another state than before, and the last that is known.
    level: (state, around, { day }) =>
      isOtherState(state, around) && laterState(state, around, day) === undefined ? 'breaking' : 'major',
    rank: () => 0,
    alertsAgain: 'reinstated',
    reviewedAs: 'ceasefire',
  },
} as const satisfies Kind<'ceasefire', Ceasefire, Around>;

/**
 * The last state of the ceasefire that had begun by `day` (`YYYY-MM-DD`), where that is not `state` but comes after
 * it.
 */
export function laterState({ id }: Ceasefire, { ceasefire }: States, day: string): Ceasefire | undefined {
  const states = [...ceasefire.values()];
  return states
    .slice(states.findIndex((state) => state.id === id) + 1)
    .findLast(({ effectiveFrom }) => parseEdtf(effectiveFrom).earliest <= day);
}

function isOtherState({ id, state }: Ceasefire, { ceasefire }: States): boolean {
  const states = [...ceasefire.values()];
  return states[states.findIndex((other) => other.id === id) - 1]?.state !== state;
}
