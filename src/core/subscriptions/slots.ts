/** Finds the slots of a schedule: local times of a cron expression → instants, each once, also when clocks change. */
import { Cron } from 'croner';

const DAY = 86_400_000;
/** Hour fields that mean every hour of the day. */
const EVERY_HOUR = /^(\*|0-23)(\/1)?$/;

/** Iterates local times as if they were UTC, and schedules nothing. Throws for what is not a cron expression. */
export function localTimes(cron: string): Cron {
  return new Cron(cron, { mode: '5-part', utcOffset: 0, paused: true });
}

/**
 * The first slot after `after` (Unix time in ms) of a five-field cron expression in an IANA time zone; undefined if
 * there is none. When clocks change (docs/decisions/008-slots.md):
 * - A local time that the clock skips comes later by as much as the clock jumps: 02:30 becomes 03:30. If another slot
 * is at
 *   that instant, the two are one.
 * - A local time that comes twice counts the first time only. A schedule for every hour counts both.
 *
 * Throws `TypeError` for what is not a cron expression and `RangeError` for an unknown time zone.
 */
export function nextSlot(cron: string, timezone: string, after: number): number | undefined {
  const times = localTimes(cron);
  const isEveryHour = EVERY_HOUR.test(cron.trim().split(/\s+/u)[1] ?? '');
  let best: number | undefined;
  // Local times are in ms as if they were UTC. This one, and any before it, is an instant not after `after`.
  let local: number | undefined = after + Math.min(...offsetsAround(after, timezone));
  while (true) {
    local = times.nextRun(new Date(local))?.getTime();
    if (local === undefined) return best;
    best = earliest(instantsOf(local, timezone, isEveryHour), after, best);
    // Around a clock change a later local time may be an earlier instant, so this looks on until that is impossible.
    if (best !== undefined && local - Math.max(...offsetsAround(best, timezone)) >= best) return best;
  }
}

/** The next `count` slots after `after`, or fewer if the schedule has no more. Throws like `nextSlot`. */
export function nextSlots(cron: string, timezone: string, after: number, count: number): readonly number[] {
  const slots: number[] = [];
  while (slots.length < count) {
    const slot = nextSlot(cron, timezone, slots.at(-1) ?? after);
    if (slot === undefined) break;
    slots.push(slot);
  }
  return slots;
}

/** The latest slot up to `now`, and the next one. `from` is a slot before `now`. Throws like `nextSlot`. */
export function slotsAround(
  cron: string,
  timezone: string,
  from: number,
  now: number,
): { readonly latest: number; readonly next: number | undefined } {
  let latest = from;
  // Looks back in windows that double, so that months of downtime take few steps.
  for (let reach = DAY / 48; latest === from && now - reach > from; reach *= 2) {
    const slot = nextSlot(cron, timezone, now - reach);
    if (slot !== undefined && slot <= now) latest = slot;
  }
  while (true) {
    const next = nextSlot(cron, timezone, latest);
    if (next === undefined || next > now) return { latest, next };
    latest = next;
  }
}

function earliest(instants: readonly number[], after: number, best: number | undefined): number | undefined {
  const later = instants.filter((instant) => instant > after && (best === undefined || instant < best));
  return later.length === 0 ? best : Math.min(...later);
}

/** The instants of a local time: one, or two if it comes twice and `both` are wanted. */
function instantsOf(local: number, timezone: string, both: boolean): readonly number[] {
  const time = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC').toPlainDateTime();
  const choices = both ? (['compatible', 'later'] as const) : (['compatible'] as const);
  return choices.map((disambiguation) => time.toZonedDateTime(timezone, { disambiguation }).epochMilliseconds);
}

/**
 * How far local time is ahead of UTC, in ms, a day before, at and after an instant. They differ near a clock change.
 */
function offsetsAround(instant: number, timezone: string): readonly number[] {
  return [-DAY, 0, DAY].map(
    (away) =>
      Temporal.Instant.fromEpochMilliseconds(instant + away).toZonedDateTimeISO(timezone).offsetNanoseconds / 1e6,
  );
}
