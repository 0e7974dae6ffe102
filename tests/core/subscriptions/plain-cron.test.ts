/** Cron expressions made plain: the same moments, and words that are true. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/core/reply/quotation-marks.ts';
import { plainCron } from '../../../src/core/subscriptions/plain-cron.ts';
import { scheduleInWords } from '../../../src/core/subscriptions/schedule-words.ts';
import { localTimes } from '../../../src/core/subscriptions/slots.ts';
import { english } from '../chat/chat-for-tests.ts';

/** A field as somebody may write it: numbers, ranges, steps, names, lists of these. */
function arbitraryField(min: number, max: number, names: readonly [string, ...string[]]): fc.Arbitrary<string> {
  const number = fc.integer({ min, max });
  const range = fc.tuple(number, number).map((ends) => ends.toSorted((a, b) => a - b).join('-'));
  const stepped = fc.tuple(range, fc.integer({ min: 2, max: 9 })).map(([ends, step]) => `${ends}/${step}`);
  const item = fc.oneof(number.map(String), range, stepped, fc.constantFrom(...names));
  return fc.oneof(
    fc.constant('*'),
    fc.integer({ min: 2, max: 12 }).map((step) => `*/${step}`),
    fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => items.join(',')),
  );
}

const expressions = fc
  .tuple(
    arbitraryField(0, 59, ['0', '30']),
    arbitraryField(0, 23, ['8', '20']),
    arbitraryField(1, 31, ['1', '15']),
    arbitraryField(1, 12, ['JAN', 'may-jul', 'Dec']),
    arbitraryField(0, 7, ['SUN', 'mon-fri', 'Sat']),
  )
  .map((fields) => fields.join(' '));

function isUnderstood(typed: string): boolean {
  try {
    localTimes(typed);
    return true;
  } catch {
    return false;
  }
}

describe('plainCron', () => {
  it.each([
    ['*/45 * * * *', '0,45 * * * *'],
    ['0,15,30,45 * * * *', '*/15 * * * *'],
    ['0 */7 * * *', '0 0,7,14,21 * * *'],
    ['0 0-23 * 1-12 *', '0 * * * *'],
    ['0 8 * * SUN,7,0', '0 8 * * 0'],
    ['0 8 * * fri-sat', '0 8 * * 5,6'],
    ['0 8 */1 * 1', '0 8 * * 1'],
    ['0 8 1-31 * 1', '0 8 * * *'],
    ['0 8 13 * 0-7', '0 8 * * *'],
    ['0 8 1-7,5-9 * *', '0 8 1-9 * *'],
  ])('%s is %s', (typed, plain) => {
    expect(plainCron(typed)).toBe(plain);
  });

  it('comes at the same moments, is as plain as can be, and is said without gaps', () => {
    const moments = (cron: string) => localTimes(cron).nextRuns(60, new Date(0)).map(Number);
    fc.assert(
      fc.property(expressions, (typed) => {
        const plain = plainCron(typed);
        // Some are no expressions: croner takes no step that is longer than its range.
        expect(plain === undefined).toBe(!isUnderstood(typed));
        fc.pre(plain !== undefined);
        expect(moments(plain)).toEqual(moments(typed.toUpperCase()));
        expect(plainCron(plain)).toBe(plain);
        const words = plainText(scheduleInWords(plain, 'UTC', english));
        expect(words).toMatch(/^[A-Z].* \(UTC\)$/u);
        // cronstrue runs words together, or repeats one, where lists hold ranges and steps.
        expect(words.replace('(UTC)', '')).not.toMatch(/[a-z\d][A-Z]|\band and\b|undefined|NaN/u);
      }),
      { numRuns: 300 },
    );
  });
});
