/** Formats dates of events, never finer than they are stored (R8), and instants. Gregorian, in UTC. */
import type { Edtf, EdtfPoint } from '../core/dossier/dates/edtf.ts';
import { onceFor } from '../core/dossier/memoise.ts';

/**
 * The wording around dates: `date-approximate`, `date-approximate-short`, `date-range`, `date-since`, `date-until` and
 * `date-instant` of the file.
 */
type DateWords = (id: string, words: Readonly<Record<string, string>>) => string;

/** Dates that are kept in words; people may type any number of others. */
const MOST_KNOWN = 5000;

export interface DateFormat {
  date(date: Edtf): string;
  shortDate(date: Edtf, year?: number): string;
  /** `at` is Unix time in ms; seconds are cut off, not rounded. */
  instant(at: number): string;
}

/** Formats for a BCP 47 locale; Gregorian years and Latin digits only where it says so (`-u-ca-gregory-nu-latn`). */
export function createDateFormat(locale: string, words: DateWords): DateFormat {
  const long = pointFormats(locale, 'long', true);
  const short = pointFormats(locale, 'short', true);
  const shortWithoutYear = pointFormats(locale, 'short', false);
  const time = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });

  /** The same few hundred dates are asked for again and again, and Intl takes its time. */
  const known = new Map<string, string>();
  function once(key: string, make: () => string): string {
    const made = known.get(key) ?? make();
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, made);
    return made;
  }

  function point(value: EdtfPoint, { name, ...formats }: PointFormats): string {
    const make = () => plainSpaces(formats[precision(value)].format(firstDay(value)));
    const date = once(`${name}:${keyOf(value)}`, make);
    if (!value.approximate) return date;
    return words(name === 'long' ? 'date-approximate' : 'date-approximate-short', { date });
  }

  /** Both ends in one expression ("18–19 October 2025"): only for exact ends of the same precision. */
  function range(from: EdtfPoint, to: EdtfPoint, formats: PointFormats): string {
    const parts = formats[precision(from)].formatRangeToParts(firstDay(from), firstDay(to));
    const count = (source: string) => parts.filter((part) => part.source === source && part.type !== 'literal').length;
    // No spaces around a dash between single words, spaces between phrases. Chats lose the thin spaces that Intl gives.
    const dash = count('startRange') === 1 && count('endRange') === 1 ? '–' : ' – ';
    const isDash = ({ source, value }: { source: string; value: string }) => source === 'shared' && value.includes('–');
    return plainSpaces(parts.map((part) => (isDash(part) ? dash : part.value)).join(''));
  }

  function format({ start, end }: Edtf, formats: PointFormats): string {
    if (start === 'open') {
      if (end === 'open') throw new RangeError('A date that is open at both ends says nothing');
      return words('date-until', { date: point(end, formats) });
    }
    if (end === 'open') return words('date-since', { date: point(start, formats) });
    if (start === end) return point(start, formats);
    const together = precision(start) === precision(end) && !start.approximate && !end.approximate;
    return together
      ? once(`${formats.name}:${keyOf(start)}/${keyOf(end)}`, () => range(start, end, formats))
      : words('date-range', {
          from: point(start, isWithinYearOf(end) ? shortWithoutYear : formats),
          to: point(end, formats),
        });

    // “19 Mar to c. 24 Mar 2026”
    function isWithinYearOf(other: EdtfPoint): boolean {
      return formats === short && start !== 'open' && isWithin(start, other.year) && other.month !== undefined;
    }
  }

  const inLong = onceFor((date: Edtf) => format(date, long));
  const inShort = onceFor((date: Edtf) => format(date, short));
  return {
    date: inLong,
    shortDate: (date, year) =>
      [date.start, date.end].every((end) => isWithin(end, year)) ? format(date, shortWithoutYear) : inShort(date),
    instant(at) {
      const instant = new Date(at);
      const date = plainSpaces(long.day.format(instant));
      return words('date-instant', { date, time: plainSpaces(time.format(instant)) });
    },
  };
}

interface PointFormats extends Readonly<Record<'day' | 'month' | 'year', Intl.DateTimeFormat>> {
  readonly name: string;
}

function pointFormats(locale: string, month: 'long' | 'short', hasYear: boolean): PointFormats {
  const year = { year: 'numeric' } as const;
  const rest = { timeZone: 'UTC', ...(hasYear ? year : {}) } as const;
  return {
    name: hasYear ? month : `${month} without year`,
    day: new Intl.DateTimeFormat(locale, { ...rest, day: 'numeric', month }),
    month: new Intl.DateTimeFormat(locale, { ...rest, month }),
    year: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...year }),
  };
}

/** A year by itself is not within a year: it would be left out as a whole. */
function isWithin(end: EdtfPoint | 'open', year: number | undefined): boolean {
  return end === 'open' || (end.year === year && end.month !== undefined);
}

/** All of it but whether it is approximate. */
function keyOf({ year, month, day }: EdtfPoint): string {
  return `${year}-${month}-${day}`;
}

function precision(point: EdtfPoint): 'day' | 'month' | 'year' {
  return point.month === undefined ? 'year' : point.day === undefined ? 'month' : 'day';
}

function firstDay({ year, month = 1, day = 1 }: EdtfPoint): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day });
}

/** Thin and narrow no-break spaces, which Intl puts around dashes, as ordinary ones. */
function plainSpaces(text: string): string {
  return text.replace(/[\u2009\u202F]/g, ' ');
}
