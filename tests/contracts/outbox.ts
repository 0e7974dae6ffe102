/** What every `Outbox` must do when it plans and claims. `describeOutbox` runs this and `outbox-outcomes.ts`. */

import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/core/messages/delivery.ts';
import type { Planned } from '../../src/core/ports/outbox.ts';
import type { Subscription } from '../../src/core/subscriptions/subscription.ts';
import { describeCorrections } from './corrections.ts';
import { type DatabaseUnderTest, eachOnItsOwn } from './opened-database.ts';
import { describeOutcomes } from './outbox-outcomes.ts';
import { describeQueueForPerson } from './outbox-queue-for-person.ts';
import { alertFor, boardFor, digestFor, subscriptionOf, suspensionFor } from './subscription-drafts.ts';

export function describeOutbox(name: string, create: () => Promise<DatabaseUnderTest>): void {
  describe(`Outbox on ${name}`, () => {
    const { store, open } = eachOnItsOwn(create);

    /** Puts it and hands it back as it was stored. */
    async function stored(one: Subscription): Promise<Subscription> {
      await store().subscriptions.put(one);
      const found = await store().subscriptions.of(one.place);
      if (found === undefined) throw new Error('It was not put');
      return found;
    }
    /** The plain one of this chat, put, with these deliveries planned for it. */
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
    const claim = (
      now: number,
      options: { limit?: number; except?: string[]; holder?: string; platform?: string } = {},
    ) =>
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

    describe('claim', () => {
      it('marks what it takes, and takes it once', async () => {
        const one = await planned('1', (of) => [digestFor(of)]);
        const [delivery] = await claim(1500);
        expect(delivery).toMatchObject({ state: 'attempting', attempts: 1, attemptedAt: 1500, audience: one.id });
        expect(await claim(1500)).toEqual([]);
        expect(await store().subscriptions.deliveries(one.place, 1)).toEqual([delivery]);
      });

      it('takes what is due on the platform, by lane, then by due time', async () => {
        await planned('1', (of) => [digestFor(of, { dueAt: 900 })]);
        await planned('2', (of) => [alertFor(of, { dueAt: 1000 })]);
        await planned('3', (of) => [alertFor(of, { dueAt: 950 })]);
        await planned('4', (of) => [suspensionFor(of, { dueAt: 1, place: 'telegram:9' })]);
        await planned('5', (of) => [alertFor(of, { dueAt: 1001, lane: 0 })]);
        await planned('6', (of) => [boardFor(of, { dueAt: 1000, place: 'discord:6' })]);
        const places = async (limit: number, now: number) => (await claim(now, { limit })).map(({ place }) => place);
        expect(await places(0, 1000)).toEqual([]);
        expect(await places(3, 1000)).toEqual(['telegram:-3', 'telegram:-2', 'telegram:-1']);
        expect(await places(3, 1000)).toEqual(['telegram:9']);
        expect(await places(3, 1001)).toEqual(['telegram:-5']);
        expect(await claim(1001, { platform: 'discord' })).toHaveLength(1);
      });

      it('takes one of a chat, its topics included, and none while one of it is attempted', async () => {
        await planned('1', (of) => [digestFor(of), alertFor(of), boardFor(of)]);
        await planned('1/7', (of) => [alertFor(of, { dueAt: 999 })]);
        await planned('12', (of) => [digestFor(of)]);
        const first = await claim(1000);
        expect(first.map(({ place, kind }) => `${place} ${kind}`)).toEqual([
          'telegram:-1/7 alert',
          'telegram:-12 digest',
        ]);
        expect(await claim(1000)).toEqual([]);
        await store().outbox.recordOutcomes(
          first.map((delivery) => ({ delivery, at: 1001, state: 'sent', message: '1' })),
        );
        expect((await claim(1001)).map(({ place, kind }) => `${place} ${kind}`)).toEqual(['telegram:-1 alert']);
      });

      it('looks past a chat with much to send', async () => {
        await planned('1', (of) => Array.from({ length: 300 }, (_, batch) => alertFor(of, { about: `${batch}` })));
        await planned('2', (of) => [digestFor(of)]);
        await planned('3', (of) => [digestFor(of, { dueAt: 1001 })]);
        const found = await claim(1001, { limit: 3 });
        expect(found.map(({ place }) => place)).toEqual(['telegram:-1', 'telegram:-2', 'telegram:-3']);
      });

      it('takes nothing for excepted chats', async () => {
        await planned('1', (of) => [digestFor(of)]);
        await planned('1/7', (of) => [digestFor(of)]);
        await planned('2', (of) => [digestFor(of)]);
        const found = await claim(1000, { except: ['telegram:-1', 'telegram:-99'] });
        expect(found.map(({ place }) => place)).toEqual(['telegram:-2']);
      });

      it('makes what has expired dead, due or not', async () => {
        const one = await planned('1', (of) => [
          digestFor(of, { expiresAt: 1999 }),
          alertFor(of, { dueAt: 9000, expiresAt: 1999 }),
          boardFor(of, { expiresAt: 2000 }),
        ]);
        expect((await claim(2000)).map(({ kind }) => kind)).toEqual(['board']);
        expect(await statesOf(one.place)).toEqual(
          expect.arrayContaining(['digest 1000 dead expired', 'alert 5 dead expired']),
        );
        const ended = (await store().subscriptions.deliveries(one.place, 9)).map(({ finishedAt }) => finishedAt);
        expect(ended).toEqual([2000, 2000, null]);
      });

      it('hands over what may have arrived, also when it has expired: whoever sends looks into it', async () => {
        await planned('1', (of) => [digestFor(of, { expiresAt: 1999 })]);
        const [first] = await claim(1000);
        if (first === undefined) throw new Error('nothing claimed');
        const doubt = { delivery: first, at: 1000, state: 'pending', reason: 'ECONNRESET', dueAt: 1000 } as const;
        await store().outbox.recordOutcomes([doubt]);
        expect(await claim(5000)).toMatchObject([{ kind: 'digest', attempts: 2, attemptedAt: 1000 }]);
      });

      it('tells of a suspended subscription', async () => {
        const one = await stored(subscriptionOf('1'));
        const next = { status: 'suspended', reason: 'kicked' } as const;
        await store().outbox.plan([{ subscription: one, next, deliveries: [suspensionFor(one), alertFor(one)] }]);
        expect((await claim(1000)).map(({ kind }) => kind)).toEqual(['suspension']);
        expect(await statesOf(one.place)).toEqual(['alert 5 skipped suspended']);
      });

      it('never gives one delivery to two that claim at the same moment', async () => {
        const other = await open();
        for (let chat = 1; chat <= 120; chat++) await planned(String(chat), (of) => [digestFor(of)]);
        const taken: string[] = [];
        for (let round = 0; taken.length < 120 && round < 60; round++) {
          const common = { platform: 'telegram', limit: 5, now: 2000, leaseMs: 5000, except: [] };
          const both = await Promise.all([
            store().outbox.claim({ ...common, holder: 'a' }),
            other.outbox.claim({ ...common, holder: 'b' }),
            store().outbox.claim({ ...common, holder: 'a' }),
          ]);
          taken.push(...both.flat().map(({ id }) => id));
        }
        expect(taken).toHaveLength(120);
        expect(new Set(taken).size).toBe(120);
      });
    });

    describeCorrections({ store, planned, statesOf, claim });
    describeOutcomes({ store, stored, planned, statesOf, claim });
    describeQueueForPerson({ store, claim });
  });
}
