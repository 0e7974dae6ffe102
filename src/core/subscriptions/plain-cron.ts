/** Rewrites a cron expression as the plainest one of the same meaning, which can then be put into words correctly. */
import type { Cron } from 'croner';
import { localTimes } from './slots.ts';

/** Numbers, lists, ranges and steps. Other signs mean different things to different crons. */
const NUMBERS = /^[\d*,/-]+$/u;
/**
 * The fields in order: form, values, and an instant (Unix time in ms) with a given value. 1 January 2023 was a Sunday.
 */
const FIELDS = [
  { form: NUMBERS, values: range(0, 59), at: (minute: number) => Date.UTC(2023, 0, 1, 0, minute) },
  { form: NUMBERS, values: range(0, 23), at: (hour: number) => Date.UTC(2023, 0, 1, hour) },
  { form: NUMBERS, values: range(1, 31), at: (day: number) => Date.UTC(2023, 0, day) },
  {
    form: /^(?:[\d*,/-]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)+$/u,
    values: range(1, 12),
    at: (month: number) => Date.UTC(2023, month - 1, 1),
  },
  {
    form: /^(?:[\d*,/-]|SUN|MON|TUE|WED|THU|FRI|SAT)+$/u,
    values: range(0, 6),
    at: (weekday: number) => Date.UTC(2023, 0, 1 + weekday),
  },
] as const;

/**
 * The five fields are minute, hour, day of the month, month, day of the week. Steps, names and overlapping ranges
 * become lists or one range: "every 45 minutes" is minutes 0 and 45. Undefined for what is not a cron expression.
 */
export function plainCron(typed: string): string | undefined {
  const texts = typed.trim().toUpperCase().split(/\s+/u);
  const fields = FIELDS.map((field, index) => matchingValues(texts[index] ?? '', index, field));
  const [minutes, hours, days, months, weekdays] = fields;
  if (texts.length !== FIELDS.length || !minutes || !hours || !days || !months || !weekdays) return undefined;
  // Cron runs if either of the two day fields matches, so one that lists every day means every day.
  const isStar = (index: number) => /^\*(\/1)?$/u.test(texts[index] ?? '');
  const isEveryDay = (!isStar(2) && isFull(days, 2)) || (!isStar(4) && isFull(weekdays, 4));
  return [
    stepOf(minutes) ?? toText(minutes, 0),
    toText(hours, 1),
    isEveryDay ? '*' : toText(days, 2),
    toText(months, 3),
    isEveryDay ? '*' : toText(weekdays, 4),
  ].join(' ');
}

/** The values that a field matches; undefined if it is not understood. */
function matchingValues(
  text: string,
  index: number,
  { form, values, at }: (typeof FIELDS)[number],
): readonly number[] | undefined {
  if (!form.test(text)) return undefined;
  const alone = parse(FIELDS.map((_, other) => (other === index ? text : '*')).join(' '));
  return alone && values.filter((value) => alone.match(new Date(at(value))));
}

function parse(cron: string): Cron | undefined {
  try {
    return localTimes(cron);
  } catch (error) {
    // croner's messages are written for programmers.
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function isFull(values: readonly number[], index: number): boolean {
  return values.length === FIELDS[index]?.values.length;
}

/** 0, 15, 30, 45 are every 15 minutes. Undefined if the rhythm does not continue into the next hour. */
function stepOf(minutes: readonly number[]): string | undefined {
  const step = 60 / minutes.length;
  const isEven = minutes.length > 1 && minutes.length < 60 && minutes.every((minute, index) => minute === index * step);
  return isEven ? `*/${step}` : undefined;
}

function toText(values: readonly number[], index: number): string {
  if (isFull(values, index)) return '*';
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  return values.length > 2 && last - first === values.length - 1 ? `${first}-${last}` : values.join(',');
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
