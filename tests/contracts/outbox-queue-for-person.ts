/** What every `Outbox` must do with what is for one person. Part of `describeOutbox`. */

import { describe, expect, it } from 'vitest';
import { encodeContent } from '../../src/core/messages/content.ts';
import { type Delivery, type DeliveryKey, type NewDelivery, newDelivery } from '../../src/core/messages/delivery.ts';
import type { Bench } from './outbox-outcomes.ts';

const PLACE = 'telegram:@42';
const keyOf = (number: number): DeliveryKey => ({
  kind: 'report',
  audience: 'telegram:42',
  about: String(number),
  position: 7,
  repeat: 0,
});

export function describeQueueForPerson({ store, claim }: Pick<Bench, 'store' | 'claim'>): void {
  const report = (number: number, message: string | null = null): NewDelivery =>
    newDelivery({
      ...keyOf(number),
      place: PLACE,
      content: encodeContent({
        kind: 'report',
        timezone: 'UTC',
        isFinished: false,
        coverage: { seq: 7, messages: number, edited: 0, noticed: 0, notices: 0, pending: number, failed: [] },
      }),
      dueAt: 1000,
      expiresAt: 9000,
      message,
    });
  async function stored(number: number): Promise<Delivery> {
    const found = await store().outbox.find(keyOf(number));
    if (!found) throw new Error(`no report ${number}`);
    return found;
  }

  describe('what is for one person', () => {
    it('is queued once, and a newer one takes the place of the one that waits', async () => {
      const { outbox } = store();
      expect(await outbox.queueForPerson(report(1))).toBe(true);
      expect(await outbox.queueForPerson(report(1))).toBe(false);
      expect(await outbox.queueForPerson(report(2), await stored(1))).toBe(true);
      expect(await stored(1)).toMatchObject({ state: 'skipped', reason: 'overtaken' });
      expect(await stored(2)).toEqual({ ...(await stored(2)), ...report(2) });
      expect(await claim(1000)).toMatchObject([{ about: '2', kind: 'report', place: PLACE }]);
    });

    it('is not queued where the last one is no longer as it was read', async () => {
      const { outbox } = store();
      await outbox.queueForPerson(report(1));
      const waiting = await stored(1);
      const [taken] = await claim(1000);
      if (!taken) throw new Error('nothing to claim');
      expect(await outbox.queueForPerson(report(2), waiting)).toBe(false);
      const busy = { at: 1000, state: 'pending', reason: 'busy', dueAt: 1000 } as const;
      await outbox.recordOutcomes([{ delivery: taken, ...busy }]);
      expect(await outbox.queueForPerson(report(2), waiting)).toBe(false);
      await expect(stored(2)).rejects.toThrow('no report');
      expect(await outbox.queueForPerson(report(2), await stored(1))).toBe(true);
    });

    it('is tried again, edited and ended without a subscription, and suspends none', async () => {
      const { outbox } = store();
      await outbox.queueForPerson(report(1));
      const [first] = await claim(1000);
      if (!first) throw new Error('nothing to claim');
      await outbox.recordOutcomes([{ delivery: first, at: 1000, state: 'pending', reason: 'busy', dueAt: 1000 }]);
      const [again] = await claim(1000);
      if (!again) throw new Error('nothing to claim');
      await outbox.recordOutcomes([{ delivery: again, at: 1000, state: 'sent', message: '71' }]);
      await outbox.queueForPerson(report(2, '71'), await stored(1));
      const [edit] = await claim(1000);
      if (!edit) throw new Error('nothing to claim');
      expect(edit).toMatchObject({ about: '2', message: '71' });
      await outbox.recordOutcomes([
        { delivery: edit, at: 1000, state: 'dead', reason: 'blocked', suspend: { resumeAt: null } },
      ]);
      expect(await stored(2)).toMatchObject({ state: 'dead', reason: 'blocked' });
    });
  });
}
