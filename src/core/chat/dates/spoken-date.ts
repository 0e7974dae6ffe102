/** Reads dates in English words and in figures, the day first: “last week”, “3 days ago”, “9 Nov”, “9/11/2025”. */
import { GB } from 'chrono-node/en';
import { type Edtf, tryParseEdtf } from '../../dossier/dates/edtf.ts';
import { countedSpan } from './counted-span.ts';

type Found = ReturnType<typeof GB.parse>[number];
type Point = Found['start'];

/** Words whose meaning chrono-node makes finer than it is, or takes for another week or month than people do. */
const TOO_VAGUE = new RegExp(
  [
    String.raw`\b(?:end|weekend|weekends|weekday|weekdays|months?|few|several|half)\b`,
    String.raw`\S\s+(?:of )?(?:this|last|past|next) week$`,
    '^(?:last|past|next) (?:.* )?(?:day|days|weeks|years)$',
  ].join('|'),
  'u',
);
const ABOUT = /^(?:about|around|approximately|circa|ca\.?|~)\s*/u;
/** chrono-node takes the day of “Oct 25” for a year. */
const MONTH_FIRST = /^([a-z]{3,9})[.,]?[ -]?(\d{1,2})$/u;
/** chrono-node knows 29 February in leap years alone. */
const LEAP_DAY = '2028-02-29';
/** A month that has ended: said in October, “last October” is that of the year before. */
const LAST_MONTH = /^last ([a-z]+)$/u;
const FIRST_IN_ORDER = /\b(?:this|next)\b/u;

/**
 * Counted from `today`, `YYYY-MM-DD`. What names no year is the last such day or month that has begun. Undefined
 * where the whole text is not one date or span.
 */
export function spokenDate(typed: string, today: string): Edtf | undefined {
  const text = typed.toLowerCase().replace(/\s+/gu, ' ').trim();
  const bare = text.replace(ABOUT, '');
  const isAbout = bare !== text;
  const date = countedSpan(bare, today) ?? (TOO_VAGUE.test(bare) ? undefined : inWords(bare, today));
  return date === undefined || (isAbout && date.includes('/')) ? undefined : tryParseEdtf(isAbout ? `${date}~` : date);
}

function inWords(text: string, today: string): string | undefined {
  const month = LAST_MONTH.exec(text)?.[1];
  const ended = month === undefined ? undefined : parsed(month, today);
  if (ended && ended.start.isCertain('month') && !ended.start.isCertain('day') && !ended.start.isCertain('year')) {
    return pointOf(ended.start, `${today.slice(0, 7)}-00`);
  }
  const date = text.replace(/^(?:on|in) /u, '').replace(MONTH_FIRST, '$2 $1');
  const found = parsed(date, today) ?? (date.includes('29') ? parsed(date, LEAP_DAY) : undefined);
  if (!found) return undefined;
  if (!found.end) return isWeekday(found.start) ? weekday(found.start, text, today) : pointOf(found.start, today);
  return daysFromTo(found.start, found.end, today);
}

/** Days alone. If only the second names a year, the first is of that year or the one before. */
function daysFromTo(start: Point, end: Point, today: string): string | undefined {
  const isOfDays = [start, end].every((point) => point.isCertain('day') && point.isCertain('month'));
  if (!isOfDays) return undefined;
  const to = end.isCertain('year') ? pointOf(end, today) : undefined;
  const from = pointOf(start, to ?? today);
  if (from === undefined) return undefined;
  if (to !== undefined) return `${from}/${to}`;
  const year = Number(from.slice(0, 4));
  const ends = [year, year + 1].map((one) => iso(one, end.get('month'), end.get('day')));
  const last = ends.find((day) => day !== undefined && day >= from);
  return last === undefined ? undefined : `${from}/${last}`;
}

/**
 * The one date that the whole text is. chrono-node counts in the time zone of the machine, so it is given noon of
 * `today` there: the calendar is the same everywhere, and no zone matters.
 */
function parsed(text: string, today: string): Found | undefined {
  const { year, month, day } = Temporal.PlainDate.from(today);
  // “in”, as chrono-node takes no three letters alone for a month.
  const asked = /^[a-z]{3}$/u.test(text) && !/^(?:mon|tue|wed|thu|fri|sat|sun)$/u.test(text) ? `in ${text}` : text;
  const [found, ...others] = GB.parse(asked, new Date(year, month - 1, day, 12));
  const isWhole = found !== undefined && others.length === 0 && found.text.trim() === text;
  if (!isWhole) return undefined;
  const ends = [found.start, ...(found.end ? [found.end] : [])];
  return ends.some((end) => end.isCertain('hour') || end.isCertain('minute')) ? undefined : found;
}

function isWeekday(point: Point): boolean {
  return point.isCertain('weekday') && !point.isCertain('day');
}

/** chrono-node takes a bare “Monday” for the nearest one; here it is the last that has begun. */
function weekday(point: Point, text: string, today: string): string | undefined {
  const near = iso(point.get('year'), point.get('month'), point.get('day'));
  if (near === undefined || near <= today || FIRST_IN_ORDER.test(text)) return near;
  return Temporal.PlainDate.from(near).subtract({ days: 7 }).toString();
}

/** No finer than what was said: “last month” is a month. Without a year, the last one that begins by `latest`. */
function pointOf(point: Point, latest: string): string | undefined {
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => point.get(part));
  const isDay = point.isCertain('day');
  if (isDay && !point.isCertain('month')) return undefined;
  if (!point.isCertain('month')) return point.isCertain('year') ? iso(year) : undefined;
  if (point.isCertain('year')) return isDay ? iso(year, month, day) : iso(year, month);
  return lastBegun(month, isDay ? day : undefined, latest);
}

/** 29 February is of the last leap year; no day of the calendar is further back than eight years. */
function lastBegun(
  month: number | null | undefined,
  day: number | null | undefined,
  latest: string,
): string | undefined {
  const thisYear = Number(latest.slice(0, 4));
  return Array.from({ length: 9 }, (_, back) => iso(thisYear - back, month, day))
    .filter((date) => date !== undefined)
    .find((date) => (date.length === 7 ? `${date}-01` : date) <= latest && tryParseEdtf(date) !== undefined);
}

function iso(year?: number | null, month?: number | null, day?: number | null): string | undefined {
  if (year === null || year === undefined || year < 0 || year > 9999) return undefined;
  const rest = [month, day].filter((part) => part !== undefined && part !== null);
  return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
}
