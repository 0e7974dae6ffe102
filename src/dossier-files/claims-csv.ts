/** The casualty claims as a table: a row a claim, every field of it, and never a column that mixes two harms. */

import type { AnyEntry } from '../core/dossier/entries.ts';
import { claim as wording } from '../core/wording/kinds/claim.ts';
import type { RowNames } from '../core/wording/kinds/column.ts';
import { toCsv } from './csv.ts';

export const CLAIMS_FILE = 'casualties.csv';

/** The claims among `entries`, in their order, under a row of names and a row of HXL tags. */
export function claimsCsv(entries: readonly AnyEntry[]): string {
  const { columns } = wording;
  const names: RowNames = {
    parties: byId(entries.flatMap((entry) => (entry.kind === 'party' ? [entry.fields] : []))),
    places: byId(entries.flatMap((entry) => (entry.kind === 'place' ? [entry.fields] : []))),
    sources: byId(entries.flatMap((entry) => (entry.kind === 'source' ? [entry.fields] : []))),
    developments: byId(entries.flatMap((entry) => (entry.kind === 'development' ? [entry.fields] : []))),
  };
  const claims = entries.flatMap((entry) => (entry.kind === 'claim' ? [entry.fields] : []));
  return toCsv([
    columns.map(({ name }) => name),
    columns.map(({ tag }) => tag),
    ...claims.map((claim) => columns.map(({ cell }) => cell(claim, names))),
  ]);
}

function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.id, one]));
}
