/** Which claims are looked at together, so that a question on a few of ten thousand does not compare them all. */
import { newestFirst } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import type { Claim } from '../entries.ts';
import { onceFor } from '../memoise.ts';
import { newestPeriod } from './order.ts';
import { partsOf } from './parts.ts';
import type { Series } from './series.ts';

/** Groups those of its claims that are given. It follows from the dossier. */
type Grouping = (claims: readonly Claim[]) => readonly (readonly Series[])[];

/** What a part of all parts "a few" are. */
const FEW = 20;

interface Placed {
  readonly group: readonly Series[];
  readonly period: string;
  /** The place among all claims of the one that came to the group last: it decides between groups of one period. */
  readonly last: number;
}

/** `claims` in groups, those of the newest event first, as `grouping` makes them of all at once. */
export function groupsOf(
  dossier: Dossier,
  claims: readonly Claim[],
  grouping: Grouping,
): readonly (readonly Series[])[] {
  const { of, placeOf, sizes } = partsOf(dossier);
  const counts = new Map<number, number>();
  let before = -1;
  for (const claim of claims) {
    const { place = -1, part = -1 } = of.get(claim) ?? {};
    // What was kept is of the dossier's own claims, in their order.
    if (place <= before) return inOrder(grouping(claims), placesIn(claims));
    before = place;
    counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  // For a few, not all are grouped: those of the same parts alone give the same groups.
  if (counts.size * FEW < sizes.length) return inOrder(grouping(claims), placeOf);
  const isWhole = (part: number | undefined) => part !== undefined && counts.get(part) === sizes[part];
  const cut = claims.filter((claim) => !isWhole(of.get(claim)?.part));
  const kept = wholeGroups(dossier, grouping).filter(({ part }) => isWhole(part));
  if (cut.length === 0) return kept.map(({ group }) => group);
  const all: Placed[] = [...kept];
  for (const one of placed(grouping(cut), placeOf)) {
    const at = all.findIndex((other) => byEvent(one, other) < 0);
    all.splice(at === -1 ? all.length : at, 0, one);
  }
  return all.map(({ group }) => group);
}

/** The groups of all claims, in order, each with its part. */
const wholeGroups = onceFor((dossier: Dossier, grouping: Grouping) => {
  const { of, placeOf } = partsOf(dossier);
  return [...Map.groupBy(of.keys(), (claim) => of.get(claim)?.part)]
    .flatMap(([part, claims]) => placed(grouping(claims), placeOf).map((one) => ({ ...one, part })))
    .toSorted(byEvent);
});

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
