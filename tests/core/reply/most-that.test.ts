/** How many there is room for, whatever the guess. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostThat } from '../../../src/core/reply/most-that.ts';

test('the most that fit are found from any guess, never more than there are, and in few steps', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(300), fc.integer({ min: 1, max: 300 }), (limit, end, guess) => {
      let asked = 0;
      const found = mostThat((count) => (asked += 1) > 0 && count <= limit, end, guess);
      expect(found).toBe(Math.min(limit, end));
      expect(asked).toBeLessThan(22);
    }),
  );
});
