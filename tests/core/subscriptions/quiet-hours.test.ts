/** Quiet hours: in them until the local clock shows their end, over midnight and over every clock change. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quietUntil } from '../../../src/core/subscriptions/quiet-hours.ts';
import { type ClockChange, clockChanges, meanings, zoned } from './clock-changes.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const changes = clockChanges().flat();
const clock = (minute: number) =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
const hours = (from: string, to: string) => ({ from, to, exceptBreaking: false, how: 'hold' as const });
const halfHours = fc.nat(47).map((half) => half * 30);
const twoTimes = fc.tuple(halfHours, halfHours).filter(([from, to]) => from !== to);

describe('quietUntil', () => {
  it.each([
    ['22:00', '07:00', 'Asia/Karachi', '2026-11-22T17:00Z', '2026-11-23T02:00Z'],
    ['22:00', '07:00', 'Asia/Karachi', '2026-11-22T16:59:59.999Z', undefined],
    ['22:00', '07:00', 'Asia/Karachi', '2026-11-23T01:59:59.999Z', '2026-11-23T02:00Z'],
    ['22:00', '07:00', 'Asia/Karachi', '2026-11-23T02:00Z', undefined],
    ['13:00', '14:30', 'Asia/Kabul', '2026-11-22T09:00Z', '2026-11-22T10:00Z'],
    ['13:00', '14:30', 'Asia/Kabul', '2026-11-22T08:00Z', undefined],
    // Clocks go forward from 02:00 to 03:00: there is no 02:30 that night, so quiet hours end at 03:00.
    ['22:00', '02:30', 'Europe/Berlin', '2027-03-27T23:00Z', '2027-03-28T01:00Z'],
    // Clocks go back from 03:00 to 02:00: the first 02:30 ends them, and the second one does not begin them again.
    ['22:00', '02:30', 'Europe/Berlin', '2026-10-24T23:00Z', '2026-10-25T00:30Z'],
    ['22:00', '02:30', 'Europe/Berlin', '2026-10-25T01:15Z', undefined],
    ['02:30', '05:00', 'Europe/Berlin', '2026-10-25T01:15Z', '2026-10-25T04:00Z'],
    // Clocks go forward from 00:00 to 01:00, over all that is between the end and the next beginning.
    ['00:30', '00:00', 'Africa/Cairo', '2026-04-23T12:00Z', '2026-04-24T21:00Z'],
  ])('from %s to %s in %s, asked at %s', (from, to, zone, now, end) => {
    expect(quietUntil(hours(from, to), zone, Date.parse(now))).toBe(end === undefined ? undefined : Date.parse(end));
  });

  it('is never where there are none', () => {
    expect(quietUntil(null, 'UTC', 0)).toBeUndefined();
  });

  it('is what the local clock says where it does not change, and ends when that shows the end', () => {
    const now = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2027, 0) });
    const zones = fc.constantFrom('UTC', 'Asia/Karachi', 'Asia/Kabul', 'Asia/Kolkata', 'Pacific/Kiritimati');
    fc.assert(
      fc.property(twoTimes, zones, now, ([from, to], zone, at) => {
        const [start, stop, local] = [clock(from), clock(to), zoned(at, zone).toPlainTime().toString()];
        const isIn = start < stop ? start <= local && local < stop : local >= start || local < stop;
        const end = quietUntil(hours(start, stop), zone, at);
        const endsAt = end === undefined ? undefined : zoned(end, zone).toPlainTime().toString();
        expect(endsAt).toBe(isIn ? `${stop}:00` : undefined);
        expect((end ?? at) - at).toBeLessThanOrEqual(DAY);
      }),
    );
  });

  it('is one stretch of time around every clock change, from when the clock first shows the beginning to when it shows the end', () => {
    fc.assert(
      fc.property(fc.constantFrom(...changes), twoTimes, fc.nat(2 * DAY), (change, [from, to], away) => {
        const now = change.at - DAY + away;
        const stretches = stretchesAround(change, from, to);
        const within = (at: number) => stretches.find(([start, end]) => start <= at && at < end)?.[1];
        let end = within(now);
        // A change can leave out what is between two of them: they are one then.
        for (let more = end; more !== undefined; more = within(more)) end = more;
        expect(quietUntil(hours(clock(from), clock(to)), change.zone, now)).toBe(end);
      }),
      { numRuns: 3000 },
    );
  });
});

/** The quiet hours of the days around a change, from each beginning to its end, worked out by hand. */
function stretchesAround(change: ClockChange, from: number, to: number): readonly (readonly [number, number])[] {
  const { at, before } = change;
  const day = Math.floor((at + before) / DAY) * DAY;
  const first = (local: number) => {
    const [meant = 0] = meanings(local, change);
    const isShown = meant < at || local - change.after >= at;
    return isShown ? meant : at;
  };
  return [-3, -2, -1, 0, 1, 2, 3].map((away) => {
    const midnight = day + away * DAY;
    return [first(midnight + from * MINUTE), first(midnight + to * MINUTE + (from < to ? 0 : DAY))];
  });
}
