/** What an attempt's outcome means for its delivery: the policies of delivery, as one pure function. */

import {
  type Content,
  correctsInPlace,
  type Delivery,
  decodeContent,
  encodeContent,
  LANES,
  type NewDelivery,
} from '../core/messages/delivery.ts';
import type { SendOutcome } from '../core/ports/messenger.ts';
import type { Settlement } from '../core/ports/outbox.ts';
import { privatePlaceOf, type Subscription } from '../core/subscriptions/subscription.ts';

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 300_000;
/** A place that refused is tried once more after this, in case somebody has given the right back. */
const TRY_AGAIN_MS = 6 * 3_600_000;
/** Slots of first sends are positive and below this (instants in ms); those of repeats are negative, each in a range of its own. */
const REPEAT_SLOTS = 1e13;
/** Where answers are lost again and again, messages may arrive all the same: an alert is not read more often than this and once. */
const MOST_REPEATS = 3;
/** A notice is of use for this long. */
const NOTICE_FOR_MS = 3 * 86_400_000;

export interface SettlingContext {
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
  /** Of a correction: the place in the ledger of what is to be told aloud; undefined where nothing is. */
  readonly materialSeq?: number | undefined;
  /** Of the delivery; needed where the outcome suspends it. */
  readonly subscription?: Subscription | undefined;
}

/**
 * - Certainly not sent: tried again, later and later, until it expires.
 * - It may have been sent: tried again where that makes no second message; else a digest, a board and a notice are left
 *   as `unknown`, and an alert is repeated as a possible repeat: a lost alert does more harm than one read twice.
 * - The chat has another id now: sent there; what cannot be edited any more is told by a message there, or (a board) made anew.
 * - The place is gone or refuses: its subscription is suspended, and whoever set it up is told.
 */
export function settlementOf(delivery: Delivery, outcome: SendOutcome, context: SettlingContext): Settlement {
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
      const settlement = again(delivery, outcome.reason, waitMs, now);
      return settlement.state === 'pending' && context.isFirst ? { ...settlement, isUnsent: true } : settlement;
    }
    case 'unknown':
      return unknown(delivery, outcome.reason, context);
    case 'gone':
    case 'refused': {
      const { reason } = outcome;
      const suspend = suspension(delivery, reason, outcome.kind === 'refused', context);
      // What stands there wrong is put right once the right is given back.
      const resumeAt = correctsInPlace(delivery) ? suspend.resumeAt : null;
      return resumeAt === null || resumeAt > delivery.expiresAt
        ? { ...common, state: 'dead', reason, suspend }
        : { ...common, state: 'pending', reason, dueAt: resumeAt, suspend };
    }
    case 'rejected':
      return { ...common, state: 'dead', reason: outcome.reason, ...followUp(delivery, context, delivery.slot) };
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
        const follow = followUp(delivery, context, delivery.slot);
        return { ...common, state: 'dead', reason, place, isMessageGone: true, ...follow };
      }
      return { ...common, state: 'pending', reason: outcome.reason, dueAt: now, place: outcome.place };
    case 'stop':
      return again(delivery, outcome.reason, LONGEST_PAUSE_MS, now);
  }
}

/** An edit: made twice it does no harm. A correction may find out only when it is sent which message it edits. */
function isInPlace(delivery: Delivery): boolean {
  return delivery.message !== null || correctsInPlace(delivery);
}

/**
 * What a correction in place leads to: a message of its own, under the one that it corrects, for what is material, and for all of
 * it (`instead` is its place in the ledger) where that one cannot be edited. Once for each place in the ledger.
 */
function followUp(
  delivery: Delivery,
  { now, materialSeq }: SettlingContext,
  instead?: number,
): { readonly follow?: NewDelivery } {
  const seq = materialSeq ?? instead;
  if (delivery.kind !== 'correction' || delivery.of === null || seq === undefined) return {};
  const content = decodeContent(delivery.content);
  if (content.kind !== 'correction' || content.form !== 'edit') return {};
  const { subscription, place, lane, kind, of, expiresAt } = delivery;
  const follow: NewDelivery = {
    subscription,
    place,
    lane,
    kind,
    of,
    expiresAt,
    slot: -seq,
    state: 'pending',
    dueAt: now,
    message: null,
    reason: null,
    content: encodeContent({ ...content, form: 'notice' }),
  };
  return { follow };
}

