/** The policies of delivery for corrections: what follows an edit, what is tried again, what is told otherwise. */
import { describe, expect, test } from 'vitest';
import { coverageOf } from '../../src/core/messages/coverage.ts';
import { type Delivery, decodeContent, encodeContent, LANES } from '../../src/core/messages/delivery.ts';
import type { SendOutcome } from '../../src/core/ports/messenger.ts';
import { settlementOf } from '../../src/delivery/outcome.ts';
import { subscriptionForTests } from './subscription-for-tests.ts';

const NOW = Date.UTC(2026, 10, 22, 8);
const SEQ = 40;

function correction(form: 'edit' | 'notice', message: string | null = '7'): Delivery {
  return {
    id: 'c',
    subscription: 'sub-1',
    place: 'telegram:-5',
    lane: LANES.correction,
    kind: 'correction',
    slot: form === 'edit' ? SEQ : -SEQ,
    of: 'alert',
    head: 41,
    content: encodeContent({ kind: 'correction', timezone: 'UTC', form, original: '{}', head: 30, at: 0 }),
    state: 'attempting',
    dueAt: NOW,
    expiresAt: NOW + 3_600_000,
    attempts: 1,
    attemptedAt: NOW,
    message: form === 'edit' ? message : null,
    reason: null,
    finishedAt: null,
  };
}

const settle = (one: Delivery, outcome: SendOutcome, materialSeq?: number) =>
  settlementOf(one, outcome, {
    now: NOW,
    isRepeatable: false,
    isFirst: true,
    random: 0,
    head: 42,
    materialSeq,
    subscription: subscriptionForTests(),
  });
const sent: SendOutcome = { kind: 'sent', message: '7' };
const failed = (kind: 'rejected' | 'message gone' | 'unknown', reason: string = kind): SendOutcome => ({
  kind,
  reason,
});

describe('an edit', () => {
  test('is followed by a notice of what is material, once for its place in the ledger, and of nothing else', () => {
    const settlement = settle(correction('edit'), sent, 38);
    expect(settlement).toMatchObject({ state: 'sent', message: '7', head: 42 });
    const follow = 'follow' in settlement ? settlement.follow : undefined;
    expect(follow).toMatchObject({ kind: 'correction', slot: -38, of: 'alert', message: null, lane: LANES.correction });
    expect(decodeContent(follow?.content ?? '')).toMatchObject({ form: 'notice' });
    expect(settle(correction('edit'), sent)).not.toHaveProperty('follow');
    expect(settle(correction('notice'), sent, 38)).not.toHaveProperty('follow');
  });

  test('that is refused is told otherwise, be it minor; of a deleted message only what is material', () => {
    expect(settle(correction('edit'), failed('rejected'))).toMatchObject({ state: 'dead', follow: { slot: -SEQ } });
    expect(settle(correction('edit'), failed('message gone'), 38)).toMatchObject({
      state: 'dead',
      follow: { slot: -38 },
    });
    const minor = settle(correction('edit'), failed('message gone'));
    expect(minor).toMatchObject({ state: 'dead', reason: 'message gone' });
    expect(minor).not.toHaveProperty('follow');
  });

  test('of what never arrived is over, and one in doubt is made again', () => {
    const never = settle(correction('edit', null), failed('message gone', 'not-arrived'), 38);
    expect(never).toMatchObject({ state: 'dead', reason: 'not-arrived' });
    expect(never).not.toHaveProperty('follow');
    expect(settle(correction('edit', null), failed('unknown'))).toMatchObject({ state: 'pending' });
    // A notice may have arrived, and twice would be too often.
    expect(settle(correction('notice'), failed('unknown'))).toMatchObject({ state: 'unknown' });
  });
});

describe('coverage', () => {
  const row = (of: string, slot: number, state: string, reason: string | null = null) => ({ of, slot, state, reason });

  test('counts what is told aloud beside edits and is not there yet, or never', () => {
    const rows = [
      row('waits', SEQ, 'sent'),
      row('waits', -SEQ, 'pending'),
      row('failed', SEQ, 'sent'),
      row('failed', -SEQ, 'dead', 'kicked'),
      row('in doubt', SEQ, 'sent'),
      row('in doubt', -SEQ, 'unknown', 'ECONNRESET'),
      row('suspended', SEQ, 'sent'),
      row('suspended', -SEQ, 'skipped', 'suspended'),
      // The admin does not want to be told, or it was told later.
      row('paused', SEQ, 'sent'),
      row('paused', -SEQ, 'skipped', 'paused'),
      row('later', SEQ, 'sent'),
      row('later', -SEQ, 'dead', 'no'),
      row('later', -SEQ - 1, 'sent'),
      // Told instead of an edit: counted as messages.
      row('instead', SEQ, 'dead', 'gone'),
      row('instead', -SEQ, 'pending'),
    ];
    expect(coverageOf(rows, SEQ)).toMatchObject({ messages: 7, pending: 1, noticesPending: 1, noticesFailed: 3 });
    expect(coverageOf(rows.slice(8, 10), SEQ)).not.toHaveProperty('noticesFailed');
  });

  test('counts each message once, by what became of it in the end', () => {
    const rows = [
      row('edited', SEQ, 'sent'),
      row('edited', -SEQ, 'sent'),
      row('edited later', SEQ, 'skipped', 'overtaken'),
      row('edited later', SEQ + 1, 'sent'),
      row('noticed', SEQ, 'dead', 'gone'),
      row('noticed', -SEQ, 'sent'),
      row('waits', SEQ, 'pending'),
      row('waits for its notice', SEQ, 'dead', 'gone'),
      row('waits for its notice', -SEQ, 'attempting'),
      row('failed', SEQ, 'skipped', 'overtaken'),
      row('failed', SEQ + 1, 'dead', 'kicked'),
      row('never arrived', SEQ, 'dead', 'not-arrived'),
      // Of an earlier correction, they are nothing to this one.
      row('failed', -SEQ + 1, 'sent'),
    ];
    expect(coverageOf(rows, SEQ)).toEqual({
      seq: SEQ,
      messages: 6,
      edited: 2,
      noticed: 1,
      notices: 2,
      pending: 2,
      failed: [{ reason: 'kicked', count: 1 }],
    });
  });
});
