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

type Reported = Pick<Claim, 'reportedOn' | 'period'>;

/** Whether `claim` was reported on a day before any on which `other` can have been: it does not answer it. */
export function wasSaidBefore(claim: Reported, other: Reported): boolean {
  return parseEdtf(claim.reportedOn).latest < reportedFrom(other);
}

/** The first day on which it can have been reported: the dead of three months are not counted before these are over. */
function reportedFrom({ reportedOn, period }: Reported): string {
  const { earliest, latest } = parseEdtf(reportedOn);
  const { start, end, latest: last } = parseEdtf(period);
  // A month alone may be no more than that nobody gave the day.
  const isSpan = start !== end || (end !== 'open' && end.day !== undefined);
  if (!isSpan || end === 'open' || end.approximate || last <= earliest) return earliest;
  return last < latest ? last : latest;
}

/** When they were reported (EDTF), without the days that are before what one of the others can be of. */
export function newestReports(claims: readonly Reported[]): readonly string[] {
  const last = claims.map(reportedFrom).toSorted().at(-1) ?? '';
  const newest = claims.filter(({ reportedOn }) => parseEdtf(reportedOn).latest >= last);
  return newest.map(({ reportedOn }) => reportedOn);
}

/** The period (EDTF) by which figures about one event have their place among others; the year 1 where none has one. */
export function newestPeriod(claims: readonly Pick<Claim, 'period'>[]): string {
  return claims.map(({ period }) => period).toSorted(newestFirst)[0] ?? '0001';
}
