/** Claims side by side: which figures belong together, what each is, and who gave none. Nothing is added up. */

import { parseEdtf, sameDays } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import { type Claim, type Development, type Unit, unitOf } from '../entries.ts';
import { onceFor, onceForList } from '../memoise.ts';
import { groupsOf } from './groups.ts';
import { covers, incidentOf } from './incident.ts';
import { byReport } from './order.ts';
import { partsOf } from './parts.ts';
import { type Relation, relationOf } from './relation.ts';
import { type Rivals, rivalsOf } from './rivals.ts';
import {
  areLinked,
  kindOf,
  membersOf,
  type Series,
  type Superseded,
  sameNumbers,
  seriesOf,
  supersededBy,
} from './series.ts';
import { type Silence, silenceAbout } from './silence.ts';

export interface ClaimRow extends Rivals {
  /** The newest of its series. */
  readonly claim: Claim;
  readonly relation: Relation;
  /** What its claimant said before, the newest first (R10, R20). It has no row of its own. */
  readonly earlier: readonly Claim[];
  /** R10: whose later figure took its place. It stays visible. */
  readonly superseded: Superseded | undefined;
  /** R10: the figure this entry held before it was last revised. */
  readonly replaced: Claim['count'] | undefined;
}

/** All claims that a row shows: its own, and what that replaced. */
export function claimsOf({ claim, earlier }: Pick<ClaimRow, 'claim' | 'earlier'>): readonly Claim[] {
  return [claim, ...earlier];
}

/**
 * The figures of one harm to one group of victims, in one unit, in one incident or period, and the sides that gave none
 * (R13).
 */
export interface Comparison extends Silence {
  readonly victims: string;
  readonly harm: Claim['harm'];
  readonly unit: Unit;
  readonly rows: readonly ClaimRow[];
}

export interface ClaimGroup {
  /** The fighting or accident that the figures belong to, where one is known. */
  readonly incident: Development | undefined;
  readonly comparisons: readonly Comparison[];
}

/** Groups `claims` for showing side by side, in the order of `/casualties`. */
export function compareClaims(dossier: Dossier, claims: readonly Claim[]): readonly ClaimGroup[] {
  return groupsOf(dossier, claims, (some) => together(dossier, seriesOf(dossier, some))).map(comparedIn(dossier));
}

/**
 * All that the claims with these ids have to do with, in the same order: for a few of ten thousand, few are compared.
 * Each group is as `compareClaims` makes it of all claims.
 */
export function compareNear(dossier: Dossier, ids: ReadonlySet<string>): readonly ClaimGroup[] {
  const { placeOf, claimsNear } = partsOf(dossier);
  const near = new Set([...ids].flatMap((id) => claimsNear(dossier.claims.get(id)) ?? []));
  return compareClaims(
    dossier,
    [...near].toSorted((a, b) => placeOf(a) - placeOf(b)),
  );
}

/** For each day that leaves some claims out, a group is made of other series: so many are kept. */
const MOST_COMPARED = 8;

/** Groups of the same claims are compared once, and are the same object each time. */
const comparedIn = onceFor((dossier: Dossier) =>
  onceForList((group: readonly Series[]) => toGroup(dossier, group), MOST_COMPARED),
);

/**
 * Claims belong together where they contradict each other, or speak of the same days and of the same incident or the
 * same places. Sharing a report is not enough: a UN statement covers several incidents.
 */
function together(dossier: Dossier, all: readonly Series[]): readonly Series[][] {
  const near = nearBy(all);
  const groupOf = new Map<Series, Series[]>();
  const groups = new Set<Series[]>();
  for (const series of all) {
    const others = near(series).filter((other) => groupOf.has(other) && belong(dossier, series, other));
    const found = new Set(others.map((other) => groupOf.get(other)));
    const joined = [...groups].filter((group) => found.has(group));
    const group = [...joined.flat(), series];
    for (const one of joined) groups.delete(one);
    for (const one of group) groupOf.set(one, group);
    groups.add(group);
  }
  return [...groups];
}

/** Those that may belong with a series: they share the days of one of its figures, or are linked with one. */
function nearBy(all: readonly Series[]): (series: Series) => readonly Series[] {
  const keysOf = ({ period, id, conflictsWith }: Claim) => {
    const { earliest, latest } = parseEdtf(period);
    return [`${earliest}/${latest}`, id, ...conflictsWith];
  };
  const keys = new Map(all.map((series) => [series, new Set(membersOf(series).flatMap(keysOf))]));
  const withKey = new Map<string, Series[]>();
  for (const [series, own] of keys) {
    for (const key of own) withKey.set(key, [...(withKey.get(key) ?? []), series]);
  }
  return (series) => {
    const found = [...(keys.get(series) ?? [])].flatMap((key) => withKey.get(key) ?? []);
    return [...new Set(found)].filter((other) => other !== series);
  };
}

/** Also by what one of them replaced: a running toll stays beside what others said of its first days. */
function belong(dossier: Dossier, one: Series, other: Series): boolean {
  return membersOf(one).some((a) => membersOf(other).some((b) => areTogether(dossier, a, b)));
}

function areTogether(dossier: Dossier, a: Claim, b: Claim): boolean {
  if (areLinked(a, b)) return true;
  if (!sameDays(parseEdtf(a.period), parseEdtf(b.period))) return false;
  const incident = incidentOf(dossier, a);
  if (incident !== undefined && incident.id === incidentOf(dossier, b)?.id) return true;
  return a.places.length === b.places.length && a.places.every((place) => b.places.includes(place));
}

function toGroup(dossier: Dossier, group: readonly Series[]): ClaimGroup {
  const claims = group.map(({ newest }) => newest);
  // A claim whose days are not the incident's own (an umbrella figure) must not borrow the incident's name.
  const incident = claims
    .map((claim) => incidentOf(dossier, claim))
    .find((found) => found && claims.some((claim) => covers(found, claim)));
  const alike = Map.groupBy(group, ({ newest }) => kindOf(newest));
  return {
    incident,
    comparisons: [...alike.values()].map((members) => toComparison(dossier, members, group, incident)),
  };
}

function toComparison(
  dossier: Dossier,
  members: readonly Series[],
  group: readonly Series[],
  incident: Development | undefined,
): Comparison {
  const [first] = members;
  if (!first) throw new Error('a comparison needs at least one claim');
  const { victims, harm } = first.newest;
  const rows = byReport(members).map((series) => toRow(dossier, series, group));
  const claims = group.map(({ newest }) => newest);
  return {
    victims,
    harm,
    unit: unitOf(first.newest),
    rows,
    ...silenceAbout(dossier, first.newest, { group: claims, incident }),
  };
}

function toRow(dossier: Dossier, series: Series, group: readonly Series[]): ClaimRow {
  const { newest: claim, earlier } = series;
  const counts = dossier.history(claim.id).flatMap(({ entry }) => (entry.kind === 'claim' ? [entry.fields.count] : []));
  const isOther = (count: Claim['count']) =>
    !sameNumbers(count, claim.count) || count.asPrinted !== claim.count.asPrinted;
  return {
    ...rivalsOf(dossier, series, group),
    claim,
    relation: relationOf(dossier, claim),
    earlier,
    superseded: supersededBy(dossier, claim),
    replaced: counts.findLast(isOther),
  };
}
