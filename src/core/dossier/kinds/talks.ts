/** A round of talks: where, who mediated, who came, and how it ended. */
import { z } from 'zod';
import type { Conflict } from '../conflict.ts';
import { words } from '../text/readable.ts';
import { edtf, idSchema, ids, someIds } from './field-schemas.ts';
import { entryOf, type Kind, none } from './kind.ts';
import type { Party } from './party.ts';
import { one, several } from './reference.ts';

export const talksSchema = z.strictObject({
  id: idSchema,
  round: z.int().positive(),
  date: edtf,
  venue: words,
  city: idSchema,
  mediators: ids,
  delegations: z.array(z.strictObject({ party: idSchema, lead: idSchema.nullable(), note: words })).readonly(),
  outcome: z.enum(['agreement', 'partial', 'deadlock', 'collapsed', 'extended']),
  outcomeSummary: words,
  sources: someIds,
  /** On whose word alone the outcome rests; left out: nobody's in particular. */
  outcomeBy: someIds.optional(),
  /** The number of the round is the dossier's own; left out: the parties count it so too. */
  countedHere: z.literal(true).optional(),
});
export type Talks = z.infer<typeof talksSchema>;

interface Around {
  readonly conflict: Conflict;
  readonly parties: ReadonlyMap<string, Party>;
}

export const talksKind = {
  kind: 'talks',
  schema: talksSchema,
  entry: entryOf('talks', talksSchema),
  file: 'talks.json',
  mayLackFile: false,
  map: 'talks',
  references: ({ city, mediators, delegations, sources, outcomeBy = [] }) => [
    ...one('city', 'place', city),
    ...several('mediators', 'party', mediators),
    ...delegations.flatMap(({ party, lead }, i) => [
      ...one(`delegations.${i}.party`, 'party', party),
      ...one(`delegations.${i}.lead`, 'person', lead),
    ]),
    ...several('sources', 'source', sources),
    ...several('outcomeBy', 'party', outcomeBy),
  ],
  links: [],
  correctedWhereNamed: false,
  ownWords: ({ outcomeSummary }) => [{ field: 'outcomeSummary', text: outcomeSummary }],
  vocabulary: none,
  rules: none,
  repeats: none,
  likeness: null,
  news: {
    section: { name: 'talks', turn: 4 },
    nameTurn: 3,
    dated: ({ date }) => ({ field: 'date', date }),
    mayLieAhead: true,
    listedBy: ({ date }) => date,
    // They are between the sides of the conflict, whoever came.
    sides: ({ mediators, delegations, outcomeBy = [] }, { conflict, parties }) => [
      ...conflict.sides.map(({ side }) => side),
      ...[...mediators, ...outcomeBy, ...delegations.map(({ party }) => party)].flatMap(
        (id) => parties.get(id)?.side ?? [],
      ),
    ],
    topic: () => 'talks',
    level: () => 'major',
    rank: () => 0,
    alertsAgain: 'reinstated',
    reviewedAs: 'talks',
  },
} as const satisfies Kind<'talks', Talks, Around>;
