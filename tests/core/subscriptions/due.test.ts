/** What a tick does with a subscription: in time, late, too late, and after a long sleep. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestExpiresAt, planDue } from '../../../src/core/subscriptions/due.ts';
import { nextSlot, nextSlots } from '../../../src/core/subscriptions/slots.ts';
import type { Settings } from '../../../src/core/subscriptions/subscription.ts';

const HOUR = 3_600_000;
const SLOT = Date.UTC(2026, 10, 22, 3);

function settings(schedule: string, timezone = 'Asia/Karachi'): Settings {
  const rest = { topics: [], side: null, alerts: 'off', when: 'always', quiet: null, board: 'off' } as const;
  return { schedule, timezone, ...rest };
}
const daily = settings('0 8 * * *');

describe('planDue', () => {
  it('does nothing before the slot, nor where no digests are wanted', () => {
    expect(planDue({ settings: daily, nextDueAt: SLOT }, SLOT - 1)).toEqual({ nextDueAt: SLOT });
    expect(planDue({ settings: daily, nextDueAt: null }, SLOT)).toEqual({ nextDueAt: null });
  });

  it.each([
    ['in time', 0, false],
    ['at the next tick, still in time', 120_000, false],
    ['late', 120_001, true],
    ['as late as can be', 12 * HOUR - 1, true],
  ])('delivers a slot %s', (_, after, isLate) => {
    expect(planDue({ settings: daily, nextDueAt: SLOT }, SLOT + after)).toEqual({
      nextDueAt: SLOT + 24 * HOUR,
      deliver: { slot: SLOT, isLate },
    });
  });

  it('skips what is as old as half its period', () => {
    expect(planDue({ settings: daily, nextDueAt: SLOT }, SLOT + 12 * HOUR)).toEqual({
      nextDueAt: SLOT + 24 * HOUR,
      skipped: { slot: SLOT, reason: 'too-late', count: 1 },
    });
  });

  it('after days of downtime delivers the latest slot and says that the others were skipped', () => {
    expect(planDue({ settings: daily, nextDueAt: SLOT }, SLOT + 73 * HOUR)).toEqual({
      nextDueAt: SLOT + 96 * HOUR,
      deliver: { slot: SLOT + 72 * HOUR, isLate: true },
      skipped: { slot: SLOT, reason: 'overtaken', count: 3 },
    });
    expect(planDue({ settings: daily, nextDueAt: SLOT }, SLOT + 90 * HOUR)).toEqual({
      nextDueAt: SLOT + 96 * HOUR,
      skipped: { slot: SLOT + 72 * HOUR, reason: 'too-late', count: 4 },
    });
  });

  it('counts no further than 20', () => {
    const hourly = settings('0 * * * *');
    const { skipped } = planDue({ settings: hourly, nextDueAt: SLOT }, SLOT + 1000 * HOUR);
    expect(skipped).toEqual({ slot: SLOT, reason: 'overtaken', count: 20 });
  });

  it('whenever it is asked: every slot is delivered or skipped, and the next one is the first that is still to come', () => {
    const schedules = fc.constantFrom('*/15 * * * *', '0 * * * *', '30 8,20 * * *', '0 8 * * 1-5', '0 8 * * 1');
    const zones = fc.constantFrom('Europe/Berlin', 'Asia/Karachi', 'Australia/Lord_Howe', 'Asia/Beirut');
    const start = fc.integer({ min: Date.UTC(2026, 8), max: Date.UTC(2027, 4) });
    fc.assert(
      fc.property(schedules, zones, start, fc.nat(15 * 24 * HOUR), (schedule, zone, from, away) => {
        const first = nextSlot(schedule, zone, from) ?? 0;
        const now = first + away;
        const { nextDueAt, deliver, skipped } = planDue({ settings: settings(schedule, zone), nextDueAt: first }, now);
        expect(nextDueAt).toBe(nextSlot(schedule, zone, now));
        const missed = [first, ...nextSlots(schedule, zone, first, 21)].filter((slot) => slot <= now);
        expect(Math.min(20, missed.length)).toBe(Math.min(20, (deliver ? 1 : 0) + (skipped?.count ?? 0)));
        const latest = deliver?.slot ?? skipped?.slot ?? 0;
        expect(latest).toBeLessThanOrEqual(now);
        expect(nextSlot(schedule, zone, latest)).toBe(nextDueAt);
        expect(deliver !== undefined).toBe(now < digestExpiresAt({ schedule, timezone: zone }, latest));
      }),
    );
  });
});

describe('digestExpiresAt', () => {
  it('is halfway to the next slot, also where a clock change makes that nearer', () => {
    expect(digestExpiresAt(daily, SLOT)).toBe(SLOT + 12 * HOUR);
    const before = Date.parse('2027-03-27T07:00Z');
    expect(digestExpiresAt(settings('0 8 * * *', 'Europe/Berlin'), before)).toBe(before + 11.5 * HOUR);
    const friday = Date.parse('2026-11-20T03:00Z');
    expect(digestExpiresAt(settings('0 8 * * 1-5'), friday)).toBe(friday + 36 * HOUR);
  });
});
