/** Quiet hours: until when alerts are held. */
import type { Settings } from './subscription.ts';

/**
 * When the quiet hours end that `now` is in; undefined where it is in none. Instants are Unix time in ms; `timezone` is an
 * IANA name. They begin and end when the local clock first reaches their times on that day: what a clock change leaves out
 * comes at the change, what comes twice counts once.
 */
export function quietUntil(quiet: Settings['quiet'], timezone: string, now: number): number | undefined {
  if (quiet === null) return undefined;
  const { from, to } = quiet;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone).toPlainDate();
  // Those of yesterday may go over midnight.
  const end = [today.subtract({ days: 1 }), today]
    .filter((day) => firstAt(day, from, timezone) <= now)
    .map((day) => firstAt(from < to ? day : day.add({ days: 1 }), to, timezone))
    .find((instant) => instant > now);
  // A clock change may leave out all that is between the end of one night and the beginning of the next.
  return end === undefined ? undefined : (quietUntil(quiet, timezone, end) ?? end);
}

/** The first moment of `day` at which its local clock shows `time` or later. */
function firstAt(day: Temporal.PlainDate, time: string, timezone: string): number {
  const local = day.toPlainDateTime(time);
  const zoned = local.toZonedDateTime(timezone);
  if (zoned.toPlainDateTime().equals(local)) return zoned.epochMilliseconds;
  // It is left out: `zoned` is the change itself or after it.
  const change = zoned.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  return (change ?? zoned).epochMilliseconds;
}
