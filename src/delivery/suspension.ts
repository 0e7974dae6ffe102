/** What a refusal of a place means: for how long nothing is sent there, and who learns of it. */

import { encodeContent } from '../core/messages/content.ts';
import { type Delivery, newDelivery } from '../core/messages/delivery.ts';
import { suspension } from '../core/messages/kinds/suspension.ts';
import type { Suspension } from '../core/ports/outbox.ts';
import { privatePlaceOf, type Subscription } from '../core/subscriptions/subscription.ts';

/** A place that refused is tried once more after this, in case somebody has given the right back. */
const TRY_AGAIN_MS = 6 * 3_600_000;

/**
 * Once more after some hours where a right is missing (`mayReturn`), but not a second time. Until then further refusals
 * change nothing. The message goes to a person, never to the place itself. `now` is Unix time in ms.
 */
export function suspensionAfter(
  delivery: Delivery,
  reason: string,
  mayReturn: boolean,
  { now, subscription }: { readonly now: number; readonly subscription?: Subscription | undefined },
): Suspension {
  const resumesAt = subscription?.status === 'suspended' ? (subscription.resumeAt ?? now) : now;
  if (mayReturn && resumesAt > now) return { resumeAt: resumesAt };
  const wasTriedAgain = isSecondRefusal(delivery, reason, subscription);
  const resumeAt = mayReturn && !wasTriedAgain ? now + TRY_AGAIN_MS : null;
  const person = subscription && personOf(subscription);
  if (subscription === undefined || person === undefined || wasTriedAgain) return { resumeAt };
  const message = newDelivery({
    kind: 'suspension',
    audience: subscription.id,
    about: suspension.about(now),
    place: person,
    dueAt: now,
    expiresAt: now + suspension.lifetimeMs,
    content: encodeContent({
      kind: 'suspension',
      timezone: subscription.settings.timezone,
      place: subscription.place,
      reason,
      willRetry: resumeAt !== null,
      ...(subscription.name !== null && { chat: subscription.name }),
    }),
  });
  return { resumeAt, message };
}

/**
 * A refusal is kept with the subscription; where that is gone or paused, with the corrections that wait for the right.
 */
function isSecondRefusal(delivery: Delivery, reason: string, subscription: Subscription | undefined): boolean {
  if (subscription === undefined || subscription.status === 'paused') return delivery.reason === reason;
  return subscription.reason !== null;
}

/** Where the person who set it up is written to; undefined where that is nobody in particular (an anonymous admin). */
function personOf({ setBy, place }: Subscription): string | undefined {
  // The place that cannot be reached may be the private chat with that very person.
  return place === setBy ? undefined : privatePlaceOf(setBy);
}
