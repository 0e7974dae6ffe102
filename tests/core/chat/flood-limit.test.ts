/** How many commands one asker may give in a minute. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFloodLimit } from '../../../src/core/chat/flood-limit.ts';

const MINUTE = 60_000;

/** Only the milliseconds to wait. */
function waitOf(commandsPerMinute: number): (asker: string, now: number) => number {
  const limit = createFloodLimit(commandsPerMinute);
  return (asker, now) => {
    const refusal = limit(asker, now);
    return refusal === 0 ? 0 : refusal.waitMs;
  };
}

describe('createFloodLimit', () => {
  it('admits twenty in a minute, then says how long to wait', () => {
    const wait = waitOf(20);
    for (let second = 0; second < 20; second++) expect(wait('a', second * 1000)).toBe(0);
    expect(wait('a', 20_000)).toBe(40_000);
    expect(wait('a', 59_999)).toBe(1);
    expect(wait('a', MINUTE)).toBe(0);
    expect(wait('a', MINUTE)).toBe(1000);
  });

  it('does not count what it refused: who waits as long as was said is let in', () => {
    const wait = waitOf(2);
    wait('a', 0);
    wait('a', 1);
    for (let at = 2; at < MINUTE; at += 100) expect(wait('a', at)).toBeGreaterThan(0);
    expect(wait('a', MINUTE)).toBe(0);
    expect(wait('a', MINUTE + 1)).toBe(0);
  });

  it('counts each asker alone', () => {
    const wait = waitOf(1);
    expect([wait('a', 0), wait('b', 0), wait('a', 1), wait('b', 1)]).toEqual([0, 0, MINUTE - 1, MINUTE - 1]);
  });

  it('never admits more than that in any minute, and always after the wait it named', () => {
    const steps = fc.array(fc.nat({ max: 20_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), steps, (limit, gaps) => {
        const wait = waitOf(limit);
        const admitted: number[] = [];
        let now = 0;
        for (const gap of gaps) {
          now += gap;
          const left = wait('a', now);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left).toBeLessThanOrEqual(MINUTE);
          now += left;
          // Refused for `left`: after that wait it is let in.
          expect(left === 0 ? 0 : wait('a', now)).toBe(0);
          admitted.push(now);
          const inWindow = admitted.filter((time) => time > now - MINUTE);
          expect(inWindow.length).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });

  it('forgets who was silent longest beyond ten thousand askers, and nobody before', () => {
    const wait = waitOf(1);
    wait('first', 0);
    wait('second', 1);
    for (let index = 0; index < 9_998; index++) wait(`asker ${index}`, 2);
    expect(wait('first', 3)).toBeGreaterThan(0);
    // Now “second” was silent longest; one more and it is forgotten, “first” is not.
    wait('newcomer', 4);
    expect(wait('first', 5)).toBeGreaterThan(0);
    expect(wait('second', 6)).toBe(0);
  });

  it('says once that it refuses, and again only after the asker was admitted', () => {
    const limit = createFloodLimit(1);
    expect(limit('a', 0)).toBe(0);
    expect(limit('a', 1)).toMatchObject({ isFirst: true });
    expect(limit('a', 2)).toMatchObject({ isFirst: false });
    expect(limit('b', 2)).toBe(0);
    expect(limit('a', MINUTE)).toBe(0);
    expect(limit('a', MINUTE + 1)).toMatchObject({ isFirst: true });
  });
});
