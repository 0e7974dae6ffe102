/** Sends what is queued for one platform: claims, hands over, records, and never has more in the air than it could account for. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Delivery, isForPerson } from '../core/messages/delivery.ts';
import type { SendOutcome } from '../core/ports/messenger.ts';
import type { Settlement } from '../core/ports/outbox.ts';
import { chatOf } from '../core/subscriptions/subscription.ts';
import { makeAttempt } from './attempt.ts';
import { settlementOf } from './outcome.ts';
import type { Prepared, Sending } from './sending.ts';

/** Sends under way at once. After a crash no more than these can be in doubt. */
export const MAX_IN_FLIGHT = 16;
/** Longer than looking for a message, sending it and pinning it can take (8 s each): after this an attempt of a process that is gone is taken to be interrupted. */
const LEASE_MS = 30_000;
/** Milliseconds between looks at an outbox in which nothing was due, and after the database failed. */
const IDLE_MS = 500;
const AFTER_FAILURE_MS = 2000;
/** Milliseconds between looks for interrupted attempts of other processes. */
const RECOVER_EVERY_MS = 3000;
const PROGRESS_EVERY_MS = 10_000;
/**
 * While sends are in the air the loop looks every so many ms: what landed and what may leave meanwhile is one transaction each.
 * On SQLite a commit stops the process until the disk has it, and what is about to leave then leaves late.
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
  const landed: Settlement[] = [];
  const progress = { since: clock(), sent: 0 };
  let recoveredAt: number | undefined;

  const fly = async (delivery: Delivery, claimedAt: number): Promise<void> => {
    landed.push(await attempt(delivery, claimedAt, sending));
    // The last one of all, or one of as many as may be: nothing else would wake the loop in time.
    if (landed.length === flights.size || flights.size >= MAX_IN_FLIGHT) wake.ring();
  };
  /** An attempt counts as under way until its outcome is on disk. */
  const record = async (): Promise<void> => {
    const settlements = landed.splice(0);
    if (settlements.length === 0) return;
    try {
      await outbox.settle(settlements);
    } catch (error) {
      landed.unshift(...settlements);
      throw error;
    }
    for (const { delivery } of settlements) flights.delete(delivery.id);
    progress.sent += settlements.filter(({ state }) => state === 'sent').length;
    for (const settlement of settlements) report(settlement, log);
  };
  const recover = async (): Promise<void> => {
    const now = clock();
    if (recoveredAt !== undefined && (sending.isAlone || now - recoveredAt < RECOVER_EVERY_MS)) return;
    const all = await outbox.interrupted({ platform, holder, now, isAlone: sending.isAlone });
    // What this process has in the air is not interrupted, however long the database takes to record it.
    const left = all.filter(({ id }) => !flights.has(id));
    if (left.length > 0) {
      log.warn({ platform, deliveries: left.length }, 'Sends were interrupted; whether they arrived is not known');
      await outbox.settle(await Promise.all(left.map((delivery) => settleInterrupted(delivery, sending))));
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
      await tell(progress, sending);
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

const INTERRUPTED: SendOutcome = { kind: 'unknown', reason: 'interrupted' };

async function settleInterrupted(delivery: Delivery, sending: Sending): Promise<Settlement> {
  try {
    return await settle(delivery, INTERRUPTED, sending);
  } catch (error) {
    return failed(delivery, error, sending);
  }
}

/** A bug of ours makes this one delivery dead, with the id it is logged under; the others go on. */
function failed(delivery: Delivery, error: unknown, { log, messenger, clock }: Sending): Settlement {
  log.error({ err: error, id: delivery.id, platform: messenger.platform }, 'A delivery failed by a bug');
  return { delivery, at: clock(), state: 'dead', reason: `bug ${delivery.id}` };
}

/** Never rejects. */
async function attempt(delivery: Delivery, claimedAt: number, sending: Sending): Promise<Settlement> {
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
      return await settle(delivery, outcome, sending, { isFirst });
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
        : await makeAttempt(delivery, prepared.page, sending);
    return await settle(delivery, outcome, sending, { ...prepared, isFirst });
  } catch (error) {
    return failed(delivery, error, sending);
  } finally {
    if (isReserved) pacer.release();
  }
}

/** A failure of the database is not one of the message: nothing was sent, and it can be tried again. */
async function prepare(
  delivery: Delivery,
  { pageOf, clock }: Sending,
): Promise<Prepared | undefined | { readonly failed: unknown }> {
  try {
    return await pageOf(delivery, clock());
  } catch (failure) {
    return { failed: failure };
  }
}

async function settle(
  delivery: Delivery,
  outcome: SendOutcome,
  sending: Sending,
  { isFirst, ...shown }: Partial<Prepared> & { readonly isFirst: boolean } = { isFirst: false },
): Promise<Settlement> {
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
  return settlementOf(delivery, outcome, {
    now,
    isRepeatable: messenger.limits.dedupeMs > 0 && !isUnreadable,
    random: random(),
    isFirst,
    ...(shown.head !== undefined && { head: shown.head }),
    materialSeq: shown.materialSeq,
    subscription: isRefusal && !isForPerson(delivery) ? await subscriptions.of(delivery.place) : undefined,
  });
}

function report({ delivery, ...end }: Settlement, log: Logger): void {
  if (end.state === 'sent' || end.state === 'pending') return;
  const { id, kind, place } = delivery;
  log.warn({ id, kind, place, state: end.state, reason: end.reason }, 'A delivery did not go through');
}

/** How a long broadcast comes along. */
async function tell(
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
