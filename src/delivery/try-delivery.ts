/** One delivery tried: prepared, sent when the pacing lets it leave, and what became of that. */

import { setTimeout as sleep } from 'node:timers/promises';
import { correctsInPlace, type Delivery, isForSubscription } from '../core/messages/delivery.ts';
import type { SendOutcome } from '../core/ports/messenger.ts';
import type { AttemptOutcome } from '../core/ports/outbox.ts';
import { makeAttempt } from './attempt.ts';
import { outcomeOf } from './outcome.ts';
import type { Prepared, Sending } from './sending.ts';

/**
 * Longer than looking for a message, sending it and pinning it can take (8 s each): after this an attempt of a process
 * that is gone is taken to be interrupted.
 */
export const LEASE_MS = 30_000;

const INTERRUPTED: SendOutcome = { kind: 'unknown', reason: 'interrupted' };

export async function interruptedOutcome(delivery: Delivery, sending: Sending): Promise<AttemptOutcome> {
  try {
    return await judge(delivery, INTERRUPTED, sending);
  } catch (error) {
    return failed(delivery, error, sending);
  }
}

/** A bug of ours makes this one delivery dead, with the id it is logged under; the others go on. */
function failed(delivery: Delivery, error: unknown, { log, messenger, clock }: Sending): AttemptOutcome {
  log.error({ err: error, id: delivery.id, platform: messenger.platform }, 'A delivery failed by a bug');
  return { delivery, at: clock(), state: 'dead', reason: `bug ${delivery.id}` };
}

/** Never rejects. */
export async function tryDelivery(delivery: Delivery, claimedAt: number, sending: Sending): Promise<AttemptOutcome> {
  const { clock, log, messenger, pacer } = sending;
  const isFirst = delivery.attemptedAt === claimedAt;
  let isReserved = true;
  try {
    const prepared = await prepare(delivery, sending);
    if (prepared === undefined) return { delivery, at: clock(), state: 'dead', reason: 'obsolete' };
    if ('failed' in prepared) {
      log.warn(
        { err: prepared.failed, id: delivery.id, platform: messenger.platform },
        'A message could not be prepared',
      );
      const outcome = { kind: 'retry', reason: 'not-prepared', scope: 'chat' } as const;
      return await judge(delivery, outcome, sending, { isFirst });
    }
    const isEdit = delivery.message !== null;
    for (
      let waitMs = pacer.depart(delivery.place, clock(), isEdit);
      waitMs > 0;
      waitMs = pacer.depart(delivery.place, clock(), isEdit)
    ) {
      await sleep(waitMs);
    }
    isReserved = false;
    // A process that was frozen for so long may not be the one who sends any more.
    const outcome: SendOutcome =
      clock() - claimedAt > LEASE_MS
        ? { kind: 'retry', reason: 'too-slow', scope: 'chat' }
        : await makeAttempt(delivery, prepared, sending);
    return await judge(delivery, outcome, sending, { ...prepared, isFirst });
  } catch (error) {
    return failed(delivery, error, sending);
  } finally {
    if (isReserved) pacer.release();
  }
}

/** A failure of the database is not one of the message: nothing was sent, and it can be tried again. */
async function prepare(
  delivery: Delivery,
  { pageOf, clock, subscriptions }: Sending,
): Promise<Prepared | undefined | { readonly failed: unknown }> {
  const { kind, message, place } = delivery;
  const isEdit = message !== null || correctsInPlace(kind);
  try {
    const ready = await pageOf(delivery, clock());
    if (ready === undefined) return undefined;
    const subscription = !isEdit && isForSubscription(kind) ? await subscriptions.of(place) : undefined;
    return { ...ready, settings: subscription?.settings };
  } catch (failure) {
    return { failed: failure };
  }
}

async function judge(
  delivery: Delivery,
  outcome: SendOutcome,
  sending: Sending,
  { isFirst, ...shown }: Partial<Prepared> & { readonly isFirst: boolean } = { isFirst: false },
): Promise<AttemptOutcome> {
  const { pacer, clock, random, messenger, subscriptions } = sending;
  const now = clock();
  if (outcome.kind === 'retry' && outcome.waitMs !== undefined) {
    pacer.throttled(delivery.place, outcome.scope, outcome.waitMs, now);
    pacer.refused(now);
  }
  const isRefusal = outcome.kind === 'gone' || outcome.kind === 'refused' || outcome.kind === 'stop';
  if (isRefusal) pacer.refused(now);
  // Nothing can be sent by a token that is refused: one try is enough to see whether that has changed.
  if (outcome.kind === 'stop') pacer.throttled(delivery.place, 'platform', LEASE_MS, now);
  const isUnreadable = outcome.kind === 'unknown' && outcome.reason === 'unreadable';
  return outcomeOf(delivery, outcome, {
    now,
    isRepeatable: messenger.limits.dedupeMs > 0 && !isUnreadable,
    random: random(),
    isFirst,
    ...(shown.head !== undefined && { head: shown.head }),
    materialSeq: shown.materialSeq,
    subscription: isRefusal && isForSubscription(delivery.kind) ? await subscriptions.of(delivery.place) : undefined,
  });
}
