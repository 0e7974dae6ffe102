/** What every `Outbox` must do with outcomes and interrupted attempts, and when it counts. Part of `outbox.ts`. */

import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/core/messages/delivery.ts';
import type { Planned } from '../../src/core/ports/outbox.ts';
import type { Subscription } from '../../src/core/subscriptions/subscription.ts';
import type { OpenedStore } from '../../src/storage/opened-store.ts';
import { alertFor, boardFor, digestContent, digestFor, subscriptionOf, suspensionFor } from './subscription-drafts.ts';

export interface Bench {
  readonly store: () => OpenedStore;
  readonly stored: (one: Subscription) => Promise<Subscription>;
  readonly planned: (chat: string, deliveries: (of: Subscription) => Planned['deliveries']) => Promise<Subscription>;
  readonly statesOf: (place: string) => Promise<readonly string[]>;
  readonly claim: (now: number, options?: { readonly holder?: string }) => Promise<readonly Delivery[]>;
}

export function describeOutcomes({ store, stored, planned, statesOf, claim }: Bench): void {
  const claimed = async (now = 1000): Promise<Delivery> => {
    const [delivery, ...rest] = await claim(now);
    if (delivery === undefined || rest.length > 0) throw new Error('Exactly one should be claimed');
    return delivery;
  };
  const now = async ({ place }: Pick<Subscription, 'place'>) => store().subscriptions.of(place);

  describe('recordOutcomes', () => {
    it('sent: keeps the message; a digest moves its subscription on, never back', async () => {
      const one = await stored(subscriptionOf('1', { sinceSeq: 4, doubtfulSlot: 500 }));
      await store().outbox.plan([{ subscription: one, next: {}, deliveries: [digestFor(one)] }]);
      const delivery = await claimed();
      await store().outbox.recordOutcomes([{ delivery, at: 1100, state: 'sent', message: '9007199254740993' }]);
      expect(await store().subscriptions.deliveries(one.place, 9)).toEqual([
        { ...delivery, state: 'sent', message: '9007199254740993', finishedAt: 1100 },
      ]);
      expect(await now(one)).toEqual({ ...one, sinceSeq: 10, doubtfulSlot: null, version: 2 });
      const older = digestFor(one, { about: '2000', content: digestContent(7) });
      await store().outbox.plan([{ subscription: one, next: {}, deliveries: [older] }]);
      await store().outbox.recordOutcomes([{ delivery: await claimed(), at: 1200, state: 'sent', message: null }]);
      expect(await now(one)).toMatchObject({ sinceSeq: 10 });
    });

    it('sent: a board becomes the board; the reason of an earlier suspension is forgotten', async () => {
      const one = await stored(subscriptionOf('1', { reason: 'no rights' }));
      await store().outbox.plan([{ subscription: one, next: {}, deliveries: [boardFor(one)] }]);
      await store().outbox.recordOutcomes([{ delivery: await claimed(), at: 1100, state: 'sent', message: '42' }]);
      expect(await now(one)).toMatchObject({ board: { message: '42' }, reason: null, sinceSeq: null, version: 2 });
    });

    it('unknown: a digest counts as told and leaves its slot in doubt', async () => {
      const one = await planned('1', (of) => [digestFor(of)]);
      await store().outbox.recordOutcomes([{ delivery: await claimed(), at: 1100, state: 'unknown', reason: 'reset' }]);
      expect(await now(one)).toMatchObject({ sinceSeq: 10, doubtfulSlot: 1000 });
      expect(await statesOf(one.place)).toEqual(['digest 1000 unknown reset']);
    });

    it('unknown: queues the repeat, once, and only for one that is active', async () => {
      const one = await planned('1', (of) => [alertFor(of)]);
      const delivery = await claimed();
      const repeat = alertFor(one, { repeat: 1, dueAt: 1100 });
      const outcome = { delivery, at: 1100, state: 'unknown', reason: 'reset', repeat } as const;
      await store().outbox.recordOutcomes([outcome, outcome]);
      await store().outbox.recordOutcomes([outcome]);
      expect(await statesOf(one.place)).toEqual(['alert 5 unknown reset', 'alert 5+ pending null']);
      const two = await planned('2', (of) => [alertFor(of)]);
      const [other] = (await claim(1000)).filter(({ place }) => place === two.place);
      await store().subscriptions.put({ ...two, status: 'paused' });
      if (other === undefined) throw new Error('not claimed');
      await store().outbox.recordOutcomes([{ ...outcome, delivery: other, repeat: alertFor(two, { repeat: 1 }) }]);
      expect(await statesOf(two.place)).toEqual(['alert 5 unknown reset', 'alert 5+ skipped paused']);
    });

    it('pending: is tried again from then on, and its first attempt remembered', async () => {
      const one = await planned('1', (of) => [digestFor(of)]);
      const delivery = await claimed();
      await store().outbox.recordOutcomes([
        { delivery, at: 1100, state: 'pending', reason: 'a\0b \uD800', dueAt: 3000 },
      ]);
      expect(await statesOf(one.place)).toEqual(['digest 1000 pending a\uFFFDb \uFFFD']);
      expect(await claim(2999)).toEqual([]);
      expect(await claimed(3000)).toMatchObject({ attempts: 2, attemptedAt: 1000, finishedAt: null });
    });

    it('changes only what is still attempting by that same attempt', async () => {
      const one = await planned('1', (of) => [digestFor(of)]);
      const first = await claimed();
      await store().outbox.recordOutcomes([
        { delivery: first, at: 1100, state: 'pending', reason: 'busy', dueAt: 1100 },
      ]);
      const late = { delivery: first, at: 1200, state: 'dead', reason: 'late', suspend: { resumeAt: null } } as const;
      await store().outbox.recordOutcomes([late]);
      expect(await statesOf(one.place)).toEqual(['digest 1000 pending busy']);
      const second = await claimed(1200);
      await store().outbox.recordOutcomes([late]);
      await store().outbox.recordOutcomes([{ delivery: second, at: 1300, state: 'sent', message: '1' }]);
      await store().outbox.recordOutcomes([{ delivery: second, at: 1400, state: 'unknown', reason: 'late' }]);
      expect(await statesOf(one.place)).toEqual(['digest 1000 sent null']);
      expect(await now(one)).toMatchObject({ status: 'active', doubtfulSlot: null });
    });

    it.each([
      ['paused', (one: Subscription) => store().subscriptions.put({ ...one, status: 'paused' }), 'paused'],
      ['removed', (one: Subscription) => store().subscriptions.remove(one.place), 'unsubscribed'],
      ['replaced', (one: Subscription) => store().subscriptions.put({ ...one, id: 'sub-new' }), 'unsubscribed'],
    ])('pending: is skipped where its subscription was %s meanwhile', async (_, change, reason) => {
      const one = await planned('1', (of) => [digestFor(of)]);
      const delivery = await claimed();
      await change(one);
      expect(await statesOf(one.place)).toEqual(['digest 1000 attempting null']);
      await store().outbox.recordOutcomes([{ delivery, at: 1100, state: 'pending', reason: 'busy', dueAt: 3000 }]);
      expect(await statesOf(one.place)).toEqual([`digest 1000 skipped ${reason}`]);
    });

    it('pending: is overtaken by what was planned while it was attempted', async () => {
      const one = await planned('1', (of) => [digestFor(of)]);
      const delivery = await claimed();
      await store().outbox.plan([{ subscription: one, next: {}, deliveries: [digestFor(one, { about: '2000' })] }]);
      await store().outbox.recordOutcomes([{ delivery, at: 1100, state: 'pending', reason: 'busy', dueAt: 3000 }]);
      expect(await statesOf(one.place)).toEqual(['digest 1000 skipped overtaken', 'digest 2000 pending null']);
    });

    it('sent: is no error where the subscription was removed meanwhile', async () => {
      const one = await planned('1', (of) => [digestFor(of)]);
      const delivery = await claimed();
      await store().subscriptions.remove(one.place);
      await store().outbox.recordOutcomes([{ delivery, at: 1100, state: 'sent', message: '1' }]);
      expect(await statesOf(one.place)).toEqual(['digest 1000 sent null']);
      expect(await now(one)).toBeUndefined();
    });

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

    it('records many at once', async () => {
      for (let chat = 1; chat <= 40; chat++) await planned(String(chat), (of) => [digestFor(of)]);
      const many = await claim(1000);
      await store().outbox.recordOutcomes(
        many.map((delivery, index) => ({ delivery, at: 1100, state: 'sent', message: String(index) })),
      );
      expect(await store().outbox.counts('telegram')).toMatchObject({ sent: 40, attempting: 0, pending: 0 });
      expect(await now({ place: 'telegram:-40' })).toMatchObject({ sinceSeq: 10 });
      await store().outbox.recordOutcomes([]);
    });
  });

  describe('interrupted', () => {
    const ask = async (holder: string, at: number, isAlone: boolean) =>
      (await store().outbox.interrupted({ platform: 'telegram', holder, now: at, isAlone })).length;

    it('finds attempts whose lease has ended, and those of others where nobody else can be at it', async () => {
      await planned('1', (of) => [digestFor(of)]);
      await planned('2', (of) => [alertFor(of, { place: 'discord:2' })]);
      const delivery = await claimed();
      expect(await ask('me', 5999, true)).toBe(0);
      expect(await ask('me', 6000, false)).toBe(1);
      expect(await ask('other', 5999, false)).toBe(0);
      expect(await ask('other', 5999, true)).toBe(1);
      const found = await store().outbox.interrupted({ platform: 'telegram', holder: 'x', now: 6000, isAlone: false });
      expect(found).toEqual([delivery]);
      await store().outbox.recordOutcomes([{ delivery, at: 6001, state: 'unknown', reason: 'interrupted' }]);
      expect(await ask('me', 9999, true)).toBe(0);
    });
  });

  describe('counts', () => {
    it('counts one platform by state', async () => {
      expect(await store().outbox.counts('telegram')).toEqual({
        pending: 0,
        attempting: 0,
        sent: 0,
        unknown: 0,
        dead: 0,
        skipped: 0,
      });
      await planned('1', (of) => [digestFor(of), alertFor(of, { state: 'skipped', reason: 'x' })]);
      await planned('2', (of) => [digestFor(of, { place: 'discord:2' })]);
      expect(await store().outbox.counts('telegram')).toMatchObject({ pending: 1, skipped: 1 });
      expect(await store().outbox.counts('discord')).toMatchObject({ pending: 1, skipped: 0 });
    });
  });
}
