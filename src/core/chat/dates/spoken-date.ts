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
    String.raw`^(?:this|last|past|next) (?:week|month|year)\b.`,
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
const IN_ORDER = /\b(?:this|next|last|past)\b/u;

/** Where a date lies that names no year: the last that has begun, or the first that has not ended. */
export type Lies = 'behind' | 'ahead';

interface Counting {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly lies: Lies;
}

/** Counted from `today`, `YYYY-MM-DD`. Undefined where the whole text is not one date or span. */
export function spokenDate(typed: string, today: string, lies: Lies = 'behind'): Edtf | undefined {
  const text = typed.toLowerCase().replace(/\s+/gu, ' ').trim();
  const bare = text.replace(ABOUT, '');
  const isAbout = bare !== text;
  const date = countedSpan(bare, today) ?? (TOO_VAGUE.test(bare) ? undefined : inWords(bare, { today, lies }));
  return date === undefined || (isAbout && date.includes('/')) ? undefined : tryParseEdtf(isAbout ? `${date}~` : date);
}

function inWords(text: string, counting: Counting): string | undefined {
  const { today } = counting;
  const month = LAST_MONTH.exec(text)?.[1];
  const ended = month === undefined ? undefined : parsed(month, today);
  if (ended && ended.start.isCertain('month') && !ended.start.isCertain('day') && !ended.start.isCertain('year')) {
    return pointOf(ended.start, { today: `${today.slice(0, 7)}-00`, lies: 'behind' });
  }
  const date = text.replace(/^(?:on|in) /u, '').replace(MONTH_FIRST, '$2 $1');
  const found = parsed(date, today) ?? (date.includes('29') ? parsed(date, LEAP_DAY) : undefined);
  if (!found) return undefined;
  const { start, end } = found;
  if (end) return daysFromTo(start, end, counting);
  return isWeekday(start) ? weekday(start, text, counting) : pointOf(start, counting);
}

/** Days alone. If the year of the second alone is known, the first is of that year or the one before. */
function daysFromTo(start: Point, end: Point, counting: Counting): string | undefined {
  const isOfDays = [start, end].every((point) => point.isCertain('day') && point.isCertain('month'));
  if (!isOfDays) return undefined;
  const to = end.isCertain('year') || counting.lies === 'ahead' ? pointOf(end, counting) : undefined;
  const from = pointOf(start, { today: to ?? counting.today, lies: 'behind' });
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

/** chrono-node takes a bare “Monday” for the nearest one. */
function weekday(point: Point, text: string, { today, lies }: Counting): string | undefined {
  const near = iso(point.get('year'), point.get('month'), point.get('day'));
  if (near === undefined || near === today || IN_ORDER.test(text)) return near;
  const isThere = lies === 'behind' ? near < today : near > today;
  return isThere
    ? near
    : Temporal.PlainDate.from(near)
        .add({ days: lies === 'behind' ? -7 : 7 })
        .toString();
}

/** No finer than what was said: “October” is a month. */
function pointOf(point: Point, counting: Counting): string | undefined {
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => point.get(part));
  const isDay = point.isCertain('day');
  if (isDay && !point.isCertain('month')) return undefined;
  if (!point.isCertain('month')) return point.isCertain('year') ? iso(year) : undefined;
  if (point.isCertain('year')) return isDay ? iso(year, month, day) : iso(year, month);
  return nearest(month, isDay ? day : undefined, counting);
}

/** 29 February is of a leap year; no day of the calendar is further away than eight years. */
function nearest(
  month: number | null | undefined,
  day: number | null | undefined,
  { today, lies }: Counting,
): string | undefined {
  const thisYear = Number(today.slice(0, 4));
  return Array.from({ length: 9 }, (_, away) => iso(thisYear + (lies === 'behind' ? -away : away), month, day)).find(
    (text) => {
      const date = text === undefined ? undefined : tryParseEdtf(text);
      return date !== undefined && (lies === 'behind' ? date.earliest <= today : date.latest >= today);
    },
  );
}

function iso(year?: number | null, month?: number | null, day?: number | null): string | undefined {
  if (year === null || year === undefined || year < 0 || year > 9999) return undefined;
  const rest = [month, day].filter((part) => part !== undefined && part !== null);
  return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
}
