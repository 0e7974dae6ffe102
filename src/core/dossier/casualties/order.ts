/** The order of figures in `/casualties`: the newest event first, inside it the newest report first. */

import { newestFirst } from '../dates/edtf.ts';
import type { Claim } from '../entries.ts';

/** Groups of figures, each about one event. */
export function inOrder(groups: readonly Claim[][]): readonly Claim[][] {
  return groups.toSorted((a, b) => newestFirst(newestPeriod(a), newestPeriod(b)));
}

/** Figures of one harm to one group of victims. */
export function newestReportFirst(claims: readonly Claim[]): readonly Claim[] {
  return claims.toSorted((a, b) => newestFirst(a.reportedOn, b.reportedOn));
}

function newestPeriod(claims: readonly Claim[]): string {
  return claims.map(({ period }) => period).toSorted(newestFirst)[0] ?? '0001';
}
