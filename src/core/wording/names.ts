/** The names that askers can use for parties, sides, topics and victims, out of the dossier. */

import type { Dossier } from '../dossier/dossier.ts';
import type { Named } from './named.ts';
import type { WordingContext } from './wording-context.ts';

/** The parties with one of these ids. */
export function partiesOf(dossier: Dossier, ids: ReadonlySet<string>): readonly Named[] {
  return [...dossier.parties.values()]
    .filter(({ id }) => ids.has(id))
    .map(({ id, shortName, name, aliases }) => ({ id, label: shortName, aliases: [name, ...aliases] }));
}

/**
 * A side of the conflict goes by the names of the party that stands for it, another by those of its members: so
 * "Taliban" fits both the Afghan Taliban and the TTP, and is asked back instead of guessed (R16). Mediators and observers have
 * no members' names: whoever asks for one country would get all of them.
 */
export function sideNames({ dossier, language }: Pick<WordingContext, 'dossier' | 'language'>): readonly Named[] {
  const bySide = Map.groupBy(dossier.parties.values(), ({ side }) => side);
  return [...bySide].map(([side, members]) => {
    const standing = dossier.parties.get(dossier.conflict.sides.find((one) => one.side === side)?.party ?? '');
    if (standing) return { id: side, label: standing.shortName, aliases: standing.aliases };
    const aliases = side === 'armed-group' ? members.flatMap(({ shortName, name }) => [shortName, name]) : [];
    return { id: side, label: language.text('side', { side }), aliases };
  });
}

export function topicNames({ dossier }: Pick<WordingContext, 'dossier'>): readonly Named[] {
  return dossier.conflict.topics;
}
