/** Reads from when to when in words: “january to march”, “jan to mar 2026”, “between 18 and 24 march”. */
import { type Edtf, tryParseEdtf } from '../../dossier/dates/edtf.ts';
import { inYear, namesNoYear, type ReadOn } from './any-year.ts';
import type { Lies } from './spoken-date.ts';

const BETWEEN = /^between (?<from>.+?) and (?<to>.+)$/u;
const FROM_TO = /^(?:from )?(?<from>.+?)(?: (?:to|till|until|through|up to) | ?[-–—] ?)(?<to>.+)$/u;
/** A day alone, which is of the month that the other end names. */
const DAY_ALONE = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)?$/u;

/** One end, by the day that is today, `YYYY-MM-DD`. */
type ReadEnd = (typed: string, today: string) => Edtf | undefined;

/**
 * In EDTF, from the first end to the last. Without years it is the last such span whose end has begun; with one year,
 * the other end is the nearest on its side. Undefined where an end is no single date or the two are not in order.
 */
export function spokenSpan(typed: string, today: string, lies: Lies, readEnd: ReadEnd): string | undefined {
  const text = typed.toLowerCase().replaceAll(/\s+/gu, ' ').trim();
  const { from: first = '', to: last = '' } = (BETWEEN.exec(text) ?? FROM_TO.exec(text))?.groups ?? {};
  if (first === '' || last === '') return undefined;
  const day = DAY_ALONE.exec(first)?.[1];
  const span = day === undefined ? dates(first, last, today, lies, readEnd) : daysOfOneMonth(day, last, today, readEnd);
  // An end that is several days itself, such as “last week”, has a “/” already, and the whole is no date.
  return span && tryParseEdtf(span.map((end) => end.text).join('/'))?.text;
}

type Ends = readonly [from: Edtf, to: Edtf];

function daysOfOneMonth(day: string, last: string, today: string, readEnd: ReadEnd): Ends | undefined {
  const to = readEnd(last, today);
  if (to === undefined || !/^\d{4}-\d\d-\d\d$/u.test(to.text)) return undefined;
  const from = tryParseEdtf(`${to.text.slice(0, 8)}${day.padStart(2, '0')}`);
  return from && inOrder(from, to);
}

function dates(first: string, last: string, today: string, lies: Lies, readEnd: ReadEnd): Ends | undefined {
  const [readFirst, readLast] = [first, last].map(
    (end): ReadOn =>
      (on) =>
        readEnd(end, on),
  );
  if (!readFirst || !readLast) return undefined;
  const [isAnyFirst, isAnyLast] = [namesNoYear(readFirst), namesNoYear(readLast)];
  if (isAnyLast && (!isAnyFirst || lies === 'ahead')) {
    const from = readFirst(today);
    return from && nearestOf([0, 1], from, readLast, (to) => inOrder(from, to));
  }
  const to = readLast(today);
  if (to === undefined) return undefined;
  if (isAnyFirst) return nearestOf([0, -1], to, readFirst, (from) => inOrder(from, to));
  const from = readFirst(today);
  return from && inOrder(from, to);
}

/** In the year of `beside`, or in the one next to it. */
function nearestOf(
  away: readonly number[],
  beside: Edtf,
  read: ReadOn,
  ends: (date: Edtf) => Ends | undefined,
): Ends | undefined {
  const year = Number(beside.earliest.slice(0, 4));
  return away
    .map((years) => inYear(read, year + years))
    .map((date) => date && ends(date))
    .find((found) => found !== undefined);
}

function inOrder(from: Edtf, to: Edtf): Ends | undefined {
  return from.latest < to.earliest ? [from, to] : undefined;
}
