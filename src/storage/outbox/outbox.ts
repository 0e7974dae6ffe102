/** The outbox of the core, on every database that Kysely speaks. */

import type { DeliveryState } from '../../core/messages/delivery.ts';
import type { Outbox } from '../../core/ports/outbox.ts';
import type { Database } from '../database.ts';
import { keyColumns, rowToDelivery } from '../rows/delivery.ts';
import { createClaim } from './claim.ts';
import { createPlan } from './plan.ts';
import { createQueueForPerson } from './queue-for-person.ts';
import { createRecordOutcomes } from './record-outcomes.ts';

export function createOutbox(database: Database): Outbox {
  return {
    plan: createPlan(database),
    claim: createClaim(database),
    recordOutcomes: createRecordOutcomes(database),
    queueForPerson: createQueueForPerson(database),

    find: (key) =>
      database.read(async (db) => {
        const { kind, audience, about, position, repeat } = keyColumns(key);
        const row = await db
          .selectFrom('deliveries')
          .selectAll()
          .where('audience', '=', audience)
          .where('kind', '=', kind)
          .where('about', '=', about)
          .where('position', '=', position)
          .where('repeat', '=', repeat)
          .executeTakeFirst();
        return row && rowToDelivery(row);
      }),

    interrupted: ({ platform, holder, now, isAlone }) =>
      database.read(async (db) => {
        const rows = await db
          .selectFrom('deliveries')
          .selectAll()
          .where('platform', '=', platform)
          .where('state', '=', 'attempting')
          .where((eb) => eb.or([eb('lease_until', '<=', now), ...(isAlone ? [eb('holder', '!=', holder)] : [])]))
          .orderBy('lane')
          .orderBy('due_at')
          .orderBy('id')
          .execute();
        return rows.map(rowToDelivery);
      }),

    forget: (platform, before, limit) =>
      database.write(async (transaction) => {
        const forgotten = await transaction
          .deleteFrom('deliveries')
          .where('id', 'in', (eb) =>
            eb
              .selectFrom('deliveries')
              .select('deliveries.id')
              .where('deliveries.platform', '=', platform)
              .where('deliveries.state', 'not in', ['pending', 'attempting'])
              .where('deliveries.finished_at', '<', before)
              .limit(limit),
          )
          .executeTakeFirst();
        return Number(forgotten.numDeletedRows);
      }),

    counts: (platform) =>
      database.read(async (db) => {
        const rows = await db
          .selectFrom('deliveries')
          .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
          .where('platform', '=', platform)
          .groupBy('state')
          .execute();
        const counted = new Map(rows.map(({ state, count }) => [state, count]));
        const count = (state: DeliveryState) => counted.get(state) ?? 0;
        return {
          pending: count('pending'),
          attempting: count('attempting'),
          sent: count('sent'),
          unknown: count('unknown'),
          dead: count('dead'),
          skipped: count('skipped'),
        };
      }),
  };
}
