/** Event dates: what parses, what is refused, and what a date can mean. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareEdtf,
  daysBetween,
  type Edtf,
  type EdtfPoint,
  isVague,
  overlaps,
  parseEdtf,
  sameDays,
  tryParseEdtf,
} from '../../../../src/core/dossier/dates/edtf.ts';
import { cpuMs } from '../../../cpu-time.ts';
import { oddText } from '../../odd-text.ts';
import { arbitraryEdtf, arbitraryPoint } from './arbitrary-edtf.ts';

/** Writes a date from what was parsed, knowing nothing of the text. */
function format({ start, end }: Edtf): string {
  return start === end ? formatPoint(start) : `${formatPoint(start)}/${formatPoint(end)}`;
}

function formatPoint(point: EdtfPoint | 'open'): string {
  if (point === 'open') return '..';
  const two = (value: number) => String(value).padStart(2, '0');
  const parts = [String(point.year).padStart(4, '0'), ...[point.month, point.day].flatMap((n) => (n ? [two(n)] : []))];
  return parts.join('-') + (point.approximate ? '~' : '');
}

describe('parseEdtf', () => {
  it('gives back what was written, for days, months, years, approximate ones, intervals and open ends', () => {
    fc.assert(
      fc.property(arbitraryEdtf(), (text) => {
        const date = parseEdtf(text);
        expect(date.text).toBe(text);
        expect(format(date)).toBe(text);
      }),
    );
  });

  it('means a first day that is no later than its last', () => {
    fc.assert(
      fc.property(arbitraryEdtf(), (text) => {
        const { earliest, latest } = parseEdtf(text);
        expect(earliest).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(latest).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(earliest <= latest).toBe(true);
      }),
    );
  });

  it.each([
    ['2025-10-18', '2025-10-18', '2025-10-18'],
    ['2025-10-15~', '2025-10-15', '2025-10-15'],
    ['2025-02', '2025-02-01', '2025-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025', '2025-01-01', '2025-12-31'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['2025-10-18/2025-10-19', '2025-10-18', '2025-10-19'],
    ['2025-07~/2025-11-03', '2025-07-01', '2025-11-03'],
    ['2025-10-20/2025-10', '2025-10-20', '2025-10-31'],
    ['2025-10-19/..', '2025-10-19', '9999-12-31'],
    ['../2025-10', '0000-01-01', '2025-10-31'],
  ])('%s is from %s to %s', (text, earliest, latest) => {
    expect(parseEdtf(text)).toMatchObject({ earliest, latest });
  });

  it('keeps one object for a date that is no interval, and two for an interval', () => {
    const [day, interval] = [parseEdtf('2025-10-18'), parseEdtf('2025-10-18/2025-10-18')];
    expect(day.start).toBe(day.end);
    expect(interval.start).not.toBe(interval.end);
  });

  it.each([
    '',
    ' ',
    'yesterday',
    '2025-02-29',
    '2025-02-30',
    '2025-13',
    '2025-00',
    '2025-10-00',
    '2025-10-32',
    '2025-10-19/2025-10-18',
    '2025-11/2025-10-31',
    '2025-10-18/2025-02-30',
    '..',
    '../..',
    '/2025',
    '2025/',
    '2025/2026/2027',
    '2025?',
    '2025-10-18?',
    '2025-10-18%',
    '~2025',
    '2025~-10',
    '2025-10-18~~',
    '2025-1X',
    '2025-10-XX',
    '202X',
    '2025-21',
    '2025-24',
    '2025-10-18T10:00',
    '2025-10-18T10:00:00Z',
    '20251-10-18',
    'Y20251',
    '-2025',
    '225',
    '2025-1-8',
    '2025-10-18 ',
    '2025-10-18\n',
    '[2025,2026]',
    '٢٠٢٥-١٠-١٨',
  ])('refuses “%s”', (text) => {
    expect(() => parseEdtf(text)).toThrow(RangeError);
    expect(tryParseEdtf(text)).toBeUndefined();
  });

  it('refuses any other text with a RangeError, and never with another error', () => {
    const nearly = fc.string({ unit: fc.constantFrom(...'0123456789-~/.?XT:% '.split('')), maxLength: 24 });
    fc.assert(
      fc.property(fc.oneof(nearly, oddText()), (text) => {
        expect(tryParseEdtf(text)?.text ?? text).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['digits', '2'.repeat(200_000)],
    ['dates', '2025-10-18/'.repeat(20_000)],
    ['months', `2025${'-10'.repeat(60_000)}`],
    ['dots', '.'.repeat(200_000)],
    ['tildes', `2025${'~'.repeat(200_000)}`],
  ])('refuses very long text of %s at once', (_, text) => {
    expect(cpuMs(() => expect(tryParseEdtf(text)).toBeUndefined())).toBeLessThan(1000);
  });

  it('says which text it was and what to write', () => {
    expect(() => parseEdtf('last week')).toThrow(/“last week” is not a date: write 2025-10-18/);
    expect(() => parseEdtf('2025-02-30')).toThrow(/“2025-02-30” is not a date of the calendar/);
    expect(() => parseEdtf('2025-10-19/2025-10-18')).toThrow(/ends before it begins/);
  });

  it('gives dates that cannot be changed', () => {
    const date = parseEdtf('2025-10-18');
    expect(Object.isFrozen(date)).toBe(true);
    expect(Object.isFrozen(date.start)).toBe(true);
  });
});

describe('overlaps', () => {
  const date = arbitraryEdtf().map(parseEdtf);

  it('does not depend on the order, and every date overlaps itself', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a));
        expect(overlaps(a, a)).toBe(true);
      }),
    );
  });

  it('is so exactly where some day is in both', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        const first = a.earliest > b.earliest ? a.earliest : b.earliest;
        const last = a.latest < b.latest ? a.latest : b.latest;
        expect(overlaps(a, b)).toBe(first <= last);
      }),
    );
  });

  it.each([
    ['2025-10-18', '2025-10-18/2025-10-19', true],
    ['2025-10-18', '2025-10', true],
    ['2025-10-18', '2025-10-19', false],
    ['2025-10-31/..', '2025-11', true],
    ['2025-10', '2025-11', false],
    ['2025-10-18', '2025-10-18~', true],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(overlaps(parseEdtf(a), parseEdtf(b))).toBe(expected);
  });
});

