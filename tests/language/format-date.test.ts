import * as fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseEdtf } from '../../src/core/dossier/dates/edtf.ts';
import { withShortDates } from '../../src/core/reply/language.ts';
import { createLanguage } from '../../src/language/language.ts';
import { loadLanguage } from '../../src/language/load-language.ts';

const en = loadLanguage('en');
const date = (text: string) => en.date(parseEdtf(text));

/** A day of the years Intl and EDTF agree on: before 1583 Intl's calendar is the Julian one. */
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10));
const point = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length));
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

describe('dates', () => {
  test.each([
    ['2025-10-18', '18 October 2025'],
    ['2025-10', 'October 2025'],
    ['2025', '2025'],
    ['2025-10-15~', 'around 15 October 2025'],
    ['2025-10~', 'around October 2025'],
    ['2025-10-18/2025-10-19', '18–19 October 2025'],
    ['2025-10-18/2025-10-18', '18 October 2025'],
    ['2025-10-31/2025-11-02', '31 October – 2 November 2025'],
    ['2025-12-31/2026-01-02', '31 December 2025 – 2 January 2026'],
    ['2025-10/2025-11', 'October–November 2025'],
    ['2025-12/2026-01', 'December 2025 – January 2026'],
    ['2025/2026', '2025–2026'],
    ['2025-07~/2025-11-03', 'around July 2025 to 3 November 2025'],
    ['2025-10-10/2025-10-15~', '10 October 2025 to around 15 October 2025'],
    ['2025-10-10~/2025-10-15~', 'around 10 October 2025 to around 15 October 2025'],
    ['2025-10/2025-11-03', 'October 2025 to 3 November 2025'],
    ['2025-10-19/..', 'since 19 October 2025'],
    ['2025-10~/..', 'since around October 2025'],
    ['../2025-11-02', 'until 2 November 2025'],
  ])('%s reads “%s”', (edtf, words) => {
    expect(date(edtf)).toBe(words);
  });

  test.each([
    ['2025-11-09', '9 Nov 2025'],
    ['2025-11', 'Nov 2025'],
    ['2025-09-01~', 'c. 1 Sept 2025'],
    ['2025-10-31/2025-11-02', '31 Oct – 2 Nov 2025'],
    ['2026-04-27/2026-04-28', '27–28 Apr 2026'],
    ['2025-10-19/..', 'since 19 Oct 2025'],
  ])('%s reads “%s” in short', (edtf, words) => {
    expect(en.shortDate(parseEdtf(edtf))).toBe(words);
  });

  test('are never finer than stored (R8): a month has no day, a year no month', () => {
    fc.assert(
      fc.property(point, fc.boolean(), (text, approximate) => {
        const [year = '', month, ofMonth] = text.split('-');
        const numbers = [...(ofMonth === undefined ? [] : [String(Number(ofMonth))]), year];
        const words = date(approximate ? `${text}~` : text);
        expect(words.match(/\d+/g)).toEqual(numbers);
        expect(MONTHS.filter((name) => words.includes(name))).toEqual(month ? [MONTHS[Number(month) - 1]] : []);
      }),
    );
  });

  test('say when they are approximate, and only then', () => {
    fc.assert(
      fc.property(point, point, fc.boolean(), fc.boolean(), (a, b, first, second) => {
        fc.pre(a < b && !b.startsWith(a));
        const words = date(`${a}${first ? '~' : ''}/${b}${second ? '~' : ''}`);
        expect(words.match(/around/g)?.length ?? 0).toBe(Number(first) + Number(second));
        expect(date(`${a}~`)).toContain('around');
        expect(date(`${a}~/..`)).toContain('around');
        expect(date(`../${a}~`)).toContain('around');
      }),
    );
  });

  test('show both ends of an interval', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        fc.pre(a < b && !b.startsWith(a));
        const words = date(`${a}/${b}`);
        const shown = words.match(/\w+/g) ?? [];
        const expected = [a, b].flatMap((end) => {
          const [year, month, ofMonth] = end.split('-');
          return [year, ...(month ? [MONTHS[Number(month) - 1]] : []), ...(ofMonth ? [String(Number(ofMonth))] : [])];
        });
        expect(shown).toEqual(expect.arrayContaining(expected));
        expect(words).not.toMatch(/[\u2009\u202F\u00A0]/);
      }),
    );
  });

  test('that are open at both ends are refused', () => {
    expect(() => en.date({ ...parseEdtf('2025'), start: 'open', end: 'open' })).toThrow(RangeError);
  });
});

