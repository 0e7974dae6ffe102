/** What every `Subscriptions` must do when it reads those of a platform. Part of `describeSubscriptions`. */

import { describe, expect, it } from 'vitest';
import type { SubscriptionQuery } from '../../src/core/ports/subscriptions.ts';
import type { Subscription } from '../../src/core/subscriptions/subscription.ts';
import type { Bench } from './outbox/bench.ts';
import { alertFor, boardFor, digestFor, settings, subscriptionOf } from './subscription-drafts.ts';

const HOUR = 3_600_000;

interface SubscriptionsBench extends Pick<Bench, 'store' | 'claim'> {
  readonly put: (...subscriptions: readonly Subscription[]) => Promise<void>;
}

export function describeRead({ store, put, claim }: SubscriptionsBench): void {
  describe('read', () => {
    const ids = async (query: SubscriptionQuery, page = { after: '', limit: 99 }, platform = 'telegram') =>
      (await store().subscriptions.read(platform, query, page)).map(({ id }) => id);

    it('pages those of one platform in order of id', async () => {
      await put(...['c', 'a', 'b', 'd'].map((one) => subscriptionOf(one)));
      await put(subscriptionOf('e', { place: 'discord:5' }));
      const query = { want: 'due', now: 1000 } as const;
      expect(await ids(query, { after: '', limit: 2 })).toEqual(['sub-a', 'sub-b']);
      expect(await ids(query, { after: 'sub-b', limit: 2 })).toEqual(['sub-c', 'sub-d']);
      expect(await ids(query, { after: 'sub-d', limit: 2 })).toEqual([]);
      expect(await ids(query, { after: '', limit: 2 }, 'discord')).toEqual(['sub-e']);
    });

    it('due: active, its slot come', async () => {
      await put(
        subscriptionOf('due', { nextDueAt: 1000 }),
        subscriptionOf('later', { nextDueAt: 1001 }),
        subscriptionOf('never', { nextDueAt: null }),
        subscriptionOf('paused', { status: 'paused' }),
      );
      expect(await ids({ want: 'due', now: 1000 })).toEqual(['sub-due']);
    });

    it('due: not while a digest may have arrived and is not settled; one that was certainly not sent holds nothing up', async () => {
      const one = subscriptionOf('1');
      await put(one);
      await store().outbox.plan([{ subscription: one, next: {}, deliveries: [digestFor(one)] }]);
      const query = { want: 'due', now: 1000 } as const;
      expect(await ids(query)).toEqual(['sub-1']);
      const again = { at: 1000, state: 'pending', reason: 'ECONNRESET', dueAt: 1000 } as const;
      const attempted = async () => {
        const [delivery] = await claim(1000);
        if (delivery === undefined) throw new Error('nothing claimed');
        return delivery;
      };
      const first = await attempted();
      expect(await ids(query)).toEqual([]);
      await store().outbox.recordOutcomes([{ ...again, delivery: first, isUnsent: true }]);
      expect(await ids(query)).toEqual(['sub-1']);
      await store().outbox.recordOutcomes([{ ...again, delivery: await attempted() }]);
      expect(await ids(query)).toEqual([]);
      await store().outbox.recordOutcomes([{ delivery: await attempted(), at: 1000, state: 'sent', message: '7' }]);
      expect(await ids(query)).toEqual(['sub-1']);
    });

    it('resume: not active, and its time come', async () => {
      const at = { resumeAt: 2000 };
      await put(
        subscriptionOf('active', at),
        subscriptionOf('snoozed', { ...at, status: 'paused' }),
        subscriptionOf('suspended', { ...at, status: 'suspended' }),
        subscriptionOf('paused', { status: 'paused' }),
      );
      expect(await ids({ want: 'resume', now: 1999 })).toEqual([]);
      expect(await ids({ want: 'resume', now: 2000 })).toEqual(['sub-snoozed', 'sub-suspended']);
    });

    it('alerts: active and wanting them', async () => {
      await put(
        subscriptionOf('all', { settings: { ...settings, alerts: 'all' } }),
        subscriptionOf('off', { settings: { ...settings, alerts: 'off' } }),
        subscriptionOf('paused', { status: 'paused' }),
        subscriptionOf('breaking'),
      );
      expect(await ids({ want: 'alerts' })).toEqual(['sub-all', 'sub-breaking']);
    });

    it('board: wanted, and older than the ledger or its ages; not while one is on its way', async () => {
      const board = (seq: number, dueAt: number) => ({ message: null, seq, dueAt });
      const wanted = { settings: { ...settings, board: 'beside' as const } };
      await put(
        subscriptionOf('current', { ...wanted, board: board(10, 2 * HOUR) }),
        subscriptionOf('new-day', { ...wanted, board: board(10, HOUR) }),
        subscriptionOf('older', { ...wanted, board: board(9, 2 * HOUR) }),
        subscriptionOf('paused', { ...wanted, status: 'paused' }),
        subscriptionOf('unwanted', { board: board(0, 0) }),
      );
      const query = { want: 'board', now: HOUR, head: 10 } as const;
      expect(await ids(query)).toEqual(['sub-new-day', 'sub-older']);
      const older = subscriptionOf('older');
      await store().outbox.plan([{ subscription: older, next: {}, deliveries: [boardFor(older), alertFor(older)] }]);
      expect(await ids(query)).toEqual(['sub-new-day']);
      await claim(2000);
      expect(await ids(query)).toEqual(['sub-new-day']);
    });
  });

  it('setUpBy: those that a person was the last to set up, whatever their status, by place', async () => {
    const mine = { setBy: 'discord:9' };
    await put(
      subscriptionOf('1', { ...mine, place: 'discord:3' }),
      subscriptionOf('2', { ...mine, place: 'discord:1', status: 'suspended' }),
      subscriptionOf('3', { setBy: 'discord:99', place: 'discord:4' }),
      subscriptionOf('4', { ...mine, place: 'discord:2' }),
    );
    const places = async (limit: number) =>
      (await store().subscriptions.setUpBy('discord:9', limit)).map(({ place }) => place);
    expect(await places(9)).toEqual(['discord:1', 'discord:2', 'discord:3']);
    expect(await places(2)).toEqual(['discord:1', 'discord:2']);
    await put(subscriptionOf('4', { place: 'discord:2', setBy: 'discord:99' }));
    expect(await places(9)).toEqual(['discord:1', 'discord:3']);
  });
}
