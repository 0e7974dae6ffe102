/** A party to the conflict, a mediator, an observer or a newspaper: who can act, speak and be named. */
import { z } from 'zod';
import { type Conflict, whyNoSide } from '../conflict.ts';
import { normalise } from '../text/normalise.ts';
import { words } from '../text/readable.ts';
import { aliases, idSchema } from './field-schemas.ts';
import { entryOf, type FlawOf, type Kind, none } from './kind.ts';
import { one } from './reference.ts';

const partySchema = z.strictObject({
  id: idSchema,
  name: words,
  shortName: words,
  kind: z.enum([
    'state',
    'non-state-armed-group',
    'intergovernmental',
    'mediator-state',
    'media',
    'civilian-authority',
  ]),
  side: idSchema,
  aliases,
  parent: idSchema.optional(),
});
export type Party = z.infer<typeof partySchema>;

interface Around {
  readonly conflict: Conflict;
}

export const partyKind = {
  kind: 'party',
  schema: partySchema,
  entry: entryOf('party', partySchema),
  file: 'parties.json',
  mayLackFile: false,
  map: 'parties',
  references: ({ parent }) => one('parent', 'party', parent),
  links: [],
  correctedWhereNamed: false,
  ownWords: none,
  vocabulary: ({ side }, conflict) => {
    const message = whyNoSide(side, conflict);
    return message === undefined ? [] : [{ field: 'side', message }];
  },
  rules: (parties, { conflict }) => [...missingParties(parties, conflict), ...sharedNames(parties, conflict)],
  repeats: none,
  likeness: null,
  news: null,
} as const satisfies Kind<'party', Party, Around>;

function missingParties(parties: readonly Party[], conflict: Conflict): readonly FlawOf[] {
  const { sides, unattributed, ambiguousNames = [] } = conflict;
  return [
    ...sides.map(({ party }) => party),
    ...unattributed,
    ...ambiguousNames.flatMap((ambiguous) => ambiguous.parties),
  ]
    .filter((id) => !parties.some((party) => party.id === id))
    .map((id) => ({
      id,
      field: 'id',
      message: 'is named in conflict.json but is not among the parties: add it to parties.json, or correct the id',
    }));
}

/** R16: no two parties share a label, and nobody has a name that could be that of several. */
function sharedNames(parties: readonly Party[], { ambiguousNames = [] }: Conflict): readonly FlawOf[] {
  const owner = new Map<string, string>();
  return parties.flatMap(({ id, name: full, shortName, aliases: others }) =>
    [full, shortName, ...others].flatMap((name): FlawOf[] => {
      const key = normalise(name);
      const first = owner.get(key) ?? id;
      owner.set(key, first);
      const flaw = (message: string): FlawOf[] => [{ id, field: 'aliases', message }];
      const several = ambiguousNames.find((ambiguous) => normalise(ambiguous.name) === key);
      if (several !== undefined) {
        return flaw(`“${name}” alone could be ${several.parties.join(' or ')}: write which (R16)`);
      }
      return first === id ? [] : flaw(`“${name}” is a name of ${first} already: take it out of one of the two (R16)`);
    }),
  );
}
