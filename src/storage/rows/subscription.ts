/** A subscription as a row and back, its settings through the core's schema. */
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { chatOf, platformOf, type Subscription, settingsSchema } from '../../core/subscriptions/subscription.ts';
import type { SubscriptionsTable } from '../schema.ts';
import { storableText } from './revision.ts';

export type SubscriptionRow = Readonly<Selectable<SubscriptionsTable>>;

const statusSchema = z.enum(['active', 'paused', 'suspended']);

/** @throws TypeError where a text is one that a database would alter; ZodError for settings that are none */
export function subscriptionToRow(subscription: Subscription): SubscriptionRow {
  const settings = settingsSchema.parse(subscription.settings);
  const { place, name, reason, board } = subscription;
  return {
    id: storableText(subscription.id, 'id'),
    place: storableText(place, 'place'),
    platform: platformOf(place),
    chat: chatOf(place),
    name: name === null ? null : plainText(name),
    set_by: storableText(subscription.setBy, 'asker'),
    settings: JSON.stringify(settings),
    alerts: settings.alerts,
    status: subscription.status,
    reason: reason === null ? null : plainText(reason),
    resume_at: subscription.resumeAt,
    next_due_at: subscription.nextDueAt,
    since_seq: subscription.sinceSeq,
    doubtful_slot: subscription.doubtfulSlot,
    board_wanted: settings.board === 'off' ? 0 : 1,
    board_message: board.message,
    board_seq: board.seq,
    board_due_at: board.dueAt,
    version: subscription.version,
  };
}

/** @throws Error naming the id of a row whose settings cannot be read */
export function rowToSubscription(row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    place: row.place,
    name: row.name,
    setBy: row.set_by,
    settings: readSettings(row),
    status: statusSchema.parse(row.status),
    reason: row.reason,
    resumeAt: row.resume_at,
    nextDueAt: row.next_due_at,
    sinceSeq: row.since_seq,
    doubtfulSlot: row.doubtful_slot,
    version: row.version,
    board: { message: row.board_message, seq: row.board_seq, dueAt: row.board_due_at },
  };
}

/**
 * A reason or a name comes from outside and must not keep the rest from being recorded: what a database would alter is
 * replaced.
 */
export function plainText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

function readSettings(row: SubscriptionRow): Subscription['settings'] {
  try {
    return settingsSchema.parse(JSON.parse(row.settings));
  } catch (error) {
    throw new Error(`The settings of subscription ${row.id} cannot be read`, { cause: error });
  }
}
