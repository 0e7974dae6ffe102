/** Every kind of date that an entry may have, as text, for fast-check. */
import * as fc from 'fast-check';
import { tryParseEdtf } from '../../../../src/core/dossier/dates/edtf.ts';

/** A day, a month or a year of the calendar, exact or `~`. */
export function arbitraryPoint(years: { readonly min: number; readonly max: number } = { min: 0, max: 9999 }) {
  const two = (value: number) => String(value).padStart(2, '0');
  return fc
    .record({
      year: fc.oneof(fc.integer(years), fc.integer({ min: 2024, max: 2026 })),
      month: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
      day: fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined }),
      approximate: fc.boolean(),
    })
    .map(({ year, month, day, approximate }) => {
      const last = month === undefined ? 31 : new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
      const parts = [
        String(year).padStart(4, '0'),
        ...(month === undefined ? [] : [two(month)]),
        ...(month === undefined || day === undefined ? [] : [two(Math.min(day, last))]),
      ];
      return parts.join('-') + (approximate ? '~' : '');
    });
}

/** A point, an interval in the right order, or one that is open at one end. */
export function arbitraryEdtf(): fc.Arbitrary<string> {
  const interval = fc
    .tuple(arbitraryPoint(), arbitraryPoint())
    .map(([a, b]) => (tryParseEdtf(`${a}/${b}`) ? `${a}/${b}` : `${b}/${a}`))
    // Two that share their first day may be refused either way round, e.g. 2025-01-05 and 2025-01-01~.
    .filter((text) => tryParseEdtf(text) !== undefined);
  return fc.oneof(
    arbitraryPoint(),
    interval,
    arbitraryPoint().map((start) => `${start}/..`),
    arbitraryPoint().map((end) => `../${end}`),
  );
}
