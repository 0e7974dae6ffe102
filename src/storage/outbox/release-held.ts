/** Alerts that quiet hours hold, where the settings hold nothing any more. */

import type { Transaction } from 'kysely';
import { sameJson } from '../../core/dossier/same-json.ts';
import { decodeContent, encodeContent } from '../../core/messages/content.ts';
import { newDeliveryId } from '../../core/messages/delivery.ts';
import { alert } from '../../core/messages/kinds/alert.ts';
import type { ContentOf } from '../../core/messages/kinds/index.ts';
import { holdsUntil } from '../../core/subscriptions/quiet-hours.ts';
import type { Subscription } from '../../core/subscriptions/subscription.ts';
import { type DeliveryRow, rowToDelivery } from '../rows/delivery.ts';
import type { Schema } from '../schema.ts';

type Alert = ContentOf<'alert'>;

/**
 * What was held is due at `now` (Unix time in ms) and tells what was announced before: later alerts come by themselves.
 * It is about `now` from then on, so that alerts of the same night can be held once more.
 */
export async function releaseHeld(
  transaction: Transaction<Schema>,
  { id: audience, settings }: Pick<Subscription, 'id' | 'settings'>,
  now: number,
): Promise<void> {
  const waiting = await transaction
    .selectFrom('deliveries')
    .selectAll()
    .where('audience', '=', audience)
    .where('state', '=', 'pending')
    .where('kind', '=', 'alert')
    .where('attempted_at', 'is', null)
    .where('due_at', '>', now)
    .execute();
  if (waiting.length === 0 || holdsUntil(settings, now) !== undefined) return;
  const held = waiting
    .flatMap((row) => {
      const content = readHeld(row, now);
      return content ? [{ row, content }] : [];
    })
    .toSorted((one, other) => one.content.from - other.content.from);
  const released: Alert[] = [];
  for (const { row, content } of held) {
    const change = released.some((earlier) => saysAll(earlier, content))
      ? { state: 'skipped', reason: 'overtaken', finished_at: now }
      : releasedRow(row, content, now + released.length);
    released.push(content);
    await transaction
      .updateTable('deliveries')
      .set(change)
      .where('id', '=', row.id)
      .where('state', '=', 'pending')
      .execute();
  }
}

/** Hours that were changed in the night can leave two, of which the earlier one tells what the later one would. */
function saysAll(earlier: Alert, later: Alert): boolean {
  const of = ({ topics, side, alerts }: Alert) => ({ topics, side, alerts });
  return sameJson(of(earlier), of(later));
}

function releasedRow(row: DeliveryRow, content: Alert, at: number) {
  const about = alert.about({ ...content, heldUntil: at });
  return {
    id: newDeliveryId({ ...rowToDelivery(row), about }),
    about,
    content: encodeContent({ ...content, heldUntil: at }),
    due_at: at,
  };
}

/** Undefined where it is not held longer than until `now`, and where another version wrote it. */
function readHeld({ content }: DeliveryRow, now: number): Alert | undefined {
  try {
    const decoded = decodeContent(content);
    return decoded.kind === 'alert' && decoded.heldUntil !== null && decoded.heldUntil > now ? decoded : undefined;
  } catch {
    return undefined;
  }
}
