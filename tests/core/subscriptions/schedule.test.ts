/** Schedules: names and cron expressions as people give them, what is refused, and how they are said back. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/core/reply/quotation-marks.ts';
import { UserError } from '../../../src/core/reply/user-error.ts';
import { fromCron, parseClock, SCHEDULES, toCron } from '../../../src/core/subscriptions/schedule.ts';
import { scheduleInWords, slotInWords } from '../../../src/core/subscriptions/schedule-words.ts';
import { nextSlots } from '../../../src/core/subscriptions/slots.ts';
import { english } from '../chat/chat-for-tests.ts';
import { oddText } from '../odd-text.ts';

/** The id of the error that `work` throws; undefined where it throws none. Bugs are thrown on. */
function refusal(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error.id;
    throw error;
  }
}

describe('toCron', () => {
  it.each([
    ['hourly', undefined, '0 * * * *'],
    ['hourly', '00:20', '20 * * * *'],
    ['every-6-hours', undefined, '0 2,8,14,20 * * *'],
    ['every 6 hours', '5:30', '30 5,11,17,23 * * *'],
    ['twice-daily', '20:15', '15 8,20 * * *'],
    ['daily', undefined, '0 8 * * *'],
    ['Weekdays', '09:00', '0 9 * * 1-5'],
    ['weekly', '0:05', '5 0 * * 1'],
    ['  0  8 * *   mon-fri ', undefined, '0 8 * * 1-5'],
    ['*/15 * * * *', undefined, '*/15 * * * *'],
    ['0 8 29 2 *', undefined, '0 8 29 2 *'],
    // Every 45 minutes would be a lie: after 45 come 15.
    ['*/45 * * * *', undefined, '0,45 * * * *'],
    ['0 */7 * * *', undefined, '0 0,7,14,21 * * *'],
  ])('%s at %s', (schedule, at, cron) => {
    expect(toCron(schedule, at)).toBe(cron);
  });

  it.each([
    ['0 0 8 * * *', 'subscribe-schedule-unknown'],
    ['0 8 * * * 2030', 'subscribe-schedule-unknown'],
    ['@daily', 'subscribe-schedule-unknown'],
    ['0 8 L * *', 'subscribe-schedule-unknown'],
    ['0 8 15W * *', 'subscribe-schedule-unknown'],
    ['0 8 * * 5#2', 'subscribe-schedule-unknown'],
    ['0 8 * * 5L', 'subscribe-schedule-unknown'],
    ['0 8 ? * *', 'subscribe-schedule-unknown'],
    ['0 8 1 * +MON', 'subscribe-schedule-unknown'],
    ['60 8 * * *', 'subscribe-schedule-unknown'],
    ['*/0 8 * * *', 'subscribe-schedule-unknown'],
    ['0 8 * * 1,,2', 'subscribe-schedule-unknown'],
    ['sometimes', 'subscribe-schedule-unknown'],
    ['dayly', 'subscribe-schedule-near'],
    ['* * * * *', 'subscribe-schedule-often'],
    ['*/10 * * * *', 'subscribe-schedule-often'],
    ['0,50 * * * *', 'subscribe-schedule-often'],
    ['0,50 0,23 * * *', 'subscribe-schedule-often'],
    // The last minutes of a year and the first of the next.
    ['0,50 0,23 31,1 12,1 *', 'subscribe-schedule-often'],
    ['0 8 30 2 *', 'subscribe-schedule-never'],
    ['0 8 31 4,6,9,11 *', 'subscribe-schedule-never'],
  ])('refuses %s', (schedule, id) => {
    expect(refusal(() => toCron(schedule))).toBe(id);
  });

  it('refuses a time beside a cron expression, and what is no time', () => {
    expect(refusal(() => toCron('0 8 * * *', '09:00'))).toBe('subscribe-at-with-cron');
    for (const at of ['24:00', '8', '8:5', '0800', '08:60', '-1:00', '08:00:00', 'noon']) {
      expect(
        refusal(() => toCron('daily', at)),
        `at ${at}`,
      ).toBe('subscribe-clock');
    }
    expect(parseClock('8:05')).toBe('08:05');
  });

  it('takes day of month or day of week, where both are given', () => {
    const from = Date.UTC(2026, 10, 1);
    const days = nextSlots(toCron('0 8 13 * 2'), 'UTC', from, 5).map((slot) => new Date(slot).getUTCDate());
    expect(days).toEqual([3, 10, 13, 17, 24]);
  });

  it('whatever is typed, makes a schedule that can be said and comes, or refuses it', () => {
    const field = fc.oneof(
      fc.constantFrom(
        '*',
        '*/15',
        '0',
        '8,20',
        '1-5',
        '*/7',
        '*/2',
        'MON',
        'jan-mar',
        '31',
        '0-59/20',
        '5/15',
        '-',
        '',
      ),
      fc.nat(70).map(String),
    );
    const typed = fc.oneof(
      fc.tuple(field, field, field, field, field).map((fields) => fields.join(' ')),
      oddText(),
    );
    fc.assert(
      fc.property(typed, (text) => {
        let cron = '';
        if (refusal(() => (cron = toCron(text))) !== undefined) return;
        expect(plainText(scheduleInWords(cron, 'UTC', english))).toMatch(/^[A-Z].* \(UTC\)$/u);
        const [first = 0, second = 0] = nextSlots(cron, 'Asia/Karachi', 0, 2);
        expect(second - first).toBeGreaterThanOrEqual(15 * 60_000);
        expect(toCron(cron)).toBe(cron);
      }),
    );
  });
});

