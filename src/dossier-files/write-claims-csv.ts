/** The casualty claims as a table: a row a claim, every field of it, and never a column that mixes two harms. */

import type { AnyEntry } from '../core/dossier/entries.ts';
import { fieldsOf, mapsOf } from '../core/dossier/entry-maps.ts';
import { claim as wording } from '../core/wording/kinds/claim.ts';
import { toCsv } from './csv.ts';

export const CLAIMS_FILE = 'casualties.csv';

/** The claims among `entries`, in their order, under a row of names and a row of HXL tags. */
export function claimsCsv(entries: readonly AnyEntry[]): string {
  const { columns } = wording;
  const names = mapsOf(entries);
  return toCsv([
    columns.map(({ name }) => name),
    columns.map(({ tag }) => tag),
    ...fieldsOf('claim', entries).map((claim) => columns.map(({ cell }) => cell(claim, names))),
  ]);
}
