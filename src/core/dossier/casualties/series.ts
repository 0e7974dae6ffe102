/** Series of figures: a claimant's later toll takes the place of its earlier one, and names what it replaced (R20). */
import { contains, isVague, parseEdtf } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import { type Claim, unitOf } from '../entries.ts';
import { onceFor, onceForList } from '../memoise.ts';
import { claimsAbout } from './claim-index.ts';
import { isSameClaimant, isSameFamily } from './claimant.ts';
import { covers, incidentOf } from './incident.ts';
import { newestReportFirst } from './order.ts';
import { partsOf } from './parts.ts';

export interface Series {
  readonly newest: Claim;
  /** What it replaced, the newest first. */
  readonly earlier: readonly Claim[];
}

/** Each of `claims` once: as the newest of its series, or among what that replaced. */
export function seriesOf(dossier: Dossier, claims: readonly Claim[]): readonly Series[] {
  // Only what one claimant says of the same harm can be a series: a dossier ten times as large is asked as fast.
  const alike = Map.groupBy(claims, (claim) => `${claim.claimedBy}/${kindOf(claim)}`);
  const newer = new Map(
    claims.map((claim) => {
      const others = alike.get(`${claim.claimedBy}/${kindOf(claim)}`) ?? [];
      return [claim, others.filter((other) => replaces(dossier, other, claim))];
    }),
  );
  const older = new Map<Claim, Claim[]>();
  for (const [claim, after] of newer) for (const one of after) older.set(one, [...(older.get(one) ?? []), claim]);
  const isNewest = (claim: Claim) => newer.get(claim)?.length === 0;
  const earlier = new Map<Claim, readonly Claim[]>();
  const named = new Set<Claim>();
  // By id, so that the order in which claims are given decides nothing: two figures can have replaced one.
  for (const newest of claims.filter(isNewest).toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const members = new Set([newest]);
    // A set that grows is walked to its end: what was replaced had replaced others.
    for (const member of members) {
      for (const claim of older.get(member) ?? []) if (!named.has(claim)) members.add(claim);
    }
    members.delete(newest);
    for (const claim of members) named.add(claim);
    earlier.set(newest, newestReportFirst([...members].toSorted(supersededLast)));
  }
  return claims.filter(isNewest).map((newest) => asSeries([newest, ...(earlier.get(newest) ?? [])]));
}

/** On each day that leaves some of its claims out, a series is another. */
const MOST_MADE = 8;

/** The same object each time: what is worked out for it is found again. */
const asSeries = onceForList(([newest, ...earlier]: readonly Claim[]): Series => {
  if (!newest) throw new Error('a series needs at least one claim');
  return { newest, earlier };
}, MOST_MADE);

/** Of reports of one day. */
function supersededLast(a: Claim, b: Claim): number {
  return Number(a.status === 'superseded') - Number(b.status === 'superseded');
}

export interface Superseded {
  /** Whose later figure took its place; `nobody`: it is marked as superseded, and the later one is not recorded. */
  readonly who: 'claimant' | 'family' | 'others' | 'nobody';
  readonly by: Claim | undefined;
}

/**
 * R10: what took the place of a claim marked as superseded, by what is known in `dossier`. Undefined where it is not
 * marked, and in a view of an earlier moment that does not know the later figure yet.
 */
export function supersededBy(dossier: Dossier, claim: Claim): Superseded | undefined {
  return claim.status === 'superseded' ? successorIn(dossier)(claim) : undefined;
}

/** A comparison asks for it again with each of the claim's rivals. */
const successorIn = onceFor((dossier: Dossier) => onceFor((claim: Claim) => findSuccessor(dossier, claim)));

function findSuccessor(dossier: Dossier, claim: Claim): Superseded | undefined {
  const near = partsOf(dossier).claimsNear(claim) ?? claimsAbout(dossier, claim);
  const all = newestReportFirst(near.filter((other) => isAlike(other, claim)));
  const own = all.find((other) => replaces(dossier, other, claim));
  if (own) return { who: 'claimant', by: own };
  const others = all.filter((other) => other.status !== 'superseded' && other.count.qualifier !== 'denial');
  const linked = others.filter((other) => areLinked(other, claim));
  const rivals = [...linked, ...others.filter((other) => beginsAlike(dossier, other, claim))];
  const family = rivals.find((other) => isSameFamily(dossier, other, claim) && isLaterOrMore(other, claim));
  if (family) return { who: 'family', by: family };
  // A figure of somebody else does not take the place of a claimant's own; it stands beside it.
  const rival = linked.find((other) => other.count.low !== null && isAfter(other, claim));
  if (rival) return { who: 'others', by: rival };
  return dossier.viewOf === undefined ? { who: 'nobody', by: undefined } : undefined;
}