describe('fromCron', () => {
  it.each([
    ['monday,thursday', '0 8 * * 1,4'],
    ['Thursday Monday', '0 8 * * 1,4'],
    ['sunday', '0 8 * * 0'],
    ['monday tuesday wednesday', '0 8 * * 1-3'],
  ])('finds the days of %s again', (days, cron) => {
    expect(toCron(days)).toBe(cron);
    const name = expect.arrayContaining([days.toLowerCase().split(/[ ,]/u)[0]]);
    expect(fromCron(cron)).toEqual({ name, first: '08:00', isOnceADay: true });
  });

  it('finds the name again, and the time of what comes at one time a day', () => {
    const firsts = new Map<string, string>([
      ['hourly', '00:05'],
      ['every-6-hours', '03:05'],
      ['twice-daily', '09:05'],
    ]);
    for (const name of SCHEDULES) {
      const isOnce = ['daily', 'weekdays', 'weekly'].includes(name);
      const first = firsts.get(name) ?? '21:05';
      expect(fromCron(toCron(name, '21:05'))).toEqual({ name, first, isOnceADay: isOnce });
    }
    expect(fromCron('*/15 * * * *')).toBeUndefined();
    expect(fromCron('0 8,21 * * *')).toBeUndefined();
  });
});

describe('in words', () => {
  it.each([
    ['0 8 * * *', 'Daily at 08:00 (Asia/Karachi)'],
    ['0 20 * * 1-5', 'Weekdays at 20:00 (Asia/Karachi)'],
    ['0 8 * * 1', 'Every Monday at 08:00 (Asia/Karachi)'],
    ['0 8 * * 1,4', 'Every Monday and Thursday at 08:00 (Asia/Karachi)'],
    ['30 8,20 * * *', 'At 08:30 and 20:30, every day (Asia/Karachi)'],
    ['*/15 * * * *', 'Every 15 minutes (Asia/Karachi)'],
    ['0 * * * *', 'Every hour (Asia/Karachi)'],
    ['0,45 * * * *', 'At 0 and 45 minutes past the hour (Asia/Karachi)'],
    ['0 8 13 * 5', 'At 08:00, on day 13 of the month, and on Friday (Asia/Karachi)'],
  ])('%s', (cron, words) => {
    expect(plainText(scheduleInWords(cron, 'Asia/Karachi', english))).toBe(words);
  });

  it('a slot is said by the local clock', () => {
    const at = Date.parse('2026-11-22T20:05Z');
    expect(slotInWords(at, 'Asia/Karachi', english)).toBe('23 November 2026 at 01:05');
    expect(slotInWords(at, 'UTC', english)).toBe('22 November 2026 at 20:05');
  });
});
