/** Dates that name no year, such as “13 March”: which date they are in a year of one’s choice. */
import type { Edtf } from '../../dossier/dates/edtf.ts';

/** What the same text means on another day, `YYYY-MM-DD`; undefined where it is no date. */
export type ReadOn = (today: string) => Edtf | undefined;

/** Days on which only a text without a year, which is not counted from today either, has one month and two years. */
const [EARLY, LATE, MIDYEAR] = ['2001-12-31', '2006-12-31', '2006-06-30'] as const;

/** True where the text is a month, or a day of one, and nothing in it says of which year. */
export function namesNoYear(read: ReadOn): boolean {
  const [early, late, midyear] = [EARLY, LATE, MIDYEAR].map(read);
  if (!early || !late || !midyear || withoutYear(late) === '') return false;
  return (
    early.text !== late.text && withoutYear(early) === withoutYear(late) && withoutYear(late) === withoutYear(midyear)
  );
}

/** The date in that year; undefined where it has no such day. */
export function inYear(read: ReadOn, year: number): Edtf | undefined {
  const date = read(`${String(year).padStart(4, '0')}-12-31`);
  return date?.latest.startsWith(String(year).padStart(4, '0')) === true ? date : undefined;
}

/** “-03-13” and “-03”; of several days, those of both ends. */
function withoutYear({ text }: Edtf): string {
  return text.replaceAll(/\d{4}(?=-|$|\/|~)/gu, '');
}
