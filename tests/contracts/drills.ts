/** What queueing drills must do, whatever the store is made of. A test file runs it with `describeDrills`. */

import { describe, expect, it } from 'vitest';
import { encodeContent } from '../../src/core/messages/content.ts';
import { type NewDelivery, newDelivery } from '../../src/core/messages/delivery.ts';
import { type DatabaseUnderTest, eachOnItsOwn } from './opened-database.ts';
import { digestFor, settings, subscriptionOf } from './subscription-drafts.ts';

const [there, paused, gone] = ['1', '2', '3'].map((name) => subscriptionOf(name));
const drillFor = (fields: Pick<NewDelivery, 'kind' | 'audience' | 'place'>): NewDelivery =>
  newDelivery({
    ...fields,
    about: 'd42',
    content: encodeContent({ kind: 'drill', timezone: 'UTC', entries: [] }),
    dueAt: 1000,
    expiresAt: 100_000,
  });
const own = drillFor({ kind: 'own-drill', audience: 'telegram:7', place: 'telegram:7' });
const claiming = { platform: 'telegram', limit: 9, now: 1000, holder: 'one', leaseMs: 1000, except: [] };

export function describeDrills(name: string, create: () => Promise<DatabaseUnderTest>): void {
  describe(`Drills on ${name}`, () => {
    const { store } = eachOnItsOwn(create);
    const all = () =>
      [there, paused, gone].flatMap((one) =>
        one ? drillFor({ kind: 'drill', audience: one.id, place: one.place }) : [],
      );

    it('go to subscriptions that are active, and to their author, once', async () => {
      if (!there || !paused) throw new Error('there is nobody');
      await store().subscriptions.put(there);
      await store().subscriptions.put({ ...paused, status: 'paused' });
      expect(await store().drill([...all(), own])).toBe(2);
      expect(await store().drill([...all(), own])).toBe(0);
      expect(await store().drill([])).toBe(0);
      const claimed = await store().outbox.claim(claiming);
      expect(claimed.map(({ place, kind }) => `${kind} ${place}`).toSorted()).toEqual([
        'drill telegram:-1',
        'own-drill telegram:7',
      ]);
    });

    it('to their author are tried again although there is no subscription, to others not once they are unsubscribed', async () => {
      if (!there) throw new Error('there is nobody');
      await store().subscriptions.put(there);
      await store().drill([...all(), own]);
      const claimed = await store().outbox.claim(claiming);
      await store().subscriptions.remove(there.place);
      await store().outbox.recordOutcomes(
        claimed.map((delivery) => ({ delivery, at: 1001, state: 'pending', reason: 'busy', dueAt: 1002 })),
      );
      const [theirs] = await store().subscriptions.deliveries(there.place, 1);
      const [mine] = await store().subscriptions.deliveries(own.place, 1);
      expect([theirs?.state, mine?.state]).toEqual(['skipped', 'pending']);
    });

    it('leave what else is queued alone, are no renderings to correct, and are dropped with alerts', async () => {
      if (!there) throw new Error('there is nobody');
      await store().subscriptions.put(there);
      await store().outbox.plan([{ subscription: there, next: {}, deliveries: [digestFor(there)] }]);
      await store().drill(all());
      expect(await store().outbox.counts('telegram')).toMatchObject({ pending: 2, skipped: 0 });
      const claimed = await store().outbox.claim({ ...claiming, head: 3 });
      expect(claimed.map(({ kind }) => kind)).toEqual(['drill']);
      expect(await store().corrections.renderingsBefore('telegram', 9)).toEqual([]);
      await store().drill(all().map((one) => ({ ...one, about: 'd43' })));
      await store().subscriptions.put({ ...there, settings: { ...settings, alerts: 'off' } });
      const [last] = (await store().subscriptions.deliveries(there.place, 9)).filter(({ about }) => about === 'd43');
      expect(last).toMatchObject({ state: 'skipped', reason: 'settings' });
    });
  });
}
