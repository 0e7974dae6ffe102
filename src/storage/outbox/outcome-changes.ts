/** What the outcomes of attempts change in deliveries and subscriptions, collected to be written in few statements. */

import type { Insertable } from 'kysely';
import { decodeContent } from '../../core/messages/content.ts';
import { correctsInPlace, isForSubscription, type NewDelivery } from '../../core/messages/delivery.ts';
import { kindSchema } from '../../core/messages/kinds/index.ts';
import type { AttemptOutcome } from '../../core/ports/outbox.ts';
import { type DeliveryRow, deliveryToRow } from '../rows/delivery.ts';
import { plainText, type SubscriptionRow } from '../rows/subscription.ts';
import type { DeliveriesTable } from '../schema.ts';
import { type DeliveryChange, type SubscriptionChange, whyNot } from './write-rows.ts';

/** Milliseconds after which a board that could not be edited is tried again. */
const BOARD_AGAIN_MS = 3_600_000;

export interface OutcomeChanges {
  /** As they will be. Subscriptions that are gone are missing. */
  readonly subscriptions: Map<string, SubscriptionRow>;
  readonly ofSubscriptions: Map<string, SubscriptionChange>;
  readonly ofDeliveries: Map<string, DeliveryChange>;
  readonly inserts: Insertable<DeliveriesTable>[];
  /** Notices beside messages that read as corrected already: one is enough for a place. */
  readonly besides: Insertable<DeliveriesTable>[];
}

/** A refusal of what is no longer wanted is a refusal all the same. */
export function noteOvertaken(
  outcome: Extract<AttemptOutcome, { state: 'pending' }>,
  row: DeliveryRow,
  changes: OutcomeChanges,
): void {
  noteSuspension(outcome, row, changes.subscriptions.get(row.audience), changes);
  changes.ofDeliveries.set(row.id, skipped('overtaken', outcome.at));
}

export function noteOutcome(outcome: AttemptOutcome, row: DeliveryRow, changes: OutcomeChanges): void {
  changes.ofDeliveries.set(row.id, changeOf(outcome, row, changes));
}

/** What becomes of the delivery. What becomes of its subscription is noted in `changes`. */
function changeOf(outcome: AttemptOutcome, row: DeliveryRow, changes: OutcomeChanges): DeliveryChange {
  const { at } = outcome;
  const subscription = changes.subscriptions.get(row.audience);
  switch (outcome.state) {
    case 'sent':
      note(changes, subscription, arrived(row, outcome.message, subscription));
      queue(changes.besides, outcome.follow, subscription, at);
      return {
        ...finished,
        ...(outcome.head !== undefined && { head: outcome.head }),
        state: 'sent',
        message: outcome.message,
        reason: null,
        finished_at: at,
      };
    case 'unknown':
      note(changes, subscription, inDoubt(row, subscription));
      queue(changes.inserts, outcome.repeat, subscription, at);
      return { ...finished, state: 'unknown', reason: plainText(outcome.reason), finished_at: at };
    case 'pending': {
      noteSuspension(outcome, row, subscription, changes);
      // While it was attempted, its subscription may have been paused or removed: then it is not tried again.
      const why = isOwedAnyway(row) ? undefined : whyNotAt(at, subscription);
      if (why !== undefined) return skipped(why, at);
      const unsent = outcome.isUnsent === true && { attempted_at: null, head: null };
      const { reason, dueAt } = outcome;
      return { ...finished, ...unsent, state: 'pending', reason: plainText(reason), due_at: dueAt };
    }
    case 'dead':
      if (row.kind === 'board') note(changes, subscription, boardAfter(outcome, at));
      noteSuspension(outcome, row, subscription, changes);
      queue(changes.inserts, outcome.follow, subscription, at);
      return { ...finished, state: 'dead', reason: plainText(outcome.reason), finished_at: at };
  }
}

