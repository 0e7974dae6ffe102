/** Boards that are out of date, for one platform. */
import { encodeContent } from '../../core/messages/content.ts';
import { newDelivery } from '../../core/messages/delivery.ts';
import { board } from '../../core/messages/kinds/board.ts';
import { inBatches, type Planning } from './in-batches.ts';

/** Queues an edit for every board that shows an older ledger, or ages that have changed since. */
export async function planBoards(planning: Planning, now: number): Promise<number> {
  const { head } = planning.dossier();
  return inBatches(planning, { want: 'board', now, head }, (subscription) => {
    const { id, place, settings } = subscription;
    const { topics, side, timezone } = settings;
    const delivery = newDelivery({
      kind: 'board',
      audience: id,
      about: board.about(now),
      place,
      content: encodeContent({ kind: 'board', topics, side, timezone }),
      dueAt: now,
      expiresAt: now + board.lifetimeMs,
      message: subscription.board.message,
    });
    return { subscription, next: { board: { seq: head, dueAt: nextMidnight(timezone, now) } }, deliveries: [delivery] };
  });
}

/** Ages are counted in local days. */
function nextMidnight(timezone: string, now: number): number {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone);
  return local.add({ days: 1 }).startOfDay().epochMilliseconds;
}
