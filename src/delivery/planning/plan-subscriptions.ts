/** From subscriptions to queued deliveries, for one platform: digests that are due, alerts that were announced, boards out of date. */

import type { Dossier } from '../../core/dossier/dossier.ts';
import type { Announcement } from '../../core/dossier/revision.ts';
import type { Composed } from '../../core/messages/compose.ts';
import { type Content, encodeContent, LANES, type NewDelivery } from '../../core/messages/delivery.ts';
import type { Outbox, Planned } from '../../core/ports/outbox.ts';
import type { Store } from '../../core/ports/store.ts';
import type { SubscriptionQuery, Subscriptions } from '../../core/ports/subscriptions.ts';
import { digestExpiresAt, dueAfter, planDue } from '../../core/subscriptions/due.ts';
import { quietUntil } from '../../core/subscriptions/quiet-hours.ts';
import type { Subscription } from '../../core/subscriptions/subscription.ts';

/** Subscriptions read and planned at a time: memory stays bounded, a transaction short. */
const BATCH = 500;
/** An alert that could not be sent for this long is no longer one. */
const ALERT_FOR_MS = 24 * 3_600_000;
/** What became of a delivery is kept for this long. */
const KEPT_FOR_MS = 90 * 86_400_000;
/** Milliseconds from the end of quiet hours to what was held over them. */
const AFTER_QUIET_MS = 30_000;
/** A board is made anew at the next occasion anyway. */
const BOARD_FOR_MS = 6 * 3_600_000;

export interface Planning {
  readonly platform: string;
  readonly store: Pick<Store, 'announcementsAfter' | 'remember' | 'recall'>;
  readonly subscriptions: Pick<Subscriptions, 'read'>;
  readonly outbox: Pick<Outbox, 'plan'>;
  readonly dossier: () => Dossier;
  /** Says that a subscription could not be planned for; the others go on. */
  readonly onProblem: (error: unknown, subscription: Subscription) => void;
  /** Contents that are equal are composed once. */
  readonly compose: (content: string, now: number) => Composed;
}

/** Brings back those whose snooze is over or that are to be tried again, then plans every digest that is due. Resolves to what was planned. */
export async function planDigests(planning: Planning, now: number): Promise<number> {
  await inBatches(planning, { want: 'resume', now }, (subscription) => ({
    subscription,
    next: { status: 'active', resumeAt: null, ...resumed(subscription, now) },
    deliveries: [],
  }));
  return inBatches(planning, { want: 'due', now }, (subscription) => digestStep(subscription, planning, now));
}

/**
 * What a snooze slept through was not wanted. What a missing right held back is, if it is not too late; its reason stays until
 * something arrives, as a second refusal is final.
 */
function resumed({ status, nextDueAt, settings }: Subscription, now: number): Pick<Planned['next'], 'nextDueAt'> {
  return status === 'paused' && nextDueAt !== null ? { nextDueAt: dueAfter(settings, now) } : {};
}

function digestStep(subscription: Subscription, planning: Planning, now: number): Planned {
  const { nextDueAt, deliver, skipped } = planDue(subscription, now);
  const planned = deliver ? digestFor(subscription, deliver, planning, now) : undefined;
  const missed =
    skipped &&
    recorded(subscription, skipped.slot, digestContent(subscription, skipped.slot, true, planning), skipped.reason);
  return { subscription, next: { nextDueAt }, deliveries: [planned, missed].filter((one) => one !== undefined) };
}

function digestFor(
  subscription: Subscription,
  { slot, isLate }: { readonly slot: number; readonly isLate: boolean },
  planning: Planning,
  now: number,
): NewDelivery {
  const { settings } = subscription;
  const content = digestContent(subscription, slot, isLate, planning);
  if (settings.when === 'changes' && planning.compose(content, now).isEmpty) {
    return recorded(subscription, slot, content, 'nothing-new');
  }
  return queued(subscription, {
    lane: LANES.digest,
    kind: 'digest',
    slot,
    content,
    dueAt: now,
    expiresAt: digestExpiresAt(settings, slot),
  });
}

function digestContent(
  { settings, sinceSeq, doubtfulSlot }: Subscription,
  slot: number,
  isLate: boolean,
  { dossier }: Planning,
): string {
  const { topics, side, timezone } = settings;
  const from = sinceSeq === null ? null : sinceSeq + 1;
  const content: Content = {
    kind: 'digest',
    topics,
    side,
    timezone,
    from,
    to: dossier().head,
    slot,
    isLate,
    doubtfulSlot,
  };
  return encodeContent(content);
}

/** A slot that is recorded only for why nothing is sent. */
function recorded(subscription: Subscription, slot: number, content: string, reason: string): NewDelivery {
  const digest = { lane: LANES.digest, kind: 'digest', slot, content, dueAt: slot, expiresAt: slot } as const;
  return { ...queued(subscription, digest), state: 'skipped', reason };
}

type Queued = Pick<NewDelivery, 'lane' | 'kind' | 'slot' | 'content' | 'dueAt' | 'expiresAt'>;

function queued({ id, place }: Subscription, delivery: Queued): NewDelivery {
  return { subscription: id, place, state: 'pending', message: null, reason: null, ...delivery };
}

/**
 * Queues alerts for what was announced since this was last done here, and remembers how far it came. Done twice (a crash in
 * between) it queues nothing twice. At the very first start there is nothing to catch up with.
 */
