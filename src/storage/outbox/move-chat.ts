/** A chat that has another id now: its subscriptions and what is queued for them follow it, threads included. */
import type { Transaction } from 'kysely';
import { chatOf } from '../../core/subscriptions/subscription.ts';
import { storableText } from '../rows/revision.ts';
import type { Schema } from '../schema.ts';
import { changeDeliveries, changeSubscriptions, skipPending } from './write-rows.ts';

/**
 * Messages are numbered anew there: what was sent, or is being sent, stays where it is, and so does what edits it.
 * `from` is a chat, `to` a place in the new one, `at` Unix time in ms. Where the new place has a subscription already,
 * that one stays and the old one is removed.
 */
export async function moveChat(
  transaction: Transaction<Schema>,
  { from, to, at }: { readonly from: string; readonly to: string; readonly at: number },
): Promise<void> {
  const chat = storableText(chatOf(to), 'place');
  if (chat === from) return;
  const moved = (place: string) => chat + place.slice(from.length);
  const subscriptions = await transaction
    .selectFrom('subscriptions')
    .select(['id', 'place', 'chat'])
    .where('chat', 'in', [from, chat])
    .orderBy('id')
    .execute();
  const taken = new Set(subscriptions.filter((one) => one.chat === chat).map(({ place }) => place));
  const leaving = subscriptions.filter((one) => one.chat === from);
  const replaced = leaving.filter(({ place }) => taken.has(moved(place))).map(({ id }) => id);
  await skipPending(transaction, { subscriptions: replaced, reason: 'unsubscribed', at });
  if (replaced.length > 0) await transaction.deleteFrom('subscriptions').where('id', 'in', replaced).execute();
  const staying = leaving.filter(({ id }) => !replaced.includes(id));
  await changeSubscriptions(
    transaction,
    new Map(staying.map(({ id, place }) => [id, { place: moved(place), chat, board_message: null, board_seq: 0 }])),
  );
  const deliveries = await transaction
    .selectFrom('deliveries')
    .select(['id', 'place'])
    .where('chat', '=', from)
    .where('state', '=', 'pending')
    // A board is sent anew.
    .where((eb) => eb.or([eb('message', 'is', null), eb('kind', '=', 'board')]))
    .orderBy('id')
    .execute();
  const change = (place: string) => ({ place: moved(place), chat, message: null });
  await changeDeliveries(transaction, new Map(deliveries.map(({ id, place }) => [id, change(place)])));
}
