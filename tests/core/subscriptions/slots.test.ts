/** Slots: each local time once and none lost, in every zone and over every clock change of ten years. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCron } from '../../../src/core/subscriptions/schedule.ts';
import { nextSlot, nextSlots, slotsAround } from '../../../src/core/subscriptions/slots.ts';
import { type ClockChange, clockChanges, meanings } from './clock-changes.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
const groups = clockChanges();
const changes = groups.flat();
/** One of those that differ in their date only, which a schedule for every day does not look at. */
const shapes = [
  ...new Map(
    changes.map((change) => [`${change.before} ${change.after} ${(change.at + change.before) % DAY}`, change]),
  ).values(),
];

/** All slots of a schedule after `from`, up to `to`. */
function slotsBetween(cron: string, zone: string, from: number, to: number): readonly number[] {
  const slots: number[] = [];
  let slot = nextSlot(cron, zone, from);
  while (slot !== undefined && slot <= to) {
    slots.push(slot);
    slot = nextSlot(cron, zone, slot);
  }
  return slots;
}

/** 00:00 of the local days around a change, from two before it to two after it, as if they were UTC. */
function daysAround({ at, before }: ClockChange): readonly number[] {
  const day = Math.floor((at + before) / DAY) * DAY;
  return [-2, -1, 0, 1, 2].map((away) => day + away * DAY);
}

/** What the local times of these days mean, in order, what falls together once. */
function meant(change: ClockChange, minutes: readonly number[], which: 'first' | 'all' = 'first'): readonly number[] {
  const locals = daysAround(change).flatMap((day) => minutes.map((minute) => day + minute * MINUTE));
  const instants = locals.flatMap((local) => meanings(local, change).slice(0, which === 'first' ? 1 : 2));
  return [...new Set(instants)].toSorted((a, b) => a - b);
}

const distances = (slots: readonly number[]) =>
  new Set(slots.slice(1).map((slot, index) => (slot - (slots[index] ?? 0)) / MINUTE));
const hasShift = (minutes: number) => changes.some(({ before, after }) => (after - before) / MINUTE === minutes);

describe('the clock changes of ten years', () => {
  it('are those that are hard: half hours, two hours, at midnight, over midnight, and for good', () => {
    expect(groups.length).toBeGreaterThan(25);
    expect(changes.length).toBeGreaterThan(600);
    expect([60, -60, 30, -30, 120, -120].filter((minutes) => !hasShift(minutes))).toEqual([]);
    const clock = ({ at, before }: ClockChange) => new Date(at + before).toISOString().slice(11, 16);
    const gapsAt = new Set(changes.filter(({ before, after }) => after > before).map(clock));
    expect([...gapsAt]).toEqual(expect.arrayContaining(['00:00', '02:00', '23:00']));
    expect(groups.some((group) => group.length === 1)).toBe(true);
  });
});

