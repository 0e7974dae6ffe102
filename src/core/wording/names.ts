/** What people can name in a question or an answer: parties, sides, people, places, sources, topics, victims. */

import type { Dossier } from '../dossier/dossier.ts';
import type { Party, Person } from '../dossier/entries.ts';
import type { Named } from './named.ts';
import type { NameContext } from './wording-context.ts';

type Within = Pick<NameContext, 'dossier'>;

/** The parties with one of these ids. */
export function partiesOf(dossier: Dossier, ids: ReadonlySet<string>): readonly Named[] {
  return [...dossier.parties.values()].filter(({ id }) => ids.has(id)).map(named);
}

export function partyNames({ dossier }: Within): readonly Named[] {
  return [...dossier.parties.values()].map(named);
}

function named({ id, shortName, name, aliases }: Party): Named {
  return { id, label: shortName, aliases: [name, ...aliases] };
}

export function personNames({ dossier }: Within): readonly Named[] {
  return [...dossier.people.values()].map(namedPerson);
}

export function namedPerson({ id, name, aliases, role }: Person): Named {
  return { id, label: name, aliases, roles: [role] };
}

export function placeNames({ dossier }: Within): readonly Named[] {
  return [...dossier.places.values()].map(({ id, name, aliases }) => ({ id, label: name, aliases }));
}

export function sourceNames({ dossier }: Within): readonly Named[] {
  return [...dossier.sources.values()].map(({ id, publisher, title }) => ({ id, label: publisher, aliases: [title] }));
}

/** The latest first. */
export function developmentNames({ dossier }: Within): readonly Named[] {
  return [...dossier.developments.values()].toReversed().map(({ id, title }) => ({ id, label: title, aliases: [] }));
}

/**
 * A side of the conflict goes by the names of the party that stands for it, and by its members' names as a whole: not
 * each side has a ministry of defence here, so “defence” would be a guess (R16). The armed groups go by the names of
 * each. Mediators and observers have no members' names: whoever asks for one country would get all of them.
 */
export function sideNames({ dossier, language }: NameContext): readonly Named[] {
  const bySide = Map.groupBy(dossier.parties.values(), ({ side }) => side);
  return [...bySide].map(([side, parties]) => {
    const standing = dossier.parties.get(dossier.conflict.sides.find((one) => one.side === side)?.party ?? '');
    const members = parties.flatMap(({ shortName, name, aliases }) => [shortName, name, ...aliases]);
    if (standing) return { id: side, label: standing.shortName, aliases: standing.aliases, members };
    const label = language.text('side', { side });
    return { id: side, label, aliases: [], inFull: true, ...(side === 'armed-group' && { members }) };
  });
}

export function topicNames({ dossier }: Within): readonly Named[] {
  return dossier.conflict.topics;
}

export function victimNames({ dossier }: Within): readonly Named[] {
  return dossier.conflict.victimGroups;
}
