/** Keeps to a platform's rates, over all chats and in each one. In memory, bounded. */

import type { MessengerLimits } from '../core/ports/messenger.ts';
import { chatOf } from '../core/subscriptions/subscription.ts';
import { createChatLimits, JITTER_MS } from './chat-limits.ts';
import { createSteadyClock } from './steady-clock.ts';

/** From this rate on, one request a second stays free: for uneven arrival, and for the first question. */
const SPARE_FROM = 20;
/**
 * In the first second after a pause, connections open and code warms up: the messages of that second arrive late and
 * together.
 */
const FIRST_SHARE = 0.7;
/** For so many ms after answers, room is kept for as many more. */
const ANSWERS_MS = 2000;
const SECOND_MS = 1000;
/** Answers go first while people wait for them: then one message a second is pushed. */
const LEAST_IN_RUSH = 1;
/** The least share of the rate for pushed messages once a rush has lasted so long: alerts do not wait for its end. */
const LEAST_SHARE = 0.3;
const RUSH_MS = 30_000;
/** Milliseconds for which room is kept for what is pushed after something was. */
const PUSHING_MS = 2000;
/** Tolerance for the rounding errors of summed fractions. */
const ROUNDING = 1e-6;
/** The burst after a pause, as ms of the full rate: small, so that few messages are in flight. */
const BURST_MS = 100;
const REFUSAL_WINDOW_MS = 600_000;
/** At this share of the refusals that bring a ban, sending stops for a while. */
const REFUSAL_SHARE = 0.5;
/**
 * If so many chats are throttled within one second, the platform throttles the bot. Telegram does not say which it is.
 */
const CHATS_FOR_PLATFORM = 2;
const LONGEST_GUESS_MS = 60_000;

/** All instants are Unix time in ms. They may go back, because clocks are set. */
export interface Pacer {
  /** How much may be sent by `aheadMs` from now: a whole number, 0 while paused. */
  free(now: number, aheadMs?: number): number;
  /** Milliseconds until `free` can be above 0. */
  wait(now: number): number;
  /** Chats that must wait at this moment. */
  blocked(now: number): readonly string[];
  /** Reserves room for one message, until it calls `depart` or `release`. */
  reserve(): void;
  /**
   * 0: it may leave now, and is counted. Otherwise milliseconds after which to ask again: what is prepared together
   * leaves evenly.
   */
  depart(place: string, now: number, isEdit?: boolean): number;
  release(): void;
  /** Counts a request that does not wait: pushed messages make room for it. */
  spend(place: string, now: number): void;
  /**
   * 0 ms: an answer to a person may leave now, and is counted. Otherwise milliseconds after which to ask again, and
   * whether answers to all other chats have to wait as well.
   */
  answer(place: string, now: number): { readonly ms: number; readonly isForAll: boolean };
  /** How many answers wait at this moment: pushed messages make room for them. */
  answersWait(count: number, now: number): void;
  /** The platform asked to wait. */
  throttled(place: string, scope: 'chat' | 'platform', waitMs: number, now: number): void;
  /** A request was refused (401, 403, 429). After too many of them the platform bans the bot. */
  refused(now: number): void;
}

