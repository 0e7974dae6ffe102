/** Moves the clock of this process, for all code in it that asks for the present. */

/**
 * Makes all that asks for the present see one that is `byMs` later; returns what puts the clock right again.
 * Timers and `performance.now` stay as they are. Trap: an `Intl` formatter without a date uses the true clock.
 */
export function moveClock(byMs: number): () => void {
  const [TrueDate, trueNow] = [Date, Date.now];
  const temporal = { ...Object.getOwnPropertyDescriptors(Temporal.Now) };
  const now = () => trueNow() + byMs;
  const zoned = (zone: Temporal.TimeZoneLike = Temporal.Now.timeZoneId()) =>
    Temporal.Instant.fromEpochMilliseconds(now()).toZonedDateTimeISO(zone);
  const moved: DateConstructor = new Proxy(TrueDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new TrueDate(now()).toString(),
  });
  TrueDate.now = now;
  TrueDate.prototype.constructor = moved;
  globalThis.Date = moved;
  Object.assign(Temporal.Now, {
    instant: () => Temporal.Instant.fromEpochMilliseconds(now()),
    zonedDateTimeISO: zoned,
    plainDateTimeISO: (zone?: Temporal.TimeZoneLike) => zoned(zone).toPlainDateTime(),
    plainDateISO: (zone?: Temporal.TimeZoneLike) => zoned(zone).toPlainDate(),
    plainTimeISO: (zone?: Temporal.TimeZoneLike) => zoned(zone).toPlainTime(),
  });
  return () => {
    TrueDate.now = trueNow;
    TrueDate.prototype.constructor = TrueDate;
    globalThis.Date = TrueDate;
    Object.defineProperties(Temporal.Now, temporal);
  };
}
