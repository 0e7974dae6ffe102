/** Which of the figures that are shown together contradict each other. */
import { parseEdtf, sameDays } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import { type Claim, unitOf } from '../entries.ts';
import { isSameClaimant } from './claimant.ts';
import { areLinked, membersOf, type Series, sameNumbers, supersededBy } from './series.ts';

/** Each the newest figure of another series that is shown beside it. */
export interface Rivals {
  /** Figures of others, of the same harm to the same victims in the same unit, that say something else. */
  readonly conflictsWith: readonly Claim[];
  /** Their claimants said something else of fewer days before: the newest counts other days than this figure. */
  readonly conflictsWithEarlier: readonly Claim[];
  /** Other figures given for the same claimant that no date puts in order: no contradiction of two sides. */
  readonly alsoFromClaimant: readonly Claim[];
}

/** Only rivals in `group` count: a mark must not point to a figure that was left out. */
export function rivalsOf(dossier: Dossier, series: Series, group: readonly Series[]): Rivals {
  const others = group.filter((other) => other !== series && unitOf(other.newest) === unitOf(series.newest));
  const linked = others.filter((other) => areRivals(series, other)).map(({ newest }) => newest);
  const before = others
    .filter(({ earlier }) => earlier.some((claim) => areLinked(claim, series.newest)))
    .map(({ newest }) => newest)
    .filter((rival) => !linked.includes(rival));
  const isOwn = (rival: Claim) => isSameClaimant(dossier, series.newest, rival);
  return {
    conflictsWith: linked.filter((rival) => !isOwn(rival) && areInConflict(dossier, series.newest, rival, linked)),
    conflictsWithEarlier: before.filter((rival) => !isOwn(rival)),
    alsoFromClaimant: linked.filter(isOwn),
  };
}

/** Whether any two figures of theirs, each of the same days as its series' newest, are linked. */
function areRivals(a: Series, b: Series): boolean {
  return asNew(a).some((one) => asNew(b).some((other) => areLinked(one, other)));
}

function asNew(series: Series): readonly Claim[] {
  const days = parseEdtf(series.newest.period);
  return membersOf(series).filter(({ period }) => sameDays(parseEdtf(period), days));
}

/**
 * A figure that gave way to a branch of its own side is no rival of that branch's, nor of others that are compared with
 * that.
 */
function areInConflict(dossier: Dossier, claim: Claim, rival: Claim, rivals: readonly Claim[]): boolean {
  // Rivals by what they said before may have come to say the same.
  if (!areLinked(claim, rival) && sameNumbers(claim.count, rival.count)) return false;
  const successor = successorOf(dossier, rival);
  if (successorOf(dossier, claim) === rival || successor === claim) return false;
  return successor === undefined || !rivals.includes(successor);
}

function successorOf(dossier: Dossier, claim: Claim): Claim | undefined {
  const superseded = supersededBy(dossier, claim);
  return superseded?.who === 'others' ? undefined : superseded?.by;
}
