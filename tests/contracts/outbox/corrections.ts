/** What every `Corrections` must do when it finds, queues and counts. Part of `describeOutbox`. */

import { describe, expect, it } from 'vitest';
import { decodeContent } from '../../../src/core/messages/content.ts';
import { alertFor, digestFor, subscriptionOf } from '../subscription-drafts.ts';
import type { Bench } from './bench.ts';
import { later, QUARTER, SENT_AT, sentMessages } from './sent-messages.ts';

export function describeCorrections({ store, planned, statesOf, claim }: Bench): void {
  const { sent, correctionOf } = sentMessages({ store, planned });

  describe('corrections', () => {
    it('keeps the end of the ledger of the first attempt, or what was certainly shown, and forgets it where nothing was sent', async () => {
      await planned('1', (of) => [alertFor(of, later)]);
      const common = { platform: 'telegram', limit: 1, holder: 'me', leaseMs: 5000, except: [] };
      const at = (now: number, head: number) => store().outbox.claim({ ...common, now, head });
      const again = { at: SENT_AT, state: 'pending', reason: 'x', dueAt: SENT_AT } as const;
      const [first] = await at(SENT_AT, 10);
      if (!first) throw new Error('nothing to claim');
      expect(first.head).toBe(10);
      await store().outbox.recordOutcomes([{ ...again, delivery: first }]);
      const [second] = await at(SENT_AT, 12);
      if (!second) throw new Error('nothing to claim');
      expect(second.head).toBe(10);
      await store().outbox.recordOutcomes([{ ...again, delivery: second, isUnsent: true }]);
      const [third] = await at(SENT_AT, 14);
      if (!third) throw new Error('nothing to claim');
      expect(third.head).toBe(14);
      await store().outbox.recordOutcomes([{ delivery: third, at: SENT_AT, state: 'sent', message: '7', head: 15 }]);
      expect(await store().corrections.delivery(third.id)).toMatchObject({ state: 'sent', head: 15 });
      expect(await store().corrections.delivery('nobody')).toBeUndefined();
    });

    it('finds each rendering that was sent before, once, and the messages of it', async () => {
      await sent('1', 10);
      await sent('2', 10);
      await sent('3', 12);
      await sent('4', 10, SENT_AT + QUARTER);
      const found = await store().corrections.renderingsBefore('telegram', 12);
      expect(found.map(({ head, at }) => [head, at])).toEqual([
        [10, 3 * QUARTER],
        [10, 4 * QUARTER],
        [10, 3 * QUARTER],
        [10, 4 * QUARTER],
      ]);
      expect(await store().corrections.renderingsBefore('telegram', 13)).toHaveLength(6);
      expect(await store().corrections.renderingsBefore('discord', 13)).toEqual([]);
      const [alert] = found;
      if (!alert) throw new Error('no rendering');
      const all = await store().corrections.messagesOf('telegram', alert, { after: '', limit: 9 });
      expect(all.map(({ place }) => place).toSorted()).toEqual(['telegram:-1', 'telegram:-2']);
      const [one, two] = all;
      const page = { after: one?.id ?? '', limit: 1 };
      expect(await store().corrections.messagesOf('telegram', alert, page)).toEqual([two]);
    });

    it('finds what may have been sent, and neither what was not nor boards nor corrections in place', async () => {
      await planned('1', (of) => [digestFor(of, later)]);
      expect(await store().corrections.renderingsBefore('telegram', 99)).toEqual([]);
      await claim(SENT_AT);
      expect(await store().corrections.renderingsBefore('telegram', 99)).toEqual([]);
      await sent('2', 10);
      await store().corrections.queue([await correctionOf('2', 11), await correctionOf('2', 11, 'notice')]);
      for (const now of [SENT_AT, SENT_AT + 1]) {
        const common = { platform: 'telegram', limit: 9, holder: 'me', leaseMs: 5000, except: [], head: 12 };
        const claimed = await store().outbox.claim({ ...common, now });
        await store().outbox.recordOutcomes(
          claimed.map((delivery) => ({ delivery, at: now, state: 'sent', message: '73' })),
        );
      }
      const kinds = (await store().corrections.renderingsBefore('telegram', 99)).map(
        ({ content }) => decodeContent(content).kind,
      );
      expect(new Set(kinds)).toEqual(new Set(['alert', 'notice', 'digest']));
    });

    it('queues once, overtakes what waits for the same message, whatever has become of the subscription', async () => {
      await sent('1', 10);
      const first = await correctionOf('1', 11);
      expect(await store().corrections.queue([first])).toBe(1);
      expect(await store().corrections.queue([first])).toBe(0);
      expect(await store().corrections.queue([])).toBe(0);
      await store().subscriptions.put(subscriptionOf('1', { status: 'paused' }));
      await store().subscriptions.remove('telegram:-1');
      expect(await store().corrections.queue([await correctionOf('1', 12)])).toBe(1);
      const rows = (await statesOf('telegram:-1')).filter((row) => row.startsWith('correction'));
      expect(rows).toEqual(['correction 11 skipped overtaken', 'correction 12 pending null']);
      expect(await store().corrections.queue([first])).toBe(0);
      const [claimed] = await claim(SENT_AT);
      expect(claimed).toMatchObject({ kind: 'correction', position: 12, message: '71' });
      if (!claimed) throw new Error('nothing to claim');
      // What stands there is corrected although nobody is subscribed.
      const again = { at: SENT_AT, state: 'pending', reason: 'x', dueAt: SENT_AT } as const;
      await store().outbox.recordOutcomes([{ ...again, delivery: claimed }]);
      expect(await statesOf('telegram:-1')).toContain('correction 12 pending x');
    });

    it('is overtaken after an attempt too, and two of different messages are not', async () => {
      await sent('1', 10);
      const other = { ...(await correctionOf('1', 11)), about: 'another-message' };
      await store().corrections.queue([await correctionOf('1', 11)]);
      const [claimed] = await claim(SENT_AT);
      if (!claimed) throw new Error('nothing to claim');
      expect(await store().corrections.queue([await correctionOf('1', 12), other])).toBe(2);
      await store().outbox.recordOutcomes([
        { delivery: claimed, at: SENT_AT, state: 'pending', reason: 'x', dueAt: SENT_AT },
      ]);
      const rows = (await statesOf('telegram:-1')).filter((row) => row.startsWith('correction')).toSorted();
      expect(rows).toEqual([
        'correction 11 pending null',
        'correction 11 skipped overtaken',
        'correction 12 pending null',
      ]);
    });

    it('sends what follows, and counts how far a correction came', async () => {
      for (const chat of ['1', '2', '3', '4']) await sent(chat, 10);
      await store().corrections.queue(await Promise.all(['1', '2', '3', '4'].map((chat) => correctionOf(chat, 11))));
      expect(await store().corrections.coverage(11)).toMatchObject({ messages: 4, edited: 0, pending: 4 });
      const at = SENT_AT;
      for (const delivery of await claim(at)) {
        const chat = delivery.place.at(-1) ?? '';
        const follow = await correctionOf(chat, 11, 'notice');
        const dead = { delivery, at, state: 'dead', reason: 'deleted' } as const;
        if (chat === '1') await store().outbox.recordOutcomes([{ delivery, at, state: 'sent', message: '71', follow }]);
        if (chat === '2') await store().outbox.recordOutcomes([{ ...dead, follow }]);
        if (chat === '3') await store().outbox.recordOutcomes([dead]);
      }
      for (const delivery of await claim(at))
        await store().outbox.recordOutcomes([{ delivery, at, state: 'sent', message: '9' }]);
      const failed = [{ reason: 'deleted', count: 1 }];
      const adding = { seq: 11, messages: 4, edited: 1, noticed: 1, notices: 2, pending: 1, failed };
      expect(await store().corrections.coverage(11)).toEqual(adding);
      expect(await store().corrections.coverage(12)).toMatchObject({ messages: 0 });
    });
  });
}
