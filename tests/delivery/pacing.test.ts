/** Pacing over all chats: never more than the platform allows in a window, and nearly all of it used. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MessengerLimits } from '../../src/core/ports/messenger.ts';
import { createPacer } from '../../src/delivery/pacing.ts';
import { limits, T0 } from './pacing-limits.ts';

/** Sends to as many chats as it may for `ms`, looking every `step` ms; when it sent. */
function broadcast(rules: MessengerLimits, ms: number, step: number): readonly number[] {
  const pacer = createPacer(rules);
  const sent: number[] = [];
  for (let now = T0; now < T0 + ms; now += step) {
    for (let left = pacer.free(now); left > 0; left -= 1) {
      pacer.reserve();
      pacer.depart(`telegram:${sent.length}`, now);
      sent.push(now);
    }
  }
  return sent;
}

describe('over all chats', () => {
  test('no second has more than the limit, however the loop is delayed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.array(fc.integer({ min: 1, max: 700 }), { maxLength: 200 }),
        (perSecond, delays) => {
          const pacer = createPacer(limits({ perSecond }));
          const sent: number[] = [];
          let now = T0;
          for (const delay of delays) {
            now += delay;
            for (let left = pacer.free(now); left > 0; left -= 1) {
              pacer.reserve();
              pacer.depart(`telegram:${sent.length}`, now);
              sent.push(now);
            }
          }
          for (const at of sent)
            expect(sent.filter((one) => one >= at && one < at + 1000).length).toBeLessThanOrEqual(perSecond);
        },
      ),
    );
  });

  test.each([
    [30, 1],
    [30, 7],
    [48, 3],
    [48, 10],
  ])('at %i a second and a loop of %i ms, at least 95 %% of the rate is used', (perSecond, step) => {
    const minute = broadcast(limits({ perSecond }), 60_000, step);
    expect(minute.length).toBeGreaterThanOrEqual(perSecond * 60 * 0.95);
  });

  test('no burst after a rest: few are in the air at once', () => {
    const pacer = createPacer(limits());
    pacer.spend('telegram:1', T0);
    expect(pacer.free(T0 + 3_600_000)).toBeLessThanOrEqual(3);
  });

  test.each([0, 1, 2, 5, 10, 20])(
    'with %i answers a second: no more than the limit in all, and what is pushed goes on',
    (perSecond) => {
      const pacer = createPacer(limits({ perChat: () => [] }));
      const [pushed, answered]: [number[], number[]] = [[], []];
      for (let now = T0; now < T0 + 20_000; now += 5) {
        if (perSecond > 0 && (now - T0) % (1000 / perSecond) === 0) {
          pacer.spend('telegram:1', now);
          answered.push(now);
        }
        for (let left = pacer.free(now); left > 0; left -= 1) {
          pacer.reserve();
          pacer.depart('telegram:2', now);
          pushed.push(now);
        }
      }
      // The first to ask come unexpected.
      const all = [...pushed, ...answered].filter((at) => at >= T0 + 2000);
      for (const at of all) expect(all.filter((one) => one >= at && one < at + 1000).length).toBeLessThanOrEqual(30);
      expect(pushed.length / 20).toBeGreaterThanOrEqual(Math.max(8, (28 - perSecond) * 0.9));
    },
  );

  test('however much is asked: answers go first for half a minute, then alerts get their share; never too much', () => {
    const pacer = createPacer(limits({ perChat: () => [] }));
    const [pushed, answered]: [number[], number[]] = [[], []];
    const between = (times: readonly number[], from: number, to: number) =>
      times.filter((at) => at >= T0 + from && at < T0 + to).length;
    let now = T0;
    for (; now < T0 + 60_000; now += 5) {
      if (now >= T0 + 5000) {
        while (pacer.answer('telegram:1', now).ms === 0) answered.push(now);
        pacer.answersWait(500, now);
      }
      for (let left = pacer.free(now); left > 0; left -= 1) {
        pacer.reserve();
        pacer.depart('telegram:2', now);
        pushed.push(now);
      }
    }
    const all = [...pushed, ...answered];
    for (const at of all) expect(all.filter((one) => one >= at && one < at + 1000).length).toBeLessThanOrEqual(30);
    expect(between(answered, 6000, 35_000) / 29).toBeGreaterThanOrEqual(27.3);
    expect(between(pushed, 6000, 35_000) / 29).toBeGreaterThanOrEqual(0.9);
    expect(between(pushed, 36_000, 60_000) / 24).toBeGreaterThanOrEqual(7);
    expect(between(answered, 36_000, 60_000) / 24).toBeGreaterThanOrEqual(19);
    pacer.answersWait(0, now);
    expect(pacer.free(now + 3000)).toBeGreaterThan(0);
  });

  test('answers alone use what is permitted, but for one a second, and never more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 40 }), (perSecond, step) => {
        const pacer = createPacer(limits({ perSecond, perChat: () => [] }));
        const sent: number[] = [];
        for (let now = T0; now < T0 + 10_000; now += step) {
          while (pacer.answer('telegram:1', now).ms === 0) sent.push(now);
        }
        for (const at of sent)
          expect(sent.filter((one) => one >= at && one < at + 1000).length).toBeLessThanOrEqual(perSecond);
        // Who looks seldom misses some of what may leave.
        expect(sent.length).toBeGreaterThanOrEqual(step < 10 ? (perSecond - 1) * 9.4 : 0);
      }),
    );
  });

  test('a clock that goes back by a little makes nothing forgotten', () => {
    const pacer = createPacer(limits({ perSecond: 50 }));
    const leave = (now: number) =>
      Array.from({ length: 60 }, (_, chat) => pacer.depart(`telegram:${chat}`, now)).filter((waitMs) => waitMs === 0);
    for (let reserved = 0; reserved < 180; reserved += 1) pacer.reserve();
    const first = leave(T0).length;
    expect(first).toBeGreaterThan(20);
    expect(leave(T0 - 5)).toEqual([]);
    expect(leave(T0 + 900).length + first).toBeLessThanOrEqual(50);
  });

  test('a pause and a chat’s rule last as long as they do, whatever the clock says', () => {
    const pacer = createPacer(limits());
    pacer.throttled('telegram:1', 'platform', 5000, T0);
    const set = T0 - 3_600_000;
    expect(pacer.free(set)).toBe(0);
    expect(pacer.blocked(set)).toEqual(['telegram:1']);
    expect(pacer.wait(set + 1000)).toBeLessThanOrEqual(5000);
    expect(pacer.blocked(set + 5000)).toEqual([]);
    expect(pacer.free(set + 5000)).toBeGreaterThan(0);
  });

  test('the clock set back does not keep anything waiting', () => {
    const pacer = createPacer(limits());
    for (let sent = 0; sent < 30; sent += 1) pacer.spend('telegram:1', T0);
    const set = T0 - 3_600_000;
    expect(pacer.free(set)).toBe(0);
    expect(pacer.free(set + 1100)).toBeGreaterThan(0);
  });

  test('who waits as it says comes to a moment when something may be sent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 80 }),
        (perSecond, delays) => {
          const pacer = createPacer(limits({ perSecond }));
          let now = T0;
          for (const delay of delays) {
            now += delay;
            pacer.spend('telegram:1', now);
            // More answers than a second has room for take more than one wait.
            for (let waits = 0; waits < 8 && pacer.free(now) === 0; waits += 1) now += Math.max(1, pacer.wait(now));
            expect(pacer.free(now)).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});

describe('prepared together', () => {
  test('what is reserved leaves when there is room, however late: never more than the limit in a second', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 60 }),
        (perSecond, delays) => {
          const pacer = createPacer(limits({ perSecond, perChat: () => [] }));
          const departed: number[] = [];
          let waiting = 0;
          let now = T0;
          const leave = () => {
            while (waiting > 0 && pacer.depart('telegram:1', now) === 0) {
              departed.push(now);
              waiting -= 1;
            }
          };
          for (const delay of [...delays, ...Array.from({ length: 500 }, () => 3)]) {
            now += delay;
            for (let left = pacer.free(now); left > 0; left -= 1) {
              pacer.reserve();
              waiting += 1;
            }
            if (delay % 3 === 0) leave();
            if (delay % 7 === 0) pacer.spend('telegram:2', now);
          }
          for (const at of departed) {
            expect(departed.filter((one) => one >= at && one < at + 1000).length).toBeLessThanOrEqual(perSecond);
          }
        },
      ),
    );
  });

  test('what is not sent after all is given back', () => {
    const pacer = createPacer(limits({ perSecond: 4 }));
    pacer.reserve();
    pacer.reserve();
    expect(pacer.free(T0 + 5000)).toBe(0);
    pacer.release();
    expect(pacer.free(T0 + 10_000)).toBe(1);
  });
});

test('the first second after a rest is not used in full: what leaves then arrives late and together', () => {
  const sent = broadcast(limits(), 3000, 5);
  expect(sent.filter((at) => at < T0 + 1000).length).toBeLessThanOrEqual(20);
  expect(sent.filter((at) => at >= T0 + 1000 && at < T0 + 2000).length).toBeGreaterThanOrEqual(28);
});
