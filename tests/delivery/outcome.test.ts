/** The policies of delivery: what every outcome means for a digest, an alert, a board and a suspension, on both kinds of platform. */

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeContent, encodeContent } from '../../src/core/messages/content.ts';
import { type Delivery } from '../../src/core/messages/delivery.ts';
import type { Content } from '../../src/core/messages/kinds/index.ts';
import type { SendOutcome } from '../../src/core/ports/messenger.ts';
import { backoff } from '../../src/delivery/backoff.ts';
import { outcomeOf } from '../../src/delivery/outcome.ts';
import { subscriptionForTests } from './subscription-for-tests.ts';

const NOW = Date.UTC(2026, 10, 22, 8);
const filters = { topics: [], side: null, timezone: 'UTC' };
const contents: Readonly<Record<'digest' | 'alert' | 'repeat' | 'thrice' | 'board' | 'suspension', Content>> = {
  digest: { kind: 'digest', ...filters, from: 1, to: 9, slot: NOW, isLate: false, doubtfulSlot: null },
  alert: { kind: 'alert', ...filters, alerts: 'breaking', from: 5, to: 6, heldUntil: null, repeats: 0 },
  repeat: { kind: 'alert', ...filters, alerts: 'breaking', from: 5, to: 6, heldUntil: null, repeats: 1 },
  thrice: { kind: 'alert', ...filters, alerts: 'breaking', from: 5, to: 6, heldUntil: null, repeats: 3 },
  board: { kind: 'board', ...filters },
  suspension: { kind: 'suspension', timezone: 'UTC', place: 'telegram:-5', reason: 'kicked', willRetry: false },
};

