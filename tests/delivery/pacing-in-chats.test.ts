/** Pacing in single chats: each chat keeps its own limits, and every request for a pause is kept. */
import { describe, expect, test } from 'vitest';
import { chatOf } from '../../src/core/subscriptions/subscription.ts';
import { createPacer } from '../../src/delivery/pacing.ts';
import { limits, T0 } from './pacing-limits.ts';

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
