/** Parses schedules as people type them: a name such as `weekdays` with a time, or a cron expression of five fields. */

import { UserError } from '../reply/user-error.ts';
import { visible } from '../reply/visible.ts';
import { nearest } from '../wording/nearest.ts';
import { plainCron } from './plain-cron.ts';
import { localTimes } from './slots.ts';

/** Named schedules, the most frequent first. Without a time they run at `DEFAULT_AT`. */
export const SCHEDULES = ['hourly', 'every-6-hours', 'twice-daily', 'daily', 'weekdays', 'weekly'] as const;
type ScheduleName = (typeof SCHEDULES)[number];

const DEFAULT_AT = '08:00';
/** The shortest time between two digests. Alerts are for what cannot wait. */
const MIN_MINUTES = 15;
/** How many slots are checked for two that are too close: ten years and more of a schedule of a few days a year. */
const SLOTS_CHECKED = 1000;
const SCHEDULE_EXAMPLES = 'schedule:daily · schedule:weekdays · schedule:"0 8 * * 1,4"';
/**
 * `schedule` is a name of `SCHEDULES` or a cron expression. If that restricts both day fields, either may match
 * (POSIX). `at` is a time for a named schedule, and `usual` is the time if `at` is not given. Throws `UserError` for
 * what is neither, for a schedule more frequent than every 15 minutes, and for one that never comes.
 */
export function toCron(schedule: string, at?: string, usual = DEFAULT_AT): string {
  const name = scheduleName(schedule);
  if (name) return namedCron(name, parseClock(at ?? usual));
  const cron = parseCron(schedule);
  if (at !== undefined) throw new UserError('subscribe-at-with-cron');
  return cron;
}

/** The inverse of `toCron`: name and, if it comes once a day, time. Undefined for an expression that no name makes. */
export function fromCron(cron: string): { readonly name: ScheduleName; readonly at: string | undefined } | undefined {
  const [minute = '', hour = ''] = cron.split(' ');
  const [first = ''] = hour === '*' ? ['0'] : hour.split(',');
  const at = [first, minute].map((part) => part.padStart(2, '0')).join(':');
  if (!/^\d\d:\d\d$/u.test(at)) return undefined;
  const name = SCHEDULES.find((one) => namedCron(one, parseClock(at)) === cron);
  return name && { name, at: /^\d+$/u.test(hour) ? at : undefined };
}

/** `8:00` and `08:00` → `08:00`. Throws `UserError` for what is not a time of a 24-hour clock. */
export function parseClock(typed: string): string {
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d\d)$/u.exec(typed) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) {
    throw new UserError('subscribe-clock', { typed: visible(typed) });
  }
  return `${hour.padStart(2, '0')}:${minute}`;
}

function scheduleName(typed: string): ScheduleName | undefined {
  const wanted = typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, '-');
  return SCHEDULES.find((name) => name === wanted);
}

function namedCron(name: ScheduleName, at: string): string {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  const every = (step: number) =>
    Array.from({ length: 24 / step }, (_, index) => (hour + index * step) % 24).toSorted((a, b) => a - b);
  switch (name) {
    case 'hourly':
      return `${minute} * * * *`;
    case 'every-6-hours':
      return `${minute} ${every(6).join(',')} * * *`;
    case 'twice-daily':
      return `${minute} ${every(12).join(',')} * * *`;
    case 'daily':
      return `${minute} ${hour} * * *`;
    case 'weekdays':
      return `${minute} ${hour} * * 1-5`;
    case 'weekly':
      return `${minute} ${hour} * * 1`;
  }
}

function parseCron(typed: string): string {
  if (!/[\d*@]/u.test(typed)) throw unknownName(typed);
  const cron = plainCron(typed);
  if (cron === undefined) throw notUnderstood(typed);
  const slots = localTimes(cron).nextRuns(SLOTS_CHECKED, new Date(0)).map(Number);
  if (slots.length === 0)
    throw new UserError('subscribe-schedule-never', { typed: visible(typed), examples: SCHEDULE_EXAMPLES });
  if (slots.some((slot, index) => slot - (slots[index - 1] ?? -Infinity) < MIN_MINUTES * 60_000)) {
    const words = { typed: visible(typed), minutes: MIN_MINUTES, examples: SCHEDULE_EXAMPLES };
    throw new UserError('subscribe-schedule-often', words);
  }
  return cron;
}

function unknownName(typed: string): UserError {
  const [suggestion] = nearest(typed, SCHEDULES, 1);
  const words = { typed: visible(typed), examples: SCHEDULE_EXAMPLES };
  return suggestion === undefined
    ? new UserError('subscribe-schedule-unknown', words)
    : new UserError('subscribe-schedule-near', { ...words, suggestion });
}

function notUnderstood(typed: string): UserError {
  return new UserError('subscribe-schedule-unknown', { typed: visible(typed), examples: SCHEDULE_EXAMPLES });
}
