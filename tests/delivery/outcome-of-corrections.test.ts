/** The policies of delivery for corrections: what follows an edit, what is tried again, what is told otherwise. */

import { describe, expect, test } from 'vitest';
import { decodeContent, encodeContent } from '../../src/core/messages/content.ts';
import { coverageOf } from '../../src/core/messages/coverage.ts';
import { type Delivery } from '../../src/core/messages/delivery.ts';
import type { SendOutcome } from '../../src/core/ports/messenger.ts';
import { outcomeOf } from '../../src/delivery/outcome.ts';
import { subscriptionForTests } from './subscription-for-tests.ts';

const NOW = Date.UTC(2026, 10, 22, 8);
const SEQ = 40;

function correction(kind: 'correction' | 'notice', message: string | null = '7'): Delivery {
  return {
    id: 'c',
    kind,
    audience: 'sub-1',
    about: 'alert',
    position: SEQ,
    repeat: 0,
    place: 'telegram:-5',
    lane: 0,
    head: 41,
    content: encodeContent({ kind, timezone: 'UTC', original: '{}', head: 30, at: 0 }),
    state: 'attempting',
    dueAt: NOW,
    expiresAt: NOW + 3_600_000,
    attempts: 1,
    attemptedAt: NOW,
    message: kind === 'correction' ? message : null,
    reason: null,
    finishedAt: null,
  };
}

const after = (one: Delivery, sendOutcome: SendOutcome, materialSeq?: number) =>
  outcomeOf(one, sendOutcome, {
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
  test('is followed by a notice of what is material, once for its position in the ledger, and of nothing else', () => {
    const outcome = after(correction('correction'), sent, 38);
    expect(outcome).toMatchObject({ state: 'sent', message: '7', head: 42 });
    const follow = 'follow' in outcome ? outcome.follow : undefined;
    expect(follow).toMatchObject({ kind: 'notice', position: 38, about: 'alert', message: null, lane: 0 });
    expect(decodeContent(follow?.content ?? '')).toMatchObject({ kind: 'notice' });
    expect(after(correction('correction'), sent)).not.toHaveProperty('follow');
    expect(after(correction('notice'), sent, 38)).not.toHaveProperty('follow');
  });

  test('that is refused is told otherwise, be it minor; of a deleted message only what is material', () => {
    expect(after(correction('correction'), failed('rejected'))).toMatchObject({
      state: 'dead',
      follow: { kind: 'notice', position: SEQ },
    });
    expect(after(correction('correction'), failed('message gone'), 38)).toMatchObject({
      state: 'dead',
      follow: { kind: 'notice', position: 38 },
    });
    const minor = after(correction('correction'), failed('message gone'));
    expect(minor).toMatchObject({ state: 'dead', reason: 'message gone' });
    expect(minor).not.toHaveProperty('follow');
  });

  test('of what never arrived is over, and one in doubt is made again', () => {
    const never = after(correction('correction', null), failed('message gone', 'not-arrived'), 38);
    expect(never).toMatchObject({ state: 'dead', reason: 'not-arrived' });
    expect(never).not.toHaveProperty('follow');
    expect(after(correction('correction', null), failed('unknown'))).toMatchObject({ state: 'pending' });
    // A notice may have arrived, and twice would be too often.
    expect(after(correction('notice'), failed('unknown'))).toMatchObject({ state: 'unknown' });
  });
});

describe('coverage', () => {
  type Corrects = 'in place' | 'by notice';
  const row = (about: string, corrects: Corrects, state: string, reason: string | null = null, position = SEQ) => {
    return { about, corrects, position, state, reason };
  };

  test('counts what is told aloud beside edits and is not there yet, or never', () => {
    const rows = [
      row('waits', 'in place', 'sent'),
      row('waits', 'by notice', 'pending'),
      row('failed', 'in place', 'sent'),
      row('failed', 'by notice', 'dead', 'kicked'),
      row('in doubt', 'in place', 'sent'),
      row('in doubt', 'by notice', 'unknown', 'ECONNRESET'),
      row('suspended', 'in place', 'sent'),
      row('suspended', 'by notice', 'skipped', 'suspended'),
      // The admin does not want to be told, or it was told later.
      row('paused', 'in place', 'sent'),
      row('paused', 'by notice', 'skipped', 'paused'),
      row('later', 'in place', 'sent'),
      row('later', 'by notice', 'dead', 'no'),
      row('later', 'by notice', 'sent', null, SEQ + 1),
      // Told instead of an edit: counted as messages.
      row('instead', 'in place', 'dead', 'gone'),
      row('instead', 'by notice', 'pending'),
    ];
    expect(coverageOf(rows, SEQ)).toMatchObject({ messages: 7, pending: 1, noticesPending: 1, noticesFailed: 3 });
    expect(coverageOf(rows.slice(8, 10), SEQ)).not.toHaveProperty('noticesFailed');
  });

  test('counts each message once, by what became of it in the end', () => {
    const rows = [
      row('edited', 'in place', 'sent'),
      row('edited', 'by notice', 'sent'),
      row('edited later', 'in place', 'skipped', 'overtaken'),
      row('edited later', 'in place', 'sent', null, SEQ + 1),
      row('noticed', 'in place', 'dead', 'gone'),
      row('noticed', 'by notice', 'sent'),
      row('waits', 'in place', 'pending'),
      row('waits for its notice', 'in place', 'dead', 'gone'),
      row('waits for its notice', 'by notice', 'attempting'),
      row('failed', 'in place', 'skipped', 'overtaken'),
      row('failed', 'in place', 'dead', 'kicked', SEQ + 1),
      row('never arrived', 'in place', 'dead', 'not-arrived'),
      // Of an earlier correction, they are nothing to this one.
      row('failed', 'by notice', 'sent', null, SEQ - 1),
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
