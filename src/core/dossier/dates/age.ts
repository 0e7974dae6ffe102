/** How old the newest of several facts is. */
import { daysBetween, type Edtf, isVague, parseEdtf } from './edtf.ts';

export interface Age {
  readonly date: Edtf;
  /** Whole days from the last day that `date` can mean to the day of the answer; never negative. */
  readonly days: number;
  /** True where the date is itself approximate or coarser than a day. */
  readonly vague: boolean;
  /** True where its end is a year alone: no count of days says how old that is. */
  readonly ofYear: boolean;
}

/** The age, on `day`, of the newest of `dates` (EDTF texts); undefined where there is none. */
export function newestOf(dates: readonly string[], day: string): Age | undefined {
  const newest = dates
    .map(parseEdtf)
    .reduce<Edtf | undefined>((a, b) => (a && reachOf(a, day) >= reachOf(b, day) ? a : b), undefined);
  return (
    newest && {
      date: newest,
      days: Math.max(0, daysBetween(reachOf(newest, day), day)),
      vague: isVague(newest),
      ofYear: newest.end !== 'open' && newest.end.month === undefined,
    }
  );
}

/** Days that a date may be rough by and still be of now. */
const ROUGH_DAYS = 31;

/**
 * The last day that is known of. What may reach beyond `day` reaches to it, but of what has no end yet, or is rougher
 * than a month, the beginning counts: “around 2026” is not of today all year, and what goes on would never grow old
 * (R15).
 */
function reachOf({ earliest, latest, end }: Edtf, day: string): string {
  if (end === 'open') return earliest;
  if (latest <= day || earliest > day) return latest;
  return daysBetween(earliest, latest) > ROUGH_DAYS ? earliest : day;
}
