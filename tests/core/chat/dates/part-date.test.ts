/** Parts of months and years, and stretches with one end said: as vague as they were said, and begun. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesPart, readAsked, readDate } from '../../../../src/core/chat/dates/read-date.ts';
import { isVague } from '../../../../src/core/dossier/dates/edtf.ts';
import { english } from '../chat-for-tests.ts';

const TODAY = '2026-11-22';
const asked = (typed: string, today = TODAY) => readAsked(typed, today, english)?.text;

describe('a part of a month or a year', () => {
  it.each([
    ['q1 2026', '2026-01/2026-03'],
    ['Q1', '2026-01/2026-03'],
    ['2025 q4', '2025-10/2025-12'],
    ['q4/2025', '2025-10/2025-12'],
    ['the first quarter of 2026', '2026-01/2026-03'],
    ['last quarter of last year', '2025-10/2025-12'],
    ['first half of 2026', '2026-01/2026-06'],
    ['h1', '2026-01/2026-06'],
    ['early april', '2026-04-01/2026-04-10~'],
    ['mid february', '2026-02-11~/2026-02-20~'],
    ['mid-February 2025', '2025-02-11~/2025-02-20~'],
    ['the middle of october 2025', '2025-10-11~/2025-10-20~'],
    ['end of march', '2026-03-21~/2026-03-31'],
    ['late feb 2028', '2028-02-21~/2028-02-29'],
    ['beginning of the month', '2026-11-01/2026-11-10~'],
    ['end of last month', '2026-10-21~/2026-10-31'],
    ['late 2025', '2025-09~/2025-12'],
    ['this year', '2026'],
    // What has not begun this year is of the last.
    ['late november', '2026-11-21~/2026-11-30'],
    ['early december', '2025-12-01/2025-12-10~'],
    ['۲۰۲۶ q1', '2026-01/2026-03'],
  ])('“%s” is %s', (typed, text) => {
    expect(readDate(typed, TODAY, english)?.text).toBe(text);
    expect(namesPart(typed, TODAY, english)).toBe(true);
  });

  it.each(['q5', 'third half', 'q1 march', 'early', 'end of last week', 'early monday', 'mid 9 november', 'late soon'])(
    '“%s” is none',
    (typed) => {
      expect(asked(typed)).toBeUndefined();
    },
  );

  it('has begun, is within what it is a part of, and stays vague', () => {
    const names = 'January February March April May June July August September October November December'.split(' ');
    const part = fc.constantFrom('early ', 'mid-', 'end of ');
    fc.assert(
      fc.property(part, fc.constantFrom(...names), fc.integer({ min: 0, max: 20_000 }), (which, month, ago) => {
        const today = Temporal.PlainDate.from('2080-01-01').subtract({ days: ago }).toString();
        const found = readDate(`${which}${month}`, today, english);
        expect(found && found.earliest <= today && isVague(found)).toBe(true);
        const year = found?.text.slice(0, 4) ?? '';
        const whole = readDate(`${month} ${year}`, today, english);
        expect(found && whole && found.earliest >= whole.earliest && found.latest <= whole.latest).toBe(true);
        const next = readDate(`${which}${month} ${Number(year) + 1}`, today, english);
        expect(next && next.earliest > today).toBe(true);
      }),
    );
  });
});

describe('a stretch of which one end is said', () => {
  it.each([
    ['since march', '2026-03/..'],
    ['from march on', '2026-03/..'],
    ['march onwards', '2026-03/..'],
    ['since yesterday', '2026-11-21/..'],
    ['since early april', '2026-04-01/..'],
    ['after 7 april', '2026-04-08/..'],
    ['after march', '2026-04-01/..'],
    ['before april', '../2026-03-31'],
    ['prior to 9 November 2025', '../2025-11-08'],
    ['before around 9 November 2025', '../2025-11-08~'],
    ['until end of march', '../2026-03-31'],
    ['up to last week', '../2026-11-15'],
  ])('“%s” is %s', (typed, text) => {
    expect(asked(typed)).toBe(text);
  });

  it.each(['since', 'before', 'since soon', 'before since march', 'by then', 'after all'])('“%s” is none', (typed) => {
    expect(asked(typed)).toBeUndefined();
  });

  it('is read again as the bot prints it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('since', 'after', 'before', 'until'),
        fc.integer({ min: 0, max: 5000 }),
        (way, ago) => {
          const day = Temporal.PlainDate.from(TODAY).subtract({ days: ago }).toString();
          const found = readAsked(`${way} ${day}`, TODAY, english);
          expect(found && asked(english.date(found))).toBe(found?.text);
          expect(found && asked(english.shortDate(found))).toBe(found?.text);
        },
      ),
    );
  });
});
