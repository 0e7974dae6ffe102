/** Plans a subscription at a tick: which slot is delivered, which are skipped, and when the next digest is due. */
import { nextSlot, slotsAround } from './slots.ts';
import type { Settings, Subscription } from './subscription.ts';

/** A digest that is later than this, in ms, says so. The tick comes once a minute. */
const LATE_AFTER = 120_000;
/**
 * Missed slots are counted up to this number. After weeks of downtime counting takes long, and nobody needs the number.
 */
const MAX_COUNT = 20;

/** Instants are Unix time in ms. */
export interface DuePlan {
  /** The first slot after now; null if there is none. */
  readonly nextDueAt: number | null;
  readonly deliver?: { readonly slot: number; readonly isLate: boolean };
  readonly skipped?: {
    /** The first skipped slot; the last one if all are skipped as too late. */
    readonly slot: number;
    /** `overtaken`: the digest of a later slot covers it. `too-late`: the next slot is nearer. */
    readonly reason: 'overtaken' | 'too-late';
    /** How many were skipped, at most 20. */
    readonly count: number;
  };
}

/**
 * There may be several slots from `nextDueAt` up to `now`, if the bot was not running. Only the latest is delivered,
 * and only if less than half the time to the next slot has passed. The next digest covers the skipped ones.
 */
export function planDue({ settings, nextDueAt }: Pick<Subscription, 'settings' | 'nextDueAt'>, now: number): DuePlan {
  if (nextDueAt === null || nextDueAt > now) return { nextDueAt };
  const { schedule, timezone } = settings;
  const { latest: slot, next } = slotsAround(schedule, timezone, nextDueAt, now);
  const earlier = countUpTo(slot, nextDueAt, settings);
  if (now >= halfway(slot, next)) {
    return { nextDueAt: next ?? null, skipped: { slot, reason: 'too-late', count: Math.min(earlier + 1, MAX_COUNT) } };
  }
  return {
    nextDueAt: next ?? null,
    deliver: { slot, isLate: now - slot > LATE_AFTER },
    ...(earlier === 0 ? {} : { skipped: { slot: nextDueAt, reason: 'overtaken', count: earlier } }),
  };
}

/** Counts the slots before `end`, beginning with the slot `from`; at most `MAX_COUNT`. */
function countUpTo(end: number, from: number, { schedule, timezone }: Settings): number {
  let count = 0;
  for (let slot: number | undefined = from; slot !== undefined && slot < end && count < MAX_COUNT; count++) {
    slot = nextSlot(schedule, timezone, slot);
  }
  return count;
}

/** The first slot after `now` (Unix time in ms); null if digests are off or the schedule has no more. */
export function dueAfter({ schedule, timezone, board }: Settings, now: number): number | null {
  return board === 'instead' ? null : (nextSlot(schedule, timezone, now) ?? null);
}

/** What changes in a subscription that goes on as of `now` (Unix time in ms). */
export function resumed(
  settings: Settings,
  now: number,
): Pick<Subscription, 'status' | 'reason' | 'resumeAt' | 'nextDueAt'> {
  return { status: 'active', reason: null, resumeAt: null, nextDueAt: dueAfter(settings, now) };
}

/** When the digest of a slot expires: halfway to the next slot. Unix time in ms. */
export function digestExpiresAt({ schedule, timezone }: Pick<Settings, 'schedule' | 'timezone'>, slot: number): number {
  return halfway(slot, nextSlot(schedule, timezone, slot));
}

function halfway(slot: number, next: number | undefined): number {
  return next === undefined ? slot : slot + Math.floor((next - slot) / 2);
}
