/** Dates of what cannot have been said or have happened yet. */

import { type AnyEntry, KINDS } from '../kinds/index.ts';
import type { Dated } from '../kinds/kind.ts';
import { datedOf } from '../news.ts';
import { parseEdtf, tryParseEdtf } from './edtf.ts';

/** Where the day begins first: what is dated later than its today is in the future everywhere. */
export const FIRST_TIMEZONE = 'Pacific/Kiritimati';

/** The date of the entry that had not come by `today` (`YYYY-MM-DD`), with its field; undefined where there is none. */
export function futureDate(entry: AnyEntry, today: string): Dated | undefined {
  const dated = datedOf(entry);
  if (dated === undefined || KINDS[entry.kind].news?.mayLieAhead === true) return undefined;
  // Of an interval, both ends must have begun; open ends have no day.
  const ends = dated.date.split('/').flatMap((end) => tryParseEdtf(end)?.earliest ?? []);
  const hasBegun = parseEdtf(dated.date).earliest <= today && ends.every((day) => day <= today);
  return hasBegun ? undefined : dated;
}
