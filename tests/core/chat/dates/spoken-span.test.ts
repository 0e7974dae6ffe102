/** From when to when in words, and dates in the digits and forms of other keyboards. */
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readDate } from '../../../../src/core/chat/dates/read-date.ts';
import { parseEdtf, tryParseEdtf } from '../../../../src/core/dossier/dates/edtf.ts';
import { plainDigits } from '../../../../src/core/dossier/text/plain-digits.ts';
import { english } from '../chat-for-tests.ts';

const TODAY = '2026-11-22';
const read = (typed: string) => readDate(typed, TODAY, english)?.text;

describe('from when to when', () => {
  it.each([
    ['january to march', '2026-01/2026-03'],
    ['jan to mar 2026', '2026-01/2026-03'],
    ['Jan-Mar 2026', '2026-01/2026-03'],
    ['from january until march', '2026-01/2026-03'],
    ['between january and march 2025', '2025-01/2025-03'],
    ['november to january', '2025-11/2026-01'],
    ['nov 2025 to january', '2025-11/2026-01'],
    ['december to february 2026', '2025-12/2026-02'],
    ['between 18 and 24 march', '2026-03-18/2026-03-24'],
    ['between the 18th and 24th of march', '2026-03-18/2026-03-24'],
    ['from 18 to 24 march', '2026-03-18/2026-03-24'],
    ['from 18 march to 24 march 2025', '2025-03-18/2025-03-24'],
    ['from 28 december to 3 january', '2025-12-28/2026-01-03'],
    ['2026-03-18 to 2026-03-24', '2026-03-18/2026-03-24'],
    ['18.3.26 - 24.3.26', '2026-03-18/2026-03-24'],
    ['18 march until today', '2026-03-18/2026-11-22'],
    ['2024 to 2025', '2024/2025'],
  ])('from when to when, of which the end has begun: “%s” is %s', (typed, text) => {
    expect(read(typed)).toBe(text);
  });

  it.each([
    'march to january 2026 to may',
    'between march',
    'between 24 and 18 march',
    'from march',
    'to march',
    '31 to 31 february',
    'last week to today',
    'march and april',
    'between march and nobody',
  ])('no span is guessed: “%s”', (typed) => {
    expect(read(typed)).toBeUndefined();
  });

  it.each([
    ['13th of march', '2026-03-13'],
    ['march 13th, 2026', '2026-03-13'],
    ['2026-3-13', '2026-03-13'],
    ['13.3.26', '2026-03-13'],
    ['۱۳ march 2026', '2026-03-13'],
    ['۲۰۲۶-۰۳-۱۳', '2026-03-13'],
    ['١٣/٣/٢٠٢٦', '2026-03-13'],
    ['१३ march', '2026-03-13'],
    ['１３ march', '2026-03-13'],
  ])('as keyboards of other languages write it: “%s” is %s', (typed, text) => {
    expect(read(typed)).toBe(text);
  });

  it('reads any span of months as people say it, with the end begun and the ends in order', () => {
    const months = Array.from({ length: 12 }, (_, at) =>
      english.date(parseEdtf(`2000-${String(at + 1).padStart(2, '0')}`)).replace(' 2000', ''),
    );
    const two = fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 2, maxLength: 2 });
    const way = fc.constantFrom(['', ' to '], ['from ', ' to '], ['between ', ' and '], ['', '-'], ['', ' till ']);
    fc.assert(
      fc.property(two, way, fc.integer({ min: 0, max: 20_000 }), ([a = 0, b = 0], [before, joint], ago) => {
        const today = Temporal.PlainDate.from('2080-01-01').subtract({ days: ago }).toString();
        const found = readDate(`${before}${months[a]}${joint}${months[b]}`, today, english);
        const [from = '', to = ''] = found?.text.split('/') ?? [];
        expect([from.slice(5), to.slice(5)]).toEqual([a, b].map((month) => String(month + 1).padStart(2, '0')));
        expect(`${to}-01` <= today && from < to).toBe(true);
        expect(Number(to.slice(0, 4)) - Number(from.slice(0, 4))).toBe(a < b ? 0 : 1);
      }),
    );
  });

  it('is in order and of the calendar, or nothing, whatever the ends are', () => {
    const end = fc.constantFrom(
      ...'18,18th,24 march,march,mar 2026,2026-03-18,13.3.26,today,monday,31,last week,0'.split(','),
    );
    const joint = fc.constantFrom(' to ', ' until ', '-', ' – ', ' and ', ' till ');
    fc.assert(
      fc.property(fc.constantFrom('', 'from ', 'between '), end, joint, end, (before, from, between, to) => {
        const found = readDate(`${before}${from}${between}${to}`, TODAY, english);
        expect(found === undefined || (tryParseEdtf(found.text) !== undefined && found.earliest <= found.latest)).toBe(
          true,
        );
      }),
    );
  });
});

test('every digit that Unicode knows is one from 0 to 9, and ten in a row count up', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(0x06_60, 0x06_f0, 0x09_66, 0x0e_50, 0xff_10, 0x1_e9_50),
      fc.nat(9_999),
      (zero, number) => {
        const typed = String(number)
          .split('')
          .map((digit) => String.fromCodePoint(zero + Number(digit)))
          .join('');
        expect(plainDigits(`\u2067${typed}\u2069 march`)).toBe(`${number} march`);
      },
    ),
  );
});
