/** What outcomes do to a subscription whose chat moved, or refuses. Part of `describeOutbox`. */

import { describe, expect, it } from 'vitest';
import type { Subscription } from '../../../src/core/subscriptions/subscription.ts';
import { alertFor, boardFor, digestFor, subscriptionOf, suspensionFor } from '../subscription-drafts.ts';
import { type Bench, claimOne } from './bench.ts';

export function describeMovedOrSuspended({ store, stored, planned, statesOf, claim }: Bench): void {
  const claimed = (now?: number) => claimOne(claim, now);
  const now = async ({ place }: Pick<Subscription, 'place'>) => store().subscriptions.of(place);

  describe('recordOutcomes', () => {
    it('pending with a place: the chat’s subscriptions and all that is queued for them move, threads kept', async () => {
      const one = await planned('5', (of) => [digestFor(of), alertFor(of)]);
      await planned('5/7', (of) => [digestFor(of)]);
      await planned('55', (of) => [digestFor(of)]);
      const delivery = (await claim(1000)).find(({ place }) => place === one.place);
      if (delivery === undefined) throw new Error('not claimed');
      await store().outbox.recordOutcomes([
        { delivery, at: 1100, state: 'pending', reason: 'moved', dueAt: 1100, place: 'telegram:-1005' },
      ]);
      expect(await now(one)).toBeUndefined();
      expect(await now({ place: 'telegram:-1005' })).toMatchObject({ id: 'sub-5', version: 2 });
      expect(await now({ place: 'telegram:-1005/7' })).toMatchObject({ id: 'sub-5/7' });
      expect(await now({ place: 'telegram:-55' })).toMatchObject({ id: 'sub-55' });
      expect(await statesOf('telegram:-1005')).toEqual(['alert 5 pending moved', 'digest 1000 pending null']);
      expect(await statesOf('telegram:-1005/7')).toEqual(['digest 1000 pending null']);
      expect(await claimed(1100)).toMatchObject({ place: 'telegram:-1005', kind: 'alert' });
    });

    it('a chat that moved: edits of its messages stay behind, and its board is made anew', async () => {
      const board = { message: '42', seq: 10, dueAt: 9000 };
      const one = await stored(subscriptionOf('5', { board }));
      const edit = boardFor(one, { message: '42' });
      await store().outbox.plan([{ subscription: one, next: {}, deliveries: [alertFor(one), edit] }]);
      await store().corrections.queue([
        alertFor(one, { kind: 'correction', about: 'sent', position: 11, message: '41', dueAt: 9000 }),
      ]);
      const place = 'telegram:-1005';
      await store().outbox.recordOutcomes([
        { delivery: await claimed(), at: 1100, state: 'pending', reason: 'moved', dueAt: 1100, place },
      ]);
      expect(await now({ place })).toMatchObject({ board: { message: null, seq: 0 } });
      expect(await statesOf(one.place)).toEqual(['correction 11 pending null']);
      const there = await store().subscriptions.deliveries(place, 9);
      expect(there.map(({ kind, message }) => `${kind} ${message}`).toSorted()).toEqual(['alert null', 'board null']);
    });

    it('pending with a place that is subscribed already: that one stays', async () => {
      const one = await planned('5', (of) => [digestFor(of)]);
      const there = await stored(subscriptionOf('1005'));
      const delivery = await claimed();
      await store().outbox.recordOutcomes([
        { delivery, at: 1100, state: 'pending', reason: 'moved', dueAt: 1100, place: there.place },
      ]);
      expect(await now(one)).toBeUndefined();
      expect(await now(there)).toEqual(there);
      expect(await statesOf(one.place)).toEqual(['digest 1000 skipped unsubscribed']);
      expect(await claim(5000)).toEqual([]);
    });

    it('dead with suspend: suspends, skips what else is queued and tells whoever set it up, once', async () => {
      const one = await planned('1', (of) => [alertFor(of)]);
      const delivery = await claimed();
      const more = [digestFor(one), boardFor(one)];
      await store().outbox.plan([{ subscription: one, next: {}, deliveries: more }]);
      const suspend = { resumeAt: 9000, message: suspensionFor(one, { about: '1100', dueAt: 1100 }) };
      await store().outbox.recordOutcomes([{ delivery, at: 1100, state: 'dead', reason: 'bot was kicked', suspend }]);
      expect(await now(one)).toMatchObject({
        status: 'suspended',
        reason: 'bot was kicked',
        resumeAt: 9000,
        version: 2,
      });
      expect(await statesOf(one.place)).toEqual([
        'alert 5 dead bot was kicked',
        'board 1000 skipped suspended',
        'digest 1000 skipped suspended',
      ]);
      expect(await store().outbox.counts('telegram')).toMatchObject({ dead: 1, skipped: 2, pending: 1 });
      const toPerson = await claimed(1100);
      expect(toPerson).toMatchObject({ kind: 'suspension', place: 'telegram:7' });
      const suspended = await now(one);
      if (suspended) await store().subscriptions.put({ ...suspended, status: 'active' });
      await store().outbox.recordOutcomes([
        { delivery: toPerson, at: 1200, state: 'dead', reason: 'blocked', suspend: { resumeAt: null } },
      ]);
      expect(await now(one)).toMatchObject({ status: 'active', reason: 'bot was kicked' });
    });

    it('dead with suspend: leaves an admin’s pause as it is', async () => {
      const one = await planned('1', (of) => [alertFor(of)]);
      const delivery = await claimed();
      await store().subscriptions.put({ ...one, status: 'paused' });
      const suspend = { resumeAt: 9000, message: suspensionFor(one) };
      await store().outbox.recordOutcomes([{ delivery, at: 1100, state: 'dead', reason: 'kicked', suspend }]);
      expect(await now(one)).toMatchObject({ status: 'paused', reason: null, resumeAt: null });
      expect(await claim(5000)).toEqual([]);
    });

    it('dead, the message gone: the board is due anew', async () => {
      const board = { message: '42', seq: 10, dueAt: 9000 };
      const one = await stored(subscriptionOf('1', { board }));
      await store().outbox.plan([{ subscription: one, next: {}, deliveries: [boardFor(one, { message: '42' })] }]);
      await store().outbox.recordOutcomes([
        { delivery: await claimed(), at: 1100, state: 'dead', reason: 'not found', isMessageGone: true },
      ]);
      expect(await now(one)).toMatchObject({ status: 'active', board: { message: null, seq: 0 } });
    });
  });
}
