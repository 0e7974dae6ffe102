/** The policies of delivery: what every outcome means for a digest, an alert, a board and a notice, on both kinds of platform. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Content, type Delivery, decodeContent, encodeContent, LANES } from '../../src/core/messages/delivery.ts';
import type { SendOutcome } from '../../src/core/ports/messenger.ts';
import { backoff, settlementOf } from '../../src/delivery/outcome.ts';
import { subscriptionForTests } from './subscription-for-tests.ts';

const NOW = Date.UTC(2026, 10, 22, 8);
const filters = { topics: [], side: null, timezone: 'UTC' };
const contents: Readonly<Record<'digest' | 'alert' | 'repeat' | 'thrice' | 'board' | 'notice', Content>> = {
  digest: { kind: 'digest', ...filters, from: 1, to: 9, slot: NOW, isLate: false, doubtfulSlot: null },
  alert: { kind: 'alert', ...filters, alerts: 'breaking', from: 5, to: 6, heldUntil: null, repeats: 0 },
  repeat: { kind: 'alert', ...filters, alerts: 'breaking', from: 5, to: 6, heldUntil: null, repeats: 1 },
  thrice: { kind: 'alert', ...filters, alerts: 'breaking', from: 5, to: 6, heldUntil: null, repeats: 3 },
  board: { kind: 'board', ...filters },
  notice: { kind: 'notice', timezone: 'UTC', place: 'telegram:-5', reason: 'kicked', willRetry: false },
};

function delivery(which: keyof typeof contents, changes: Partial<Delivery> = {}): Delivery {
  const content = contents[which];
  return {
    id: 'd',
    subscription: 'sub-1',
    place: 'telegram:-5',
    lane: LANES[content.kind],
    kind: content.kind,
    slot: 5,
    of: null,
    head: null,
    content: encodeContent(content),
    state: 'attempting',
    dueAt: NOW,
    expiresAt: NOW + 3_600_000,
    attempts: 1,
    attemptedAt: NOW,
    message: null,
    reason: null,
    finishedAt: null,
    ...changes,
  };
}

const settle = (one: Delivery, outcome: SendOutcome, isRepeatable = false, subscription = subscriptionForTests()) =>
  settlementOf(one, outcome, { now: NOW, isRepeatable, isFirst: true, random: 0, subscription });
const lost: SendOutcome = { kind: 'unknown', reason: 'ECONNRESET' };

describe('sent', () => {
  test('keeps the platform’s id of the message: without it nothing can be corrected', () => {
    expect(settle(delivery('digest'), { kind: 'sent', message: '77' })).toMatchObject({ state: 'sent', message: '77' });
  });
});

describe('it may have been sent', () => {
  test('where a repeated send makes no second message it is tried again', () => {
    for (const which of ['digest', 'alert', 'board', 'notice'] as const) {
      expect(settle(delivery(which), lost, true)).toMatchObject({ state: 'pending', reason: 'ECONNRESET' });
    }
  });

  test('elsewhere digests, boards and notices stay unknown and are not repeated', () => {
    for (const which of ['digest', 'board', 'notice'] as const) {
      const settlement = settle(delivery(which), lost);
      expect(settlement.state).toBe('unknown');
      expect(settlement).not.toHaveProperty('repeat');
    }
  });

  test('an alert stays unknown and is repeated at once, marked, as a delivery of its own', () => {
    const settlement = settle(delivery('alert'), lost);
    if (settlement.state !== 'unknown' || !settlement.repeat) throw new Error('no repeat');
    expect(settlement.repeat).toMatchObject({ kind: 'alert', state: 'pending', dueAt: NOW, slot: -5, message: null });
    expect(decodeContent(settlement.repeat.content)).toMatchObject({ repeats: 1, from: 5, to: 6 });
  });

  test('a repeat in doubt is a row of its own and is repeated later: the alert must arrive', () => {
    const settlement = settle(delivery('repeat', { slot: -5 }), lost);
    if (settlement.state !== 'unknown' || !settlement.repeat) throw new Error('no repeat');
    expect(settlement.repeat).toMatchObject({ slot: -5 - 1e13, dueAt: NOW + backoff(2, 0) });
    expect(decodeContent(settlement.repeat.content)).toMatchObject({ repeats: 2 });
  });

  test('three repeats and no more: answers may be lost while messages arrive', () => {
    const third = delivery('thrice');
    const settlement = settle(third, lost);
    expect(settlement.state).toBe('unknown');
    expect(settlement).not.toHaveProperty('repeat');
  });

  test('too late to be tried again, it stays in doubt', () => {
    expect(settle(delivery('digest', { expiresAt: NOW + 500 }), lost, true)).toMatchObject({ state: 'unknown' });
  });

  test('an edit is the same edit when made twice', () => {
    expect(settle(delivery('board', { message: '12' }), lost)).toMatchObject({ state: 'pending' });
  });
});

describe('certainly not sent', () => {
  const down: SendOutcome = { kind: 'retry', reason: 'ECONNREFUSED', scope: 'platform' };

  test('tried again later and later, up to five minutes, a random part sooner', () => {
    expect([1, 2, 3, 9, 10, 50].map((attempts) => backoff(attempts, 0))).toEqual([
      1000, 2000, 4000, 256_000, 300_000, 300_000,
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, random) => {
        const wait = backoff(attempts, random);
        expect(wait).toBeGreaterThanOrEqual(backoff(attempts, 0) / 2);
        expect(wait).toBeLessThanOrEqual(backoff(attempts, 0));
      }),
    );
  });

  test('an attempt that sent nothing does not count; one that may have is remembered', () => {
    expect(settle(delivery('alert'), down)).toMatchObject({ isUnsent: true });
    const context = { now: NOW, isRepeatable: true, isFirst: false, random: 0 };
    expect(settlementOf(delivery('alert'), down, context)).not.toHaveProperty('isUnsent');
    expect(settlementOf(delivery('alert'), lost, { ...context, isFirst: true })).not.toHaveProperty('isUnsent');
  });

  test('never sooner than the platform asks', () => {
    const settlement = settle(delivery('alert'), { ...down, waitMs: 40_000, scope: 'chat' });
    expect(settlement).toMatchObject({ state: 'pending', dueAt: NOW + 40_000 });
  });

  test('dead, with the reason, where its time would be over', () => {
    const settlement = settle(delivery('digest', { expiresAt: NOW + 500 }), down);
    expect(settlement).toMatchObject({ state: 'dead', reason: 'ECONNREFUSED' });
  });

  test('a refused token stops nothing from being tried later', () => {
    expect(settle(delivery('alert'), { kind: 'stop', reason: '401' })).toMatchObject({
      state: 'pending',
      dueAt: NOW + 300_000,
    });
  });
});

describe('refused', () => {
  test('a place that is gone: suspended for good, and who set it up is told', () => {
    const settlement = settle(delivery('digest'), { kind: 'gone', reason: 'bot was kicked' });
    if (settlement.state !== 'dead') throw new Error('not dead');
    expect(settlement.suspend).toMatchObject({ resumeAt: null });
    expect(settlement.suspend?.notice).toMatchObject({ place: 'telegram:@42', kind: 'notice', lane: LANES.notice });
    const { notice } = settlement.suspend ?? {};
    expect(notice && decodeContent(notice.content)).toMatchObject({ reason: 'bot was kicked', willRetry: false });
  });

  test('a missing right: once more after six hours, and not a second time', () => {
    const outcome: SendOutcome = { kind: 'refused', reason: 'not enough rights' };
    expect(settle(delivery('digest'), outcome)).toMatchObject({
      state: 'dead',
      suspend: { resumeAt: NOW + 6 * 3_600_000 },
    });
    const again = settle(delivery('digest'), outcome, false, subscriptionForTests({ reason: 'not enough rights' }));
    expect(again).toMatchObject({ state: 'dead', suspend: { resumeAt: null } });
    expect(again).not.toHaveProperty('suspend.notice');
  });

  test('nobody is written to in the very chat that cannot be reached, nor where nobody in particular set it up', () => {
    for (const changes of [{ place: 'telegram:42' }, { setBy: 'telegram:-100200' }]) {
      const settlement = settle(
        delivery('digest'),
        { kind: 'gone', reason: 'blocked' },
        false,
        subscriptionForTests(changes),
      );
      expect(settlement).not.toHaveProperty('suspend.notice');
    }
  });

  test('a message that is refused is dead; its subscription goes on', () => {
    const settlement = settle(delivery('alert'), { kind: 'rejected', reason: 'message is too long' });
    expect(settlement).toMatchObject({ state: 'dead', reason: 'message is too long' });
    expect(settlement).not.toHaveProperty('suspend');
  });

  test('a message that is gone: of a send, somebody deleted what had arrived; of an edit, there is nothing to edit', () => {
    const outcome: SendOutcome = { kind: 'message gone', reason: 'Unknown Message' };
    expect(settle(delivery('digest'), outcome)).toMatchObject({ state: 'sent', message: null });
    expect(settle(delivery('board', { message: '3' }), outcome)).toMatchObject({ state: 'dead' });
  });
});

test('a chat that has moved: once more at its new place', () => {
  const outcome: SendOutcome = { kind: 'moved', place: 'telegram:-1005', reason: 'upgraded' };
  expect(settle(delivery('digest'), outcome)).toMatchObject({ state: 'pending', place: 'telegram:-1005', dueAt: NOW });
});