export async function planAlerts(planning: Planning, now: number): Promise<number> {
  const { store, platform, dossier } = planning;
  const key = `alerted:${platform}`;
  const kept = await store.recall(key);
  if (kept === undefined) {
    const [last] = (await store.announcementsAfter(0)).slice(-1);
    await store.remember(key, String(last?.from ?? 0));
    return 0;
  }
  let planned = 0;
  for (const announcement of await store.announcementsAfter(Number(kept))) {
    // Announced by another process, and not read here yet.
    if (announcement.to > dossier().head) break;
    // Too old to be one, as where a platform was not served for days: the next digests tell of it.
    const isOld = now > announcement.at + ALERT_FOR_MS;
    if (!isOld)
      planned += await inBatches(planning, { want: 'alerts' }, (subscription) =>
        alertStep(subscription, announcement, planning, now),
      );
    await store.remember(key, String(announcement.from));
  }
  return planned;
}

/**
 * In quiet hours alerts are held until they end; all that is held until the same moment is one message. Where breaking ones
 * are let through, they go at once and only the others are held.
 */
function alertStep(subscription: Subscription, announcement: Announcement, planning: Planning, now: number): Planned {
  const { topics, side, timezone, quiet, alerts } = subscription.settings;
  const { from, to, at } = announcement;
  const contentOf = (level: AlertLevel, span: Pick<Alert, 'to' | 'heldUntil'>) =>
    encodeContent({ kind: 'alert', topics, side, timezone, alerts: level, from, ...span, repeats: 0 });
  const alert = (level: AlertLevel, heldUntil: number | null): NewDelivery | undefined => {
    const whole = contentOf(level, { to, heldUntil: null });
    if (planning.compose(whole, now).isEmpty) return undefined;
    const common = { lane: LANES.alert, kind: 'alert' } as const;
    if (heldUntil === null)
      return queued(subscription, { ...common, slot: from, content: whole, dueAt: now, expiresAt: at + ALERT_FOR_MS });
    return queued(subscription, {
      ...common,
      slot: heldUntil,
      content: contentOf(level, { to: null, heldUntil }),
      // A little later: what was announced in the last moment has to be planned first.
      dueAt: heldUntil + AFTER_QUIET_MS,
      expiresAt: heldUntil + ALERT_FOR_MS,
    });
  };
  // By when it was announced: planned after the night is over, it belongs to what was held all the same.
  const wakesAt = quiet === null ? null : (quietUntil(quiet, timezone, at) ?? null);
  const isSplit = wakesAt !== null && quiet?.exceptBreaking === true;
  const wanted: readonly (readonly [AlertLevel, number | null])[] =
    alerts === 'off'
      ? []
      : isSplit
        ? [['breaking', null], ...(alerts === 'all' ? [['major', wakesAt] as const] : [])]
        : [[alerts, wakesAt]];
  const deliveries = wanted.flatMap(([level, heldUntil]) => alert(level, heldUntil) ?? []);
  return { subscription, next: {}, deliveries };
}

type Alert = Extract<Content, { kind: 'alert' }>;
type AlertLevel = Alert['alerts'];

/** Queues an edit for every board that shows an older ledger, or ages that have changed since. */
export async function planBoards(planning: Planning, now: number): Promise<number> {
  const { head } = planning.dossier();
  return inBatches(planning, { want: 'board', now, head }, (subscription) => {
    const { settings, board } = subscription;
    const { topics, side, timezone } = settings;
    const content = encodeContent({ kind: 'board', topics, side, timezone });
    const edit = {
      lane: LANES.board,
      kind: 'board',
      slot: now,
      content,
      dueAt: now,
      expiresAt: now + BOARD_FOR_MS,
    } as const;
    const delivery: NewDelivery = { ...queued(subscription, edit), message: board.message };
    return { subscription, next: { board: { seq: head, dueAt: nextMidnight(timezone, now) } }, deliveries: [delivery] };
  });
}

/** Deletes what ended long ago, a batch at a time. Resolves to how much that was. */
export async function forgetOld(outbox: Pick<Outbox, 'forget'>, platform: string, now: number): Promise<number> {
  for (let forgotten = 0; ; ) {
    const some = await outbox.forget(platform, now - KEPT_FOR_MS, BATCH);
    forgotten += some;
    if (some < BATCH) return forgotten;
  }
}

/** Ages are counted in local days. */
function nextMidnight(timezone: string, now: number): number {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone);
  return local.add({ days: 1 }).startOfDay().epochMilliseconds;
}

async function inBatches(
  { subscriptions, outbox, platform, onProblem }: Planning,
  query: SubscriptionQuery,
  step: (subscription: Subscription) => Planned,
): Promise<number> {
  let planned = 0;
  let after = '';
  for (;;) {
    const batch = await subscriptions.read(platform, query, { after, limit: BATCH });
    const steps = batch
      .flatMap((subscription) =>
        attempt(
          () => step(subscription),
          (error) => onProblem(error, subscription),
        ),
      )
      .filter(({ next, deliveries }) => deliveries.length > 0 || Object.keys(next).length > 0);
    if (steps.length > 0) planned += await outbox.plan(steps);
    const last = batch.at(-1);
    if (last === undefined || batch.length < BATCH) return planned;
    after = last.id;
  }
}

/** What `work` comes to; nothing where it fails. */
function attempt<T>(work: () => T, onProblem: (error: unknown) => void): readonly T[] {
  try {
    return [work()];
  } catch (error) {
    onProblem(error);
    return [];
  }
}
