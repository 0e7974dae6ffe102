/** Weeks, months and spans counted from today: no month is skipped or said twice at the end of a long one. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from '../../../../src/core/chat/dates/read-date.ts';
import { english } from '../chat-for-tests.ts';

/** The last day of a long month after a short one. */
const TODAY = '2026-03-31';
const read = (typed: string, today = TODAY) => readDate(typed, today, english)?.text;

const anyDay = fc
  .integer({ min: 0, max: 30_000 })
  .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }).toString());

describe('a month', () => {
  it.each([
    ['this month', '2026-03'],
    ['last month', '2026-02'],
    ['next month', '2026-04'],
    ['a month ago', '2026-02'],
    ['one month ago', '2026-02'],
    ['two months ago', '2026-01'],
    ['13 months ago', '2025-02'],
    ['about 4 months ago', '2025-11~'],
  ])('“%s” is %s', (typed, text) => {
    expect(read(typed)).toBe(text);
  });

  it('is counted in months of the calendar, on any day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 30 }), (today, months) => {
        const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
        const [found = ''] = [read(`${months} months ago`, today)];
        expect(year * 12 + month - (Number(found.slice(0, 4)) * 12 + Number(found.slice(5)))).toBe(months);
        expect(read('last month', today)).toBe(read('1 month ago', today));
        expect(read('this month', today)).toBe(today.slice(0, 7));
      }),
    );
  });
});

describe('a span up to today', () => {
  it.each([
    ['past week', '2026-03-25/2026-03-31'],
    ['the last week', '2026-03-25/2026-03-31'],
    ['last 7 days', '2026-03-25/2026-03-31'],
    ['past 7 days', '2026-03-25/2026-03-31'],
    ['in the last two weeks', '2026-03-18/2026-03-31'],
    ['past month', '2026-03-01/2026-03-31'],
    ['last 2 months', '2026-02-01/2026-03-31'],
    ['past year', '2025-04-01/2026-03-31'],
    ['last 1 day', TODAY],
  ])('“%s” is %s', (typed, text) => {
    expect(read(typed)).toBe(text);
  });

  it('has as many days as were said, and ends today', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 2, max: 400 }), (today, days) => {
        const [from = '', to = ''] = read(`last ${days} days`, today)?.split('/') ?? [];
        expect(to).toBe(today);
        expect(Temporal.PlainDate.from(from).until(to).days).toBe(days - 1);
      }),
    );
  });

  it.each(['last 0 days', 'past day', 'last 9999 years', 'about the past week'])('“%s” is no date', (typed) => {
    expect(read(typed)).toBeUndefined();
  });
});

it('weeks that are named are whole, and years are those of the calendar', () => {
  expect(read('this week')).toBe('2026-03-30/2026-04-05');
  expect(read('last week')).toBe('2026-03-23/2026-03-29');
  expect(read('next week')).toBe('2026-04-06/2026-04-12');
  expect(read('last year')).toBe('2025');
});

it.each([
  'last few days',
  'a few months ago',
  'next 7 days',
  'next two weeks',
  'half a year ago',
  '1.5 months ago',
  '1 month and 3 days ago',
  '2 months later',
])('is never finer than what was said: “%s” is no date', (typed) => {
  expect(read(typed)).toBeUndefined();
});
