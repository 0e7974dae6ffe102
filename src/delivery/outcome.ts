/** What an attempt's outcome means for its delivery: the policies of delivery, as one pure function. */

import { decodeContent, encodeContent } from '../core/messages/content.ts';
import { correctsInPlace, type Delivery, type NewDelivery, newDelivery } from '../core/messages/delivery.ts';
import { greeting } from '../core/messages/kinds/greeting.ts';
import { notice } from '../core/messages/kinds/notice.ts';
import type { SendOutcome } from '../core/ports/messenger.ts';
import type { AttemptOutcome } from '../core/ports/outbox.ts';
import type { Subscription } from '../core/subscriptions/subscription.ts';
import { backoff, LONGEST_PAUSE_MS } from './backoff.ts';
import { suspensionAfter } from './suspension.ts';

/**
 * Repeats of one alert at most. Messages may arrive although their answers are lost, so readers see an alert this many
 * times and once more at most.
 */
const MOST_REPEATS = 3;

export interface OutcomeContext {
  /** Unix time in ms. */
  readonly now: number;
  /** Whether a repeated send is harmless, by its key or by reading back. True of Discord, not of Telegram. */
  readonly isRepeatable: boolean;
  /** True if no earlier attempt can have sent the message. */
  readonly isFirst: boolean;
  /** 0 to 1. */
  readonly random: number;
  /** The last position of the ledger that the message was composed from. */
  readonly head?: number;
  /** Of a correction: the position that a notice announces; undefined if none does. */
  readonly materialSeq?: number | undefined;
  /** Of the delivery; needed where the outcome suspends it. */
  readonly subscription?: Subscription | undefined;
}

/**
 * - Certainly not sent: tried again with growing pauses, until it expires.
 * - Perhaps sent: tried again if that makes no second message. Otherwise it stays `unknown`, and an alert is sent
 *   again, marked as a possible repeat: a lost alert does more harm than one read twice.
 * - The chat has a new id: sent there. A message that can no longer be edited gets a notice there, and a board a new
 *   message.
 * - The place is gone or refuses: its subscription is suspended, and the person who set it up gets a message. Whoever
 *   added the bot gets the greeting.
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
        // An earlier attempt may have arrived, with the wording of that time.
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
      const toAdder = greetingOfAdder(delivery, now);
      if (toAdder !== undefined) return { ...common, state: 'dead', reason, follow: toAdder };
      const suspend = suspensionAfter(delivery, reason, outcome.kind === 'refused', context);
      // The wrong message is corrected once the bot has its right back.
      const resumeAt = correctsInPlace(delivery.kind) ? suspend.resumeAt : null;
      return resumeAt === null || resumeAt > delivery.expiresAt
        ? { ...common, state: 'dead', reason, suspend }
        : { ...common, state: 'pending', reason, dueAt: resumeAt, suspend };
    }
    case 'rejected':
      return { ...common, state: 'dead', reason: outcome.reason, ...followUp(delivery, context, delivery.position) };
    case 'message gone':
      // A repeated send whose message somebody deleted meanwhile counts as delivered. A board gets a new message.
      if (!isInPlace(delivery)) return { ...common, state: 'sent', message: null };
      return {
        ...common,
        state: 'dead',
        reason: outcome.reason,
        isMessageGone: true,
        // Readers who never got the message need no correction.
        ...(outcome.reason !== 'not-arrived' && followUp(delivery, context)),
      };
    case 'moved':
      // The new chat numbers its messages afresh: there, this number belongs to another message.
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

/** Where a chat refuses its greeting, whoever added the bot gets it; undefined of all else. */
function greetingOfAdder({ kind, audience, content: text, expiresAt }: Delivery, now: number): NewDelivery | undefined {
  if (kind !== 'greeting') return undefined;
  const content = decodeContent(text);
  if (content.kind !== 'greeting' || content.to === 'adder' || content.adder === null) return undefined;
  const key = { kind, audience, about: greeting.about('adder') } as const;
  const toAdder = encodeContent({ ...content, to: 'adder' });
  return newDelivery({ ...key, place: content.adder, expiresAt, dueAt: now, content: toAdder });
}

/** Whether it edits a message, which does no harm if done twice. Some corrections learn only on sending which one. */
function isInPlace(delivery: Delivery): boolean {
  return delivery.message !== null || correctsInPlace(delivery.kind);
}

/**
 * The notice that follows a correction in place, under the message that it corrects: for material corrections, and for
 * minor ones too where the message cannot be edited (`instead` is then the position). Once for each position.
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
 * Each alert in doubt keeps its own row. The first repeat goes out at once, further ones with growing pauses, until it
 * expires. Undefined after the last repeat, and for all other kinds.
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
