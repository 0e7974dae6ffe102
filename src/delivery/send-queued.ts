/** The loop that sends what is queued for one platform: claims deliveries, tries them and records the outcomes. */

import type { Logger } from 'pino';
import type { Delivery } from '../core/messages/delivery.ts';
import type { AttemptOutcome } from '../core/ports/outbox.ts';
import { chatOf } from '../core/subscriptions/subscription.ts';
import type { Sending } from './sending.ts';
import { interruptedOutcome, LEASE_MS, tryDelivery } from './try-delivery.ts';

/** Sends under way at once. After a crash no more than these can be in doubt. */
export const MAX_IN_FLIGHT = 16;
/** Milliseconds between looks at an outbox in which nothing was due, and after the database failed. */
const IDLE_MS = 500;
const AFTER_FAILURE_MS = 2000;
/** Milliseconds between looks for interrupted attempts of other processes. */
const RECOVER_EVERY_MS = 3000;
const PROGRESS_EVERY_MS = 10_000;
/**
 * While sends are in the air the loop looks every so many ms: what landed and what may leave meanwhile is one
 * transaction each. On SQLite a commit stops the process until the disk has it, and what is about to leave then leaves
 * late.
 */
const GROUP_MS = 50;
/** Milliseconds that the loop sleeps at least where nothing may be sent. */
const LEAST_WAIT_MS = 5;

/** Resolves once `signal` aborted and every send that was under way is recorded. Rejects never. */
export async function sendQueued(sending: Sending): Promise<void> {
  const { messenger, outbox, pacer, clock, log, wake, signal, holder } = sending;
  const { platform } = messenger;
  const flights = new Map<string, Promise<void>>();
  const inTheAir = new Set<string>();
  const landed: AttemptOutcome[] = [];
  const progress = { since: clock(), sent: 0 };
  let recoveredAt: number | undefined;

  const fly = async (delivery: Delivery, claimedAt: number): Promise<void> => {
    landed.push(await tryDelivery(delivery, claimedAt, sending));
    // The last one of all, or one of as many as may be: nothing else would wake the loop in time.
    if (landed.length === flights.size || flights.size >= MAX_IN_FLIGHT) wake.ring();
  };
  /** An attempt counts as under way until its outcome is on disk. */
  const record = async (): Promise<void> => {
    const outcomes = landed.splice(0);
    if (outcomes.length === 0) return;
    try {
      await outbox.recordOutcomes(outcomes);
    } catch (error) {
      landed.unshift(...outcomes);
      throw error;
    }
    for (const { delivery } of outcomes) flights.delete(delivery.id);
    progress.sent += outcomes.filter(({ state }) => state === 'sent').length;
    for (const outcome of outcomes) logFailure(outcome, log);
  };
  const recover = async (): Promise<void> => {
    const now = clock();
    if (recoveredAt !== undefined && (sending.isAlone || now - recoveredAt < RECOVER_EVERY_MS)) return;
    const all = await outbox.interrupted({ platform, holder, now, isAlone: sending.isAlone });
    // What this process has in the air is not interrupted, however long the database takes to record it.
    const left = all.filter(({ id }) => !flights.has(id));
    if (left.length > 0) {
      log.warn({ platform, deliveries: left.length }, 'Sends were interrupted; whether they arrived is not known');
      await outbox.recordOutcomes(await Promise.all(left.map((delivery) => interruptedOutcome(delivery, sending))));
    }
    recoveredAt = now;
  };
  /** Resolves to the milliseconds after which there may be more to do. */
  const claim = async (): Promise<number> => {
    const now = clock();
    // A landing wakes the loop then.
    if (flights.size >= MAX_IN_FLIGHT) return IDLE_MS;
    // What becomes free before the next look is claimed now; each leaves when its time comes.
    const limit = Math.min(pacer.free(now, flights.size > 0 ? GROUP_MS : 0), MAX_IN_FLIGHT - flights.size);
    if (limit === 0) return Math.max(LEAST_WAIT_MS, pacer.wait(now));
    const except = [...pacer.blocked(now), ...new Set([...inTheAir].map(chatOf))];
    const claimed = await outbox.claim({
      platform,
      limit,
      now,
      holder,
      leaseMs: LEASE_MS,
      except,
      head: sending.head(),
    });
    for (const delivery of claimed) {
      pacer.reserve();
      inTheAir.add(delivery.place);
      flights.set(
        delivery.id,
        fly(delivery, now).finally(() => inTheAir.delete(delivery.place)),
      );
    }
    return claimed.length < limit ? IDLE_MS : pacer.wait(clock());
  };

  while (!signal.aborted) {
    try {
      await record();
      await recover();
      const waitMs = await claim();
      await logProgress(progress, sending);
      await wake.next(flights.size > 0 ? GROUP_MS : waitMs, signal);
    } catch (error) {
      log.error({ err: error, platform }, 'The outbox could not be read or written; trying again');
      await wake.next(AFTER_FAILURE_MS, signal);
    }
  }
  await Promise.all(flights.values());
  await record().catch((error: unknown) => {
    log.error(
      { err: error, platform },
      'The last outcomes could not be recorded; they are looked into at the next start',
    );
  });
}

function logFailure({ delivery, ...end }: AttemptOutcome, log: Logger): void {
  if (end.state === 'sent' || end.state === 'pending') return;
  const { id, kind, place } = delivery;
  log.warn({ id, kind, place, state: end.state, reason: end.reason }, 'A delivery did not go through');
}

/** A line now and then while a long broadcast goes on. */
async function logProgress(
  progress: { since: number; sent: number },
  { outbox, messenger, clock, log }: Sending,
): Promise<void> {
  const now = clock();
  if (now - progress.since < PROGRESS_EVERY_MS) return;
  if (progress.sent > 0) {
    const { pending } = await outbox.counts(messenger.platform);
    log.info({ platform: messenger.platform, sent: progress.sent, left: pending }, 'Sending');
  }
  progress.since = now;
  progress.sent = 0;
}
