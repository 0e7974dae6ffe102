/** What every `Subscriptions` must do, whatever it is made of. A test file runs it with `describeSubscriptions`. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { developmentCategorySchema } from '../../src/core/dossier/entries.ts';
import type { Subscriptions } from '../../src/core/ports/subscriptions.ts';
import { type Subscription, settingsSchema } from '../../src/core/subscriptions/subscription.ts';
import { type DatabaseUnderTest, eachOnItsOwn } from './opened-database.ts';
import { alertFor, boardFor, digestFor, settings, subscriptionOf, suspensionFor } from './subscription-drafts.ts';
import { describeRead } from './subscriptions-read.ts';

export function describeSubscriptions(name: string, create: () => Promise<DatabaseUnderTest>): void {
  describe(`Subscriptions on ${name}`, () => {
    const { store, open } = eachOnItsOwn(create);
    const put = async (...subscriptions: readonly Subscription[]) => {
      for (const one of subscriptions) await store().subscriptions.put(one);
    };
    const states = async (place: string) =>
      (await store().subscriptions.deliveries(place, 50)).map(
        ({ kind, state, reason }) => `${kind} ${state} ${reason}`,
      );
    const claim = (now: number) =>
      store().outbox.claim({ platform: 'telegram', limit: 9, now, holder: 'me', leaseMs: 5000, except: [] });

    describe('put and of', () => {
      it('knows nothing of a place that was not put', async () => {
        expect(await store().subscriptions.of('telegram:-1')).toBeUndefined();
      });

      it('gives back what was put, over close and open, and counts the version', async () => {
        const full = subscriptionOf('1/7', {
          name: 'Newsroom “هەڵە” 🕊️',
          status: 'suspended',
          reason: 'bot was kicked “هەڵە” 🕊️',
          resumeAt: Date.UTC(2100, 0),
          nextDueAt: null,
          sinceSeq: 2_000_000_000,
          doubtfulSlot: Date.UTC(2100, 1),
          board: { message: '9007199254740993', seq: 12, dueAt: Date.UTC(2100, 2) },
        });
        await put(full);
        expect(await store().subscriptions.of(full.place)).toEqual({ ...full, version: 1 });
        await put({ ...full, version: 1 });
        expect(await (await open()).subscriptions.of(full.place)).toEqual({ ...full, version: 2 });
      });

      it('skips queued alerts and boards that the new settings do not want', async () => {
        const one = subscriptionOf('1', { settings: { ...settings, board: 'beside' } });
        await put(one);
        const deliveries = [alertFor(one), boardFor(one), digestFor(one)];
        await store().outbox.plan([{ subscription: one, next: {}, deliveries }]);
        await put({ ...one, settings: { ...settings, alerts: 'off', board: 'off' } });
        expect((await states(one.place)).toSorted()).toEqual([
          'alert skipped settings',
          'board skipped settings',
          'digest pending null',
        ]);
      });

      it('keeps any settings', async () => {
        const time = fc.constantFrom('00:00', '07:30', '23:59');
        const arbitrary = fc.record({
          schedule: fc.string({ unit: 'grapheme', maxLength: 20 }),
          timezone: fc.constantFrom('UTC', 'Asia/Kabul'),
          topics: fc.array(fc.constantFrom(...developmentCategorySchema.options), { maxLength: 3 }),
          side: fc.constantFrom(null, 'pakistan' as const),
          alerts: fc.constantFrom('off' as const, 'breaking' as const, 'all' as const),
          when: fc.constantFrom('changes' as const, 'always' as const),
          quiet: fc.option(
            fc.record({ from: time, to: time, exceptBreaking: fc.boolean(), how: fc.constantFrom('hold', 'silent') }),
          ),
          board: fc.constantFrom('off' as const, 'beside' as const, 'instead' as const),
        });
        await fc.assert(
          fc.asyncProperty(arbitrary, async (chosen) => {
            await put(subscriptionOf('1', { settings: settingsSchema.parse(chosen) }));
            expect((await store().subscriptions.of('telegram:-1'))?.settings).toEqual(chosen);
          }),
          { numRuns: 30 },
        );
      });

      it('replaces the one of its place, and skips what was queued for it', async () => {
        const old = subscriptionOf('1');
        await put(old);
        await store().outbox.plan([{ subscription: old, next: {}, deliveries: [alertFor(old)] }]);
        await put({ ...old, id: 'sub-new' });
        expect(await store().subscriptions.of(old.place)).toMatchObject({ id: 'sub-new' });
        const read = await store().subscriptions.read('telegram', { want: 'alerts' }, { after: '', limit: 9 });
        expect(read).toHaveLength(1);
        expect(await states(old.place)).toEqual(['alert skipped unsubscribed']);
      });

      it('keeps what is queued for an active one that is put again; paused, only what goes to a person', async () => {
        const one = subscriptionOf('1');
        await put(one, subscriptionOf('2'));
        const other = subscriptionOf('2');
        await store().outbox.plan([
          { subscription: one, next: {}, deliveries: [alertFor(one), suspensionFor(one)] },
          { subscription: other, next: {}, deliveries: [alertFor(other)] },
        ]);
        await put(one);
        expect(await states(one.place)).toEqual(['alert pending null']);
        await put({ ...one, status: 'paused' });
        expect(await states(one.place)).toEqual(['alert skipped paused']);
        expect(await states('telegram:7')).toEqual(['suspension pending null']);
        expect(await states(other.place)).toEqual(['alert pending null']);
        const [alert] = await store().subscriptions.deliveries(one.place, 1);
        expect(alert?.finishedAt).toBeGreaterThan(Date.UTC(2025, 0));
      });

      it('leaves alone what goes to a person whose own place is put', async () => {
        const channel = subscriptionOf('1');
        await put(channel);
        await store().outbox.plan([{ subscription: channel, next: {}, deliveries: [suspensionFor(channel)] }]);
        await put(subscriptionOf('p', { place: 'telegram:7' }));
        expect(await states('telegram:7')).toEqual(['suspension pending null']);
      });

      it('wins over a step planned for what was read before', async () => {
        const one = subscriptionOf('1');
        await put(one);
        const read = await store().subscriptions.of(one.place);
        if (read === undefined) throw new Error('not there');
        await put({ ...read, nextDueAt: 5000 });
        const step = { subscription: read, next: { nextDueAt: 9000 }, deliveries: [digestFor(read)] };
        expect(await store().outbox.plan([step])).toBe(0);
        expect(await store().subscriptions.of(one.place)).toMatchObject({ nextDueAt: 5000 });
      });

      it('does not undo how far it was told since an admin read it', async () => {
        const one = subscriptionOf('1', { sinceSeq: 3 });
        await put(one);
        const read = await store().subscriptions.of(one.place);
        if (read === undefined) throw new Error('not there');
        await store().outbox.plan([{ subscription: read, next: {}, deliveries: [digestFor(read)] }]);
        const [claimed] = await claim(1000);
        if (claimed === undefined) throw new Error('nothing claimed');
        await store().outbox.recordOutcomes([{ delivery: claimed, at: 1001, state: 'sent', message: '1' }]);
        await put({ ...read, settings: { ...settings, alerts: 'all' } });
        expect(await store().subscriptions.of(one.place)).toMatchObject({ sinceSeq: 10, settings: { alerts: 'all' } });
      });

      it('lets two that are put for one place at the same moment leave one', async () => {
        const other = await open();
        for (let round = 0; round < 10; round++) {
          const [a, b] = ['a', 'b'].map((who) => subscriptionOf('1', { id: `sub-${who}-${round}` }));
          if (a === undefined || b === undefined) throw new Error('two');
          await Promise.all([store().subscriptions.put(a), other.subscriptions.put(b)]);
          expect([a.id, b.id]).toContain((await store().subscriptions.of(a.place))?.id);
        }
        expect(await store().subscriptions.read('telegram', { want: 'alerts' }, { after: '', limit: 99 })).toHaveLength(
          1,
        );
      });

      it.each([
        ['place', { place: 'telegram:\0' }],
        ['id', { id: '\uD800' }],
      ])('refuses a %s that would be altered', async (what, fields) => {
        await expect(put(subscriptionOf('1', fields))).rejects.toThrow(`${what} cannot be stored`);
      });
    });

    describe('remove', () => {
      it('says whether there was one, and skips what is queued for it', async () => {
        const one = subscriptionOf('1');
        await put(one);
        await store().outbox.plan([{ subscription: one, next: {}, deliveries: [alertFor(one)] }]);
        expect(await store().subscriptions.remove(one.place)).toBe(true);
        expect(await store().subscriptions.remove(one.place)).toBe(false);
        expect(await store().subscriptions.of(one.place)).toBeUndefined();
        expect(await states(one.place)).toEqual(['alert skipped unsubscribed']);
      });
    });

    describe('inChat and move', () => {
      it('are of a chat and its threads, and of no other', async () => {
        await put(subscriptionOf('1/7'), subscriptionOf('1'), subscriptionOf('11'));
        const found = await store().subscriptions.inChat('telegram:-1');
        expect(found.map(({ id }) => id)).toEqual(['sub-1', 'sub-1/7']);
        expect(await store().subscriptions.inChat('telegram:-2')).toEqual([]);
      });

      it('take what is queued along, and leave one that is there already', async () => {
        const one = subscriptionOf('1/7', { board: { message: '42', seq: 10, dueAt: 9000 } });
        await put(one, subscriptionOf('1'), subscriptionOf('100'));
        await store().outbox.plan([{ subscription: one, next: {}, deliveries: [alertFor(one)] }]);
        await store().subscriptions.move('telegram:-1', 'telegram:-100');
        expect(await store().subscriptions.inChat('telegram:-1')).toEqual([]);
        expect(await store().subscriptions.inChat('telegram:-100')).toMatchObject([
          { id: 'sub-1/7', place: 'telegram:-100/7', board: { message: null, seq: 0 } },
          { id: 'sub-100' },
        ]);
        expect(await states('telegram:-100/7')).toEqual(['alert pending null']);
      });
    });

    describeRead({ store, put, claim });

    describe('deliveries', () => {
      it('are the newest of the place, by when they ended or are due', async () => {
        const one = subscriptionOf('1');
        await put(one, subscriptionOf('2'));
        const alerts = [1000, 2000, 3000, 4000].map((dueAt) => alertFor(one, { about: `${dueAt}`, dueAt }));
        await store().outbox.plan([
          { subscription: one, next: {}, deliveries: alerts },
          { subscription: subscriptionOf('2'), next: {}, deliveries: [alertFor(subscriptionOf('2'))] },
        ]);
        const [first] = await claim(1000);
        if (first === undefined) throw new Error('nothing claimed');
        await store().outbox.recordOutcomes([{ delivery: first, at: 3500, state: 'sent', message: '77' }]);
        const newest = await store().subscriptions.deliveries(one.place, 3);
        expect(newest.map(({ about }) => about)).toEqual(['4000', '1000', '3000']);
        expect(newest[1]).toMatchObject({ state: 'sent', message: '77', finishedAt: 3500, attemptedAt: 1000 });
      });

      it('come back as they were planned', async () => {
        const one = subscriptionOf('1');
        await put(one);
        const planned = alertFor(one, { position: 5, repeat: 2, message: '9007199254740993', reason: 'x' });
        await store().outbox.plan([{ subscription: one, next: {}, deliveries: [planned] }]);
        const [found] = await store().subscriptions.deliveries(one.place, 9);
        const rest = { head: null, attempts: 0, attemptedAt: null, finishedAt: null };
        expect(found).toEqual({ ...planned, ...rest, id: expect.stringMatching(/^[\w-]{22}$/) });
      });
    });

    it('is closed with its store', async () => {
      const subscriptions: Subscriptions = store().subscriptions;
      await store().close();
      await expect(subscriptions.of('telegram:-1')).rejects.toThrow('closed');
    });
  });
}
