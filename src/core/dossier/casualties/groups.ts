/** Which claims are looked at together, so that a question on a few of ten thousand does not compare them all. */
import { newestFirst, parseEdtf } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import type { Claim } from '../entries.ts';
import { onceFor } from '../memoise.ts';
import { incidentOf } from './incident.ts';
import { newestPeriod } from './order.ts';
import type { Series } from './series.ts';

/** Groups those of its claims that are given. It follows from the dossier. */
type Grouping = (claims: readonly Claim[]) => readonly (readonly Series[])[];

interface Placed {
  readonly group: readonly Series[];
  readonly period: string;
  /** The place among all claims of the one that came to the group last: it decides between groups of one period. */
  readonly last: number;
}

/** The claims of a dossier in parts: no two claims of different parts have anything to do with each other. */
interface Parts {
  /** Of each claim, its place among all and the number of its part. */
  readonly of: ReadonlyMap<Claim, { readonly place: number; readonly part: number }>;
  /** How many claims each part has. */
  readonly sizes: readonly number[];
}

/** `claims` in groups, those of the newest event first, as `grouping` makes them of all at once. */
export function groupsOf(
  dossier: Dossier,
  claims: readonly Claim[],
  grouping: Grouping,
): readonly (readonly Series[])[] {
  const { of, sizes } = partsOf(dossier);
  const counts = new Map<number, number>();
  let before = -1;
  for (const claim of claims) {
    const { place = -1, part = -1 } = of.get(claim) ?? {};
    // What was kept is of the dossier's own claims, in their order.
    if (place <= before) return inOrder(grouping(claims), placesIn(claims));
    before = place;
    counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  const isWhole = (part: number | undefined) => part !== undefined && counts.get(part) === sizes[part];
  const cut = claims.filter((claim) => !isWhole(of.get(claim)?.part));
  const kept = wholeGroups(dossier, grouping).filter(({ part }) => isWhole(part));
  if (cut.length === 0) return kept.map(({ group }) => group);
  const placeOf = (claim: Claim) => of.get(claim)?.place ?? 0;
  const all: Placed[] = [...kept];
  for (const one of placed(grouping(cut), placeOf)) {
    const at = all.findIndex((other) => byEvent(one, other) < 0);
    all.splice(at === -1 ? all.length : at, 0, one);
  }
  return all.map(({ group }) => group);
}

const whole = new WeakMap<Dossier, readonly (Placed & { readonly part: number | undefined })[]>();

/** The groups of all claims, in order, each with its part. */
function wholeGroups(dossier: Dossier, grouping: Grouping) {
  const known = whole.get(dossier);
  if (known) return known;
  const { of } = partsOf(dossier);
  const placeOf = (claim: Claim) => of.get(claim)?.place ?? 0;
  const groups = [...Map.groupBy(of.keys(), (claim) => of.get(claim)?.part)]
    .flatMap(([part, claims]) => placed(grouping(claims), placeOf).map((one) => ({ ...one, part })))
    .toSorted(byEvent);
  whole.set(dossier, groups);
  return groups;
}

function inOrder(
  groups: readonly (readonly Series[])[],
  placeOf: (claim: Claim) => number,
): readonly (readonly Series[])[] {
  return placed(groups, placeOf)
    .toSorted(byEvent)
    .map(({ group }) => group);
}

function placed(groups: readonly (readonly Series[])[], placeOf: (claim: Claim) => number): readonly Placed[] {
  return groups.map((group) => {
    const last = group.at(-1);
    return { group, period: newestPeriod(group.map(({ newest }) => newest)), last: last ? placeOf(last.newest) : 0 };
  });
}

function placesIn(claims: readonly Claim[]): (claim: Claim) => number {
  const places = new Map(claims.map((claim, place) => [claim, place]));
  return (claim) => places.get(claim) ?? 0;
}

function byEvent(a: Placed, b: Placed): number {
  return newestFirst(a.period, b.period) || a.last - b.last;
}

/**
 * Two claims have to do with each other only where one names the other, where their periods begin on one day, or where
 * they are of one incident; all that follows from these over any number of steps is one part.
 */
const partsOf = onceFor((dossier: Dossier): Parts => {
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
  return { of: new Map(claims.map((claim, place) => [claim, { place, part: parts.get(claim) ?? -1 }])), sizes };
});
