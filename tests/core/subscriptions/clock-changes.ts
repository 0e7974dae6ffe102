/** Every change of the clocks of every IANA zone from 2026 to 2036, as the time zone data of this Node has them. */

/** Offsets are local time less UTC, all in ms. */
export interface ClockChange {
  readonly zone: string;
  /** Unix time in ms: the first moment of the new time. */
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

const FROM = Date.UTC(2026, 0, 1);
const TO = Date.UTC(2037, 0, 1);

/**
 * The changes of each zone, for zones that have some. Zones with the same changes at the same moments (Berlin, Paris, Rome …)
 * are one here: slots depend on nothing else of a zone.
 */
export function clockChanges(): readonly (readonly ClockChange[])[] {
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => [...changesOf(zone)]);
  const byMoments = Map.groupBy(zones, (changes) =>
    changes.map(({ at, before, after }) => `${at} ${before} ${after}`).join('\n'),
  );
  return [...byMoments.values()].flatMap(([first]) => (first && first.length > 0 ? [first] : []));
}

function* changesOf(zone: string): Generator<ClockChange> {
  let change = zoned(FROM, zone).getTimeZoneTransition('next');
  while (change && change.epochMilliseconds < TO) {
    const at = change.epochMilliseconds;
    yield { zone, at, before: offset(zoned(at - 1, zone)), after: offset(change) };
    change = change.getTimeZoneTransition('next');
  }
}

/** An instant as the clocks of `zone` show it. `at` is Unix time in ms. */
export function zoned(at: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

function offset({ offsetNanoseconds }: Temporal.ZonedDateTime): number {
  return offsetNanoseconds / 1e6;
}

/**
 * What a local time means around a change, worked out by hand, the first moment first: two where the clocks show it twice;
 * where they never do, as much after the change as it is after the time at which they jumped. `local` is counted as ms as
 * if it were UTC.
 */
export function meanings(local: number, { at, before, after }: ClockChange): readonly number[] {
  const [old, late] = [local - before, local - after];
  const shown = [...(old < at ? [old] : []), ...(late >= at ? [late] : [])];
  return shown.length > 0 ? shown : [old];
}
