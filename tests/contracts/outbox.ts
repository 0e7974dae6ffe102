/** What every `Outbox` must do when it plans and forgets. `describeOutbox` runs this and all of `outbox/`. */

import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/core/messages/delivery.ts';
import type { Planned } from '../../src/core/ports/outbox.ts';
import type { Subscription } from '../../src/core/subscriptions/subscription.ts';
import { type DatabaseUnderTest, eachOnItsOwn } from './opened-database.ts';
import type { Bench, ClaimOptions } from './outbox/bench.ts';
import { describeClaim } from './outbox/claim.ts';
import { describeCorrections } from './outbox/corrections.ts';
import { describeCorrectionsOfChat } from './outbox/corrections-of-chat.ts';
import { describeMovedOrSuspended } from './outbox/moved-or-suspended.ts';
import { describeOutcomes } from './outbox/outcomes.ts';
import { describeQueueForPerson } from './outbox/queue-for-person.ts';
import { alertFor, boardFor, digestFor, subscriptionOf, suspensionFor } from './subscription-drafts.ts';

export function describeOutbox(name: string, create: () => Promise<DatabaseUnderTest>): void {
  describe(`Outbox on ${name}`, () => {
    const { store, open } = eachOnItsOwn(create);

    async function stored(one: Subscription): Promise<Subscription> {
      await store().subscriptions.put(one);
      const found = await store().subscriptions.of(one.place);
      if (found === undefined) throw new Error('It was not put');
      return found;
    }
    async function planned(
      chat: string,
      deliveries: (of: Subscription) => Planned['deliveries'],
    ): Promise<Subscription> {
      const subscription = await stored(subscriptionOf(chat));
      await store().outbox.plan([{ subscription, next: {}, deliveries: deliveries(subscription) }]);
      return subscription;
    }
    /** The position, or what it is about: numbers, in these tests. */
    const numberOf = ({ position, about }: Delivery) => position ?? Number(about);
    const statesOf = async (place: string) =>
      (await store().subscriptions.deliveries(place, 99))
        .toSorted((a, b) => numberOf(a) - numberOf(b) || a.repeat - b.repeat || (a.kind < b.kind ? -1 : 1))
        .map((one) => `${one.kind} ${numberOf(one)}${'+'.repeat(one.repeat)} ${one.state} ${one.reason}`);
    const claim = (now: number, options: ClaimOptions = {}) =>
      store().outbox.claim({
        platform: 'telegram',
        limit: 99,
        holder: 'me',
        leaseMs: 5000,
        except: [],
        now,
        ...options,
      });

    describe('forget', () => {
      it('deletes what ended long ago, at most so many, and nothing that is still to be done', async () => {
        const one = await planned('1', (of) => [
          digestFor(of, { state: 'skipped', about: '1', reason: 'nothing-new' }),
          digestFor(of, { state: 'skipped', about: '2', reason: 'nothing-new' }),
          alertFor(of),
        ]);
        expect(await store().outbox.forget('telegram', 0, 99)).toBe(0);
        expect(await store().outbox.forget('discord', Number.MAX_SAFE_INTEGER, 99)).toBe(0);
        expect(await store().outbox.forget('telegram', Number.MAX_SAFE_INTEGER, 1)).toBe(1);
        expect(await store().outbox.forget('telegram', Number.MAX_SAFE_INTEGER, 99)).toBe(1);
        expect(await statesOf(one.place)).toEqual(['alert 5 pending null']);
      });
    });

    describe('plan', () => {
      it('writes the next state and the deliveries, once, and counts what it wrote', async () => {
        const one = await stored(subscriptionOf('1'));
        const next = { nextDueAt: 9000, board: { seq: 4, dueAt: 77 } };
        const plan: Planned = { subscription: one, next, deliveries: [digestFor(one), alertFor(one)] };
        expect(await store().outbox.plan([plan])).toBe(2);
        const after = await store().subscriptions.of(one.place);
        expect(after).toEqual({ ...one, nextDueAt: 9000, board: { message: null, seq: 4, dueAt: 77 }, version: 2 });
        // The same again is of an older state; a new one of the same slot finds its delivery there.
        expect(await store().outbox.plan([plan])).toBe(0);
        expect(await store().outbox.plan([{ ...plan, subscription: { ...one, version: 2 } }])).toBe(0);
        expect(await statesOf(one.place)).toEqual(['alert 5 pending null', 'digest 1000 pending null']);
      });

      it('sets what may become nothing to nothing', async () => {
        const one = await stored(subscriptionOf('1', { status: 'suspended', reason: 'kicked', resumeAt: 5 }));
        const next = { nextDueAt: null, status: 'active', reason: null, resumeAt: null } as const;
        await store().outbox.plan([{ subscription: one, next, deliveries: [] }]);
        expect(await store().subscriptions.of(one.place)).toEqual({ ...one, ...next, version: 2 });
      });

      it('writes what changes nothing of it only while it is there and active, whatever its version', async () => {
        const one = await stored(subscriptionOf('1'));
        const plan = { subscription: { ...one, version: 99 }, next: {}, deliveries: [alertFor(one)] };
        expect(await store().outbox.plan([plan])).toBe(1);
        expect(await store().subscriptions.of(one.place)).toEqual(one);
        const paused = await stored(subscriptionOf('2', { status: 'paused' }));
        const gone = subscriptionOf('3');
        const plans = [paused, gone].map((of) => ({ subscription: of, next: {}, deliveries: [alertFor(of)] }));
        expect(await store().outbox.plan(plans)).toBe(0);
      });

      it('writes all of a batch but the outdated ones', async () => {
        const many = Array.from({ length: 700 }, (_, index) => subscriptionOf(`${index}`, { version: 0 }));
        for (const one of many) await store().subscriptions.put(one);
        await store().subscriptions.put(subscriptionOf('13'));
        const plans = many.map((one, index) => ({
          subscription: { ...one, version: 1 },
          next: { nextDueAt: 2000 + (index % 3) },
          deliveries: [digestFor(one)],
        }));
        expect(await store().outbox.plan(plans)).toBe(699);
        expect(await store().outbox.counts('telegram')).toMatchObject({ pending: 699 });
        const due = await store().subscriptions.read('telegram', { want: 'due', now: 2000 }, { after: '', limit: 999 });
        expect(due.map(({ id }) => id)).toContain('sub-13');
        expect(due.filter(({ nextDueAt }) => nextDueAt === 2000)).toHaveLength(234);
      });

      it('lets a new digest overtake the pending one, and a board a board, but nothing else', async () => {
        const one = await planned('1', (of) => [digestFor(of), boardFor(of), alertFor(of), suspensionFor(of)]);
        const other = await planned('2', (of) => [digestFor(of)]);
        const later = [
          digestFor(one, { about: '2000' }),
          boardFor(one, { about: '2000' }),
          alertFor(one, { about: '6' }),
        ];
        await store().outbox.plan([{ subscription: one, next: {}, deliveries: later }]);
        expect(await statesOf(one.place)).toEqual([
          'alert 5 pending null',
          'alert 6 pending null',
          'board 1000 skipped overtaken',
          'digest 1000 skipped overtaken',
          'board 2000 pending null',
          'digest 2000 pending null',
        ]);
        expect(await statesOf(other.place)).toEqual(['digest 1000 pending null']);
      });

      it('is not overtaken by what is only recorded as skipped, nor once it is attempted, nor by itself', async () => {
        const one = await planned('1', (of) => [digestFor(of)]);
        const skipped = digestFor(one, { about: '2000', state: 'skipped', reason: 'nothing-new' });
        await store().outbox.plan([{ subscription: one, next: {}, deliveries: [skipped, digestFor(one)] }]);
        expect(await statesOf(one.place)).toEqual(['digest 1000 pending null', 'digest 2000 skipped nothing-new']);
        await claim(1000);
        await store().outbox.plan([{ subscription: one, next: {}, deliveries: [digestFor(one, { about: '3000' })] }]);
        expect(await statesOf(one.place)).toContain('digest 1000 attempting null');
      });

      it('does not take an empty list for an error', async () => {
        expect(await store().outbox.plan([])).toBe(0);
      });
    });

    const bench: Bench = { store, open, stored, planned, statesOf, claim };
    describeClaim(bench);
    describeCorrections(bench);
    describeCorrectionsOfChat(bench);
    describeMovedOrSuspended(bench);
    describeOutcomes(bench);
    describeQueueForPerson(bench);
  });
}
