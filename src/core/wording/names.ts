/** What people can name in a question or an answer: parties, sides, people, places, sources, topics, victims. */

import type { Dossier } from '../dossier/dossier.ts';
import type { Party } from '../dossier/entries.ts';
import { withoutBrackets } from '../dossier/text/normalise.ts';
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
  return [...dossier.people.values()].map(({ id, name, aliases }) => ({ id, label: name, aliases }));
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
 * A side of the conflict goes by the names of the party that stands for it, and by words of its members' names. The
 * armed groups go by the names of each: so a word that fits several is asked back instead of guessed (R16). Mediators
 * and observers have no members' names: whoever asks for one country would get all of them.
 */
export function sideNames({ dossier, language }: NameContext): readonly Named[] {
  const bySide = Map.groupBy(dossier.parties.values(), ({ side }) => side);
  return [...bySide].map(([side, members]) => {
    const standing = dossier.parties.get(dossier.conflict.sides.find((one) => one.side === side)?.party ?? '');
    if (standing) return { id: side, label: standing.shortName, aliases: [...standing.aliases, allWords(members)] };
    const aliases = side === 'armed-group' ? members.flatMap(({ shortName, name }) => [shortName, name]) : [];
    return { id: side, label: language.text('side', { side }), aliases };
  });
}

/** One text, so that no member's name as a whole is the side's: “police” fits more than one. */
function allWords(parties: readonly Party[]): string {
  return parties
    .flatMap(({ shortName, name, aliases }) => [shortName, name, ...aliases].map(withoutBrackets))
    .join(' ');
}

export function topicNames({ dossier }: Within): readonly Named[] {
  return dossier.conflict.topics;
}

export function victimNames({ dossier }: Within): readonly Named[] {
  return dossier.conflict.victimGroups;
}
