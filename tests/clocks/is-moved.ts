/** Before each file of tests under a moved clock: refuses to test anything where the clock was not moved after all. */

const expected = process.env['CLOCK_MOVED_TO'];
if (expected !== undefined) {
  const late = Date.now() - Date.parse(expected);
  const zone = Temporal.Now.timeZoneId();
  // A run takes minutes.
  if (!(late >= 0 && late < 3_600_000) || Temporal.Now.instant().epochMilliseconds - Date.now() > 60_000) {
    throw new Error(`The clock was to be moved to ${expected} and is at ${new Date().toISOString()}`);
  }
  if (zone !== process.env['TZ']) throw new Error(`The time zone was to be ${process.env['TZ']} and is ${zone}`);
}
