/** What every `Outbox` must do when it claims. Part of `describeOutbox`. */

import { describe, expect, it } from 'vitest';
import { alertFor, boardFor, digestFor, subscriptionOf, suspensionFor } from '../subscription-drafts.ts';
import type { Bench } from './bench.ts';

export function describeClaim({ store, open, stored, planned, statesOf, claim }: Bench): void {
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

    it('takes what is due in a chat at one time in one order: by kind, then by id', async () => {
      await planned('1', (of) =>
        Array.from({ length: 20 }, (_, batch) => {
          const about = `${batch}`;
          return batch % 2 === 0 ? alertFor(of, { about }) : boardFor(of, { about, lane: 1 });
        }),
      );
      const ids: string[] = [];
      for (let [next] = await claim(1000); next !== undefined; [next] = await claim(1000)) {
        ids.push(`${next.kind} ${next.id}`);
        await store().outbox.recordOutcomes([{ delivery: next, at: 1000, state: 'sent', message: next.id }]);
      }
      expect(ids).toHaveLength(20);
      expect(ids).toEqual(ids.toSorted());
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
}
