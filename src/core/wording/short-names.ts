/** The short names of parties and of groups of victims; an id that the dossier does not know stands for itself. */
import type { Dossier } from '../dossier/dossier.ts';
import type { Party } from '../dossier/entries.ts';
import { onceForText } from '../dossier/memoise.ts';
import { withoutBrackets } from '../dossier/text/normalise.ts';
import { cutAtWord } from './brief/cut-words.ts';
import type { Named } from './named.ts';

export function partyName({ parties }: Pick<Dossier, 'parties'>, id: string): string {
  return parties.get(id)?.shortName ?? id;
}

/** The same where a line has room for little else. */
export function briefPartyName({ parties }: Pick<Dossier, 'parties'>, id: string): string {
  const party = parties.get(id);
  return party ? briefNameOf(party) : id;
}

/** In UTF-16 units. Cut, the name of a ministry or of a district's officials would be another's. */
const WHOLE_NAME = 32;

/**
 * A party's name at most `most` UTF-16 units long: the short one; or the brief one; or of a government's ministry or
 * army that of the party that stands for the side. What still has no room stands whole, unless it is longer than
 * names are.
 */
export function partyNameWithin(
  { conflict, parties }: Pick<Dossier, 'conflict' | 'parties'>,
  party: Pick<Party, 'shortName' | 'aliases' | 'side'> & Partial<Pick<Party, 'kind'>>,
  most: number,
): string {
  if (party.shortName.length <= most) return party.shortName;
  const standing = parties.get(conflict.sides.find(({ side }) => side === party.side)?.party ?? '');
  const names = standing && standing.kind === party.kind ? [briefNameOf(party), briefNameOf(standing)] : [];
  return names.find(({ length }) => length <= most) ?? nameWithin(briefNameOf(party), most);
}

/** The name of a person or the like: cut to `most` UTF-16 units only where it is longer than names are. */
export function nameWithin(name: string, most: number): string {
  return name.length <= WHOLE_NAME ? name : cutAtWord(name, most);
}

/** Of "Country (its government)" what the brackets say, where the dossier gives that as a name of the party's own. */
function briefNameOf({ shortName, aliases }: Pick<Party, 'shortName' | 'aliases'>): string {
  const [, inBrackets = ''] = / \(([^()]+)\)$/u.exec(shortName) ?? [];
  return aliases.includes(inBrackets) ? inBrackets : shortName;
}

/** What was chosen, so that nobody takes it for another: a party whose short name is an abbreviation is spelt out. */
export function inFull({ parties }: Pick<Dossier, 'parties'>, { id, label }: Pick<Named, 'id' | 'label'>): string {
  const party = parties.get(id);
  const name = withoutBrackets(party?.name ?? label);
  return party?.shortName !== label || /\p{Ll}/u.test(label) || name === label ? label : `${label} (${name})`;
}

export function victimsName({ conflict }: Pick<Dossier, 'conflict'>, id: string): string {
  return conflict.victimGroups.find((group) => group.id === id)?.label ?? id;
}

/** The same where there is one line for it. */
export function victimsInShort({ conflict }: Pick<Dossier, 'conflict'>, id: string): string {
  const group = conflict.victimGroups.find((one) => one.id === id);
  return group?.short ?? group?.label ?? id;
}

/** The same as the beginning of a line. */
export function victimsAtStart(dossier: Pick<Dossier, 'conflict'>, id: string): string {
  return capitalised(victimsInShort(dossier, id));
}

/** A letter of a script without capitals stays. */
export const capitalised: (text: string) => string = onceForText((text) => {
  const [first = ''] = text;
  return first.toLocaleUpperCase('und') + text.slice(first.length);
});
