/** Who belongs to whom: a person's words are also those of the party, and of every party that this one belongs to. */

import type { Dossier } from './dossier.ts';
import type { Quote, Side } from './entries.ts';
import { onceFor } from './memoise.ts';

/** Ids of all that the words can be asked for by: the person, the party, and what it belongs to. */
export function speakersOf(dossier: Dossier, quote: Quote): readonly string[] {
  return speakersIn(dossier)(quote);
}

/** Every menu of quotations asks it of all of them. */
const speakersIn = onceFor((dossier: Dossier) => onceFor((quote: Quote) => findSpeakers(dossier, quote)));

function findSpeakers(dossier: Dossier, { speaker, party }: Quote): readonly string[] {
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

/** The party, its parent, and so on. One that names itself as its parent, over however many steps, ends the line. */
export function lineOf({ parties }: Pick<Dossier, 'parties'>, id: string): readonly string[] {
  const line = new Set<string>();
  for (let next: string | undefined = id; next !== undefined && !line.has(next); next = parties.get(next)?.parent) {
    line.add(next);
  }
  return [...line];
}

/** The side of the conflict that the party is of; undefined where it is of none, or not in the dossier. */
export function mainSideOf({ parties, conflict }: Pick<Dossier, 'parties' | 'conflict'>, id: string): Side | undefined {
  const side = parties.get(id)?.side;
  return conflict.sides.some((one) => one.side === side) ? side : undefined;
}

/** Each party with itself, its parents, and the party that stands for the side. */
const partiesAbove = onceFor(({ parties, conflict }: Dossier): ReadonlyMap<string, readonly string[]> => {
  const standing = new Map(conflict.sides.map(({ side, party }) => [side, party]));
  return new Map(
    [...parties.keys()].map((id) => {
      const above = new Set([id]);
      // A set that grows is walked to its end.
      for (const one of above) {
        for (const upper of lineOf({ parties }, one)) above.add(upper);
        const known = parties.get(one);
        const side = known && standing.get(known.side);
        if (side !== undefined) above.add(side);
      }
      return [id, [...above]];
    }),
  );
});
