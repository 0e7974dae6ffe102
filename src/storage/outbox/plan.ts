/** `Outbox.plan`: subscriptions move on and their deliveries are queued, in one transaction and few statements. */

import type { Transaction } from 'kysely';
import { kindsWith } from '../../core/messages/kinds/index.ts';
import type { Outbox, Planned } from '../../core/ports/outbox.ts';
import type { Database } from '../database.ts';
import { deliveryToRow } from '../rows/delivery.ts';
import { plainText, type SubscriptionRow } from '../rows/subscription.ts';
import type { Schema } from '../schema.ts';
import {
  changeSubscriptions,
  insertDeliveries,
  lockSubscriptions,
  ROWS_PER_STATEMENT,
  type SubscriptionChange,
  skipPending,
} from './write-rows.ts';

const OVERTAKEN_BY_LATER = kindsWith(({ overtakenBy }) => overtakenBy === 'later');

export function createPlan(database: Database): Outbox['plan'] {
  return async (planned) => {
    if (planned.length === 0) return 0;
    return database.write(async (transaction) => {
      let written = 0;
      for (let start = 0; start < planned.length; start += ROWS_PER_STATEMENT) {
        written += await planSome(planned.slice(start, start + ROWS_PER_STATEMENT), transaction, database);
      }
      return written;
    });
  };
}

async function planSome(
  planned: readonly Planned[],
  transaction: Transaction<Schema>,
  { traits, clock }: Database,
): Promise<number> {
  const now = clock();
  const rows = await lockSubscriptions(
    transaction,
    traits,
    planned.map(({ subscription }) => subscription.id),
  );
  const changes = new Map<string, SubscriptionChange>();
  const accepted = planned.filter(({ subscription: { id, version }, next }) => {
    const row = rows.get(id);
    if (row === undefined) return false;
    if (Object.keys(next).length === 0) return row.status === 'active';
    if (row.version !== version || changes.has(id)) return false;
    changes.set(id, changeOf(next));
    return true;
  });
  await changeSubscriptions(transaction, changes);
  const deliveries = accepted.flatMap((one) => rowsOf(one, rows, now));
  const inserted = await insertDeliveries(transaction, deliveries);
  for (const kind of OVERTAKEN_BY_LATER) {
    const newer = deliveries.filter((one) => one.kind === kind && one.state === 'pending' && inserted.has(one.id));
    await skipPending(transaction, {
      subscriptions: newer.map(({ audience }) => audience),
      kinds: [kind],
      except: newer.map(({ id }) => id),
      reason: 'overtaken',
      at: now,
    });
  }
  for (const status of ['paused', 'suspended'] as const) {
    const subscriptions = accepted.filter(({ next }) => next.status === status).map((one) => one.subscription.id);
    await skipPending(transaction, { subscriptions, keepsPersonal: true, reason: status, at: now });
  }
  return inserted.size;
}

/** A chat may have moved since the subscription was read: what is for its place goes to where it is now. */
function rowsOf(
  { subscription: { id, place: readPlace }, deliveries }: Planned,
  rows: ReadonlyMap<string, SubscriptionRow>,
  now: number,
) {
  return deliveries.map((delivery) =>
    deliveryToRow(
      { ...delivery, place: delivery.place === readPlace ? (rows.get(id)?.place ?? readPlace) : delivery.place },
      now,
    ),
  );
}

function changeOf({ nextDueAt, status, reason, resumeAt, board }: Planned['next']): SubscriptionChange {
  return {
    ...(nextDueAt !== undefined && { next_due_at: nextDueAt }),
    ...(status !== undefined && { status }),
    ...(reason !== undefined && { reason: reason === null ? null : plainText(reason) }),
    ...(resumeAt !== undefined && { resume_at: resumeAt }),
    ...(board !== undefined && { board_seq: board.seq, board_due_at: board.dueAt }),
  };
}
