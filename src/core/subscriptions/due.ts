/** What becomes of a subscription at a tick: which slot is delivered, which are not, and when it is due again. */
import { nextSlot, slotsAround } from './slots.ts';
import type { Settings, Subscription } from './subscription.ts';

/** Later than this, in ms, and a digest says that it is late. The tick comes once a minute. */
const LATE_AFTER = 120_000;
/** Missed slots are counted up to here: after weeks of downtime nobody needs the number, and counting takes time. */
const MAX_COUNT = 20;

/** Instants are Unix time in ms. */
export interface DuePlan {
  /** The first slot after now; null where none comes. */
  readonly nextDueAt: number | null;
  readonly deliver?: { readonly slot: number; readonly isLate: boolean };
  readonly skipped?: {
    /** The first of those skipped; where it is too late for all, the last of them. */
    readonly slot: number;
    /** `overtaken`: a later one is delivered, and tells all. `too-late`: the next one is nearer. */
    readonly reason: 'overtaken' | 'too-late';
    /** How many were skipped; 20 for 20 or more. */
    readonly count: number;
  };
}

/**
 * Of the slots from `nextDueAt` up to `now` (more than one where the bot was not running) the latest is delivered, if it is
 * younger than half its period; the others are not. What they would have told is in the next digest.
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

/** The slots from `from`, which is one, before `end`; `MAX_COUNT` at most. */
function countUpTo(end: number, from: number, { schedule, timezone }: Settings): number {
  let count = 0;
  for (let slot: number | undefined = from; slot !== undefined && slot < end && count < MAX_COUNT; count++) {
    slot = nextSlot(schedule, timezone, slot);
  }
  return count;
}

/** The first slot after `now` (Unix time in ms); null where no digests are wanted, or none comes. */
export function dueAfter({ schedule, timezone, board }: Settings, now: number): number | null {
  return board === 'instead' ? null : (nextSlot(schedule, timezone, now) ?? null);
}

/** When the digest of a slot is no longer worth sending: halfway to the next slot. Unix time in ms. */
export function digestExpiresAt({ schedule, timezone }: Pick<Settings, 'schedule' | 'timezone'>, slot: number): number {
  return halfway(slot, nextSlot(schedule, timezone, slot));
}

function halfway(slot: number, next: number | undefined): number {
  return next === undefined ? slot : slot + Math.floor((next - slot) / 2);
}
