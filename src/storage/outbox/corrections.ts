/** The outbox's part in corrections: what was sent and showed what, corrections queued, and how far they came. */

import { type SelectQueryBuilder, sql, type Transaction } from 'kysely';
import { coverageOf } from '../../core/messages/coverage.ts';
import type { NewDelivery } from '../../core/messages/delivery.ts';
import type { Outbox, Rendering } from '../../core/ports/outbox.ts';
import type { Database } from '../database.ts';
import { deliveryToRow, rowToDelivery } from '../rows/delivery.ts';
import type { Schema } from '../schema.ts';
import { insertDeliveries, ROWS_PER_STATEMENT } from './write-rows.ts';

type Correcting = Pick<Outbox, 'renderingsBefore' | 'messagesOf' | 'correct' | 'delivery' | 'coverage'>;

/** Ages are of a local day, and every time zone is whole quarters of an hour away from the next. */
const QUARTER_MS = 900_000;
const quarter = sql<number>`(deliveries.attempted_at / ${sql.lit(QUARTER_MS)}) * ${sql.lit(QUARTER_MS)}`;

export function createCorrecting(database: Database): Correcting {
  return {
    renderingsBefore: (platform, seq) =>
      database.read((db) =>
        standing(db.selectFrom('deliveries').where('platform', '=', platform).where('head', '<', seq))
          .select(['content', sql<number>`head`.as('head'), quarter.as('at')])
          .distinct()
          .orderBy('head')
          .orderBy('content')
          .orderBy('at')
          .execute(),
      ),

    messagesOf: (platform, { content, head, at }: Rendering, { after, limit }) =>
      database.read(async (db) => {
        const rows = await standing(db.selectFrom('deliveries').where('platform', '=', platform))
          .selectAll()
          .where('head', '=', head)
          .where('content', '=', content)
          .where('attempted_at', '>=', at)
          .where('attempted_at', '<', at + QUARTER_MS)
          .where('id', '>', after)
          .orderBy('id')
          .limit(limit)
          .execute();
        return rows.map(rowToDelivery);
      }),

    correct: (corrections) =>
      database.write(async (transaction) => {
        const now = database.clock();
        const resumeAt = await suspendedUntil(corrections, transaction);
        const rows = corrections.map((one) =>
          deliveryToRow({ ...one, dueAt: Math.max(one.dueAt, resumeAt.get(one.place) ?? 0) }, now),
        );
        const written = await insertDeliveries(transaction, rows);
        const added = rows.filter(({ id }) => written.has(id));
        for (const [slot, newer] of Map.groupBy(added, (row) => row.slot)) {
          await transaction
            .updateTable('deliveries')
            .set({ state: 'skipped', reason: 'overtaken', finished_at: now })
            .where(
              'of',
              'in',
              newer.map(({ of }) => of ?? ''),
            )
            .where('state', '=', 'pending')
            .where('slot', '>', 0)
            .where('slot', '<', slot)
            .execute();
        }
        return written.size;
      }),

    delivery: (id) =>
      database.read(async (db) => {
        const row = await db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst();
        return row && rowToDelivery(row);
      }),

    coverage: (seq) =>
      database.read(async (db) => {
        const rows = await db
          .selectFrom('deliveries')
          .select(['of', 'slot', 'state', 'reason'])
          .where('of', 'in', (eb) =>
            eb
              .selectFrom('deliveries as planned')
              .select('planned.of')
              .where('planned.kind', '=', 'correction')
              .where('planned.slot', '=', seq),
          )
          .execute();
        return coverageOf(rows, seq);
      }),
  };
}

/** When the places of these that refuse for now are tried again, in Unix time in ms. */
async function suspendedUntil(
  corrections: readonly NewDelivery[],
  transaction: Transaction<Schema>,
): Promise<ReadonlyMap<string, number>> {
  const places = [...new Set(corrections.map(({ place }) => place))];
  const until = new Map<string, number>();
  for (let start = 0; start < places.length; start += ROWS_PER_STATEMENT) {
    const rows = await transaction
      .selectFrom('subscriptions')
      .select(['place', 'resume_at'])
      .where('place', 'in', places.slice(start, start + ROWS_PER_STATEMENT))
      .where('status', '=', 'suspended')
      .execute();
    for (const { place, resume_at } of rows) if (resume_at !== null) until.set(place, resume_at);
  }
  return until;
}

/** What stands in a chat, or may: digests, alerts, and messages that tell of a correction. */
function standing<T>(deliveries: SelectQueryBuilder<Schema, 'deliveries', T>) {
  return deliveries
    .where('state', 'in', ['sent', 'unknown', 'attempting', 'pending'])
    .where('attempted_at', 'is not', null)
    .where((eb) =>
      eb.or([eb('kind', 'in', ['digest', 'alert']), eb.and([eb('kind', '=', 'correction'), eb('slot', '<', 0)])]),
    );
}
