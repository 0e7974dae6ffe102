/** `Outbox.settle`: outcomes recorded beside what they mean for their subscriptions, many in one transaction. */

import type { Insertable, Transaction } from 'kysely';
import { correctsInPlace, decodeContent, isForPerson, type NewDelivery } from '../../core/messages/delivery.ts';
import type { Outbox, Settlement } from '../../core/ports/outbox.ts';
import type { Database, Traits } from '../database.ts';
import { type DeliveryRow, deliveryToRow } from '../rows/delivery.ts';
import { plainReason, type SubscriptionRow } from '../rows/subscription.ts';
import type { DeliveriesTable, Schema } from '../schema.ts';
import { moveChat } from './move-chat.ts';
import { holdCorrections, releaseCorrections } from './suspend.ts';
import {
  changeDeliveries,
  changeSubscriptions,
  type DeliveryChange,
  insertDeliveries,
  lockSubscriptions,
  ROWS_PER_STATEMENT,
  type SubscriptionChange,
  skipPending,
  whyNot,
} from './write-rows.ts';

/** Milliseconds after which a board that could not be edited is tried again. */
const BOARD_AGAIN_MS = 3_600_000;

export function createSettle(database: Database): Outbox['settle'] {
  return async (settlements) => {
    if (settlements.length === 0) return;
    await database.write(async (transaction) => {
      for (let start = 0; start < settlements.length; start += ROWS_PER_STATEMENT) {
        await settleSome(settlements.slice(start, start + ROWS_PER_STATEMENT), transaction, database.traits);
      }
    });
  };
}

/** What settlements change, collected so that it is written in few statements. */
interface Changes {
  /** As they will be. Subscriptions that are gone are missing. */
  readonly subscriptions: Map<string, SubscriptionRow>;
  readonly ofSubscriptions: Map<string, SubscriptionChange>;
  readonly ofDeliveries: Map<string, DeliveryChange>;
  readonly inserts: Insertable<DeliveriesTable>[];
  /** Notices beside messages that read as corrected already: one is enough for a place. */
  readonly besides: Insertable<DeliveriesTable>[];
}

async function settleSome(
  settlements: readonly Settlement[],
  transaction: Transaction<Schema>,
  traits: Traits,
): Promise<void> {
  const ids = settlements.map(({ delivery }) => delivery.subscription);
  const subscriptions = await lockSubscriptions(transaction, traits, ids);
  const rows = await attempting(settlements, transaction, traits);
  const changes: Changes = {
    subscriptions,
    ofSubscriptions: new Map(),
    ofDeliveries: new Map(),
    inserts: [],
    besides: [],
  };
  const live = settlements.flatMap((settlement) => {
    const row = rows.get(settlement.delivery.id);
    return row?.attempts === settlement.delivery.attempts ? [{ settlement, row }] : [];
  });
  for (const { settlement, row } of live) {
    if (changes.ofDeliveries.has(row.id)) continue;
    const change =
      settlement.state === 'pending' && (await isOvertaken(row, transaction))
        ? overtaken(settlement, row, changes)
        : outcome(settlement, row, changes);
    changes.ofDeliveries.set(row.id, change);
  }
  await changeDeliveries(transaction, changes.ofDeliveries);
  await changeSubscriptions(transaction, changes.ofSubscriptions);
  const suspended = live.filter(({ row }) => changes.ofSubscriptions.get(row.subscription)?.status === 'suspended');
  for (const { settlement, row } of suspended) {
    const skipping = { subscriptions: [row.subscription], keepNotices: true, reason: 'suspended', at: settlement.at };
    await skipPending(transaction, skipping);
  }
  for (const [id, { reason }] of changes.ofSubscriptions) {
    // Something arrived where it was refused before.
    const place = reason === null ? subscriptions.get(id)?.place : undefined;
    if (place !== undefined) await releaseCorrections(transaction, place, settlements[0]?.at ?? 0);
  }
  for (const { settlement, row } of live) {
    if ('suspend' in settlement && settlement.suspend)
      await holdCorrections(row.place, settlement, settlement.suspend.resumeAt, transaction);
  }
  await insertDeliveries(transaction, [...changes.inserts, ...(await oncePerPlace(changes, transaction))]);
  for (const { settlement, row } of live) {
    if ('place' in settlement && settlement.place !== undefined) {
      await moveChat(transaction, { from: row.chat, to: settlement.place, at: settlement.at });
    }
  }
}

/**
 * Of the notices beside edited messages those that a place does not have yet, whatever became of it: several messages there may have
 * shown what was corrected. Where an edit was impossible the notice is what tells, and is none of these.
 */
async function oncePerPlace(
  { inserts, besides }: Changes,
  transaction: Transaction<Schema>,
): Promise<readonly Insertable<DeliveriesTable>[]> {
  if (besides.length === 0) return [];
  const keyOf = ({ place, slot }: Pick<Insertable<DeliveriesTable>, 'place' | 'slot'>) => `${place} ${slot}`;
  // By place, not by correction: a place has few deliveries, a correction as many as there are places.
  const there = await transaction
    .selectFrom('deliveries')
    .select(['place', 'slot', 'kind'])
    .where('place', 'in', [...new Set(besides.map(({ place }) => place))])
    .where('slot', 'in', [...new Set(besides.map(({ slot }) => slot))])
    .execute();
  const known = new Set([...there, ...inserts].filter(({ kind }) => kind === 'correction').map(keyOf));
  return besides.filter((notice) => {
    const isFirst = !known.has(keyOf(notice));
    known.add(keyOf(notice));
    return isFirst;
  });
}