describe('compareEdtf and sameDays', () => {
  const date = arbitraryEdtf().map(parseEdtf);

  it('order by first day, then by last, and agree on equality', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect(Math.sign(compareEdtf(a, b))).toBe(-Math.sign(compareEdtf(b, a)) + 0);
        expect(compareEdtf(a, b) === 0).toBe(sameDays(a, b));
        expect(a.earliest >= b.earliest || compareEdtf(a, b) < 0).toBe(true);
      }),
    );
    expect(compareEdtf(parseEdtf('2025-10-17'), parseEdtf('2025-10-17/2025-10-18'))).toBeLessThan(0);
  });

  it('takes an approximate day for the same as the exact one', () => {
    expect(sameDays(parseEdtf('2025-10-15~'), parseEdtf('2025-10-15'))).toBe(true);
    expect(sameDays(parseEdtf('2025-10'), parseEdtf('2025-10-01/2025-10-31'))).toBe(true);
    expect(sameDays(parseEdtf('2025-10'), parseEdtf('2025-10-01'))).toBe(false);
  });
});

describe('daysBetween', () => {
  it.each([
    ['2025-11-09', '2026-11-22', 378],
    ['2025-10-12', '2025-10-12', 0],
    ['2025-10-12', '2025-10-11', -1],
    ['2024-02-28', '2024-03-01', 2],
    ['2025-10-25', '2025-10-27', 2],
  ])('from %s to %s is %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});

describe('isVague', () => {
  it.each([
    ['2025-10-18', false],
    ['2025-10-18/2025-10-19', false],
    ['2025-10-18~', true],
    ['2025-10-18/2025-10-19~', true],
    ['2025-10', true],
    ['2025', true],
    ['2025-10-18/..', true],
  ])('%s: %s', (text, expected) => {
    expect(isVague(parseEdtf(text))).toBe(expected);
  });

  it('is so for all but exact days', () => {
    fc.assert(
      fc.property(arbitraryPoint(), (text) => {
        expect(isVague(parseEdtf(text))).toBe(!/^\d{4}-\d\d-\d\d$/.test(text));
      }),
    );
  });
});
