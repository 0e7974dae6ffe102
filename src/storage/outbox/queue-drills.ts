/** Queues drills: to subscriptions that are active, and to their author in any case. */
import { setImmediate as breathe } from 'node:timers/promises';
import { isForSubscription, type NewDelivery } from '../../core/messages/delivery.ts';
import type { Database } from '../database.ts';
import { deliveryToRow } from '../rows/delivery.ts';
import { insertDeliveries, lockSubscriptions } from './write-rows.ts';

/** What is there already is left as it is. Resolves to the number written. */
export type QueueDrills = (drills: readonly NewDelivery[]) => Promise<number>;

export function createQueueDrills(database: Database): QueueDrills {
  return async (drills) => {
    const count = await database.write(async (transaction) => {
      const ids = drills.filter(({ kind }) => isForSubscription(kind)).map(({ audience }) => audience);
      const subscriptions = await lockSubscriptions(transaction, database.traits, ids);
      const wanted = drills.filter(
        ({ kind, audience }) => !isForSubscription(kind) || subscriptions.get(audience)?.status === 'active',
      );
      const now = database.clock();
      const written = await insertDeliveries(
        transaction,
        wanted.map((one) => deliveryToRow({ ...one, place: subscriptions.get(one.audience)?.place ?? one.place }, now)),
      );
      return written.size;
    });
    // Thousands are queued one lot after another: whoever asks something meanwhile is answered in between.
    await breathe();
    return count;
  };
}