async function attempting(
  settlements: readonly Settlement[],
  transaction: Transaction<Schema>,
  { locksRows }: Traits,
): Promise<ReadonlyMap<string, DeliveryRow>> {
  const ids = settlements.map(({ delivery }) => delivery.id);
  const rows = await transaction
    .selectFrom('deliveries')
    .selectAll()
    .where('id', 'in', ids)
    .where('state', '=', 'attempting')
    .orderBy('id')
    .$if(locksRows, (query) => query.forUpdate())
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Planned anew while it was attempted: the newer one says it all. */
async function isOvertaken(row: DeliveryRow, transaction: Transaction<Schema>): Promise<boolean> {
  const { subscription, kind, slot, of } = row;
  if (kind !== 'digest' && kind !== 'board' && !correctsInPlace(row)) return false;
  const newer = await transaction
    .selectFrom('deliveries')
    .select('id')
    .where('subscription', '=', subscription)
    .where('kind', '=', kind)
    .where('of', '=', of)
    .where('slot', '>', slot)
    .where('state', 'in', ['pending', 'attempting', 'sent', 'unknown'])
    .limit(1)
    .executeTakeFirst();
  return newer !== undefined;
}

/** A refusal of what is no longer wanted is a refusal all the same. */
function overtaken(
  settlement: Extract<Settlement, { state: 'pending' }>,
  row: DeliveryRow,
  changes: Changes,
): DeliveryChange {
  noteSuspension(settlement, row, changes.subscriptions.get(row.subscription), changes);
  return skipped('overtaken', settlement.at);
}

/** What becomes of the delivery. What becomes of its subscription is noted in `changes`. */
function outcome(settlement: Settlement, row: DeliveryRow, changes: Changes): DeliveryChange {
  const { at } = settlement;
  const subscription = changes.subscriptions.get(row.subscription);
  switch (settlement.state) {
    case 'sent':
      note(changes, subscription, arrived(row, settlement.message, subscription));
      queue(changes.besides, settlement.follow, subscription, at);
      return {
        ...finished,
        ...(settlement.head !== undefined && { head: settlement.head }),
        state: 'sent',
        message: settlement.message,
        reason: null,
        finished_at: at,
      };
    case 'unknown':
      if (row.kind === 'digest') {
        note(changes, subscription, { ...toldUpTo(row, subscription), doubtful_slot: row.slot });
      }
      queue(changes.inserts, settlement.repeat, subscription, at);
      return { ...finished, state: 'unknown', reason: plainReason(settlement.reason), finished_at: at };
    case 'pending': {
      noteSuspension(settlement, row, subscription, changes);
      // While it was attempted, its subscription may have been paused or removed: then it is not tried again.
      const why = isOwedAnyway(row) ? undefined : whyNot(subscription);
      if (why !== undefined) return skipped(why, at);
      const unsent = settlement.isUnsent === true && { attempted_at: null, head: null };
      const { reason, dueAt } = settlement;
      return { ...finished, ...unsent, state: 'pending', reason: plainReason(reason), due_at: dueAt };
    }
    case 'dead':
      if (row.kind === 'board') note(changes, subscription, boardAfter(settlement, at));
      noteSuspension(settlement, row, subscription, changes);
      queue(changes.inserts, settlement.follow, subscription, at);
      return { ...finished, state: 'dead', reason: plainReason(settlement.reason), finished_at: at };
  }
}

/** An admin's pause is not turned into a suspension, and a second refusal changes nothing. A notice is for a person. */
function noteSuspension(
  settlement: Extract<Settlement, { state: 'dead' | 'pending' }>,
  row: DeliveryRow,
  subscription: SubscriptionRow | undefined,
  changes: Changes,
): void {
  if (!settlement.suspend || subscription?.status !== 'active' || isForPerson(row)) return;
  const { resumeAt, notice } = settlement.suspend;
  note(changes, subscription, { status: 'suspended', reason: plainReason(settlement.reason), resume_at: resumeAt });
  if (notice) changes.inserts.push(deliveryToRow(notice, settlement.at));
}

/** It is not what was planned: made anew where its message is gone, up to date when it is active again, else tried in an hour. */
function boardAfter(
  { isMessageGone, suspend }: Extract<Settlement, { state: 'dead' }>,
  at: number,
): SubscriptionChange {
  if (isMessageGone) return { board_message: null, board_seq: 0 };
  return suspend ? { board_seq: 0 } : { board_due_at: at + BOARD_AGAIN_MS };
}

/** What stands somewhere is corrected there whatever has become of its subscription; a notice and one's own drill are for a person. */
function isOwedAnyway(row: DeliveryRow): boolean {
  return isForPerson(row) || correctsInPlace(row);
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
    ...(row.kind === 'digest' && { ...toldUpTo(row, subscription), doubtful_slot: null }),
    ...(row.kind === 'board' && { board_message: row.chat === subscription?.chat ? message : null }),
    // It was kept since the last suspension, until something arrives again.
    ...(!isForPerson(row) && subscription?.status === 'active' && subscription.reason !== null && { reason: null }),
  };
}

function toldUpTo(row: DeliveryRow, subscription: SubscriptionRow | undefined): SubscriptionChange {
  const content = decodeContent(row.content);
  return content.kind === 'digest' ? { since_seq: Math.max(content.to, subscription?.since_seq ?? 0) } : {};
}

/** A subscription that was removed meanwhile has nothing to be noted. */
function note(changes: Changes, subscription: SubscriptionRow | undefined, change: SubscriptionChange): void {
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
  const why = whyNot(subscription);
  inserts.push(deliveryToRow(why === undefined ? delivery : { ...delivery, state: 'skipped', reason: why }, at));
}
