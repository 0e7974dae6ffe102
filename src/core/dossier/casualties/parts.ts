/** Figures in parts that have nothing to do with each other, so that one is not compared with each of ten thousand. */
import { parseEdtf } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import type { Claim } from '../entries.ts';
import { onceFor } from '../memoise.ts';
import { incidentOf } from './incident.ts';

/** The claims of a dossier in parts: no two claims of different parts have anything to do with each other. */
interface Parts {
  /** Of each claim, its place among all and the number of its part. */
  readonly of: ReadonlyMap<Claim, { readonly place: number; readonly part: number }>;
  /** The place of a claim among all; of one that is not the dossier's, 0. */
  readonly placeOf: (claim: Claim) => number;
  /** How many claims each part has. */
  readonly sizes: readonly number[];
  /** The claims of the same part, in the dossier's order, itself too; undefined for a claim of no part. */
  readonly claimsNear: (claim: Claim | undefined) => readonly Claim[] | undefined;
}

/**
 * Two claims have to do with each other only where one names the other, where their periods begin on one day, or where
 * they are of one incident; all that follows from these over any number of steps is one part.
 */
export const partsOf = onceFor((dossier: Dossier): Parts => {
  const claims = [...dossier.claims.values()];
  const near = new Map<Claim | string, (Claim | string)[]>();
  const join = (a: Claim | string, b: Claim | string) => {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = near.get(from);
      if (known) known.push(to);
      else near.set(from, [to]);
    }
  };
  for (const claim of claims) {
    join(claim, `day ${parseEdtf(claim.period).earliest}`);
    const incident = incidentOf(dossier, claim);
    if (incident) join(claim, `incident ${incident.id}`);
    for (const id of claim.conflictsWith) {
      const other = dossier.claims.get(id);
      if (other) join(claim, other);
    }
  }
  const parts = new Map<Claim | string, number>();
  const sizes: number[] = [];
  for (const claim of claims) {
    if (parts.has(claim)) continue;
    const part = sizes.push(0) - 1;
    const reached = new Set<Claim | string>([claim]);
    // A set that grows is walked to its end.
    for (const one of reached) for (const other of near.get(one) ?? []) reached.add(other);
    for (const one of reached) {
      parts.set(one, part);
      if (typeof one !== 'string') sizes[part] = (sizes[part] ?? 0) + 1;
    }
  }
  const of = new Map(claims.map((claim, place) => [claim, { place, part: parts.get(claim) ?? -1 }]));
  const inPart = Map.groupBy(claims, (claim) => parts.get(claim));
  const claimsNear = (claim: Claim | undefined) => {
    const part = claim && parts.get(claim);
    return part === undefined ? undefined : inPart.get(part);
  };
  const placeOf = (claim: Claim) => of.get(claim)?.place ?? 0;
  return { of, placeOf, sizes, claimsNear };
});
