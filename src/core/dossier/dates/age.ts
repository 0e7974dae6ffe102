/** How old the newest of several facts is. */
import { daysBetween, type Edtf, isVague, parseEdtf } from './edtf.ts';

export interface Age {
  readonly date: Edtf;
  /** Whole days from the last day that `date` can mean to the day of the answer; never negative. */
  readonly days: number;
  /** True where the date is itself approximate or coarser than a day. */
  readonly vague: boolean;
}

/** The age, on `day`, of the newest of `dates` (EDTF texts); undefined where there is none. */
export function newestOf(dates: readonly string[], day: string): Age | undefined {
  const newest = dates
    .map(parseEdtf)
    .reduce<Edtf | undefined>((a, b) => (a && reachOf(a, day) >= reachOf(b, day) ? a : b), undefined);
  return newest && { date: newest, days: Math.max(0, daysBetween(reachOf(newest, day), day)), vague: isVague(newest) };
}

/**
 * The last day that is known of. Of what has no end yet, or may reach beyond `day`, it is the beginning: “around 2026”
 * is not of today all year, and what goes on would never grow old (R15).
 */
function reachOf(date: Edtf, day: string): string {
  return date.end === 'open' || date.latest > day ? date.earliest : date.latest;
}
