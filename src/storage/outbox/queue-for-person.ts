/** `Outbox.queueForPerson`: a newer message replaces the one that waits, and no other. */
import type { Outbox } from '../../core/ports/outbox.ts';
import type { Database } from '../database.ts';
import { deliveryToRow } from '../rows/delivery.ts';
import { insertDeliveries } from './write-rows.ts';

export function createQueueForPerson(database: Database): Outbox['queueForPerson'] {
  const { traits, clock } = database;
  return (delivery, last) =>
    database.write(async (transaction) => {
      const now = clock();
      if (last !== undefined) {
        const row = await transaction
          .selectFrom('deliveries')
          .select(['state', 'attempts'])
          .where('id', '=', last.id)
          .$if(traits.locksRows, (query) => query.forUpdate())
          .executeTakeFirst();
        // Claimed or recorded meanwhile: it has to be looked at again.
        if (row?.state !== last.state || row.attempts !== last.attempts) return false;
      }
      const written = await insertDeliveries(transaction, [deliveryToRow(delivery, now)]);
      if (written.size === 0) return false;
      if (last?.state === 'pending') {
        await transaction
          .updateTable('deliveries')
          .set({ state: 'skipped', reason: 'overtaken', finished_at: now })
          .where('id', '=', last.id)
          .execute();
      }
      return true;
    });
}
