/** Claims by what they are about, so that one is not compared with each of a thousand others. */
import type { Dossier } from '../dossier.ts';
import type { Claim } from '../entries.ts';
import { onceFor } from '../memoise.ts';
import { incidentOf } from './incident.ts';

const indexOf = onceFor((dossier: Dossier) => ({
  about: Map.groupBy(dossier.claims.values(), keyOf),
  incidents: Map.groupBy(dossier.claims.values(), (claim) => incidentOf(dossier, claim)?.id),
}));

/** All of the dossier that are of the same harm to the same victims, in any unit, in the dossier's order. */
export function claimsAbout(dossier: Dossier, claim: Pick<Claim, 'harm' | 'victims'>): readonly Claim[] {
  return indexOf(dossier).about.get(keyOf(claim)) ?? [];
}

/** All of the dossier that belong to the incident with this id, in the dossier's order. */
export function claimsOfIncident(dossier: Dossier, incident: string): readonly Claim[] {
  return indexOf(dossier).incidents.get(incident) ?? [];
}

function keyOf({ harm, victims }: Pick<Claim, 'harm' | 'victims'>): string {
  return `${harm}/${victims}`;
}
