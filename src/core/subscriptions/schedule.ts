/** Parses schedules as people type them: a name such as `weekdays` with a time, or a cron expression of five fields. */

import { memoise } from '../dossier/memoise.ts';
import { UserError } from '../reply/user-error.ts';
import { visible } from '../reply/visible.ts';
import { nearest } from '../wording/nearest.ts';
import { plainCron } from './plain-cron.ts';
import { localTimes } from './slots.ts';

/** Named schedules, the most frequent first. Without a time they run at `DEFAULT_AT`. */
export const SCHEDULES = ['hourly', 'every-6-hours', 'twice-daily', 'daily', 'weekdays', 'weekly'] as const;
export type ScheduleName = (typeof SCHEDULES)[number];

/** As cron counts them: Sunday is 0. */
export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
type Weekday = (typeof WEEKDAYS)[number];

const DEFAULT_AT = '08:00';
/** The shortest time between two digests. Alerts are for what cannot wait. */
const MIN_MINUTES = 15;
/** How many slots are checked for two that are too close: ten years and more of a schedule of a few days a year. */
const SLOTS_CHECKED = 1000;
/** Of so many schedules they are kept: 8 KB each. */
const MOST_SCHEDULES = 100;
const SCHEDULE_EXAMPLES = 'schedule:daily · schedule:weekdays · schedule:"0 8 * * 1,4"';

/**
 * `schedule` is a name of `SCHEDULES`, days of the week ("monday,thursday") or a cron expression. If that restricts
 * both day fields, either may match (POSIX). `at` is a time for a named schedule, and `usual` is the time if `at` is
 * not given. Throws `UserError` for what is none of these, for a schedule more frequent than every 15 minutes, and for
 * one that never comes.
 */
export function toCron(schedule: string, at?: string, usual = DEFAULT_AT): string {
  const name = scheduleName(schedule) ?? weekdaysIn(schedule);
  if (name) return namedCron(name, parseClock(at ?? usual));
  const cron = parseCron(schedule);
  if (at !== undefined) throw new UserError('subscribe-at-with-cron');
  return cron;
}

/** A schedule with a name: the name or its days, the first time of the day, and whether that is the only one. */
interface NamedSchedule {
  readonly name: ScheduleName | readonly Weekday[];
  /** `HH:MM`. An hourly schedule has its first one in the first hour. */
  readonly first: string;
  readonly isOnceADay: boolean;
}

/** The inverse of `toCron`. Undefined for an expression that neither a name nor days of the week make. */
export function fromCron(cron: string): NamedSchedule | undefined {
  const [minute = '', hour = '', , , days = ''] = cron.split(' ');
  const [earliest = ''] = hour === '*' ? ['0'] : hour.split(',');
  const first = [earliest, minute].map((part) => part.padStart(2, '0')).join(':');
  if (!/^\d\d:\d\d$/u.test(first)) return undefined;
  const [from = Number.NaN, to = Number.NaN] = days.split('-').map(Number);
  const listed: readonly Weekday[] = WEEKDAYS.filter(
    (_, day) => days.split(',').includes(String(day)) || (from <= day && day <= to),
  );
  const names: readonly NamedSchedule['name'][] = [...SCHEDULES, ...(listed.length > 0 ? [listed] : [])];
  const name = names.find((one) => namedCron(one, first) === cron);
  return name && { name, first, isOnceADay: /^\d+$/u.test(hour) };
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

/** "Monday, thursday" → those days. Undefined for what is not a list of days. */
function weekdaysIn(typed: string): readonly Weekday[] | undefined {
  const words: readonly string[] = typed.toLowerCase().match(/[^\s,]+/gu) ?? [];
  const days: readonly Weekday[] = WEEKDAYS.filter((day) => words.includes(day));
  return days.length > 0 && new Set(words).size === days.length ? days : undefined;
}

function namedCron(name: NamedSchedule['name'], at: string): string {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  if (typeof name !== 'string') return plainCron(`${minute} ${hour} * * ${numbersOf(name)}`) ?? '';
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

function numbersOf(days: readonly Weekday[]): string {
  return days.map((day) => WEEKDAYS.indexOf(day)).join(',');
}

function parseCron(typed: string): string {
  if (!/[\d*@]/u.test(typed)) throw unknownName(typed);
  const cron = plainCron(typed);
  if (cron === undefined) throw notUnderstood(typed);
  const slots = slotsOf(cron);
  if (slots.length === 0)
    throw new UserError('subscribe-schedule-never', { typed: visible(typed), examples: SCHEDULE_EXAMPLES });
  if (slots.some((slot, index) => slot - (slots[index - 1] ?? -Infinity) < MIN_MINUTES * 60_000)) {
    const words = { typed: visible(typed), minutes: MIN_MINUTES, examples: SCHEDULE_EXAMPLES };
    throw new UserError('subscribe-schedule-often', words);
  }
  return cron;
}

/** The first slots in local time. One schedule is read several times on its way through a form. */
const slotsOf = memoise(
  (cron: string): readonly number[] => localTimes(cron).nextRuns(SLOTS_CHECKED, new Date(0)).map(Number),
  MOST_SCHEDULES,
);

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
