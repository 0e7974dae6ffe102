/** The short names of parties and of groups of victims; an id that the dossier does not know stands for itself. */
import type { Dossier } from '../dossier/dossier.ts';
import { withoutBrackets } from '../dossier/text/normalise.ts';
import type { Named } from './named.ts';

export function partyName({ parties }: Pick<Dossier, 'parties'>, id: string): string {
  return parties.get(id)?.shortName ?? id;
}

/**
 * The same where a line has room for little else: of "Country (its government)" what the brackets say, where the
 * dossier gives that as a name of the party's own.
 */
export function briefPartyName({ parties }: Pick<Dossier, 'parties'>, id: string): string {
  const party = parties.get(id);
  const [, inBrackets = ''] = / \(([^()]+)\)$/u.exec(party?.shortName ?? '') ?? [];
  return party?.aliases.includes(inBrackets) ? inBrackets : (party?.shortName ?? id);
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

/** The same where there is one line for it, as the beginning of that line. */
export function victimsAtStart({ conflict }: Pick<Dossier, 'conflict'>, id: string): string {
  const group = conflict.victimGroups.find((one) => one.id === id);
  return capitalised(group?.short ?? group?.label ?? id);
}

/** A letter of a script without capitals stays. */
export function capitalised(text: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase('und') + rest.join('');
}
