/** An agreement on the ceasefire, or what became of one: from when, in which terms, and what each party said of it. */
import { z } from 'zod';
import type { Conflict } from '../conflict.ts';
import { parseEdtf } from '../dates/edtf.ts';
import { words } from '../text/readable.ts';
import { edtf, idSchema, ids, someIds } from './field-schemas.ts';
import { entryOf, type FlawOf, type Kind, none } from './kind.ts';
import type { Party } from './party.ts';
import { one, several } from './reference.ts';

export const ceasefireSchema = z.strictObject({
  id: idSchema,
  effectiveFrom: edtf,
  state: z.enum([
    'none',
    'in-force',
    'conditional',
    'strained',
    'suspended',
    'collapsed',
    'extended',
    'resumed',
    'holding',
  ]),
  headline: words,
  terms: z.array(words).readonly(),
  mediators: ids,
  positions: z.array(z.strictObject({ party: idSchema, summary: words, quote: idSchema.nullable() })).readonly(),
  sources: someIds,
  /** What was agreed; `nothing`: it tells what became of an agreement. Left out: see `agreedIn`. */
  agreed: z.enum(['truce', 'pause', 'extension', 'declaration', 'nothing']).optional(),
  /** Who agreed; left out: the sides of the conflict. */
  agreedBy: ids.optional(),
  /** The last day that it was agreed for. Another thing than a vague beginning. */
  until: edtf.optional(),
  /** How that end was named, where the last day would not say it: a midnight belongs to two days. */
  untilAsNamed: words.optional(),
  /** Who named that end, where not all did. */
  untilBy: ids.optional(),
  /** Ends that a source reported and no party is on record with. They end nothing. */
  reportedEnds: z
    .array(z.strictObject({ summary: words, source: idSchema }))
    .readonly()
    .optional(),
  /** The entries of the agreements that it extends, replaces or tells of; left out: the truce that stands. */
  concerns: ids.optional(),
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
  references: ({ mediators, positions, sources, agreedBy = [], untilBy = [], concerns = [], reportedEnds = [] }) => [
    ...several('mediators', 'party', mediators),
    ...positions.flatMap(({ party, quote }, i) => [
      ...one(`positions.${i}.party`, 'party', party),
      ...one(`positions.${i}.quote`, 'quote', quote),
    ]),
    ...several('sources', 'source', sources),
    ...several('agreedBy', 'party', agreedBy),
    ...several('untilBy', 'party', untilBy),
    ...reportedEnds.flatMap(({ source }, i) => one(`reportedEnds.${i}.source`, 'source', source)),
    ...several('concerns', 'ceasefire', concerns),
  ],
  links: [],
  correctedWhereNamed: false,
  ownWords: ({ headline, terms, positions, untilAsNamed, reportedEnds = [] }) => [
    { field: 'headline', text: headline },
    ...(untilAsNamed === undefined ? [] : [{ field: 'untilAsNamed', text: untilAsNamed, attributed: true as const }]),
    ...terms.map((text, i) => ({ field: `terms.${i}`, text })),
    ...reportedEnds.map(({ summary }, i) => ({
      field: `reportedEnds.${i}.summary`,
      text: summary,
      attributed: true as const,
    })),
    ...positions.map(({ summary }, i) => ({
      field: `positions.${i}.summary`,
      text: summary,
      attributed: true as const,
    })),
  ],
  vocabulary: none,
  rules: (states) => [...states.flatMap(badEnd), ...badConcerns(states)],
  repeats: none,
  likeness: null,
  news: {
    section: { name: 'ceasefire', turn: 1 },
    nameTurn: 2,
    dated: ({ effectiveFrom }) => ({ field: 'effectiveFrom', date: effectiveFrom }),
    mayLieAhead: false,
    listedBy: ({ effectiveFrom }) => effectiveFrom,
    // It is between the sides of the conflict, whoever states a position.
    sides: ({ mediators, positions }, { conflict, parties }) => [
      ...conflict.sides.map(({ side }) => side),
      ...[...mediators, ...positions.map(({ party }) => party)].flatMap((id) => parties.get(id)?.side ?? []),
    ],
    topic: () => 'ceasefire',
    // Breaking where something was agreed, or it is another state than before, and it is the last that is known.
    level: (state, around, { day }) =>
      (isOtherState(state, around) || agreedIn(state) !== 'nothing') && laterState(state, around, day) === undefined
        ? 'breaking'
        : 'major',
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

/**
 * What an entry says was agreed. Where it does not say, its state decides: files of before know no other way.
 * `nothing`: it tells what became of an agreement.
 */
export function agreedIn({ agreed, state }: Ceasefire): NonNullable<Ceasefire['agreed']> {
  if (agreed !== undefined) return agreed;
  if (state === 'in-force') return 'truce';
  return state === 'extended' ? 'extension' : 'nothing';
}

function badEnd(entry: Ceasefire): readonly FlawOf[] {
  const { id, until, untilAsNamed, effectiveFrom } = entry;
  const flaw = (message: string, field = 'until'): readonly FlawOf[] => [{ id, field, message }];
  if (until === undefined) {
    return untilAsNamed === undefined ? [] : flaw('names an end without its day: give that in “until”', 'untilAsNamed');
  }
  if (agreedIn(entry) === 'nothing') return flaw('an end without an agreement: say in “agreed” what ends then');
  return parseEdtf(until).latest < parseEdtf(effectiveFrom).earliest ? flaw('ends before it begins') : [];
}

/** What an entry concerns was agreed before it. */
function badConcerns(states: readonly Ceasefire[]): readonly FlawOf[] {
  const byId = new Map(states.map((state) => [state.id, state]));
  return states.flatMap(({ id, effectiveFrom, concerns = [] }) =>
    concerns.flatMap((named): readonly FlawOf[] => {
      const other = byId.get(named);
      if (!other) return [];
      const flaw = (message: string): readonly FlawOf[] => [{ id, field: 'concerns', message }];
      if (agreedIn(other) === 'nothing') return flaw(`${named} is no agreement: name the entry of what was agreed`);
      const isLater = parseEdtf(other.effectiveFrom).earliest > parseEdtf(effectiveFrom).latest;
      return isLater ? flaw(`${named} was agreed later`) : [];
    }),
  );
}
