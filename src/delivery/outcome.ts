/** What an attempt's outcome means for its delivery: the policies of delivery, as one pure function. */

import { decodeContent, encodeContent } from '../core/messages/content.ts';
import { correctsInPlace, type Delivery, type NewDelivery, newDelivery } from '../core/messages/delivery.ts';
import { notice } from '../core/messages/kinds/notice.ts';
import type { SendOutcome } from '../core/ports/messenger.ts';
import type { AttemptOutcome } from '../core/ports/outbox.ts';
import type { Subscription } from '../core/subscriptions/subscription.ts';
import { backoff, LONGEST_PAUSE_MS } from './backoff.ts';
import { suspensionAfter } from './suspension.ts';

/**
 * Where answers are lost again and again, messages may arrive all the same: an alert is not read more often than this
 * and once.
 */
const MOST_REPEATS = 3;

export interface OutcomeContext {
  /** Unix time in ms. */
  readonly now: number;
  /** Whether a send repeated with its key makes no second message, or can be looked for: Discord, not Telegram. */
  readonly isRepeatable: boolean;
  /** True where this is the first attempt that can have sent anything. */
  readonly isFirst: boolean;
  /** 0 to 1. */
  readonly random: number;
  /** The end of the ledger that was shown. */
  readonly head?: number;
  /** Of a correction: the position of what is to be announced; undefined where nothing is. */
  readonly materialSeq?: number | undefined;
  /** Of the delivery; needed where the outcome suspends it. */
  readonly subscription?: Subscription | undefined;
}

/**
 * - Certainly not sent: tried again, later and later, until it expires.
 * - It may have been sent: tried again where that makes no second message; else it is left as `unknown`, and an alert
 *   is repeated as a possible repeat: a lost alert does more harm than one read twice.
 * - The chat has another id now: sent there; what cannot be edited any more is told by a message there, or (a board)
 *   made anew.
 * - The place is gone or refuses: its subscription is suspended, and whoever set it up is told.
 */
export function outcomeOf(delivery: Delivery, outcome: SendOutcome, context: OutcomeContext): AttemptOutcome {
  const { now } = context;
  const common = { delivery, at: now };
  switch (outcome.kind) {
    case 'sent':
      return {
        ...common,
        state: 'sent',
        message: outcome.message,
        // What was attempted before may have arrived then, with what was shown then.
        ...(context.isFirst && context.head !== undefined && { head: context.head }),
        ...followUp(delivery, context),
      };
    case 'retry': {
      const waitMs = Math.max(backoff(delivery.attempts, context.random), outcome.waitMs ?? 0);
      const next = again(delivery, outcome.reason, waitMs, now);
      return next.state === 'pending' && context.isFirst ? { ...next, isUnsent: true } : next;
    }
    case 'unknown':
      return unknown(delivery, outcome.reason, context);
    case 'gone':
    case 'refused': {
      const { reason } = outcome;
      const suspend = suspensionAfter(delivery, reason, outcome.kind === 'refused', context);
      // What stands there wrong is put right once the right is given back.
      const resumeAt = correctsInPlace(delivery.kind) ? suspend.resumeAt : null;
      return resumeAt === null || resumeAt > delivery.expiresAt
        ? { ...common, state: 'dead', reason, suspend }
        : { ...common, state: 'pending', reason, dueAt: resumeAt, suspend };
    }
    case 'rejected':
      return { ...common, state: 'dead', reason: outcome.reason, ...followUp(delivery, context, delivery.position) };
    case 'message gone':
      // A send that was repeated and whose message somebody deleted meanwhile was delivered. A board is made anew.
      if (!isInPlace(delivery)) return { ...common, state: 'sent', message: null };
      return {
        ...common,
        state: 'dead',
        reason: outcome.reason,
        isMessageGone: true,
        // Who was never told of it needs no correction.
        ...(outcome.reason !== 'not-arrived' && followUp(delivery, context)),
      };
    case 'moved':
      // Messages are numbered anew there: what is to be edited stays behind, and this number is that of something else.
      if (isInPlace(delivery)) {
        const { reason, place } = outcome;
        const follow = followUp(delivery, context, delivery.position);
        return { ...common, state: 'dead', reason, place, isMessageGone: true, ...follow };
      }
      return { ...common, state: 'pending', reason: outcome.reason, dueAt: now, place: outcome.place };
    case 'stop':
      return again(delivery, outcome.reason, LONGEST_PAUSE_MS, now);
  }
}

/** An edit: made twice it does no harm. A correction may find out only when it is sent which message it edits. */
function isInPlace(delivery: Delivery): boolean {
  return delivery.message !== null || correctsInPlace(delivery.kind);
}

/**
 * What a correction in place leads to: a notice under the message that it corrects, for what is material, and for all
 * of it (`instead` is its position) where that message cannot be edited. Once for each position.
 */
function followUp(
  delivery: Delivery,
  { now, materialSeq }: OutcomeContext,
  instead: number | null = null,
): { readonly follow?: NewDelivery } {
  const position = materialSeq ?? instead;
  if (delivery.kind !== 'correction' || position === null) return {};
  const content = decodeContent(delivery.content);
  if (content.kind !== 'correction') return {};
  const { audience, place, expiresAt } = delivery;
  const key = { kind: 'notice', audience, about: notice.about(delivery.about), position } as const;
  const follow = { ...key, place, expiresAt, dueAt: now, content: encodeContent({ ...content, kind: 'notice' }) };
  return { follow: newDelivery(follow) };
}

function again(delivery: Delivery, reason: string, waitMs: number, at: number): AttemptOutcome {
  const dueAt = at + waitMs;
  return dueAt > delivery.expiresAt
    ? { delivery, at, state: 'dead', reason }
    : { delivery, at, state: 'pending', reason, dueAt };
}

function unknown(delivery: Delivery, reason: string, { now, isRepeatable, random }: OutcomeContext): AttemptOutcome {
  const common = { delivery, at: now, state: 'unknown', reason } as const;
  if (isRepeatable || isInPlace(delivery)) {
    const next = again(delivery, reason, backoff(delivery.attempts, random), now);
    return next.state === 'dead' ? common : next;
  }
  const repeat = repeated(delivery, now, random);
  return repeat ? { ...common, repeat } : common;
}

/**
 * Each alert in doubt stays a row of its own. The first repeat goes out at once, further ones later and later, until it
 * expires. Undefined where it was repeated often enough, and for all other kinds.
 */
function repeated(delivery: Delivery, now: number, random: number): NewDelivery | undefined {
  const content = decodeContent(delivery.content);
  if (content.kind !== 'alert' || content.repeats >= MOST_REPEATS) return undefined;
  const { kind, audience, about, position, place, expiresAt } = delivery;
  const repeats = content.repeats + 1;
  return newDelivery({
    kind,
    audience,
    about,
    position,
    repeat: repeats,
    place,
    expiresAt,
    dueAt: repeats === 1 ? now : now + backoff(repeats, random),
    content: encodeContent({ ...content, repeats }),
  });
}
