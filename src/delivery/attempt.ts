/** One attempt: an edit, a new message, or a look for one that may be there already. */

import { correctedBy, correctsInPlace, type Delivery } from '../core/messages/delivery.ts';
import type { Corrections } from '../core/ports/corrections.ts';
import type { SendOutcome } from '../core/ports/messenger.ts';
import { isSilentAt } from '../core/subscriptions/quiet-hours.ts';
import { chatOf } from '../core/subscriptions/subscription.ts';
import type { Prepared, Sending } from './sending.ts';

/** Rejects only where the database does: platforms answer with data. */
export async function makeAttempt(
  delivery: Delivery,
  { page, settings }: Pick<Prepared, 'page' | 'settings'>,
  sending: Sending,
): Promise<SendOutcome> {
  const { messenger, clock } = sending;
  const { id, kind, place, message, attempts, attemptedAt } = delivery;
  const of = correctedBy(delivery);
  // The marker in a message stays that of the delivery that it was sent by.
  if (message !== null) return messenger.edit(place, message, page, of ?? id);
  const original = of === null ? undefined : await originalOf(of, delivery, sending.corrections);
  if (original !== undefined && 'outcome' in original) return original.outcome;
  if (original !== undefined && 'edit' in original) return messenger.edit(place, original.edit, page, of ?? id);
  const since = attemptedAt ?? clock();
  const isExpired = clock() > delivery.expiresAt;
  // Within the window the platform itself makes one message of two sends; beyond it we look whether it is there.
  const isLate =
    attempts > 1 && messenger.limits.dedupeMs > 0 && (isExpired || clock() - since > messenger.limits.dedupeMs);
  const found = isLate ? await messenger.find(place, id, since) : 'absent';
  if (found === 'unreadable' || found === 'unreachable') return { kind: 'unknown', reason: found };
  if (found === 'absent' && isExpired) return { kind: 'rejected', reason: 'expired' };
  const isSilent = settings !== undefined && isSilentAt(settings, page.tone === 'breaking', clock());
  const outcome: SendOutcome =
    found === 'absent'
      ? await messenger.send(place, page, id, { replyTo: original?.replyTo, isSilent })
      : { kind: 'sent', message: found.message };
  if (kind === 'board' && outcome.kind === 'sent') await pin(place, outcome.message, sending);
  return outcome;
}

/** What a correction without a message of its own goes by: the message to edit or to answer, or that this cannot be. */
async function originalOf(
  of: string,
  { kind, place }: Delivery,
  corrections: Pick<Corrections, 'delivery'>,
): Promise<{ readonly edit: string } | { readonly replyTo?: string } | { readonly outcome: SendOutcome }> {
  const original = await corrections.delivery(of);
  // In another chat the number is that of another message.
  const isHere = original !== undefined && chatOf(original.place) === chatOf(place);
  const message = isHere && original.state === 'sent' ? original.message : null;
  if (!correctsInPlace(kind)) return message === null ? {} : { replyTo: message };
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
