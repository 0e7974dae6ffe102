/** Quiet hours: until when alerts are held, and what comes without sound. */
import type { Settings } from './subscription.ts';

/**
 * When the current quiet hours end; undefined if `now` is not in quiet hours. Instants are Unix time in ms; `timezone`
 * is an IANA name. Quiet hours begin and end when the local clock first reaches their times on a day. If a clock change
 * skips a time, that is the moment of the change.
 */
export function quietUntil(quiet: Settings['quiet'], timezone: string, now: number): number | undefined {
  if (quiet === null) return undefined;
  const { from, to } = quiet;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone).toPlainDate();
  // Quiet hours that began yesterday may still last.
  const end = [today.subtract({ days: 1 }), today]
    .filter((day) => firstAt(day, from, timezone) <= now)
    .map((day) => firstAt(from < to ? day : day.add({ days: 1 }), to, timezone))
    .find((instant) => instant > now);
  // A clock change may skip the whole time between two quiet hours: then the next ones begin at once.
  return end === undefined ? undefined : (quietUntil(quiet, timezone, end) ?? end);
}

/** As `quietUntil`, for alerts: undefined also where quiet hours hold nothing. */
export function holdsUntil({ quiet, timezone }: Pick<Settings, 'quiet' | 'timezone'>, now: number): number | undefined {
  return quiet?.how === 'hold' ? quietUntil(quiet, timezone, now) : undefined;
}

/** Whether a message that leaves `now` (Unix time in ms) is to make no sound. `isBreaking`: it tells breaking news. */
export function isSilentAt(
  { quiet, timezone }: Pick<Settings, 'quiet' | 'timezone'>,
  isBreaking: boolean,
  now: number,
): boolean {
  if (quiet?.how !== 'silent' || (isBreaking && quiet.exceptBreaking)) return false;
  return quietUntil(quiet, timezone, now) !== undefined;
}

/** The first moment of `day` at which its local clock shows `time` or later. */
function firstAt(day: Temporal.PlainDate, time: string, timezone: string): number {
  const local = day.toPlainDateTime(time);
  const zoned = local.toZonedDateTime(timezone);
  if (zoned.toPlainDateTime().equals(local)) return zoned.epochMilliseconds;
  // The clock change skips this time: `zoned` is the moment of the change or later.
  const change = zoned.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  return (change ?? zoned).epochMilliseconds;
}
