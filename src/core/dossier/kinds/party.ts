/** A party to the conflict, a mediator, an observer or a newspaper: who can act, speak and be named. */
import { z } from 'zod';
import type { Conflict } from '../conflict.ts';
import { normalise } from '../text/normalise.ts';
import { words } from '../text/readable.ts';
import { aliases, idSchema, sideSchema } from './field-schemas.ts';
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
  side: sideSchema,
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
  vocabulary: none,
  rules: (parties, { conflict }) => [...missingParties(parties, conflict), ...sharedNames(parties)],
  repeats: none,
  likeness: null,
  news: null,
} as const satisfies Kind<'party', Party, Around>;

function missingParties(parties: readonly Party[], conflict: Conflict): readonly FlawOf[] {
  return [...conflict.sides.map(({ party }) => party), ...conflict.unattributed]
    .filter((id) => !parties.some((party) => party.id === id))
    .map((id) => ({
      id,
      field: 'id',
      message: 'is named in conflict.json but is not among the parties: add it to parties.json, or correct the id',
    }));
}

/** R16: no two parties share a label, and nobody is plain "Taliban": the Afghan Taliban and the TTP are not one. */
function sharedNames(parties: readonly Party[]): readonly FlawOf[] {
  const owner = new Map<string, string>();
  return parties.flatMap(({ id, name: full, shortName, aliases: others }) =>
    [full, shortName, ...others].flatMap((name): FlawOf[] => {
      const key = normalise(name);
      const first = owner.get(key) ?? id;
      owner.set(key, first);
      const flaw = (message: string): FlawOf[] => [{ id, field: 'aliases', message }];
      if (key === 'taliban') return flaw('“Taliban” alone could be the Afghan Taliban or the TTP: write which (R16)');
      return first === id ? [] : flaw(`“${name}” is a name of ${first} already: take it out of one of the two (R16)`);
    }),
  );
}
