/** Incidents: the developments that are fighting, and which of them a claim is about. */
import { overlaps, parseEdtf } from '../dates/edtf.ts';
import type { Development } from '../kinds/development.ts';

const FIGHTING: ReadonlySet<Development['category']> = new Set(['clash', 'airstrike', 'attack']);

export function isIncident({ category }: Development): boolean {
  return FIGHTING.has(category);
}

/**
 * The fighting of the claim's days that it names, or that the statement which it names is about; undefined where
 * neither is known. `period` is EDTF.
 */
export function incidentOf(
  { developments }: { readonly developments: ReadonlyMap<string, Development> },
  claim: { readonly development: string | null; readonly period: string },
): Development | undefined {
  const development = claim.development === null ? undefined : developments.get(claim.development);
  if (!development) return undefined;
  // A figure given in a statement belongs to the fighting that the statement is about.
  return [development, ...development.related.flatMap((id) => developments.get(id) ?? [])].find(
    (one) => isIncident(one) && overlaps(parseEdtf(one.date), parseEdtf(claim.period)),
  );
}
