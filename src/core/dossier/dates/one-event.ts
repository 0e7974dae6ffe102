/** How long what happened took: an event of a few days is of each of them, and a figure for a quarter of none. */
import { contains, daysBetween, type Edtf, overlaps } from './edtf.ts';

/** The most days of what is still one event. */
export const ONE_EVENT_DAYS = 3;

/** In days, both ends counted. */
export function lengthOf({ earliest, latest }: Pick<Edtf, 'earliest' | 'latest'>): number {
  return daysBetween(earliest, latest) + 1;
}

/** Whether what happened in `days` was in `asked`: all of it, or one event of a few days in part. */
export function wasIn(days: Edtf, asked: Edtf): boolean {
  return contains(asked, days) || (overlaps(asked, days) && lengthOf(days) <= ONE_EVENT_DAYS);
}

function isOneDay({ earliest, latest }: Pick<Edtf, 'earliest' | 'latest'>): boolean {
  return earliest === latest;
}

/** `open`: one end of it was not asked for, as in “since March”. */
export function periodKind(asked: Edtf): 'day' | 'span' | 'open' {
  if (asked.start === 'open' || asked.end === 'open') return 'open';
  return isOneDay(asked) ? 'day' : 'span';
}
