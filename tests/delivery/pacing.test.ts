/** Pacing: never more than the platform allows in a window, nearly all of it used, and every request for a pause kept. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MessengerLimits } from '../../src/core/ports/messenger.ts';
import { chatOf } from '../../src/core/subscriptions/subscription.ts';
import { createPacer } from '../../src/delivery/pacing.ts';

const T0 = Date.UTC(2026, 10, 22);

function limits(changes: Partial<MessengerLimits> = {}): MessengerLimits {
  return {
    perSecond: 30,
    perChat: () => [
      { count: 1, ms: 1000 },
      { count: 20, ms: 60_000 },
    ],
    dedupeMs: 0,
    refusalsPer10Minutes: undefined,
    ...changes,
  };
}

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

  test('however much is asked, alerts still go out; and nothing of it is left over when it is quiet again', () => {
    const pacer = createPacer(limits({ perChat: () => [] }));
    let pushed = 0;
    let now = T0;
    for (; now < T0 + 20_000; now += 5) {
      if ((now - T0) % 25 === 0) pacer.spend('telegram:1', now);
      for (let left = pacer.free(now); left > 0; left -= 1) {
        pacer.reserve();
        pacer.depart('telegram:2', now);
        pushed += 1;
      }
    }
    expect(pushed / 20).toBeGreaterThanOrEqual(7);
    expect(pacer.free(now + 3000)).toBeGreaterThan(0);
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
    expect(pacer.free(T0 - 3_600_000)).toBeGreaterThan(0);
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

describe('in each chat', () => {
  test('a chat waits a second after every message, and a minute after twenty; other chats do not', () => {
    const pacer = createPacer(limits());
    pacer.spend('telegram:-5', T0);
    expect(pacer.blocked(T0 + 1000)).toEqual(['telegram:-5']);
    expect(pacer.blocked(T0 + 1041)).toEqual([]);
    for (let sent = 1; sent < 20; sent += 1) pacer.spend('telegram:-5', T0 + sent * 1100);
    expect(pacer.blocked(T0 + 59_000)).toEqual(['telegram:-5']);
    expect(pacer.blocked(T0 + 60_041)).toEqual([]);
  });

  test('the topics of a forum are one chat', () => {
    const pacer = createPacer(limits());
    pacer.spend('telegram:-5/7', T0);
    expect(pacer.blocked(T0 + 10)).toEqual([chatOf('telegram:-5/8')]);
  });
});

describe('asked to wait', () => {
  test('a chat that was throttled waits as long as was asked, the others go on', () => {
    const pacer = createPacer(limits());
    pacer.throttled('telegram:-5', 'chat', 90_000, T0);
    expect(pacer.blocked(T0 + 89_999)).toEqual(['telegram:-5']);
    expect(pacer.blocked(T0 + 90_001)).toEqual([]);
    expect(pacer.free(T0)).toBeGreaterThan(0);
  });

  test('two chats throttled within a second: the platform throttles, everything waits', () => {
    const pacer = createPacer(limits());
    pacer.throttled('telegram:-5', 'chat', 5000, T0);
    pacer.throttled('telegram:-6', 'chat', 7000, T0 + 500);
    expect(pacer.free(T0 + 7000)).toBe(0);
    expect(pacer.wait(T0 + 7000)).toBe(500);
    expect(pacer.free(T0 + 7501)).toBeGreaterThan(0);
  });

  test('a guess that the platform throttles is not kept for longer than a minute', () => {
    const pacer = createPacer(limits());
    pacer.throttled('telegram:-5', 'chat', 3_600_000, T0);
    pacer.throttled('telegram:-6', 'chat', 3_600_000, T0);
    expect(pacer.wait(T0)).toBeLessThanOrEqual(60_000);
  });

  test('one chat throttled twice is one chat; two of them seconds apart are two', () => {
    const pacer = createPacer(limits());
    pacer.throttled('telegram:-5', 'chat', 5000, T0);
    pacer.throttled('telegram:-5/3', 'chat', 5000, T0 + 500);
    pacer.throttled('telegram:-6', 'chat', 5000, T0 + 2000);
    expect(pacer.free(T0 + 2001)).toBeGreaterThan(0);
  });

  test('a platform that says so is left alone at once', () => {
    const pacer = createPacer(limits());
    pacer.throttled('discord:1', 'platform', 3000, T0);
    expect(pacer.free(T0 + 2999)).toBe(0);
    expect(pacer.free(T0 + 3000)).toBeGreaterThan(0);
  });

  test('half of the refusals that bring a ban, and nothing is sent until they are ten minutes old', () => {
    const pacer = createPacer(limits({ refusalsPer10Minutes: 100 }));
    for (let refusal = 0; refusal < 49; refusal += 1) pacer.refused(T0 + refusal * 1000);
    expect(pacer.free(T0 + 49_000)).toBeGreaterThan(0);
    pacer.refused(T0 + 49_000);
    expect(pacer.free(T0 + 599_999)).toBe(0);
    expect(pacer.free(T0 + 600_000)).toBeGreaterThan(0);
  });
});

test('edits of one chat keep a limit of their own, which sends do not count in', () => {
  const pacer = createPacer(limits({ perChat: () => [], editsPerChat: { count: 3, ms: 6000 } }));
  const leave = (now: number, isEdit: boolean) => {
    pacer.reserve();
    pacer.depart('discord:1/7', now, isEdit);
    return pacer.blocked(now + 1);
  };
  for (let send = 0; send < 5; send += 1) expect(leave(T0 + send * 100, false)).toEqual([]);
  expect(leave(T0 + 1000, true)).toEqual([]);
  expect(leave(T0 + 2000, true)).toEqual([]);
  expect(leave(T0 + 3000, true)).toEqual(['discord:1']);
  expect(pacer.blocked(T0 + 6999)).toEqual(['discord:1']);
  expect(pacer.blocked(T0 + 7100)).toEqual([]);
  expect(leave(T0 + 7100, true)).toEqual(['discord:1']);
});
