/** A delivery as a row and back. */
import type { Insertable, Selectable } from 'kysely';
import { z } from 'zod';
import { contentSchema, type Delivery, deliveryId, type NewDelivery } from '../../core/messages/delivery.ts';
import { chatOf, platformOf } from '../../core/subscriptions/subscription.ts';
import type { DeliveriesTable } from '../schema.ts';
import { storableText } from './revision.ts';
import { plainReason } from './subscription.ts';

export type DeliveryRow = Readonly<Selectable<DeliveriesTable>>;

const kindSchema = z.enum(contentSchema.options.map(({ shape }) => shape.kind.value));
const stateSchema = z.enum(['pending', 'attempting', 'sent', 'unknown', 'dead', 'skipped']);

/** `now` is when a skipped one is recorded, Unix time in ms. */
export function deliveryToRow(delivery: NewDelivery, now: number): Readonly<Insertable<DeliveriesTable>> {
  const { place, message, reason } = delivery;
  return {
    id: deliveryId(delivery),
    subscription: storableText(delivery.subscription, 'subscription'),
    place: storableText(place, 'place'),
    platform: platformOf(place),
    chat: chatOf(place),
    lane: delivery.lane,
    kind: delivery.kind,
    slot: delivery.slot,
    of: delivery.of ?? '',
    content: storableText(delivery.content, 'content'),
    state: delivery.state,
    due_at: delivery.dueAt,
    expires_at: delivery.expiresAt,
    message: message === null ? null : storableText(message, 'message'),
    reason: reason === null ? null : plainReason(reason),
    finished_at: delivery.state === 'skipped' ? now : null,
  };
}

export function rowToDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    subscription: row.subscription,
    place: row.place,
    lane: row.lane,
    kind: kindSchema.parse(row.kind),
    slot: row.slot,
    of: row.of === '' ? null : row.of,
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
