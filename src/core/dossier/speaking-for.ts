/** Whose words are whose: a person's are also those of the party, and of every party that this one belongs to. */

import type { Dossier } from './dossier.ts';
import type { Quote } from './entries.ts';
import { onceFor } from './memoise.ts';

/** Ids of all that the words can be asked for by: the person, the party, and what it belongs to. */
export function speakersOf(dossier: Dossier, { speaker, party }: Quote): readonly string[] {
  const person = speaker === null ? undefined : dossier.people.get(speaker);
  const above = partiesAbove(dossier);
  const parties = [party, ...(person ? [person.party] : [])].flatMap((id) => above.get(id) ?? [id]);
  return [...new Set([...(speaker === null ? [] : [speaker]), ...parties])];
}

/** Whether other parties belong to it, or only people do, or neither. */
export function reachOf(dossier: Dossier, party: string): 'bodies' | 'people' | 'itself' {
  for (const [id, above] of partiesAbove(dossier)) if (id !== party && above.includes(party)) return 'bodies';
  return [...dossier.people.values()].some((person) => person.party === party) ? 'people' : 'itself';
}

/** Each party with itself, its parents, and the party that stands for the side. */
const partiesAbove = onceFor(({ parties, conflict }: Dossier): ReadonlyMap<string, readonly string[]> => {
  const standing = new Map(conflict.sides.map(({ side, party }) => [side, party]));
  return new Map(
    [...parties.keys()].map((id) => {
      const above = new Set([id]);
      // A set, so that a circle of parents ends.
      for (const one of above) {
        const known = parties.get(one);
        const parent = known?.parent ?? undefined;
        if (parent !== undefined) above.add(parent);
        const side = known && standing.get(known.side);
        if (side !== undefined) above.add(side);
      }
      return [id, [...above]];
    }),
  );
});
