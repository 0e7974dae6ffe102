/** Incidents: the developments in which people come to harm, and which of them a claim is about. */
import { contains, overlaps, parseEdtf } from '../dates/edtf.ts';
import type { Development } from '../kinds/development.ts';
import { onceFor } from '../memoise.ts';

const FIGHTING: ReadonlySet<Development['category']> = new Set(['clash', 'airstrike', 'attack']);

/** A clash, an air strike or an attack. An accident is nobody's act, so it is none and no breach of anything. */
export function isIncident({ category }: Pick<Development, 'category'>): boolean {
  return FIGHTING.has(category);
}

/** Whether figures about it are shown together: fighting, or an accident. */
export function harmsPeople(development: Development): boolean {
  return isIncident(development) || development.category === 'accident';
}

interface Dated {
  readonly development: string | null;
  readonly period: string;
}

/** A comparison asks for the incident of one claim many times. */
const incidentsAmong = onceFor((developments: ReadonlyMap<string, Development>) =>
  onceFor((claim: Dated) => findIncident(developments, claim)),
);

/**
 * The fighting or accident of the claim's days that it names, or that the statement which it names is about;
 * undefined where neither is known. `period` is EDTF.
 */
export function incidentOf(
  { developments }: { readonly developments: ReadonlyMap<string, Development> },
  claim: Dated,
): Development | undefined {
  return incidentsAmong(developments)(claim);
}

function findIncident(developments: ReadonlyMap<string, Development>, claim: Dated): Development | undefined {
  const development = claim.development === null ? undefined : developments.get(claim.development);
  if (!development) return undefined;
  // A figure given in a statement belongs to the fighting that the statement is about.
  return [development, ...development.related.flatMap((id) => developments.get(id) ?? [])].find(
    (one) => harmsPeople(one) && overlaps(parseEdtf(one.date), parseEdtf(claim.period)),
  );
}

/** Whether all days of the claim are days of the incident: an umbrella figure reaches beyond it. */
export function covers({ date }: Development, { period }: { readonly period: string }): boolean {
  return contains(parseEdtf(date), parseEdtf(period));
}