/** An admin's pause is not turned into a suspension, and a second refusal changes nothing. */
function noteSuspension(
  { at, reason, suspend }: Extract<AttemptOutcome, { state: 'dead' | 'pending' }>,
  row: DeliveryRow,
  subscription: SubscriptionRow | undefined,
  changes: OutcomeChanges,
): void {
  if (!suspend || subscription?.status !== 'active' || isApart(row)) return;
  const { resumeAt, message } = suspend;
  note(changes, subscription, { status: 'suspended', reason: plainText(reason), resume_at: resumeAt });
  if (message) changes.inserts.push(deliveryToRow(message, at));
}

/**
 * It is not what was planned: made anew where its message is gone, up to date when it is active again, else tried in
 * an hour.
 */
function boardAfter(
  { isMessageGone, suspend }: Extract<AttemptOutcome, { state: 'dead' }>,
  at: number,
): SubscriptionChange {
  if (isMessageGone) return { board_message: null, board_seq: 0 };
  return suspend ? { board_seq: 0 } : { board_due_at: at + BOARD_AGAIN_MS };
}

/** What stands somewhere is corrected there, and what needs no subscription goes by none. */
function isOwedAnyway(row: DeliveryRow): boolean {
  return isApart(row) || correctsInPlace(kindSchema.parse(row.kind));
}

function isApart({ kind }: Pick<DeliveryRow, 'kind'>): boolean {
  return !isForSubscription(kindSchema.parse(kind));
}

/** The attempt is over. */
const finished = { holder: null, lease_until: null } as const;

function skipped(reason: string, at: number): DeliveryChange {
  return { ...finished, state: 'skipped', reason, finished_at: at };
}

function arrived(
  row: DeliveryRow,
  message: string | null,
  subscription: SubscriptionRow | undefined,
): SubscriptionChange {
  return {
    ...toldBy(row, subscription, () => null),
    ...(row.kind === 'board' && { board_message: row.chat === subscription?.chat ? message : null }),
    // It was kept since the last suspension, until something arrives again.
    ...(!isApart(row) && subscription?.status === 'active' && subscription.reason !== null && { reason: null }),
  };
}

/** A digest that may have arrived counts as told, and the next one says that it may be missing. */
function inDoubt(row: DeliveryRow, subscription: SubscriptionRow | undefined): SubscriptionChange {
  return toldBy(row, subscription, (slot) => slot);
}

/** How far a digest tells, never back; other kinds change nothing. `doubtful` makes the doubtful slot of its own. */
function toldBy(
  row: DeliveryRow,
  subscription: SubscriptionRow | undefined,
  doubtful: (slot: number) => number | null,
): SubscriptionChange {
  if (row.kind !== 'digest') return {};
  const content = decodeContent(row.content);
  if (content.kind !== 'digest') return {};
  return {
    since_seq: Math.max(content.to, subscription?.since_seq ?? 0),
    doubtful_slot: doubtful(content.slot),
  };
}

/** A subscription that was removed meanwhile has nothing to be noted. */
function note(changes: OutcomeChanges, subscription: SubscriptionRow | undefined, change: SubscriptionChange): void {
  if (subscription === undefined || Object.keys(change).length === 0) return;
  changes.ofSubscriptions.set(subscription.id, { ...changes.ofSubscriptions.get(subscription.id), ...change });
  changes.subscriptions.set(subscription.id, { ...subscription, ...change });
}

function queue(
  inserts: Insertable<DeliveriesTable>[],
  delivery: NewDelivery | undefined,
  subscription: SubscriptionRow | undefined,
  at: number,
): void {
  if (delivery === undefined) return;
  const why = isForSubscription(delivery.kind) ? whyNotAt(at, subscription) : undefined;
  inserts.push(deliveryToRow(why === undefined ? delivery : { ...delivery, state: 'skipped', reason: why }, at));
}

/**
 * A suspension whose time is over counts as none: corrections that waited for that moment may be made before the minute
 * tick ends it, and their notices go with them.
 */
function whyNotAt(at: number, subscription: SubscriptionRow | undefined): string | undefined {
  const isOver =
    subscription?.status === 'suspended' && subscription.resume_at !== null && subscription.resume_at <= at;
  return isOver ? undefined : whyNot(subscription);
}
