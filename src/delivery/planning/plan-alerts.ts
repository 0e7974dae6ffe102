/** Alerts for what was announced, for one platform. */

import type { Announcement } from '../../core/dossier/revision.ts';
import { encodeContent } from '../../core/messages/content.ts';
import { type NewDelivery, newDelivery } from '../../core/messages/delivery.ts';
import { alert } from '../../core/messages/kinds/alert.ts';
import type { ContentOf } from '../../core/messages/kinds/index.ts';
import type { Planned } from '../../core/ports/outbox.ts';
import { holdsUntil } from '../../core/subscriptions/quiet-hours.ts';
import type { Subscription } from '../../core/subscriptions/subscription.ts';
import { inBatches, type Planning } from './in-batches.ts';

/** Milliseconds from the end of quiet hours to the alert that was held back. */
const AFTER_QUIET_MS = 30_000;

type AlertLevel = ContentOf<'alert'>['alerts'];

/**
 * Queues alerts for everything announced since the last run, and remembers how far it came. A second run, as after a
 * crash, queues nothing twice. At the very first start there is nothing to catch up with.
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
    // Too old for an alert, as after days without service of this platform: the next digests have it.
    const isOld = now > announcement.at + alert.lifetimeMs;
    if (!isOld)
      planned += await inBatches(planning, { want: 'alerts' }, (subscription) =>
        planAlert(subscription, announcement, planning, now),
      );
    await store.remember(key, String(announcement.from));
  }
  return planned;
}

/**
 * Quiet hours that hold alerts hold them until they end; all alerts held until the same moment become one message.
 * Where breaking news may pass, it goes at once and only the other alerts are held.
 */
function planAlert(subscription: Subscription, announcement: Announcement, planning: Planning, now: number): Planned {
  const { quiet, alerts } = subscription.settings;
  // The time of the announcement counts, not of planning: an alert planned after the night was still held back.
  const wakesAt = holdsUntil(subscription.settings, announcement.at) ?? null;
  const isSplit = wakesAt !== null && quiet?.exceptBreaking === true;
  const wanted: readonly (readonly [AlertLevel, number | null])[] =
    alerts === 'off'
      ? []
      : isSplit
        ? [['breaking', null], ...(alerts === 'all' ? [['major', wakesAt] as const] : [])]
        : [[alerts, wakesAt]];
  const deliveries = wanted.flatMap(
    ([level, heldUntil]) => alertFor(subscription, announcement, { level, heldUntil }, planning, now) ?? [],
  );
  return { subscription, next: {}, deliveries };
}

/**
 * Undefined where nothing that was announced is of this level and for this subscription. `heldUntil` is Unix time in
 * ms.
 */
function alertFor(
  { id, place, settings }: Subscription,
  { from, to, at }: Announcement,
  { level, heldUntil }: { readonly level: AlertLevel; readonly heldUntil: number | null },
  { compose }: Planning,
  now: number,
): NewDelivery | undefined {
  const { topics, side, timezone } = settings;
  const common = { kind: 'alert', topics, side, timezone, alerts: level, from, repeats: 0 } as const;
  const atOnce = encodeContent({ ...common, to, heldUntil: null });
  if (compose(atOnce, now).isEmpty) return undefined;
  const key = { kind: 'alert', audience: id, about: alert.about({ from, heldUntil }) } as const;
  if (heldUntil === null) {
    const expiresAt = at + alert.lifetimeMs;
    return newDelivery({ ...key, position: from, place, content: atOnce, dueAt: now, expiresAt });
  }
  return newDelivery({
    ...key,
    place,
    content: encodeContent({ ...common, to: null, heldUntil }),
    // A little later: what was announced in the last moment has to be planned first.
    dueAt: heldUntil + AFTER_QUIET_MS,
    expiresAt: heldUntil + alert.lifetimeMs,
  });
}
