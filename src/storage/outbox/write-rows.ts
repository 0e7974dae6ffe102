/** What all parts of the outbox write: subscriptions locked and changed, deliveries queued, changed and skipped. */
import type { Insertable, Transaction } from 'kysely';
import { type DeliveryKind, kindsWith } from '../../core/messages/kinds/index.ts';
import type { Traits } from '../database.ts';
import type { DeliveryRow } from '../rows/delivery.ts';
import type { SubscriptionRow } from '../rows/subscription.ts';
import type { DeliveriesTable, Schema } from '../schema.ts';

export type SubscriptionChange = Partial<SubscriptionRow>;
export type DeliveryChange = Partial<DeliveryRow>;

/**
 * Ids in one statement: with 22 values for a row well under what a statement may have (SQLite 32,766, PostgreSQL
 * 65,535).
 */
export const ROWS_PER_STATEMENT = 1000;

/**
 * The subscriptions of these ids that there are. Whoever changes both locks subscriptions before deliveries, in order
 * of id, so that transactions do not wait for each other in a circle.
 */
export async function lockSubscriptions(
  transaction: Transaction<Schema>,
  { locksRows }: Traits,
  ids: Iterable<string>,
): Promise<Map<string, SubscriptionRow>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('subscriptions')
    .selectAll()
    .where('id', 'in', wanted)
    .orderBy('id')
    .$if(locksRows, (query) => query.forUpdate())
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Equal changes go in one statement. Each counts in `version`. */
export async function changeSubscriptions(
  transaction: Transaction<Schema>,
  changes: ReadonlyMap<string, SubscriptionChange>,
): Promise<void> {
  for (const { ids, change } of alike(changes)) {
    await transaction
      .updateTable('subscriptions')
      .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
      .where('id', 'in', ids)
      .execute();
  }
}

/** Equal changes go in one statement. */
export async function changeDeliveries(
  transaction: Transaction<Schema>,
  changes: ReadonlyMap<string, DeliveryChange>,
): Promise<void> {
  for (const { ids, change } of alike(changes)) {
    await transaction.updateTable('deliveries').set(change).where('id', 'in', ids).execute();
  }
}

/** Leaves those that are there already as they are. Resolves to the ids of those written. */
export async function insertDeliveries(
  transaction: Transaction<Schema>,
  rows: readonly Insertable<DeliveriesTable>[],
): Promise<ReadonlySet<string>> {
  const written = new Set<string>();
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const inserted = await transaction
      .insertInto('deliveries')
      .values(rows.slice(start, start + ROWS_PER_STATEMENT))
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    for (const { id } of inserted) written.add(id);
  }
  return written;
}

const OWED_ANYWAY = kindsWith(({ corrects }) => corrects === 'in place');
const APART = kindsWith(({ audience }) => audience !== 'subscription');

/** What is skipped: everything queued for these subscriptions but corrections in place. */
interface Skipping {
  readonly subscriptions: readonly string[];
  /** Only these; left out: all. */
  readonly kinds?: readonly DeliveryKind[];
  /** Ids of deliveries that stay. */
  readonly except?: readonly string[];
  /** What goes to a person stays. */
  readonly keepsPersonal?: boolean;
  readonly reason: string;
  /** Unix time in ms. */
  readonly at: number;
}

export async function skipPending(transaction: Transaction<Schema>, skipping: Skipping): Promise<void> {
  const { subscriptions, kinds, except = [], keepsPersonal = false, reason, at } = skipping;
  if (subscriptions.length === 0) return;
  await transaction
    .updateTable('deliveries')
    .set({ state: 'skipped', reason, finished_at: at })
    .where('audience', 'in', subscriptions)
    .where('state', '=', 'pending')
    .where('kind', 'not in', [...OWED_ANYWAY, ...(keepsPersonal ? APART : [])])
    .$if(kinds !== undefined, (query) => query.where('kind', 'in', kinds ?? []))
    .$if(except.length > 0, (query) => query.where('id', 'not in', except))
    .execute();
}

/**
 * Why nothing may be queued for it: a code; undefined where it may. `subscription` is undefined where it is no more.
 */
export function whyNot(subscription: Pick<SubscriptionRow, 'status'> | undefined): string | undefined {
  if (subscription === undefined) return 'unsubscribed';
  return subscription.status === 'active' ? undefined : subscription.status;
}

function alike<T>(changes: ReadonlyMap<string, T>): readonly { readonly ids: readonly string[]; readonly change: T }[] {
  const groups = Map.groupBy(changes, ([, change]) => JSON.stringify(change));
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    return first === undefined ? [] : [{ change: first[1], ids: members.map(([id]) => id) }];
  });
}