function again(delivery: Delivery, reason: string, waitMs: number, at: number): Settlement {
  const dueAt = at + waitMs;
  return dueAt > delivery.expiresAt
    ? { delivery, at, state: 'dead', reason }
    : { delivery, at, state: 'pending', reason, dueAt };
}

function unknown(delivery: Delivery, reason: string, { now, isRepeatable, random }: SettlingContext): Settlement {
  const common = { delivery, at: now, state: 'unknown', reason } as const;
  if (isRepeatable || isInPlace(delivery)) {
    const settlement = again(delivery, reason, backoff(delivery.attempts, random), now);
    return settlement.state === 'dead' ? common : settlement;
  }
  const content = decodeContent(delivery.content);
  return content.kind === 'alert' && content.repeats < MOST_REPEATS
    ? { ...common, repeat: repeated(delivery, content, now, random) }
    : common;
}

/** Each attempt in doubt stays a row of its own. The first repeat goes out at once, further ones later and later, until it expires. */
function repeated(
  delivery: Delivery,
  content: Extract<Content, { kind: 'alert' }>,
  now: number,
  random: number,
): NewDelivery {
  const { subscription, place, lane, kind, expiresAt } = delivery;
  const repeats = content.repeats + 1;
  return {
    subscription,
    place,
    lane,
    kind,
    expiresAt,
    message: null,
    reason: null,
    slot: -(Math.abs(delivery.slot) % REPEAT_SLOTS) - REPEAT_SLOTS * (repeats - 1),
    state: 'pending',
    dueAt: repeats === 1 ? now : now + backoff(repeats, random),
    content: encodeContent({ ...content, repeats }),
  };
}

/**
 * Once more after some hours where a right is missing, but not a second time. Until then further refusals change nothing. The notice
 * goes to a person, never to the place itself.
 */
function suspension(delivery: Delivery, reason: string, mayReturn: boolean, { now, subscription }: SettlingContext) {
  const resumesAt = subscription?.status === 'suspended' ? (subscription.resumeAt ?? now) : now;
  if (mayReturn && resumesAt > now) return { resumeAt: resumesAt };
  const wasTriedAgain = isSecondRefusal(delivery, reason, subscription);
  const resumeAt = mayReturn && !wasTriedAgain ? now + TRY_AGAIN_MS : null;
  const person = subscription && personOf(subscription);
  if (subscription === undefined || person === undefined || wasTriedAgain) return { resumeAt };
  const notice: NewDelivery = {
    subscription: subscription.id,
    place: person,
    lane: LANES.notice,
    kind: 'notice',
    slot: now,
    state: 'pending',
    dueAt: now,
    expiresAt: now + NOTICE_FOR_MS,
    message: null,
    reason: null,
    content: encodeContent({
      kind: 'notice',
      timezone: subscription.settings.timezone,
      place: subscription.place,
      reason,
      willRetry: resumeAt !== null,
    }),
  };
  return { resumeAt, notice };
}

/** A refusal is kept with the subscription; where that is gone or paused, with the corrections that wait for the right. */
function isSecondRefusal(delivery: Delivery, reason: string, subscription: Subscription | undefined): boolean {
  if (subscription === undefined || subscription.status === 'paused') return delivery.reason === reason;
  return subscription.reason !== null;
}

/** Where the person who set it up is written to; undefined where that is nobody in particular (an anonymous admin). */
function personOf({ setBy, place }: Subscription): string | undefined {
  // The place that cannot be reached may be the private chat with that very person.
  return place === setBy ? undefined : privatePlaceOf(setBy);
}

/** Doubles from one second to five minutes; up to half of it is taken off at random. `attempts` counts from 1. */
export function backoff(attempts: number, random: number): number {
  return Math.round(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (Math.max(1, attempts) - 1)) * (1 - random / 2));
}
