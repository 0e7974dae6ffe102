/** The moved clock of `npm run test:clocks`: all code sees the moment that was set, and nothing else changes. */
import { afterEach, expect, test } from 'vitest';
import { moveClock } from './move-clock.ts';

const YEAR_MS = 365 * 86_400_000;

let putRight: () => void = () => undefined;
afterEach(() => putRight());

test('all that tells the present tells it a year later, until the clock is put right', () => {
  const presents = (): readonly number[] => [
    Date.now(),
    new Date().getTime(),
    Date.parse(Date()),
    Temporal.Now.instant().epochMilliseconds,
    Temporal.Now.zonedDateTimeISO('UTC').epochMilliseconds,
    Temporal.Now.plainDateTimeISO('UTC').toZonedDateTime('UTC').epochMilliseconds,
    Temporal.Now.plainDateISO('UTC').toZonedDateTime('UTC').epochMilliseconds,
  ];
  const before = presents();
  putRight = moveClock(YEAR_MS);
  // Far from exact: a day and more may pass at midnight, a year may not.
  for (const [index, at] of presents().entries()) expect(at - (before[index] ?? 0)).toBeGreaterThan(YEAR_MS - 1000);
  putRight();
  for (const [index, at] of presents().entries()) expect(at - (before[index] ?? 0)).toBeLessThan(YEAR_MS / 2);
});

test('dates that are given stay what they are, and are dates', () => {
  const given = new Date(0);
  putRight = moveClock(YEAR_MS);
  expect(new Date(0)).toEqual(given);
  expect(new Date(2027, 5, 16)).toBeInstanceOf(Date);
  expect(given).toBeInstanceOf(Date);
  expect(given.constructor).toBe(Date);
  expect(Date.UTC(1970, 0, 2)).toBe(86_400_000);
  expect(structuredClone(new Date(5)).toISOString()).toBe('1970-01-01T00:00:00.005Z');
});
