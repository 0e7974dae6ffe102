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

/** A party's name at most `most` UTF-16 units long: the short one, or the brief one, or what fits of it. */
export function partyNameWithin(party: Pick<Party, 'shortName' | 'aliases'>, most: number): string {
  return party.shortName.length <= most ? party.shortName : cutAtWord(briefNameOf(party), most);
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
