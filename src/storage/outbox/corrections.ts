/** Corrections on every database that Kysely speaks: what was sent, corrections queued, and how far they came. */

import { type SelectQueryBuilder, sql, type Transaction } from 'kysely';
import { coverageOf } from '../../core/messages/coverage.ts';
import type { NewDelivery } from '../../core/messages/delivery.ts';
import { kindSchema, kindsWith, traitsOf } from '../../core/messages/kinds/index.ts';
import type { Corrections, Rendering } from '../../core/ports/corrections.ts';
import type { Database } from '../database.ts';
import { deliveryToRow, rowToDelivery } from '../rows/delivery.ts';
import type { Schema } from '../schema.ts';
import { insertDeliveries, ROWS_PER_STATEMENT } from './write-rows.ts';

const CORRECTIONS = kindsWith(({ corrects }) => corrects !== null);
const IN_PLACE = kindsWith(({ corrects }) => corrects === 'in place');
const OVERTAKEN = kindsWith(({ overtakenBy }) => overtakenBy === 'position');
const STANDING = kindsWith(({ shows }) => shows !== null);

/** Ages are of a local day, and every time zone is whole quarters of an hour away from the next. */
const QUARTER_MS = 900_000;
const quarter = sql<number>`(deliveries.attempted_at / ${sql.lit(QUARTER_MS)}) * ${sql.lit(QUARTER_MS)}`;

export function createCorrections(database: Database): Corrections {
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

    queue: (corrections) =>
      database.write(async (transaction) => {
        const now = database.clock();
        const resumeAt = await suspendedUntil(corrections, transaction);
        const rows = corrections.map((one) =>
          deliveryToRow({ ...one, dueAt: Math.max(one.dueAt, resumeAt.get(one.place) ?? 0) }, now),
        );
        const written = await insertDeliveries(transaction, rows);
        const added = rows.filter(({ id }) => written.has(id));
        for (const [position, newer] of Map.groupBy(added, (row) => row.position)) {
          await transaction
            .updateTable('deliveries')
            .set({ state: 'skipped', reason: 'overtaken', finished_at: now })
            .where(
              'about',
              'in',
              newer.map(({ about }) => about),
            )
            .where('state', '=', 'pending')
            .where('kind', 'in', OVERTAKEN)
            .where('position', '<', position)
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
          .select(['about', 'position', 'kind', 'state', 'reason'])
          .where('kind', 'in', CORRECTIONS)
          .where('about', 'in', (eb) =>
            eb
              .selectFrom('deliveries as planned')
              .select('planned.about')
              .where('planned.kind', 'in', IN_PLACE)
              .where('planned.position', '=', seq),
          )
          .execute();
        const corrects = (kind: string) => traitsOf(kindSchema.parse(kind)).corrects;
        return coverageOf(
          rows.map(({ kind, ...row }) => ({ ...row, corrects: corrects(kind) })),
          seq,
        );
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

/** What stands in a chat, or may, and shows what can be corrected. */
function standing<T>(deliveries: SelectQueryBuilder<Schema, 'deliveries', T>) {
  return deliveries
    .where('state', 'in', ['sent', 'unknown', 'attempting', 'pending'])
    .where('attempted_at', 'is not', null)
    .where('kind', 'in', STANDING);
}
