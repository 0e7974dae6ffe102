/** Claims by what they are about, so that one is not compared with each of a thousand others. */
import type { Dossier } from '../dossier.ts';
import type { Claim } from '../entries.ts';
import { incidentOf } from './incident.ts';

interface Index {
  readonly about: ReadonlyMap<string, readonly Claim[]>;
  readonly incidents: ReadonlyMap<string | undefined, readonly Claim[]>;
}

const indexes = new WeakMap<Dossier, Index>();

/** All of the dossier that are of the same harm to the same victims, in any unit, in the dossier's order. */
export function claimsAbout(dossier: Dossier, claim: Pick<Claim, 'harm' | 'victims'>): readonly Claim[] {
  return indexOf(dossier).about.get(keyOf(claim)) ?? [];
}

/** All of the dossier that belong to the incident with this id, in the dossier's order. */
export function claimsOfIncident(dossier: Dossier, incident: string): readonly Claim[] {
  return indexOf(dossier).incidents.get(incident) ?? [];
}

function indexOf(dossier: Dossier): Index {
  const earlier = indexes.get(dossier);
  if (earlier) return earlier;
  const made = {
    about: Map.groupBy(dossier.claims.values(), keyOf),
    incidents: Map.groupBy(dossier.claims.values(), (claim) => incidentOf(dossier, claim)?.id),
  };
  indexes.set(dossier, made);
  return made;
}

function keyOf({ harm, victims }: Pick<Claim, 'harm' | 'victims'>): string {
  return `${harm}/${victims}`;
}