function delivery(which: keyof typeof contents, changes: Partial<Delivery> = {}): Delivery {
  const content = contents[which];
  return {
    id: 'd',
    audience: 'sub-1',
    place: 'telegram:-5',
    lane: 1,
    kind: content.kind,
    about: '5',
    position: 5,
    repeat: 0,
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

const after = (one: Delivery, sendOutcome: SendOutcome, isRepeatable = false, subscription = subscriptionForTests()) =>
  outcomeOf(one, sendOutcome, { now: NOW, isRepeatable, isFirst: true, random: 0, subscription });
const lost: SendOutcome = { kind: 'unknown', reason: 'ECONNRESET' };

describe('sent', () => {
  test('keeps the platform’s id of the message: without it nothing can be corrected', () => {
    expect(after(delivery('digest'), { kind: 'sent', message: '77' })).toMatchObject({ state: 'sent', message: '77' });
  });
});

describe('it may have been sent', () => {
  test('where a repeated send makes no second message it is tried again', () => {
    for (const which of ['digest', 'alert', 'board', 'suspension'] as const) {
      expect(after(delivery(which), lost, true)).toMatchObject({ state: 'pending', reason: 'ECONNRESET' });
    }
  });

  test('elsewhere digests, boards and notices stay unknown and are not repeated', () => {
    for (const which of ['digest', 'board', 'suspension'] as const) {
      const outcome = after(delivery(which), lost);
      expect(outcome.state).toBe('unknown');
      expect(outcome).not.toHaveProperty('repeat');
    }
  });

  test('an alert stays unknown and is repeated at once, marked, as a delivery of its own', () => {
    const outcome = after(delivery('alert'), lost);
    if (outcome.state !== 'unknown' || !outcome.repeat) throw new Error('no repeat');
    expect(outcome.repeat).toMatchObject({
      kind: 'alert',
      state: 'pending',
      dueAt: NOW,
      about: '5',
      position: 5,
      repeat: 1,
      message: null,
    });
    expect(decodeContent(outcome.repeat.content)).toMatchObject({ repeats: 1, from: 5, to: 6 });
  });

  test('a repeat in doubt is a row of its own and is repeated later: the alert must arrive', () => {
    const outcome = after(delivery('repeat', { repeat: 1 }), lost);
    if (outcome.state !== 'unknown' || !outcome.repeat) throw new Error('no repeat');
    expect(outcome.repeat).toMatchObject({ about: '5', position: 5, repeat: 2, dueAt: NOW + backoff(2, 0) });
    expect(decodeContent(outcome.repeat.content)).toMatchObject({ repeats: 2 });
  });

  test('three repeats and no more: answers may be lost while messages arrive', () => {
    const third = delivery('thrice');
    const outcome = after(third, lost);
    expect(outcome.state).toBe('unknown');
    expect(outcome).not.toHaveProperty('repeat');
  });

  test('too late to be tried again, it stays in doubt', () => {
    expect(after(delivery('digest', { expiresAt: NOW + 500 }), lost, true)).toMatchObject({ state: 'unknown' });
  });

  test('an edit is the same edit when made twice', () => {
    expect(after(delivery('board', { message: '12' }), lost)).toMatchObject({ state: 'pending' });
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
    expect(after(delivery('alert'), down)).toMatchObject({ isUnsent: true });
    const context = { now: NOW, isRepeatable: true, isFirst: false, random: 0 };
    expect(outcomeOf(delivery('alert'), down, context)).not.toHaveProperty('isUnsent');
    expect(outcomeOf(delivery('alert'), lost, { ...context, isFirst: true })).not.toHaveProperty('isUnsent');
  });

  test('never sooner than the platform asks', () => {
    const outcome = after(delivery('alert'), { ...down, waitMs: 40_000, scope: 'chat' });
    expect(outcome).toMatchObject({ state: 'pending', dueAt: NOW + 40_000 });
  });

  test('dead, with the reason, where its time would be over', () => {
    const outcome = after(delivery('digest', { expiresAt: NOW + 500 }), down);
    expect(outcome).toMatchObject({ state: 'dead', reason: 'ECONNREFUSED' });
  });

  test('a refused token stops nothing from being tried later', () => {
    expect(after(delivery('alert'), { kind: 'stop', reason: '401' })).toMatchObject({
      state: 'pending',
      dueAt: NOW + 300_000,
    });
  });
});

describe('refused', () => {
  test('a place that is gone: suspended for good, and who set it up is told', () => {
    const outcome = after(delivery('digest'), { kind: 'gone', reason: 'bot was kicked' });
    if (outcome.state !== 'dead') throw new Error('not dead');
    expect(outcome.suspend).toMatchObject({ resumeAt: null });
    expect(outcome.suspend?.message).toMatchObject({ place: 'telegram:@42', kind: 'suspension', lane: 4 });
    const { message } = outcome.suspend ?? {};
    expect(message && decodeContent(message.content)).toMatchObject({ reason: 'bot was kicked', willRetry: false });
  });

  test('a missing right: once more after six hours, and not a second time', () => {
    const refusal: SendOutcome = { kind: 'refused', reason: 'not enough rights' };
    expect(after(delivery('digest'), refusal)).toMatchObject({
      state: 'dead',
      suspend: { resumeAt: NOW + 6 * 3_600_000 },
    });
    const again = after(delivery('digest'), refusal, false, subscriptionForTests({ reason: 'not enough rights' }));
    expect(again).toMatchObject({ state: 'dead', suspend: { resumeAt: null } });
    expect(again).not.toHaveProperty('suspend.message');
  });

  test('nobody is written to in the very chat that cannot be reached, nor where nobody in particular set it up', () => {
    for (const changes of [{ place: 'telegram:42' }, { setBy: 'telegram:-100200' }]) {
      const outcome = after(
        delivery('digest'),
        { kind: 'gone', reason: 'blocked' },
        false,
        subscriptionForTests(changes),
      );
      expect(outcome).not.toHaveProperty('suspend.message');
    }
  });

  test('a message that is refused is dead; its subscription goes on', () => {
    const outcome = after(delivery('alert'), { kind: 'rejected', reason: 'message is too long' });
    expect(outcome).toMatchObject({ state: 'dead', reason: 'message is too long' });
    expect(outcome).not.toHaveProperty('suspend');
  });

  test('a message that is gone: of a send, somebody deleted what had arrived; of an edit, there is nothing to edit', () => {
    const refusal: SendOutcome = { kind: 'message gone', reason: 'Unknown Message' };
    expect(after(delivery('digest'), refusal)).toMatchObject({ state: 'sent', message: null });
    expect(after(delivery('board', { message: '3' }), refusal)).toMatchObject({ state: 'dead' });
  });
});

test('a chat that has moved: once more at its new place', () => {
  const refusal: SendOutcome = { kind: 'moved', place: 'telegram:-1005', reason: 'upgraded' };
  expect(after(delivery('digest'), refusal)).toMatchObject({ state: 'pending', place: 'telegram:-1005', dueAt: NOW });
});