describe('short dates', () => {
  const short = (text: string, year?: number) => en.shortDate(parseEdtf(text), year);

  test.each([
    ['2025-10-18', '18 Oct 2025', '18 Oct'],
    ['2025-10', 'Oct 2025', 'Oct'],
    ['2025', '2025', '2025'],
    ['2025-11-08~', 'c. 8 Nov 2025', 'c. 8 Nov'],
    ['2025-10-11/2025-10-12', '11–12 Oct 2025', '11–12 Oct'],
    ['2025-10-31/2025-11-02', '31 Oct – 2 Nov 2025', '31 Oct – 2 Nov'],
    ['2025-12-31/2026-01-02', '31 Dec 2025 – 2 Jan 2026', '31 Dec 2025 – 2 Jan 2026'],
    ['2025-07~/2025-11-03', 'c. Jul to 3 Nov 2025', 'c. Jul to 3 Nov'],
    ['2025-12~/2026-01-02', 'c. Dec 2025 to 2 Jan 2026', 'c. Dec 2025 to 2 Jan 2026'],
    ['2025-10-19/..', 'since 19 Oct 2025', 'since 19 Oct'],
    ['../2025-11-02', 'until 2 Nov 2025', 'until 2 Nov'],
  ])('%s reads “%s”, and “%s” where the year was just said', (edtf, words, withoutYear) => {
    expect(short(edtf)).toBe(words);
    expect(short(edtf, 2024)).toBe(words);
    expect(short(edtf, 2025)).toBe(withoutYear);
    expect(withShortDates(en).date(parseEdtf(edtf))).toBe(words);
  });

  test('are never finer than stored (R8), and vague where that is', () => {
    fc.assert(
      fc.property(point, fc.boolean(), (text, approximate) => {
        const [year = '', , ofMonth] = text.split('-');
        const numbers = [...(ofMonth === undefined ? [] : [String(Number(ofMonth))]), year];
        const words = short(approximate ? `${text}~` : text);
        expect(words.match(/\d+/g)).toEqual(numbers);
        expect(words.startsWith('c. ')).toBe(approximate);
      }),
    );
  });
});

describe('instants', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test.each(['Asia/Kabul', 'America/Los_Angeles'])('and dates are in UTC on a machine in %s', (timezone) => {
    vi.stubEnv('TZ', timezone);
    expect(new Date(0).getHours(), 'the machine is elsewhere').not.toBe(0);
    const language = loadLanguage('en');
    expect(language.instant(Date.UTC(2026, 10, 22, 0, 5))).toBe('22 November 2026, 00:05 UTC');
    expect(language.instant(Date.UTC(2026, 10, 22, 23, 55))).toBe('22 November 2026, 23:55 UTC');
    expect(language.date(parseEdtf('2025-10-18'))).toBe('18 October 2025');
  });

  test('to the minute, seconds cut off', () => {
    expect(en.instant(Date.UTC(2026, 10, 22, 18, 19, 59, 999))).toBe('22 November 2026, 18:19 UTC');
    expect(en.instant(Date.UTC(2026, 0, 1))).toBe('1 January 2026, 00:00 UTC');
    expect(() => en.instant(Number.NaN)).toThrow(RangeError);
  });
});

describe('other calendars', () => {
  test.each(['ps', 'fa-AF', 'ur'])('%s has Gregorian years and Latin digits', (tag) => {
    const language = createLanguage(tag, 'date-instant = { $date } { $time }\ndate-since = { $date }');
    for (const text of ['2025-10-18', '2025-10', '2025', '2025-10-18/2025-10-19', '2025-10-19/..']) {
      expect(language.date(parseEdtf(text))).toContain('2025');
      expect(language.date(parseEdtf(text))).not.toMatch(/[٠-٩۰-۹]/);
    }
    expect(language.instant(Date.UTC(2026, 10, 22, 18, 19))).toMatch(/2026.*18:19/s);
  });

  test('would have others without the extension (so that the test above means something)', () => {
    const year = (locale: string) => new Intl.DateTimeFormat(locale, { year: 'numeric' }).format(Date.UTC(2025, 9, 18));
    expect(year('fa-AF')).not.toContain('2025');
    expect(year('ps')).not.toContain('2025');
  });
});

describe('loading', () => {
  test('an unknown language is refused with those there are', () => {
    expect(() => loadLanguage('tlh')).toThrow(/no language “tlh”; available: .*\ben\b/);
    expect(() => loadLanguage('../language/en')).toThrow('no language');
  });
});
