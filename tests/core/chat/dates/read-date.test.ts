/** Dates as people write them and as the bot prints them. `npm run test:clocks` runs this in other time zones too. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from '../../../../src/core/chat/dates/read-date.ts';
import { isVague, parseEdtf, sameDays, tryParseEdtf } from '../../../../src/core/dossier/dates/edtf.ts';
import { arbitraryPoint } from '../../dossier/dates/arbitrary-edtf.ts';
import { oddText } from '../../odd-text.ts';
import { english } from '../chat-for-tests.ts';

/** A Sunday. */
const TODAY = '2026-11-22';
const read = (typed: string, today = TODAY) => readDate(typed, today, english)?.text;

/** Not of years that Intl prints by the Julian calendar. */
const point = arbitraryPoint({ min: 1600, max: 9999 });
const date = fc
  .oneof(
    point,
    fc.tuple(point, point).map(([from, to]) => `${from}/${to}`),
    point.map((from) => `${from}/..`),
    point.map((to) => `../${to}`),
  )
  .filter((text) => tryParseEdtf(text) !== undefined)
  .map((text) => parseEdtf(text));

describe('what the bot prints', () => {
  it('is read as what it was, never finer', () => {
    fc.assert(
      fc.property(date, (printed) => {
        for (const words of [english.date(printed), english.shortDate(printed)]) {
          const again = readDate(words, TODAY, english);
          expect(again && english.date(again)).toBe(english.date(printed));
          expect(again && sameDays(again, printed)).toBe(true);
          expect(again && isVague(again)).toBe(isVague(printed));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is read with any day of today, and in any case', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 20_000 }), (printed, days) => {
        const today = Temporal.PlainDate.from('1990-01-01').add({ days }).toString();
        const text = english.date(printed);
        expect(read(text.toUpperCase(), today)).toBe(read(text));
      }),
    );
  });

  it.each([
    ['9 November 2025', '2025-11-09'],
    ['October 2025', '2025-10'],
    ['2025', '2025'],
    ['18–19 October 2025', '2025-10-18/2025-10-19'],
    ['18-19 October 2025', '2025-10-18/2025-10-19'],
    ['28 October – 3 November 2025', '2025-10-28/2025-11-03'],
    ['around 8 November 2025', '2025-11-08~'],
    ['around July 2025 to 3 November 2025', '2025-07~/2025-11-03'],
    ['since 19 October 2025', '2025-10-19/..'],
    ['c. 8 Nov 2025', '2025-11-08~'],
    ['31 Oct – 2 Nov 2025', '2025-10-31/2025-11-02'],
    ['until 2026', '../2026'],
    ['22 November 2026, 18:19 UTC', '2026-11-22'],
  ])('“%s” is %s', (typed, text) => {
    expect(read(typed)).toBe(text);
  });

  it.each(['around', '31 November 2025', '2 November 18 2025', '22 November 2026, 25:19 UTC'])(
    'what it never prints is not taken for it: “%s”',
    (typed) => {
      expect(read(typed)).toBeUndefined();
    },
  );
});

describe('what people write', () => {
  it.each([
    ['2025-10-18', '2025-10-18'],
    ['2025-10-18/2025-10-19~', '2025-10-18/2025-10-19~'],
    ['9 Nov 2025', '2025-11-09'],
    ['Nov 9, 2025', '2025-11-09'],
    ['9th of November 2025', '2025-11-09'],
    ['9/11/2025', '2025-11-09'],
    ['9.11.2025', '2025-11-09'],
    ['11/2025', '2025-11'],
    ['10 to 12 October 2025', '2025-10-10/2025-10-12'],
    ['today', TODAY],
    ['Yesterday', '2026-11-21'],
    ['the day before yesterday', '2026-11-20'],
    ['last night', '2026-11-21'],
    ['3 days ago', '2026-11-19'],
    ['about a week ago', '2026-11-15~'],
    ['2 months ago', '2026-09'],
    ['last month', '2026-10'],
    ['last year', '2025'],
    ['tomorrow', '2026-11-23'],
  ])('“%s” is %s', (typed, text) => {
    expect(read(typed)).toBe(text);
  });

  it.each([
    ['october', '2026-10'],
    ['in October', '2026-10'],
    ['oct', '2026-10'],
    ['november', '2026-11'],
    ['december', '2025-12'],
    ['last october', '2026-10'],
    ['last november', '2025-11'],
    ['22 November', '2026-11-22'],
    ['23 Nov', '2025-11-23'],
    ['Nov 9', '2026-11-09'],
    ['9/11', '2026-11-09'],
    ['Oct 25', '2026-10-25'],
    ['Feb. 26', '2026-02-26'],
    ['about Oct-25', '2026-10-25~'],
    ['on November 30', '2025-11-30'],
    ['Oct, 25', '2026-10-25'],
    ['oct25', '2026-10-25'],
    ['Oct 2025', '2025-10'],
    ['28 Dec to 3 Jan', '2025-12-28/2026-01-03'],
  ])('without a year it is the last that has begun: “%s” is %s', (typed, text) => {
    expect(read(typed)).toBe(text);
  });

  it('finds the last 29 February', () => {
    expect(read('29 February', '2028-02-29')).toBe('2028-02-29');
    expect(read('29 Feb', '2028-03-01')).toBe('2028-02-29');
    expect(read('Feb 29', '2027-03-01')).toBe('2024-02-29');
    expect(read('29 February 2027', '2027-03-01')).toBeUndefined();
  });

  it.each([
    ['Sunday', TODAY],
    ['monday', '2026-11-16'],
    ['on Friday', '2026-11-20'],
    ['last Friday', '2026-11-20'],
    ['last Sunday', '2026-11-15'],
    ['next Friday', '2026-11-27'],
    ['last week', '2026-11-09/2026-11-15'],
    ['this week', '2026-11-16/2026-11-22'],
  ])('a day of the week is the last that has begun, and weeks are whole: “%s” is %s', (typed, text) => {
    expect(read(typed)).toBe(text);
  });

  it.each([
    'soon',
    'the 9th',
    'winter',
    '12',
    '3.10.',
    '31/2/2025',
    '2025-02-30',
    '2025-13',
    '10:30',
    'noon',
    '',
    '5 hours ago',
    'last weekend',
    'wednesday last week',
    'about last week',
    'before 9 November 2025',
    'Feb 31',
    'Oct 45',
    'Oct 00',
    '9 November 2025 or so',
    'meet me on 9 November',
    '9 Nov and 10 Nov',
  ])('nothing is guessed: “%s” is no date', (typed) => {
    expect(read(typed)).toBeUndefined();
  });

  it('begins by today where it names no year, whatever today is', () => {
    const months = Array.from({ length: 12 }, (_, at) =>
      english.date(parseEdtf(`2000-${String(at + 1).padStart(2, '0')}`)),
    );
    const names = months.map((name) => name.replace(' 2000', ''));
    const days = fc.integer({ min: 0, max: 30_000 });
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.option(fc.integer({ min: 1, max: 28 })), days, (month, day, ago) => {
        const today = Temporal.PlainDate.from('2080-01-01').subtract({ days: ago }).toString();
        const found = readDate(day === null ? month : `${day} ${month}`, today, english);
        const nextYear = found && Temporal.PlainDate.from(found.earliest).add({ years: 1 }).toString();
        expect(found && found.earliest <= today).toBe(true);
        expect(nextYear !== undefined && nextYear > today).toBe(true);
      }),
    );
  });

  it('reads the month before the day as after it, whatever day it is: no day is a year', () => {
    const day = fc.integer({ min: 0, max: 365 }).map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }));
    const ways = fc.constantFrom<readonly [month: 'long' | 'short', between: string]>(
      ['long', ' '],
      ['short', ' '],
      ['short', '. '],
      ['short', '-'],
    );
    fc.assert(
      fc.property(day, ways, fc.integer({ min: 0, max: 30_000 }), (said, [month, between], ago) => {
        const today = Temporal.PlainDate.from('2080-01-01').subtract({ days: ago }).toString();
        const name = new Intl.DateTimeFormat('en-US', { month, timeZone: 'UTC' }).format(Date.parse(said.toString()));
        const found = read(`${name}${between}${said.day}`, today);
        expect(found?.slice(4)).toBe(said.toString().slice(4));
        expect(found).toBe(read(`${said.day} ${name}`, today));
        expect(found !== undefined && found <= today).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is a day of the calendar or nothing, whatever is typed', () => {
    const words = fc.constantFrom(
      ...'last this next 9 31 2025 feb friday week of to ago days / - . ~ , in about'.split(' '),
    );
    const typed = fc.oneof(
      oddText(),
      fc.array(words, { maxLength: 6 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const found = read(text);
        expect(found === undefined || tryParseEdtf(found) !== undefined).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
