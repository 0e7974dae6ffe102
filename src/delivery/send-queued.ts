/** Sends what is queued for one platform: claims, hands over, records, and never has more in the air than it could account for. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Page } from '../core/chat/page.ts';
import { type Delivery, isNoticeOfCorrection } from '../core/digest/delivery.ts';
import { chatOf } from '../core/digest/subscription.ts';
import type { Messenger, Outbox, SendOutcome, Settlement, Subscriptions } from '../core/ports.ts';
import type { Pacer } from './pacing.ts';
import { settlementOf } from './settlement.ts';
import type { Wake } from './wake.ts';

/** Sends under way at once. After a crash no more than these can be in doubt. */
export const MAX_IN_FLIGHT = 16;
/** Longer than a send with its pin can take (8 s each): after this an attempt of a process that is gone is taken to be interrupted. */
const LEASE_MS = 20_000;
/** Milliseconds between looks at an outbox in which nothing was due, and after the database failed. */
const IDLE_MS = 500;
const AFTER_FAILURE_MS = 2000;
/** Milliseconds between looks for interrupted attempts of other processes. */
const RECOVER_EVERY_MS = 3000;
const PROGRESS_EVERY_MS = 10_000;

/** A message that is ready to leave. */
export interface Prepared {
  readonly page: Page;
  /** The end of the ledger that it was composed from. */
  readonly head: number;
  /** Of a correction: the place in the ledger of what is to be told aloud. */
  readonly materialSeq: number | undefined;
}

export interface Sending {
  readonly messenger: Messenger;
  readonly outbox: Outbox;
  readonly subscriptions: Pick<Subscriptions, 'of'>;
  readonly pacer: Pacer;
  /** The message as it reads now; undefined where there is nothing to say any more. */
  readonly pageOf: (delivery: Delivery, now: number) => Promise<Prepared | undefined>;
  /** The last place in the ledger that is known here. */
  readonly head: () => number;
  /** Of this process, and unique. */
  readonly holder: string;
  /** True where no other process can be sending for this platform. */
  readonly isAlone: boolean;
  /** Unix time in ms. */
  readonly clock: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  readonly log: Logger;
  /** Rings when something was planned. */
  readonly wake: Wake;
  readonly signal: AbortSignal;
}

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
    wake.ring();
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
    recoveredAt = now;
    const left = await outbox.interrupted({ platform, holder, now, isAlone: sending.isAlone });
    if (left.length === 0) return;
    log.warn({ platform, deliveries: left.length }, 'Sends were interrupted; whether they arrived is not known');
    await outbox.settle(await Promise.all(left.map((delivery) => settle(delivery, INTERRUPTED, sending))));
  };
  /** Resolves to the milliseconds after which there may be more to do. */
  const claim = async (): Promise<number> => {
    const now = clock();
    // A landing wakes the loop.
    if (flights.size >= MAX_IN_FLIGHT) return IDLE_MS;
    const limit = Math.min(pacer.free(now), MAX_IN_FLIGHT - flights.size);
    if (limit === 0) return pacer.wait(now);
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
      await wake.next(waitMs, signal);
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

/** Never rejects: a bug of ours makes this one delivery dead, with the id it is logged under. */
async function attempt(delivery: Delivery, claimedAt: number, sending: Sending): Promise<Settlement> {
  const { clock, log, messenger, pacer } = sending;
  let isReserved = true;
  try {
    const prepared = await sending.pageOf(delivery, clock());
    if (prepared === undefined) return { delivery, at: clock(), state: 'dead', reason: 'obsolete' };
    const isEdit = delivery.message !== null;
    for (
      let waitMs = pacer.depart(delivery.place, clock(), isEdit);
      waitMs > 0;
      waitMs = pacer.depart(delivery.place, clock(), isEdit)
    ) {
      await sleep(waitMs);
    }
    isReserved = false;
    const isFirst = delivery.attemptedAt === claimedAt;
    const outcome = await handOver(delivery, prepared.page, sending);
    return await settle(delivery, outcome, sending, { ...prepared, isFirst });
  } catch (error) {
    log.error({ err: error, id: delivery.id, platform: messenger.platform }, 'A delivery failed by a bug');
    return { delivery, at: clock(), state: 'dead', reason: `bug ${delivery.id}` };
  } finally {
    if (isReserved) pacer.release();
  }
}

async function handOver(delivery: Delivery, page: Page, sending: Sending): Promise<SendOutcome> {
  const { messenger, clock } = sending;
  const { id, kind, place, message, attempts, attemptedAt, of } = delivery;
  // The marker in a message stays that of the delivery that it was sent by.
  if (message !== null) return messenger.edit(place, message, page, of ?? id);
  const original = of === null ? undefined : await originalOf(of, delivery, sending);
  if (original !== undefined && 'outcome' in original) return original.outcome;
  if (original !== undefined && 'edit' in original) return messenger.edit(place, original.edit, page, of ?? id);
  const since = attemptedAt ?? clock();
  // Within the window the platform itself makes one message of two sends; beyond it we look whether it is there.
  const isLate = attempts > 1 && messenger.limits.dedupeMs > 0 && clock() - since > messenger.limits.dedupeMs;
  const found = isLate ? await messenger.find(place, id, since) : 'absent';
  if (found === 'unreadable' || found === 'unreachable') return { kind: 'unknown', reason: found };
  const outcome: SendOutcome =
    found === 'absent'
      ? await messenger.send(place, page, id, original?.replyTo)
      : { kind: 'sent', message: found.message };
  if (kind === 'board' && outcome.kind === 'sent') await pin(place, outcome.message, sending);
  return outcome;
}

/** What a correction without a message of its own goes by: the message to edit or to answer, or that this cannot be. */
async function originalOf(
  of: string,
  { content }: Delivery,
  { outbox }: Sending,
): Promise<{ readonly edit: string } | { readonly replyTo?: string } | { readonly outcome: SendOutcome }> {
  const original = await outbox.delivery(of);
  const isNotice = isNoticeOfCorrection(content);
  const message = original?.state === 'sent' ? original.message : null;
  if (isNotice) return message === null ? {} : { replyTo: message };
  if (message !== null) return { edit: message };
  switch (original?.state) {
    case 'pending':
    case 'attempting':
      return { outcome: { kind: 'retry', reason: 'original-open', scope: 'chat' } };
    case 'sent':
    case 'unknown':
      return { outcome: { kind: 'rejected', reason: 'original-unknown' } };
    case 'dead':
    case 'skipped':
    case undefined:
      return { outcome: { kind: 'message gone', reason: 'not-arrived' } };
  }
}

/** A board that cannot be pinned is a board all the same. */
async function pin(place: string, message: string, { messenger, pacer, clock, log }: Sending): Promise<void> {
  pacer.spend(place, clock());
  const outcome = await messenger.pin(place, message);
  if (outcome.kind !== 'sent')
    log.warn({ place, failure: outcome.kind, reason: outcome.reason }, 'A board is not pinned');
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
    subscription: isRefusal && delivery.kind !== 'notice' ? await subscriptions.of(delivery.place) : undefined,
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
