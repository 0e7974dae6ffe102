/** What every `Corrections` must do with all that waits for one chat. Part of `describeOutbox`. */

import { describe, expect, it } from 'vitest';
import { digestFor } from '../subscription-drafts.ts';
import type { Bench } from './bench.ts';
import { later, SENT_AT, sentMessages } from './sent-messages.ts';

export function describeCorrectionsOfChat({ store, planned, statesOf, claim }: Bench): void {
  const { sent, correctionOf } = sentMessages({ store, planned });

  describe('corrections', () => {
    it('tells a place once aloud beside what was edited there, and of each message that could not be', async () => {
      const at = SENT_AT;
      for (const chat of ['1', '2']) await sent(chat, 10);
      for (const chat of ['1', '2']) {
        const ofAlert = await correctionOf(chat, 11);
        const all = await store().subscriptions.deliveries(`telegram:-${chat}`, 99);
        const digest = all.find(({ kind }) => kind === 'digest');
        if (!digest) throw new Error('no digest');
        await store().corrections.queue([ofAlert, { ...ofAlert, about: digest.id, message: digest.message }]);
      }
      let claimed = await claim(at);
      while (claimed.length > 0) {
        for (const delivery of claimed) {
          const chat = delivery.place.at(-1) ?? '';
          const follow = { ...(await correctionOf(chat, 11, 'notice')), about: delivery.about };
          const isNotice = delivery.kind === 'notice';
          await store().outbox.recordOutcomes([
            chat === '1' || isNotice
              ? { delivery, at, state: 'sent', message: '9', ...(!isNotice && { follow }) }
              : { delivery, at, state: 'dead', reason: 'deleted', follow },
          ]);
        }
        claimed = await claim(at);
      }
      const notices = async (chat: string) =>
        (await statesOf(`telegram:-${chat}`)).filter((row) => row.startsWith('notice 11'));
      expect(await notices('1')).toEqual(['notice 11 sent null']);
      expect(await notices('2')).toEqual(['notice 11 sent null', 'notice 11 sent null']);
      const adding = { seq: 11, messages: 4, edited: 2, noticed: 2, notices: 3, pending: 0, failed: [] };
      expect(await store().corrections.coverage(11)).toEqual(adding);
    });

    it('lets all of a place wait where it refuses one for now', async () => {
      await sent('1', 10);
      await store().corrections.queue([
        await correctionOf('1', 11),
        { ...(await correctionOf('1', 11)), about: 'other' },
      ]);
      const [delivery] = await claim(SENT_AT);
      if (!delivery) throw new Error('nothing to claim');
      const dueAt = SENT_AT + 5000;
      const refused = { delivery, at: SENT_AT, state: 'pending', reason: 'no right', dueAt } as const;
      await store().outbox.recordOutcomes([{ ...refused, suspend: { resumeAt: dueAt } }]);
      expect(await claim(dueAt - 1)).toEqual([]);
      // One at a time for a chat.
      expect(await claim(dueAt)).toHaveLength(1);
      const rows = (await statesOf('telegram:-1')).filter((row) => row.startsWith('correction'));
      expect(rows.map((row) => row.split(' ')[2] ?? '').toSorted()).toEqual(['attempting', 'pending']);
    });

    it('lets new ones of a place that is suspended for now wait as long', async () => {
      await sent('1', 10);
      const resumeAt = SENT_AT + 5000;
      const one = await store().subscriptions.of('telegram:-1');
      if (!one) throw new Error('no subscription');
      await store().subscriptions.put({ ...one, status: 'suspended', reason: 'no right', resumeAt });
      await store().corrections.queue([await correctionOf('1', 11)]);
      expect(await claim(resumeAt - 1)).toEqual([]);
      expect(await claim(resumeAt)).toHaveLength(1);
    });

    it.each([
      ['sends the notice of one made when a suspension is over, though not ended yet', 0, 'pending null'],
      ['skips the notice of one made before a suspension is over', 1, 'skipped suspended'],
    ])('%s', async (_, early, expected) => {
      await sent('1', 10);
      const resumeAt = SENT_AT + 5000;
      await store().corrections.queue([await correctionOf('1', 11)]);
      const [delivery] = await claim(SENT_AT);
      const one = await store().subscriptions.of('telegram:-1');
      if (!one || !delivery) throw new Error('no subscription, or nothing to claim');
      await store().subscriptions.put({ ...one, status: 'suspended', reason: 'no right', resumeAt });
      const follow = await correctionOf('1', 11, 'notice');
      const at = resumeAt - early;
      await store().outbox.recordOutcomes([{ delivery, at, state: 'sent', message: '71', follow }]);
      expect(await statesOf(one.place)).toContain(`notice 11 ${expected}`);
    });

    it('no longer lets them wait where something arrives in the place', async () => {
      await sent('1', 10);
      const one = await store().subscriptions.of('telegram:-1');
      if (!one) throw new Error('no subscription');
      await store().subscriptions.put({ ...one, reason: 'no right' });
      const dueAt = SENT_AT + 5000;
      await store().corrections.queue([{ ...(await correctionOf('1', 11)), dueAt }]);
      await store().outbox.plan([
        { subscription: one, next: {}, deliveries: [digestFor(one, { ...later, about: '2000' })] },
      ]);
      const [delivery] = await claim(SENT_AT);
      if (!delivery) throw new Error('nothing to claim');
      await store().outbox.recordOutcomes([{ delivery, at: SENT_AT, state: 'sent', message: '73' }]);
      expect(await claim(SENT_AT)).toMatchObject([{ kind: 'correction' }]);
    });

    it('gives up all of a place that refuses one for good', async () => {
      await sent('1', 10);
      await store().corrections.queue([
        await correctionOf('1', 11),
        { ...(await correctionOf('1', 11)), about: 'other' },
      ]);
      const [delivery] = await claim(SENT_AT);
      if (!delivery) throw new Error('nothing to claim');
      const suspend = { resumeAt: null };
      await store().outbox.recordOutcomes([{ delivery, at: SENT_AT, state: 'dead', reason: 'kicked', suspend }]);
      const rows = (await statesOf('telegram:-1')).filter((row) => row.startsWith('correction')).toSorted();
      expect(rows).toEqual(['correction 11 dead kicked', 'correction 11 skipped suspended']);
    });
  });
}
