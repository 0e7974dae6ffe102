/** The lists of changes: one for each kind of which there is news, in the order in which they are told. */
import { SECTIONS, type Section } from '../dossier/kinds/index.ts';
import type { Change } from './change.ts';

export type Sections = { readonly [S in Section]: readonly Change[] };

/** Each change in the list of its kind, in the order given. */
export function sectionsOf(changes: readonly Change[]): Sections {
  const lists = Object.fromEntries(
    SECTIONS.map(({ name, kind }) => [name, changes.filter(({ entry }) => entry.kind === kind)]),
  );
  if (!isWhole(lists)) throw new Error('two kinds of entries share a list of changes');
  return lists;
}

function isWhole(lists: object): lists is Sections {
  return Object.keys(lists).length === SECTIONS.length;
}
