/** `Outbox.claim`: the next deliveries to send, taken so that nobody else takes them. Asked many times a second. */

import type { Kysely, Transaction } from 'kysely';
import type { Delivery } from '../../core/messages/delivery.ts';
import type { Outbox } from '../../core/ports/outbox.ts';
import type { Database, Traits } from '../database.ts';
import { rowToDelivery } from '../rows/delivery.ts';
import type { Schema } from '../schema.ts';

type Claiming = Parameters<Outbox['claim']>[0];

/** Rows looked at for each one wanted: several may be of one chat. */
const ROWS_PER_CHAT = 4;

/**
 * One of a chat: what two processes that are both sending for a platform claim at the very same moment may still be of
 * one chat (never the same delivery). Only one of them is meant to be sending.
 */
export function createClaim(database: Database): Outbox['claim'] {
  return async (claiming) => {
    if (claiming.limit <= 0) return [];
    // Most of the time nothing is due, and a read keeps nobody from writing.
    const isIdle = await database.read(
      async (db) =>
        (await due(db, claiming, [], 1)).length === 0 && (await expired(db, claiming).limit(1).execute()).length === 0,
    );
    if (isIdle) return [];
    return database.write(async (transaction) => {
      await expire(transaction, claiming, database.traits);
      const ids = await choose(transaction, claiming, database.traits);
      return ids.length === 0 ? [] : take(transaction, claiming, ids);
    });
  };
}

async function choose(
  transaction: Transaction<Schema>,
  claiming: Claiming,
  traits: Traits,
): Promise<readonly string[]> {
  const chosen = new Map<string, string>();
  for (;;) {
    const asked = (claiming.limit - chosen.size) * ROWS_PER_CHAT;
    const found = await due(transaction, claiming, [...chosen.keys()], asked, traits);
    for (const { id, chat } of found) {
      if (chosen.size < claiming.limit && !chosen.has(chat)) chosen.set(chat, id);
    }
    if (chosen.size === claiming.limit || found.length < asked) return [...chosen.values()];
  }
}

async function take(
  transaction: Transaction<Schema>,
  { now, holder, leaseMs, head }: Claiming,
  ids: readonly string[],
): Promise<readonly Delivery[]> {
  const rows = await transaction
    .updateTable('deliveries')
    .set((eb) => ({
      state: 'attempting',
      attempts: eb('attempts', '+', 1),
      attempted_at: eb.fn.coalesce('attempted_at', eb.val(now)),
      ...(head !== undefined && { head: eb.fn.coalesce('head', eb.val(head)) }),
      holder,
      lease_until: now + leaseMs,
    }))
    .where('id', 'in', ids)
    .returningAll()
    .execute();
  const byId = new Map(rows.map((row) => [row.id, rowToDelivery(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** In the order of the index that it is read from, which holds all that is asked: thousands that wait cost nothing. */
function due(
  db: Kysely<Schema>,
  { platform, now, except }: Claiming,
  chosen: readonly string[],
  limit: number,
  traits?: Traits,
) {
  const others = [...except, ...chosen];
  return (
    db
      .selectFrom('deliveries')
      .select(['id', 'chat'])
      .where('platform', '=', platform)
      .where('state', '=', 'pending')
      .where('due_at', '<=', now)
      .where('chat', 'not in', (eb) =>
        eb
          .selectFrom('deliveries as others')
          .select('others.chat')
          .where('others.platform', '=', platform)
          .where('others.state', '=', 'attempting'),
      )
      .$if(others.length > 0, (query) => query.where('chat', 'not in', others))
      .orderBy('lane')
      .orderBy('due_at')
      .orderBy('chat')
      // Edits before the notices that follow them, and all else in one order on every database.
      .orderBy('kind')
      .orderBy('id')
      .limit(limit)
      .$if(traits?.locksRows === true, (query) => query.forUpdate().skipLocked())
      .execute()
  );
}

function expired(db: Kysely<Schema>, { platform, now }: Claiming) {
  return (
    db
      .selectFrom('deliveries')
      .select('id')
      .where('platform', '=', platform)
      .where('state', '=', 'pending')
      .where('expires_at', '<', now)
      // What may have arrived is looked into by whoever sends, also when it is too late to send it.
      .where('attempted_at', 'is', null)
  );
}

async function expire(transaction: Transaction<Schema>, claiming: Claiming, { locksRows }: Traits): Promise<void> {
  await transaction
    .updateTable('deliveries')
    .set({ state: 'dead', reason: 'expired', finished_at: claiming.now })
    .where(
      'id',
      'in',
      expired(transaction, claiming).$if(locksRows, (query) => query.forUpdate().skipLocked()),
    )
    .execute();
}
