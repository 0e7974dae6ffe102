/** The short names of parties and of groups of victims; an id that the dossier does not know stands for itself. */
import type { Dossier } from '../dossier/dossier.ts';

export function partyName({ parties }: Pick<Dossier, 'parties'>, id: string): string {
  return parties.get(id)?.shortName ?? id;
}

export function victimsName({ conflict }: Pick<Dossier, 'conflict'>, id: string): string {
  return conflict.victimGroups.find((group) => group.id === id)?.label ?? id;
}
