/** A delivery as a row and back. */
import type { Insertable, Selectable } from 'kysely';
import { z } from 'zod';
import { type Delivery, type DeliveryKey, type NewDelivery, newDeliveryId } from '../../core/messages/delivery.ts';
import { kindSchema } from '../../core/messages/kinds/index.ts';
import { chatOf, platformOf } from '../../core/subscriptions/subscription.ts';
import type { DeliveriesTable } from '../schema.ts';
import { storableText } from './revision.ts';
import { plainText } from './subscription.ts';

export type DeliveryRow = Readonly<Selectable<DeliveriesTable>>;

const stateSchema = z.enum(['pending', 'attempting', 'sent', 'unknown', 'dead', 'skipped']);

/** `now` is when a skipped one is recorded, Unix time in ms. */
export function deliveryToRow(delivery: NewDelivery, now: number): Readonly<Insertable<DeliveriesTable>> {
  const { place, message, reason } = delivery;
  return {
    id: newDeliveryId(delivery),
    ...keyColumns(delivery),
    place: storableText(place, 'place'),
    platform: platformOf(place),
    chat: chatOf(place),
    lane: delivery.lane,
    content: storableText(delivery.content, 'content'),
    state: delivery.state,
    due_at: delivery.dueAt,
    expires_at: delivery.expiresAt,
    message: message === null ? null : storableText(message, 'message'),
    reason: reason === null ? null : plainText(reason),
    finished_at: delivery.state === 'skipped' ? now : null,
  };
}

/** What is unique, as it is stored. */
export function keyColumns(key: DeliveryKey): Pick<DeliveryRow, 'kind' | 'audience' | 'about' | 'position' | 'repeat'> {
  return {
    kind: key.kind,
    audience: storableText(key.audience, 'audience'),
    about: storableText(key.about, 'about'),
    position: key.position ?? 0,
    repeat: key.repeat,
  };
}

export function rowToDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    kind: kindSchema.parse(row.kind),
    audience: row.audience,
    about: row.about,
    position: row.position === 0 ? null : row.position,
    repeat: row.repeat,
    place: row.place,
    lane: row.lane,
    head: row.head,
    content: row.content,
    state: stateSchema.parse(row.state),
    dueAt: row.due_at,
    expiresAt: row.expires_at,
    attempts: row.attempts,
    attemptedAt: row.attempted_at,
    message: row.message,
    reason: row.reason,
    finishedAt: row.finished_at,
  };
}
