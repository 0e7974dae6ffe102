/** Digests that are due, for one platform. */

import { encodeContent } from '../../core/messages/content.ts';
import { type NewDelivery, newDelivery } from '../../core/messages/delivery.ts';
import { digest } from '../../core/messages/kinds/digest.ts';
import type { Planned } from '../../core/ports/outbox.ts';
import { digestExpiresAt, dueAfter, planDue } from '../../core/subscriptions/due.ts';
import type { Subscription } from '../../core/subscriptions/subscription.ts';
import { inBatches, type Planning } from './in-batches.ts';

/**
 * Brings back those whose snooze is over or that are to be tried again, then plans every digest that is due. Resolves
 * to what was planned.
 */
export async function planDigests(planning: Planning, now: number): Promise<number> {
  await inBatches(planning, { want: 'resume', now }, (subscription) => ({
    subscription,
    next: { status: 'active', resumeAt: null, ...resumed(subscription, now) },
    deliveries: [],
  }));
  return inBatches(planning, { want: 'due', now }, (subscription) => planDigest(subscription, planning, now));
}

/**
 * What a snooze slept through was not wanted. What a missing right held back is, if it is not too late; its reason
 * stays until something arrives, as a second refusal is final.
 */
function resumed({ status, nextDueAt, settings }: Subscription, now: number): Pick<Planned['next'], 'nextDueAt'> {
  return status === 'paused' && nextDueAt !== null ? { nextDueAt: dueAfter(settings, now) } : {};
}

function planDigest(subscription: Subscription, planning: Planning, now: number): Planned {
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
  const { id, place, settings } = subscription;
  const content = digestContent(subscription, slot, isLate, planning);
  if (settings.when === 'changes' && planning.compose(content, now).isEmpty) {
    return recorded(subscription, slot, content, 'nothing-new');
  }
  const key = { kind: 'digest', audience: id, about: digest.about(slot) } as const;
  return newDelivery({ ...key, place, content, dueAt: now, expiresAt: digestExpiresAt(settings, slot) });
}

function digestContent(
  { settings, sinceSeq, doubtfulSlot }: Subscription,
  slot: number,
  isLate: boolean,
  { dossier }: Planning,
): string {
  const { topics, side, timezone } = settings;
  const from = sinceSeq === null ? null : sinceSeq + 1;
  const to = dossier().head;
  return encodeContent({ kind: 'digest', topics, side, timezone, from, to, slot, isLate, doubtfulSlot });
}

/** A slot that is recorded only for why nothing is sent. */
function recorded({ id, place }: Subscription, slot: number, content: string, reason: string): NewDelivery {
  const key = { kind: 'digest', audience: id, about: digest.about(slot) } as const;
  return newDelivery({ ...key, place, content, dueAt: slot, expiresAt: slot, state: 'skipped', reason });
}
