/** The order of figures in `/casualties`: the newest event first, inside it the newest report first. */

import { newestFirst, parseEdtf } from '../dates/edtf.ts';
import type { Claim } from '../entries.ts';

interface Newest {
  readonly newest: Claim;
}

/** Series of figures of one harm to one group of victims. */
export function byReport<S extends Newest>(all: readonly S[]): readonly S[] {
  return all.toSorted((a, b) => newestFirst(a.newest.reportedOn, b.newest.reportedOn));
}

export function newestReportFirst(claims: readonly Claim[]): readonly Claim[] {
  return claims.toSorted((a, b) => newestFirst(a.reportedOn, b.reportedOn));
}

/** Whether `claim` was reported on a day before any on which `other` can have been: it does not answer it. */
export function wasSaidBefore(claim: Pick<Claim, 'reportedOn'>, other: Pick<Claim, 'reportedOn'>): boolean {
  return parseEdtf(claim.reportedOn).latest < parseEdtf(other.reportedOn).earliest;
}

/** The period (EDTF) by which figures about one event have their place among others; the year 1 where none has one. */
export function newestPeriod(claims: readonly Pick<Claim, 'period'>[]): string {
  return claims.map(({ period }) => period).toSorted(newestFirst)[0] ?? '0001';
}
