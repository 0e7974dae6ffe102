/** Dates of events as EDTF (ISO 8601-2, levels 0 and 1): days, months, years, `~`, intervals, open ends. */
import { parse } from 'edtf';
import { z } from 'zod';

/** A day, a month or a year, and whether it is only approximately that (`~`). `month` and `day` count from 1. */
export interface EdtfPoint {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly approximate: boolean;
}

export interface Edtf {
  /** As written, e.g. `2025-10-10/2025-10-15~`. */
  readonly text: string;
  readonly start: EdtfPoint | 'open';
  /** The same object as `start` where the date is not an interval. */
  readonly end: EdtfPoint | 'open';
  /**
   * First and last day it can mean, as `YYYY-MM-DD` (these compare as strings). Open ends are 0000-01-01 and
   * 9999-12-31.
   */
  readonly earliest: string;
  readonly latest: string;
}

/** What the `edtf` package parses a single date into; its months count from 0. It ships no types. */
const parsedDate = z.object({
  type: z.literal('Date'),
  values: z.array(z.int()).min(1).max(3),
  approximate: z.boolean().default(false),
});
/** Only digits, `-`, `~`, `/` and `..`: keeps seasons, sets, times, years of five digits and unknown ends out. */
const SHAPE = /^(\d{4}(-\d\d){0,2}~?|\.\.)(\/(\d{4}(-\d\d){0,2}~?|\.\.))?$/;

/** Nearly all dates are plain days, and need no grammar: whether there is such a day `Temporal` knows. */
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Days of UTC, which is what a `YYYY-MM-DD` is read in. */
const DAY_MS = 86_400_000;
/** Dates that are kept: more than a dossier of 10,000 entries of each kind has. */
const MOST_KNOWN = 50_000;
const known = new Map<string, Edtf>();

/**
 * Parses a date. Throws `RangeError` saying what is wrong, e.g. for `2025-02-30`, `2025-10-19/2025-10-18` or
 * `yesterday`.
 */
export function parseEdtf(text: string): Edtf {
  const earlier = known.get(text);
  if (earlier) return earlier;
  if (!SHAPE.test(text) || text === '..' || text === '../..') {
    throw new RangeError(`“${text}” is not a date: write 2025-10-18, 2025-10, 2025-10-15~ or 2025-10-18/2025-10-19`);
  }
  const date = toEdtf(text);
  // The bound keeps askers' inputs from growing it for ever. What is asked for again and again is there again soon.
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, date);
  return date;
}

/** As `parseEdtf`, but `undefined` where the text is no date. */
export function tryParseEdtf(text: string): Edtf | undefined {
  try {
    return parseEdtf(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** True where the two can share a day. */
export function overlaps(a: Edtf, b: Edtf): boolean {
  return a.earliest <= b.latest && b.earliest <= a.latest;
}

/** True where all days that `inner` can mean are days that `outer` can mean. */
export function contains(outer: Edtf, inner: Edtf): boolean {
  return outer.earliest <= inner.earliest && inner.latest <= outer.latest;
}

/** True where both mean the same days, approximately or exactly. */
export function sameDays(a: Edtf, b: Edtf): boolean {
  return a.earliest === b.earliest && a.latest === b.latest;
}

/** For sorting: by first day, then by last day. */
export function compareEdtf(a: Edtf, b: Edtf): number {
  return compareText(a.earliest, b.earliest) || compareText(a.latest, b.latest);
}

/** For sorting dates (EDTF texts), the newest first: by last day, then by first day. */
export function newestFirst(a: string, b: string): number {
  return latestFirst(a, b) || compareText(parseEdtf(b).earliest, parseEdtf(a).earliest);
}

/** By last day alone: dates that end on one day are equal. */
export function latestFirst(a: string, b: string): number {
  return compareText(parseEdtf(b).latest, parseEdtf(a).latest);
}

/** Whole days from `from` to `to`, both `YYYY-MM-DD`; negative where `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** True where an end is marked `~` or is coarser than a day, so that an age counted from it is approximate too. */
export function isVague(date: Edtf): boolean {
  return [date.start, date.end].some((point) => point === 'open' || point.approximate || point.day === undefined);
}

function toEdtf(text: string): Edtf {
  // Split here, so that an end is one plain date to the package and an open end (`..`) is ours.
  const [first = '', second] = text.split('/');
  const start = toPoint(first, text);
  const end = second === undefined ? start : toPoint(second, text);
  const earliest = start === 'open' ? '0000-01-01' : firstDay(start);
  const latest = end === 'open' ? '9999-12-31' : lastDay(end);
  if (earliest > latest) throw new RangeError(`“${text}” ends before it begins`);
  return Object.freeze({ text, start, end, earliest, latest });
}

function toPoint(part: string, whole: string): EdtfPoint | 'open' {
  if (part === '..') return 'open';
  try {
    if (DAY.test(part)) return toDay(part);
    const { values, approximate } = parsedDate.parse(parse(part));
    const [year = 0, month, day] = values;
    const point = {
      year,
      ...(month === undefined ? {} : { month: month + 1 }),
      ...(day === undefined ? {} : { day }),
      approximate,
    };
    firstDay(point);
    return Object.freeze(point);
  } catch (cause) {
    throw new RangeError(`“${whole}” is not a date of the calendar`, { cause });
  }
}

function toDay(text: string): EdtfPoint {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const point = { year, month, day, approximate: false };
  firstDay(point);
  return Object.freeze(point);
}

// `overflow: reject` because the package accepts 29 February of every year.
function firstDay({ year, month = 1, day = 1 }: EdtfPoint): string {
  return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
}

function lastDay({ year, month, day }: EdtfPoint): string {
  if (month !== undefined && day !== undefined) return firstDay({ year, month, day, approximate: false });
  const last = Temporal.PlainYearMonth.from({ year, month: month ?? 12 });
  return last.toPlainDate({ day: last.daysInMonth }).toString();
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
