/** Messages that were sent, and corrections of them, for the tests of `Corrections`. Part of `describeOutbox`. */

import { encodeContent } from '../../../src/core/messages/content.ts';
import { type NewDelivery, newDelivery } from '../../../src/core/messages/delivery.ts';
import { alertFor, digestFor } from '../subscription-drafts.ts';
import type { Bench } from './bench.ts';

/** When the messages are sent: a quarter of an hour of 1970. */
export const QUARTER = 900_000;
export const SENT_AT = 3 * QUARTER + 5;
export const later = { expiresAt: 100 * QUARTER } as const;

export interface SentMessages {
  /** Sends an alert and a digest from a ledger that ended at `head`. */
  readonly sent: (chat: string, head: number | undefined, now?: number) => Promise<void>;
  /** The correction of this chat's alert, or the notice of it. */
  readonly correctionOf: (chat: string, position: number, kind?: 'correction' | 'notice') => Promise<NewDelivery>;
}

export function sentMessages({ store, planned }: Pick<Bench, 'store' | 'planned'>): SentMessages {
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
  return { sent, correctionOf };
}
