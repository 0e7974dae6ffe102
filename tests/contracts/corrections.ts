/** What every `Corrections` must do. Part of `describeOutbox`. */

import { describe, expect, it } from 'vitest';
import { decodeContent, encodeContent } from '../../src/core/messages/content.ts';
import { type NewDelivery, newDelivery } from '../../src/core/messages/delivery.ts';
import type { Bench } from './outbox-outcomes.ts';
import { alertFor, digestFor, subscriptionOf } from './subscription-drafts.ts';

/** When the messages are sent: a quarter of an hour of 1970. */
const QUARTER = 900_000;
const SENT_AT = 3 * QUARTER + 5;

export function describeCorrections({ store, planned, statesOf, claim }: Omit<Bench, 'stored'>): void {
  const later = { expiresAt: 100 * QUARTER };
  /** An alert and a digest, sent from a ledger that ended at `head`. */
  async function sent(chat: string, head: number | undefined, now = SENT_AT) {
    await planned(chat, (of) => [alertFor(of, later), digestFor(of, later)]);
    for (const message of ['71', '72']) {
      const [delivery] = await store().outbox.claim({
        platform: 'telegram',
        limit: 1,
        now,
        holder: 'me',
        leaseMs: 5000,
        except: [],
        ...(head !== undefined && { head }),
      });
      if (!delivery) throw new Error('nothing to claim');
      await store().outbox.recordOutcomes([{ delivery, at: now, state: 'sent', message }]);
    }
  }
  const alertOf = async (chat: string) => {
    const all = await store().subscriptions.deliveries(`telegram:-${chat}`, 99);
    const found = all.find(({ kind }) => kind === 'alert');
    if (!found) throw new Error('no alert');
    return found;
  };
  async function correctionOf(
    chat: string,
    position: number,
    kind: 'correction' | 'notice' = 'correction',
  ): Promise<NewDelivery> {
    const { id, audience, place, message, content } = await alertOf(chat);
    const original = { timezone: 'UTC', original: content, head: 10, at: 3 * QUARTER };
    return newDelivery({
      kind,
      audience,
      about: id,
      position,
      place,
      content: encodeContent({ kind, ...original }),
      dueAt: SENT_AT,
      expiresAt: 100 * QUARTER,
      message: kind === 'correction' ? message : null,
    });
  }

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