describe('nextSlot over every clock change', () => {
  it('a daily schedule comes once for each local day, at every half hour of the day', { timeout: 180_000 }, () => {
    let looked = 0;
    const wrong: string[] = [];
    for (const change of changes) {
      for (let minute = 0; minute < 24 * 60; minute += 30) {
        const cron = `${minute % 60} ${Math.floor(minute / 60)} * * *`;
        const days = daysAround(change).slice(1, 4);
        const wanted = days.map((day) => meanings(day + minute * MINUTE, change)[0] ?? 0);
        const [first = 0, ...rest] = wanted;
        const slots = nextSlots(cron, change.zone, first, rest.length);
        looked++;
        if (slots.join() !== rest.join()) wrong.push(`${cron} in ${change.zone}: ${slots.join()}, not ${rest.join()}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(looked).toBe(changes.length * 48);
  });

  it.each(['every-6-hours', 'twice-daily'])('%s comes at each of its local times once', (name) => {
    for (const change of shapes) {
      for (const at of ['00:00', '02:30', '03:00', '23:30']) {
        const cron = toCron(name, at);
        const minute = Number(cron.split(' ')[0]);
        const times = (cron.split(' ')[1] ?? '').split(',').map((hour) => Number(hour) * 60 + minute);
        const [first = 0, ...rest] = meant(change, times);
        expect(slotsBetween(cron, change.zone, first, rest.at(-1) ?? 0), `${cron} in ${change.zone}`).toEqual(rest);
      }
    }
  });

  it('every 15 minutes and hourly keep their rhythm in real time', () => {
    for (const change of shapes) {
      const { zone, at, before, after } = change;
      const quarters = slotsBetween('*/15 * * * *', zone, at - 3 * HOUR, at + 4 * HOUR);
      expect([...distances(quarters)], `in ${zone}`).toEqual([15]);
      for (const minute of [0, 45]) {
        const from = at - 3 * HOUR;
        const hours = slotsBetween(`${minute} * * * *`, zone, from, at + 4 * HOUR);
        const minutes = Array.from({ length: 24 }, (_, hour) => hour * 60 + minute);
        const wanted = meant(change, minutes, 'all').filter((slot) => slot > from && slot <= at + 4 * HOUR);
        expect(hours, `${minute} in ${zone}`).toEqual(wanted);
        // Half an hour's change (Lord Howe) moves the minutes of the clock against real time.
        const isWhole = (after - before) % HOUR === 0;
        expect(
          [...distances(hours)].filter((minutesApart) => isWhole && minutesApart !== 60),
          `in ${zone}`,
        ).toEqual([]);
      }
    }
  });

  it('whatever the schedule: what its local times mean, in order, each moment once', () => {
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 1, maxLength: 4 });
    const hours = fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(...changes), times, hours, fc.nat(2.4 * DAY), (change, twelfths, of, away) => {
        const cron = `${twelfths.map((one) => one * 5).join(',')} ${of.join(',')} * * *`;
        const all = meant(
          change,
          of.flatMap((hour) => twelfths.map((one) => hour * 60 + one * 5)),
        );
        const after = change.at - 1.5 * DAY + away;
        expect(nextSlot(cron, change.zone, after)).toBe(all.find((slot) => slot > after));
      }),
      { numRuns: 3000 },
    );
  });

  it('a schedule of every hour counts a repeated hour twice, and one of some hours once', () => {
    const at = Date.UTC(2026, 9, 25, 1);
    const from = at - 2 * HOUR;
    const count = (cron: string) => slotsBetween(cron, 'Europe/Berlin', from, at + 2 * HOUR - 1).length;
    expect(count('0 * * * *')).toBe(3);
    expect(count('0 0-4 * * *')).toBe(2);
    expect(count('30 2 * * *')).toBe(1);
  });
});

describe('nextSlot', () => {
  it.each([
    ['0 8 * * *', 'Asia/Karachi', '2026-11-22T03:00Z', '2026-11-23T03:00Z'],
    ['0 8 * * *', 'Asia/Karachi', '2026-11-22T02:59:59.999Z', '2026-11-22T03:00Z'],
    ['0 8 * * 1', 'Asia/Kabul', '2026-11-22T12:00Z', '2026-11-23T03:30Z'],
    ['0 0 * * *', 'Asia/Beirut', '2027-03-27T12:00Z', '2027-03-27T22:00Z'],
    ['30 2 * * *', 'Europe/Berlin', '2027-03-27T12:00Z', '2027-03-28T01:30Z'],
    ['30 2 * * *', 'Europe/Berlin', '2026-10-24T12:00Z', '2026-10-25T00:30Z'],
    ['30 23 * * *', 'America/Nuuk', '2026-03-28T12:00Z', '2026-03-29T01:30Z'],
    ['0 8 13 * 5', 'UTC', '2026-11-10T00:00Z', '2026-11-13T08:00Z'],
    ['0 8 13 * 5', 'UTC', '2026-11-14T00:00Z', '2026-11-20T08:00Z'],
    ['0 8 29 2 *', 'UTC', '2026-11-14T00:00Z', '2028-02-29T08:00Z'],
  ])('%s in %s after %s', (cron, zone, after, next) => {
    expect(nextSlot(cron, zone, Date.parse(after))).toBe(Date.parse(next));
  });

  it('knows when nothing comes, and refuses what is not a zone', () => {
    expect(nextSlot('0 8 30 2 *', 'UTC', 0)).toBeUndefined();
    expect(nextSlots('0 8 30 2 *', 'UTC', 0, 3)).toEqual([]);
    expect(() => nextSlot('0 8 * * *', 'Mars/Base', 0)).toThrow(RangeError);
  });

  it('comes in every zone that there is', () => {
    const now = Date.UTC(2026, 10, 22, 12);
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const slot = nextSlot('30 2 * * *', zone, now) ?? 0;
      expect(Temporal.Instant.fromEpochMilliseconds(slot).toZonedDateTimeISO(zone).toPlainTime().toString()).toBe(
        '02:30:00',
      );
    }
  });
});

describe('slotsAround', () => {
  it('is the last slot and the next one, as walking there slot by slot finds them', () => {
    const crons = [
      '*/15 * * * *',
      '0 * * * *',
      '0 8,20 * * *',
      '0 8 * * 1-5',
      '0 8 * * 1',
      '0 8 1 * *',
      '0,15 3 5 * *',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...crons),
        fc.constantFrom('Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Karachi', 'America/Nuuk'),
        fc.integer({ min: Date.UTC(2026, 9, 1), max: Date.UTC(2026, 10, 30) }),
        fc.nat(9 * DAY),
        (cron, zone, start, away) => {
          const from = nextSlot(cron, zone, start) ?? 0;
          const now = from + away;
          const walked = [from, ...slotsBetween(cron, zone, from, now)];
          const latest = walked.at(-1) ?? 0;
          expect(slotsAround(cron, zone, from, now)).toEqual({ latest, next: nextSlot(cron, zone, latest) });
        },
      ),
      { numRuns: 150 },
    );
  });
});