export function createPacer(limits: MessengerLimits): Pacer {
  const { perSecond, perChat, editsPerChat, refusalsPer10Minutes } = limits;
  const spare = perSecond >= SPARE_FROM ? 1 : 0;
  // What is spared gives slack too.
  const windowMs = Math.max(SECOND_MS, SECOND_MS + JITTER_MS - (spare * SECOND_MS) / perSecond);
  const perMs = (perSecond - spare) / windowMs;
  const capacity = Math.max(1, perMs * BURST_MS);
  const share = Math.max(1, Math.floor((perSecond - spare) * LEAST_SHARE));
  /** All that left in the last second, what of it was pushed, and the answers of the last two. */
  const sent: number[] = [];
  const pushed: number[] = [];
  const answers: number[] = [];
  const chats = createChatLimits();
  const throttles: { readonly chat: string; readonly at: number }[] = [];
  const refusals: number[] = [];
  let reserved = 0;
  let tokens = capacity;
  let countedAt = 0;
  let pausedUntil = 0;
  let busySince = 0;
  let waiting = 0;
  /** Since when answers have waited without a break. */
  let rushSince: number | undefined;
  let pushedAt = Number.NEGATIVE_INFINITY;

  const steady = createSteadyClock();

  const forget = (times: number[], before: number) => {
    while (times[0] !== undefined && times[0] <= before) times.shift();
  };
  const refill = (now: number) => {
    tokens = Math.min(capacity, tokens + Math.max(0, now - countedAt) * perMs);
    countedAt = now;
    forget(sent, now - windowMs);
    forget(pushed, now - windowMs);
    forget(answers, now - ANSWERS_MS);
  };
  /** The least that may be pushed in a second, however many questions people ask. */
  const leastOf = (now: number) =>
    rushSince !== undefined && now < rushSince + RUSH_MS ? Math.min(share, LEAST_IN_RUSH) : share;
  const isPushing = (now: number) => reserved > 0 || now < pushedAt + PUSHING_MS;
  const rateAt = (now: number) => {
    const isFirst = sent.length === 0 || now < busySince + SECOND_MS;
    return Math.floor((perSecond - spare) * (isFirst ? FIRST_SHARE : 1));
  };
  /**
   * How many more messages may be pushed now, without those already reserved: with room for the answers to be expected,
   * but their least share, however many questions people ask.
   */
  const left = (at: number) => {
    const counts = (times: readonly number[]) => times.filter((time) => time > at - windowMs).length;
    const expected = Math.max(waiting, Math.ceil((answers.length * SECOND_MS) / ANSWERS_MS));
    // The first to be pushed in a rush takes what is spared: only then do answers know that they are to leave room.
    const most = isPushing(at) ? perSecond - spare : perSecond;
    return Math.min(Math.max(leastOf(at), rateAt(at) - expected) - counts(pushed), most - counts(sent));
  };
  const untilWindow = (now: number, ahead: number) => {
    if (left(now) > ahead) return 0;
    const oldest = pushed[0] ?? sent[0];
    return oldest === undefined ? 0 : Math.max(1, Math.ceil(oldest + windowMs - now));
  };
  const forToken = () => Math.max(0, (1 - tokens - ROUNDING) / perMs);
  /** Milliseconds until an answer may leave for a chat that is not blocked. What is pushed keeps its least share. */
  const untilAnswer = (now: number) => {
    const owed = isPushing(now) ? Math.max(0, leastOf(now) - pushed.length) : 0;
    const over = sent.length + owed - rateAt(now);
    const leaves = over < 0 ? undefined : sent[Math.min(over, sent.length - 1)];
    return Math.ceil(Math.max(forToken(), leaves === undefined ? 0 : leaves + windowMs - now));
  };
  const count = (place: string, now: number) => {
    if (sent.length === 0) busySince = now;
    sent.push(now);
    chats.count('all', perChat(place), place, now);
  };
  return {
    free(time, aheadMs = 0) {
      const now = steady(time);
      refill(now);
      if (now < pausedUntil) return 0;
      const isOwed = pushed.length + reserved < leastOf(now);
      const forAnswers = isOwed ? 0 : waiting;
      const paced = tokens - forAnswers + aheadMs * perMs + ROUNDING;
      return Math.max(0, Math.floor(Math.min(paced, left(now + aheadMs) - reserved)));
    },

    wait(time) {
      const now = steady(time);
      refill(now);
      return Math.max(0, Math.ceil(forToken()), untilWindow(now, reserved), pausedUntil - now);
    },

    blocked(time) {
      return chats.blocked(steady(time));
    },

    reserve() {
      tokens -= 1;
      reserved += 1;
    },

    depart(place, time, isEdit = false) {
      const now = steady(time);
      refill(now);
      const waitMs = Math.max(0, untilWindow(now, 0));
      if (waitMs > 0) return waitMs;
      reserved -= 1;
      pushed.push(now);
      pushedAt = now;
      count(place, now);
      if (isEdit && editsPerChat) chats.count('edits', [editsPerChat], place, now);
      return 0;
    },

    release() {
      reserved -= 1;
    },

    spend(place, time) {
      const now = steady(time);
      refill(now);
      answers.push(now);
      count(place, now);
    },

    answer(place, time) {
      const now = steady(time);
      refill(now);
      const forAll = Math.max(pausedUntil - now, untilAnswer(now));
      const ms = Math.max(forAll, chats.wait(place, now));
      if (ms > 0) return { ms, isForAll: forAll > 0 };
      tokens -= 1;
      answers.push(now);
      count(place, now);
      return { ms: 0, isForAll: false };
    },

    answersWait(number, time) {
      waiting = number;
      rushSince = number === 0 ? undefined : (rushSince ?? steady(time));
    },

    throttled(place, scope, waitMs, time) {
      const now = steady(time);
      const chat = chatOf(place);
      chats.block(chat, now + waitMs);
      throttles.push({ chat, at: now });
      while (throttles[0] && throttles[0].at <= now - SECOND_MS) throttles.shift();
      const isWide = new Set(throttles.map((one) => one.chat)).size >= CHATS_FOR_PLATFORM;
      // It is a guess that the platform throttles the bot, and no reason to be silent for hours.
      const pauseMs = scope === 'platform' ? waitMs : isWide ? Math.min(waitMs, LONGEST_GUESS_MS) : 0;
      pausedUntil = Math.max(pausedUntil, now + pauseMs);
    },

    refused(time) {
      const now = steady(time);
      if (refusalsPer10Minutes === undefined) return;
      forget(refusals, now - REFUSAL_WINDOW_MS);
      refusals.push(now);
      const [oldest = now] = refusals;
      if (refusals.length >= refusalsPer10Minutes * REFUSAL_SHARE) {
        pausedUntil = Math.max(pausedUntil, oldest + REFUSAL_WINDOW_MS);
      }
    },
  };
}
