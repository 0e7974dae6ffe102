/** The subscriptions of the core, on every database that Kysely speaks. */

import type { SelectQueryBuilder } from 'kysely';
import { kindsWith } from '../core/messages/kinds/index.ts';
import type { SubscriptionQuery, Subscriptions } from '../core/ports/subscriptions.ts';
import type { Database } from './database.ts';
import { releaseCorrections } from './outbox/hold-corrections.ts';
import { moveChat } from './outbox/move-chat.ts';
import { releaseHeld } from './outbox/release-held.ts';
import { skipPending, whyNot } from './outbox/write-rows.ts';
import { rowToDelivery } from './rows/delivery.ts';
import { rowToSubscription, subscriptionToRow } from './rows/subscription.ts';
import type { Schema, SubscriptionsTable } from './schema.ts';

const ALERTS = kindsWith(({ wantedBy }) => wantedBy === 'alerts');
const BOARDS = kindsWith(({ wantedBy }) => wantedBy === 'board');

export function createSubscriptions(database: Database): Subscriptions {
  const { traits, clock } = database;
  return {
    of: (place) =>
      database.read(async (db) => {
        const row = await db.selectFrom('subscriptions').selectAll().where('place', '=', place).executeTakeFirst();
        return row && rowToSubscription(row);
      }),

    async put(subscription) {
      const given = subscriptionToRow(subscription);
      await database.write(async (transaction) => {
        const stored = await transaction
          .selectFrom('subscriptions')
          .selectAll()
          .where((eb) => eb.or([eb('place', '=', given.place), eb('id', '=', given.id)]))
          .orderBy('id')
          .$if(traits.locksRows, (query) => query.forUpdate())
          .execute();
        const same = stored.find(({ id }) => id === given.id);
        const others = stored.filter(({ id }) => id !== given.id).map(({ id }) => id);
        // How far it has been told is the outbox's to know: not undone by an admin who read it before.
        const progress = same !== undefined && same.version !== given.version ? progressSoFar(same) : {};
        // What was queued while it was not active was skipped: its board is out of date.
        const stale = given.status === 'active' && same !== undefined && same.status !== 'active' && { board_seq: 0 };
        const row = { ...given, ...progress, ...stale, version: Math.max(given.version, same?.version ?? 0) + 1 };
        if (others.length > 0) await transaction.deleteFrom('subscriptions').where('id', 'in', others).execute();
        await transaction
          .insertInto('subscriptions')
          .values(row)
          .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
          .execute();
        const skipping = { keepsPersonal: true, at: clock() };
        await skipPending(transaction, { ...skipping, subscriptions: others, reason: 'unsubscribed' });
        const unwanted = [...(row.alerts === 'off' ? ALERTS : []), ...(row.board_wanted ? [] : BOARDS)];
        if (unwanted.length > 0) {
          await skipPending(transaction, { ...skipping, subscriptions: [row.id], kinds: unwanted, reason: 'settings' });
        }
        const why = whyNot(row);
        if (why !== undefined) await skipPending(transaction, { ...skipping, subscriptions: [row.id], reason: why });
        else {
          if (same?.status !== 'active') await releaseCorrections(transaction, row.place, clock());
          await releaseHeld(transaction, subscription, clock());
        }
      });
    },

    inChat: (chat) =>
      database.read(async (db) => {
        const rows = await db.selectFrom('subscriptions').selectAll().where('chat', '=', chat).orderBy('id').execute();
        return rows.map(rowToSubscription);
      }),

    move: (from, to) => database.write((transaction) => moveChat(transaction, { from, to, at: clock() })),

    remove: (place) =>
      database.write(async (transaction) => {
        const removed = await transaction
          .deleteFrom('subscriptions')
          .where('place', '=', place)
          .returning('id')
          .executeTakeFirst();
        if (removed === undefined) return false;
        await skipPending(transaction, { subscriptions: [removed.id], reason: 'unsubscribed', at: clock() });
        return true;
      }),

    read: (platform, query, { after, limit }) =>
      database.read(async (db) => {
        const rows = await wanted(db.selectFrom('subscriptions').where('platform', '=', platform), platform, query)
          .selectAll()
          .where('id', '>', after)
          .orderBy('id')
          .limit(limit)
          .execute();
        return rows.map(rowToSubscription);
      }),

    setUpBy: (person, limit) =>
      database.read(async (db) => {
        const rows = await db
          .selectFrom('subscriptions')
          .selectAll()
          .where('set_by', '=', person)
          .orderBy('place')
          .limit(limit)
          .execute();
        return rows.map(rowToSubscription);
      }),

    deliveries: (place, limit) =>
      database.read(async (db) => {
        const rows = await db
          .selectFrom('deliveries')
          .selectAll()
          .where('place', '=', place)
          .orderBy(({ fn }) => fn.coalesce('finished_at', 'due_at'), 'desc')
          .orderBy('id')
          .limit(limit)
          .execute();
        return rows.map(rowToDelivery);
      }),
  };
}

function progressSoFar({ since_seq, doubtful_slot, board_message, board_seq, board_due_at }: SubscriptionsTable) {
  return { since_seq, doubtful_slot, board_message, board_seq, board_due_at };
}

/** What a digest in doubt has told decides what the next one tells: its outcome is recorded first. */
function withoutDoubt<T>(
  subscriptions: SelectQueryBuilder<Schema, 'subscriptions', T>,
  platform: string,
): SelectQueryBuilder<Schema, 'subscriptions', T> {
  return subscriptions.where('id', 'not in', (eb) =>
    eb
      .selectFrom('deliveries')
      .select('deliveries.audience')
      // Not by reference: it would be looked for anew for every subscription.
      .where('deliveries.platform', '=', platform)
      .where('deliveries.state', 'in', ['pending', 'attempting'])
      .where('deliveries.kind', '=', 'digest')
      .where('deliveries.attempted_at', 'is not', null),
  );
}

function wanted<T>(
  subscriptions: SelectQueryBuilder<Schema, 'subscriptions', T>,
  platform: string,
  query: SubscriptionQuery,
): SelectQueryBuilder<Schema, 'subscriptions', T> {
  const active = subscriptions.where('status', '=', 'active');
  if (query.want === 'alerts') return active.where('alerts', '!=', 'off');
  const { now } = query;
  if (!('head' in query)) {
    return query.want === 'due'
      ? withoutDoubt(active.where('next_due_at', '<=', now), platform)
      : subscriptions.where('status', 'in', ['paused', 'suspended']).where('resume_at', '<=', now);
  }
  const { head } = query;
  return active
    .where('board_wanted', '=', 1)
    .where((eb) => eb.or([eb('board_seq', '<', head), eb('board_due_at', '<=', now)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('deliveries')
            .select('deliveries.id')
            .whereRef('deliveries.audience', '=', 'subscriptions.id')
            .where('deliveries.state', 'in', ['pending', 'attempting'])
            .where('deliveries.kind', '=', 'board'),
        ),
      ),
    );
}
