/** When somebody who moderates is reminded: once a day, not before the morning, and not while they have it snoozed. */

/** Local hour before which nobody is reminded. */
export const REMIND_FROM_HOUR = 9;

/** For how many days it can be snoozed, by what is typed. */
export const SNOOZES = { '1d': 1, '3d': 3, '7d': 7 } as const;
export const DAY_MS = 86_400_000;

/** Under this name the store keeps until when (Unix time in ms) a person is not to be reminded; 0: they are. */
export function snoozeKey(person: string): string {
  return `snoozed:${person}`;
}

/**
 * The local day of `now` as the ms of its beginning and of its end; undefined where it is too early to remind.
 * `timezone` is an IANA name.
 */
export function reminderDay(now: number, timezone: string): { readonly from: number; readonly to: number } | undefined {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone);
  if (local.hour < REMIND_FROM_HOUR) return undefined;
  const from = local.startOfDay();
  return { from: from.epochMilliseconds, to: from.add({ days: 1 }).epochMilliseconds };
}
