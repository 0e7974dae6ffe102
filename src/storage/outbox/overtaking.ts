/** What makes a delivery needless: a later one of the same audience, or the same notice in the same place. */

import type { Insertable, Transaction } from 'kysely';
import { kindSchema, kindsWith, traitsOf } from '../../core/messages/kinds/index.ts';
import type { DeliveryRow } from '../rows/delivery.ts';
import type { DeliveriesTable, Schema } from '../schema.ts';

type NewRow = Insertable<DeliveriesTable>;

const NOTICES = kindsWith(({ corrects }) => corrects === 'by notice');

/** Planned anew while it was attempted: the newer one says it all. */
export async function isOvertaken(row: DeliveryRow, transaction: Transaction<Schema>): Promise<boolean> {
  const { overtakenBy } = traitsOf(kindSchema.parse(row.kind));
  if (overtakenBy === null) return false;
  const others = transaction
    .selectFrom('deliveries')
    .select('id')
    .where('audience', '=', row.audience)
    .where('kind', '=', row.kind)
    .where('state', 'in', ['pending', 'attempting', 'sent', 'unknown']);
  const newer =
    overtakenBy === 'later'
      ? others.where('about', '>', row.about)
      : others.where('about', '=', row.about).where('position', '>', row.position);
  return (await newer.limit(1).executeTakeFirst()) !== undefined;
}

/**
 * Of the notices beside edited messages those that a place does not have yet, whatever became of it: several messages
 * there may have shown what was corrected. Where an edit was impossible the notice is in `inserts`, and is none of
 * these.
 */
export async function oncePerPlace(
  { inserts, besides }: { readonly inserts: readonly NewRow[]; readonly besides: readonly NewRow[] },
  transaction: Transaction<Schema>,
): Promise<readonly NewRow[]> {
  if (besides.length === 0) return [];
  const keyOf = ({ place, position }: Pick<NewRow, 'place' | 'position'>) => `${place} ${position}`;
  // By place, not by correction: a place has few deliveries, a correction as many as there are places.
  const there = await transaction
    .selectFrom('deliveries')
    .select(['place', 'position'])
    .where('place', 'in', [...new Set(besides.map(({ place }) => place))])
    .where('position', 'in', [...new Set(besides.map(({ position }) => position))])
    .where('kind', 'in', NOTICES)
    .execute();
  const isNotice = ({ kind }: NewRow) => NOTICES.some((one) => one === kind);
  const known = new Set([...there, ...inserts.filter(isNotice)].map(keyOf));
  return besides.filter((notice) => {
    const isFirst = !known.has(keyOf(notice));
    known.add(keyOf(notice));
    return isFirst;
  });
}
