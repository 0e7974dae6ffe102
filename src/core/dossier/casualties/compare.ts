/** Claims side by side: which figures belong together, what each is, and who gave none. Nothing is added up. */

import { parseEdtf, sameDays } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import type { Claim, Development, Side } from '../entries.ts';
import { incidentOf } from './incident.ts';
import { inOrder, newestReportFirst } from './order.ts';
import { type Relation, relationOf } from './relation.ts';

export interface ClaimRow {
  readonly claim: Claim;
  readonly relation: Relation;
  /** Claims of the same harm to the same victims that say something else. */
  readonly conflictsWith: readonly Claim[];
  /** R10: whose later figure, known here, took its place. It stays visible. */
  readonly superseded: 'claimant' | 'others' | undefined;
  /** R10: the figure this entry held before it was last revised. */
  readonly replaced: Claim['count'] | undefined;
}

/** The figures of one harm to one group of victims in one incident or period, and the sides that gave none (R13). */
export interface Comparison {
  readonly victims: string;
  readonly harm: Claim['harm'];
  readonly rows: readonly ClaimRow[];
  /** Party ids, each of which stands for a side without a figure here. */
  readonly noFigureFrom: readonly string[];
}

export interface ClaimGroup {
  /** The fighting that the figures belong to, where one is known. */
  readonly incident: Development | undefined;
  readonly comparisons: readonly Comparison[];
}

/** Groups `claims` for showing side by side, in the order of `/casualties`. */
export function compareClaims(dossier: Dossier, claims: readonly Claim[]): readonly ClaimGroup[] {
  return inOrder(together(dossier, claims)).map((members) => toGroup(dossier, members));
}

/**
 * Claims belong together where they contradict each other, or speak of the same days and of the same incident or the
 * same places. Sharing a report is not enough: a UN statement covers several incidents.
 */
function together(dossier: Dossier, claims: readonly Claim[]): readonly Claim[][] {
  const groups: Claim[][] = [];
  for (const claim of claims) {
    const joined = groups.filter((group) => group.some((other) => belong(dossier, claim, other)));
    const rest = groups.filter((group) => !joined.includes(group));
    groups.splice(0, groups.length, ...rest, [...joined.flat(), claim]);
  }
  return groups;
}

function belong(dossier: Dossier, a: Claim, b: Claim): boolean {
  if (a.conflictsWith.includes(b.id) || b.conflictsWith.includes(a.id)) return true;
  if (!sameDays(parseEdtf(a.period), parseEdtf(b.period))) return false;
  const incident = incidentOf(dossier, a);
  if (incident !== undefined && incident.id === incidentOf(dossier, b)?.id) return true;
  return a.places.length === b.places.length && a.places.every((place) => b.places.includes(place));
}

function toGroup(dossier: Dossier, claims: readonly Claim[]): ClaimGroup {
  // A claim whose days are not the incident's own (an umbrella figure) must not borrow the incident's name.
  const incident = claims
    .map((claim) => incidentOf(dossier, claim))
    .find((found) => found && claims.some((claim) => covers(found, claim)));
  const keys = [...new Set(claims.map((claim) => `${claim.victims}/${claim.harm}`))];
  return {
    incident,
    comparisons: keys.map((key) => {
      const members = claims.filter((claim) => `${claim.victims}/${claim.harm}` === key);
      return toComparison(dossier, members, claims, incident);
    }),
  };
}

function covers(incident: Development, claim: Claim): boolean {
  const [days, period] = [parseEdtf(incident.date), parseEdtf(claim.period)];
  return days.earliest <= period.earliest && period.latest <= days.latest;
}

function toComparison(
  dossier: Dossier,
  claims: readonly Claim[],
  group: readonly Claim[],
  incident: Development | undefined,
): Comparison {
  const [first] = claims;
  if (!first) throw new Error('a comparison needs at least one claim');
  const rows = newestReportFirst(claims).map((claim) => toRow(dossier, claim, group));
  const silent = expectedParties(dossier, incident).filter((id) => !hasSpoken(dossier, id, first, group));
  return { victims: first.victims, harm: first.harm, rows, noFigureFrom: silent };
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
 * The parties whose figure a reader would look for: both sides of the conflict, and the armed groups that fought. A
 * side that was not there is not looked for where an armed group fought instead.
 */
function expectedParties(dossier: Dossier, incident: Development | undefined): readonly string[] {
  const { sides } = dossier.conflict;
  const involved = (incident?.parties ?? []).flatMap((id) => dossier.parties.get(id) ?? []);
  const present = new Set<Side>(involved.map((party) => party.side));
  const armed = involved.filter((party) => party.side === 'armed-group').map((party) => party.id);
  const states = sides.filter(({ side }) => armed.length === 0 || present.has(side)).map(({ party }) => party);
  return [...states, ...armed];
}

/** Only rivals that are shown beside it count: a mark must not point to a figure that was left out. */
function toRow(dossier: Dossier, claim: Claim, group: readonly Claim[]): ClaimRow {
  const rivals = group.filter((other) => claim.conflictsWith.includes(other.id));
  const counts = dossier.history(claim.id).flatMap(({ entry }) => (entry.kind === 'claim' ? [entry.fields.count] : []));
  const replaced = counts.findLast((count) => !sameCount(count, claim.count));
  return {
    claim,
    relation: relationOf(dossier, claim),
    conflictsWith: rivals,
    superseded: supersededBy(claim, rivals),
    replaced,
  };
}

/**
 * Said only where the later figure is shown, so that a view of an earlier day does not know better (`known:`). A
 * figure of somebody else does not take the place of a claimant's own; it stands beside it.
 */
function supersededBy(claim: Claim, rivals: readonly Claim[]): ClaimRow['superseded'] {
  if (claim.status !== 'superseded') return undefined;
  const reported = parseEdtf(claim.reportedOn).latest;
  const isLater = ({ reportedOn }: Claim) => parseEdtf(reportedOn).latest > reported;
  // On the same day the entries' status says which of one claimant's two figures came first.
  const own = rivals.filter(({ claimedBy, status }) => claimedBy === claim.claimedBy && status !== 'superseded');
  if (own.some((rival) => isLater(rival) || parseEdtf(rival.reportedOn).latest === reported)) return 'claimant';
  return rivals.some((rival) => rival.count.low !== null && isLater(rival)) ? 'others' : undefined;
}

function sameCount(a: Claim['count'], b: Claim['count']): boolean {
  return a.low === b.low && a.high === b.high && a.qualifier === b.qualifier && a.asPrinted === b.asPrinted;
}
