/** Dates of what cannot have been said or have happened yet. */
import { parseEdtf, tryParseEdtf } from './edtf.ts';
import type { AnyEntry } from './entries.ts';

/** Where the day begins first: what is dated later than its today is in the future everywhere. */
export const FIRST_TIMEZONE = 'Pacific/Kiritimati';

/** The date of the entry that had not come by `today` (`YYYY-MM-DD`), with its field; undefined where there is none. */
export function futureDate(
  entry: AnyEntry,
  today: string,
): { readonly field: string; readonly date: string } | undefined {
  const [field, date] = datedBy(entry);
  if (field === undefined || date === undefined) return undefined;
  // Of an interval, both ends must have begun; open ends have no day.
  const ends = date.split('/').flatMap((end) => tryParseEdtf(end)?.earliest ?? []);
  if (parseEdtf(date).earliest <= today && ends.every((day) => day <= today)) return undefined;
  return { field, date };
}

function datedBy({ kind, fields }: AnyEntry): readonly [field: string, date: string] | readonly [] {
  switch (kind) {
    case 'development':
    case 'quote':
      return ['date', fields.date];
    case 'claim':
      return ['reportedOn', fields.reportedOn];
    case 'ceasefire':
      return ['effectiveFrom', fields.effectiveFrom];
    case 'talks':
    case 'party':
    case 'person':
    case 'place':
    case 'source':
      return [];
  }
}
