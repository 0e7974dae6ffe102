/** The order of figures in `/casualties`: the newest event first, inside it the newest report first. */

import { newestFirst } from '../dates/edtf.ts';
import type { Claim } from '../entries.ts';

interface Newest {
  readonly newest: Claim;
}

/** Groups of series, each about one event. */
export function inOrder<S extends Newest>(groups: readonly S[][]): readonly S[][] {
  return groups.toSorted((a, b) => newestFirst(newestOfGroup(a), newestOfGroup(b)));
}

/** Series of figures of one harm to one group of victims. */
export function byReport<S extends Newest>(all: readonly S[]): readonly S[] {
  return all.toSorted((a, b) => newestFirst(a.newest.reportedOn, b.newest.reportedOn));
}

export function newestReportFirst(claims: readonly Claim[]): readonly Claim[] {
  return claims.toSorted((a, b) => newestFirst(a.reportedOn, b.reportedOn));
}

function newestOfGroup(all: readonly Newest[]): string {
  return newestPeriod(all.map(({ newest }) => newest));
}

/** EDTF; the year 1 where there is none. */
export function newestPeriod(claims: readonly Pick<Claim, 'period'>[]): string {
  return claims.map(({ period }) => period).toSorted(newestFirst)[0] ?? '0001';
}
