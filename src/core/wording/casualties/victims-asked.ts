/** Whom figures can be asked for: groups of victims, and the civilians or combatants of all sides. */

import type { Dossier } from '../../dossier/dossier.ts';
import { onceFor } from '../../dossier/memoise.ts';
import { withoutBrackets } from '../../dossier/text/normalise.ts';
import type { Named } from '../named.ts';
import type { NameContext } from '../wording-context.ts';

const STATUSES = ['civilian', 'combatant'] as const;

export function victimsAsked({ dossier, language }: NameContext): readonly Named[] {
  const printed = printedOf(dossier);
  return [
    ...STATUSES.map((status) => ({
      id: status,
      label: language.text('victim-status', { status }),
      aliases: [`${status}s`],
    })),
    ...dossier.conflict.victimGroups.map((group) => ({
      ...group,
      mentions: [...(printed.get(group.id) ?? []), ...armedGroupsIn(dossier, group.sides)],
    })),
  ];
}

/** What the sources print with the figures of each group, and say of whom they count: “three children”. */
const printedOf = onceFor((dossier: Dossier): ReadonlyMap<string, readonly string[]> => {
  const byGroup = Map.groupBy(dossier.claims.values(), (claim) => claim.victims);
  return new Map(
    [...byGroup].map(([group, claims]) => [
      group,
      claims.flatMap(({ count, scope }) => [count.asPrinted, ...(scope === undefined ? [] : [scope])]),
    ]),
  );
});

/** The names of the parties of these sides that no party stands for: a group of victims may count their members. */
function armedGroupsIn({ parties, conflict }: Dossier, sides: readonly string[]): readonly string[] {
  const others = sides.filter((side) => conflict.sides.every((one) => one.side !== side));
  return [...parties.values()]
    .filter(({ side }) => others.includes(side))
    .flatMap(({ shortName, name, aliases }) => [shortName, name, ...aliases].map(withoutBrackets));
}
