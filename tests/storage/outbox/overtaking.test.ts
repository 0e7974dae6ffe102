/** However often and in whatever order deliveries are planned: each once, and of digests and boards one waits. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantKey } from '../../../src/core/messages/message-kind.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { alertFor, boardFor, digestFor, subscriptionOf } from '../../contracts/subscription-drafts.ts';

const MAKE = { digest: digestFor, board: boardFor, alert: alertFor } as const;

const plans = fc.array(
  fc.record({
    kind: fc.constantFrom('digest' as const, 'board' as const, 'alert' as const),
    instant: fc.integer({ min: 1, max: 6 }),
    repeat: fc.nat(1),
  }),
  { minLength: 1, maxLength: 15 },
);

test('each key is there once, and the one planned last waits alone', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (planned) => {
      const store = await openStore({ url: 'sqlite::memory:', role: 'guest' });
      const subscription = subscriptionOf('1');
      await store.subscriptions.put(subscription);
      const seen = new Set<string>();
      const waiting = new Map<string, string>();
      let written = 0;
      for (const { kind, instant, repeat } of planned) {
        const about = instantKey(instant * 1000);
        const delivery = MAKE[kind](subscription, { about, repeat });
        const key = `${kind} ${about} ${repeat}`;
        if (!seen.has(key) && kind !== 'alert') waiting.set(kind, key);
        seen.add(key);
        written += await store.outbox.plan([{ subscription, next: {}, deliveries: [delivery] }]);
      }
      const rows = await store.subscriptions.deliveries(subscription.place, 99);
      const keyOf = (row: (typeof rows)[number]) => `${row.kind} ${row.about} ${row.repeat}`;
      expect(written).toBe(seen.size);
      expect(rows.map(keyOf).toSorted()).toEqual([...seen].toSorted());
      const pending = rows.filter(({ kind, state }) => kind !== 'alert' && state === 'pending').map(keyOf);
      expect(pending.toSorted()).toEqual([...waiting.values()].toSorted());
      const alerts = rows.filter(({ kind }) => kind === 'alert');
      expect(alerts.every(({ state }) => state === 'pending')).toBe(true);
      await store.close();
    }),
    { numRuns: 30 },
  );
});

test('tried again, a digest gives way to any later one, and to no earlier one', { timeout: 240_000 }, async () => {
  const instants = fc.tuple(fc.integer({ min: 1, max: 3e12 }), fc.integer({ min: 1, max: 3e12 }));
  await fc.assert(
    fc.asyncProperty(instants, async ([first, second]) => {
      fc.pre(first !== second);
      const store = await openStore({ url: 'sqlite::memory:', role: 'guest' });
      const subscription = subscriptionOf('1');
      await store.subscriptions.put(subscription);
      const plan = (instant: number) => {
        const digest = digestFor(subscription, { about: instantKey(instant) });
        return store.outbox.plan([{ subscription, next: {}, deliveries: [digest] }]);
      };
      await plan(first);
      const claiming = { platform: 'telegram', limit: 1, now: 1000, holder: 'me', leaseMs: 5000, except: [] };
      const [delivery] = await store.outbox.claim(claiming);
      if (delivery === undefined) throw new Error('nothing to claim');
      await plan(second);
      await store.outbox.recordOutcomes([{ delivery, at: 1000, state: 'pending', reason: 'busy', dueAt: 1000 }]);
      const row = await store.corrections.delivery(delivery.id);
      expect(row?.state).toBe(second > first ? 'skipped' : 'pending');
      await store.close();
    }),
    { numRuns: 30 },
  );
});