/** Of two figures of one day, the lower did not take the place of the other. */
function isLaterOrMore(other: Claim, claim: Claim): boolean {
  if (isAfter(other, claim)) return true;
  return !isAfter(claim, other) && (other.count.low ?? 0) >= (claim.count.low ?? 0);
}

/** Whether `later` is the same claimant's update of `earlier`. Never true both ways, nor round a circle. */
function replaces(dossier: Dossier, later: Claim, earlier: Claim): boolean {
  return (
    later !== earlier &&
    isAlike(later, earlier) &&
    isSameClaimant(dossier, later, earlier) &&
    [later, earlier].every(({ count }) => count.qualifier !== 'denial') &&
    comesLater(later, earlier) &&
    samePlaces(dossier, later, earlier) &&
    !contradict(later, earlier) &&
    // Linked alone they may be rivals.
    (countsTheSame(dossier, later, earlier) || (earlier.status === 'superseded' && areLinked(later, earlier)))
  );
}

/**
 * Whether the entries set one against the other, and nothing says that the later took the place of the earlier: no
 * mark, and no "at least" that it may have risen from. Then the same claimant is reported with two figures. An earlier
 * figure that is marked as disputed is a rival of what it is linked to, however it may have risen.
 */
function contradict(later: Claim, earlier: Claim): boolean {
  if (earlier.status === 'superseded' || !areLinked(later, earlier)) return false;
  const [before, after] = [earlier.count, later.count];
  if (before.low === null || sameNumbers(before, after)) return false;
  if (earlier.status === 'disputed') return true;
  const isFloor = before.qualifier === 'at-least' || before.qualifier === 'more-than';
  return !(isFloor && after.low !== null && after.low >= before.low);
}

export function sameNumbers(a: Claim['count'], b: Claim['count']): boolean {
  return a.low === b.low && a.high === b.high && a.qualifier === b.qualifier;
}

function isAlike(a: Claim, b: Claim): boolean {
  return a.victims === b.victims && a.harm === b.harm && unitOf(a) === unitOf(b);
}

/** What is counted. Claims of another kind are never compared. */
export function kindOf(claim: Claim): string {
  return `${claim.victims}/${claim.harm}/${unitOf(claim)}`;
}

/** Of reports of one day, or of days that are not told apart, the one marked as superseded came first. */
function comesLater(later: Claim, earlier: Claim): boolean {
  if (isAfter(later, earlier)) return true;
  return earlier.status === 'superseded' && later.status !== 'superseded' && !isAfter(earlier, later);
}

function isAfter(a: Claim, b: Claim): boolean {
  return parseEdtf(a.reportedOn).earliest > parseEdtf(b.reportedOn).latest;
}

/** A running toll begins where the one before began and reaches at least as far, over the same places. */
function countsTheSame(dossier: Dossier, later: Claim, earlier: Claim): boolean {
  if (!beginsAlike(dossier, later, earlier)) return false;
  if (earlier.status === 'superseded') return true;
  const [before, after] = [parseEdtf(earlier.period), parseEdtf(later.period)];
  // A month is no running toll of its first day.
  return contains(after, before) && (later.period === earlier.period || !isVague(after));
}

/** The same first day, or days of one incident. */
function beginsAlike(dossier: Dossier, a: Claim, b: Claim): boolean {
  const incident = incidentOf(dossier, a);
  const other = incidentOf(dossier, b);
  if (incident !== undefined && other !== undefined && incident.id !== other.id) return false;
  if (parseEdtf(a.period).earliest === parseEdtf(b.period).earliest) return true;
  return incident !== undefined && isOf(dossier, incident.id, b) && covers(incident, a) && covers(incident, b);
}

/** A toll of two towns is no update of the toll of one. Where a place is not given, the incident decides. */
function samePlaces(dossier: Dossier, a: Claim, b: Claim): boolean {
  if (a.places.length === b.places.length) return a.places.every((place) => b.places.includes(place));
  const incident = incidentOf(dossier, a);
  return (a.places.length === 0 || b.places.length === 0) && incident !== undefined && isOf(dossier, incident.id, b);
}

function isOf(dossier: Dossier, incident: string, claim: Claim): boolean {
  return incidentOf(dossier, claim)?.id === incident;
}

/** Whether one names the other as saying something else of the same people. */
export function areLinked(a: Claim, b: Claim): boolean {
  return a.conflictsWith.includes(b.id) || b.conflictsWith.includes(a.id);
}

/** All figures of a series, the newest first. */
export function membersOf({ newest, earlier }: Series): readonly Claim[] {
  return [newest, ...earlier];
}
