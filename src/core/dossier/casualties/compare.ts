/** Claims side by side: which figures belong together, what each is, and who gave none. Nothing is added up. */

import { contains, overlaps, parseEdtf, sameDays } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import { type Claim, type Development, type Side, type Unit, unitOf } from '../entries.ts';
import { onceFor } from '../memoise.ts';
import { groupsOf } from './groups.ts';
import { covers, incidentOf } from './incident.ts';
import { byReport } from './order.ts';
import { type Relation, relationOf } from './relation.ts';
import { type Rivals, rivalsOf, sameNumbers } from './rivals.ts';
import { areLinked, membersOf, type Series, type Superseded, seriesOf, supersededBy } from './series.ts';

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
export interface Comparison {
  readonly victims: string;
  readonly harm: Claim['harm'];
  readonly unit: Unit;
  readonly rows: readonly ClaimRow[];
  /** Party ids, each of which stands for a side without a figure here. */
  readonly noFigureFrom: readonly string[];
  /** What sides without a figure here said of it in another unit, or to deny it, with other figures. */
  readonly saidElsewhere: readonly Claim[];
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

/** The groups of claims that a dossier has are the same objects each time: each is compared once. */
const comparedIn = onceFor((dossier: Dossier) => onceFor((group: readonly Series[]) => toGroup(dossier, group)));

/**
 * Claims belong together where they contradict each other, or speak of the same days and of the same incident or the
 * same places. Sharing a report is not enough: a UN statement covers several incidents.
 */
function together(dossier: Dossier, all: readonly Series[]): readonly Series[][] {
  const groups: Series[][] = [];
  for (const series of all) {
    const joined = groups.filter((group) => group.some((other) => belong(dossier, series, other)));
    const rest = groups.filter((group) => !joined.includes(group));
    groups.splice(0, groups.length, ...rest, [...joined.flat(), series]);
  }
  return groups;
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
  const alike = Map.groupBy(group, ({ newest }) => `${newest.victims}/${newest.harm}/${unitOf(newest)}`);
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
  const silent = expectedParties(dossier, incident).filter((id) => !hasSpoken(dossier, id, first.newest, claims));
  const elsewhere = new Map(silent.map((id) => [id, saidOtherwise(dossier, id, first.newest)]));
  return {
    victims,
    harm,
    unit: unitOf(first.newest),
    rows,
    noFigureFrom: silent.filter((id) => elsewhere.get(id) === undefined),
    saidElsewhere: [...new Set(elsewhere.values())].filter((claim) => claim !== undefined),
  };
}

/**
 * Whether the party's side gave a figure for the same harm and victims. Where the victims' side is not given, a
 * figure for the same harm under another name counts too: it may be of the same people.
 */
function hasSpoken(dossier: Dossier, party: string, { victims, harm }: Claim, group: readonly Claim[]): boolean {
  const side = dossier.parties.get(party)?.side;
  const isVague = !dossier.conflict.victimGroups.some(({ id, sides }) => id === victims && sides.length > 0);
  return group.some(
    (claim) =>
      claim.harm === harm &&
      (isVague || claim.victims === victims) &&
      dossier.parties.get(claim.claimedBy)?.side === side,
  );
}

/**
 * What the party's side said of the same harm to the same victims in those days in another unit, or to deny it: a
 * denial of one day is none of a month.
 */
function saidOtherwise(dossier: Dossier, party: string, claim: Claim): Claim | undefined {
  const side = dossier.parties.get(party)?.side;
  return [...dossier.claims.values()].findLast(
    (other) =>
      other.harm === claim.harm &&
      other.victims === claim.victims &&
      (unitOf(other) !== unitOf(claim) ||
        (other.count.qualifier === 'denial' && contains(parseEdtf(other.period), parseEdtf(claim.period)))) &&
      dossier.parties.get(other.claimedBy)?.side === side &&
      overlaps(parseEdtf(other.period), parseEdtf(claim.period)),
  );
}

/**
 * The parties whose figure a reader would look for: both sides of the conflict, and the armed groups that fought. A
 * side that was not there is not looked for where an armed group fought instead. Nobody is expected to count the
 * victims of an accident.
 */
function expectedParties(dossier: Dossier, incident: Development | undefined): readonly string[] {
  if (incident?.category === 'accident') return [];
  const { sides } = dossier.conflict;
  const involved = (incident?.parties ?? []).flatMap((id) => dossier.parties.get(id) ?? []);
  const present = new Set<Side>(involved.map((party) => party.side));
  const armed = involved.filter((party) => party.side === 'armed-group').map((party) => party.id);
  const states = sides.filter(({ side }) => armed.length === 0 || present.has(side)).map(({ party }) => party);
  return [...states, ...armed];
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
