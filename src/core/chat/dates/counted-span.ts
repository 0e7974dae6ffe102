/** Reads weeks, months and spans counted from the asker's day: “last week”, “2 months ago”, “past 7 days”. */

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const COUNT = `(an?|${NUMBERS.join('|')}|\\d{1,3})`;
const UNITS = { day: 'days', week: 'weeks', month: 'months', year: 'years' } as const;

const NAMED = /^(this|last|next) (week|month|year)$/u;
const MONTHS_AGO = new RegExp(`^${COUNT} months? ago$`, 'u');
/** “Last year” is one of the calendar; “past day” may be today or yesterday. */
const UP_TO_TODAY = new RegExp(
  `^(?:(?:in|over|during|within) )?(?:(?:the )?(?:last|past) ${COUNT} (day|week|month|year)s?|` +
    '(?:past|the (?:last|past)) (week|month|year))$',
  'u',
);

/**
 * In EDTF, from `today`, `YYYY-MM-DD`. “Last week” and “last month” are those of the calendar, weeks from Monday;
 * “past week” and “last 7 days” are the seven days that end today. Undefined for other words.
 */
export function countedSpan(text: string, today: string): string | undefined {
  const day = Temporal.PlainDate.from(today);
  const [, which, unit] = NAMED.exec(text) ?? [];
  if (which !== undefined) {
    const away = { last: -1, next: 1 }[which] ?? 0;
    if (unit === 'year') return String(day.year + away).padStart(4, '0');
    return unit === 'month' ? monthAway(day, away) : weekAway(day, away);
  }
  const months = MONTHS_AGO.exec(text)?.[1];
  return months === undefined ? upToToday(text, day) : monthAway(day, -numberOf(months));
}

/** A month of the calendar: no day, which a shorter month may lack. */
function monthAway(day: Temporal.PlainDate, months: number): string {
  return day.toPlainYearMonth().add({ months }).toString();
}

function weekAway(day: Temporal.PlainDate, weeks: number): string {
  const monday = day.subtract({ days: day.dayOfWeek - 1 }).add({ weeks });
  return `${monday.toString()}/${monday.add({ days: 6 }).toString()}`;
}

function upToToday(text: string, day: Temporal.PlainDate): string | undefined {
  const [, count = 'one', counted, one] = UP_TO_TODAY.exec(text) ?? [];
  const unit = unitOf(counted ?? one);
  const number = numberOf(count);
  if (unit === undefined || number === 0) return undefined;
  const from = day.subtract({ [UNITS[unit]]: number }).add({ days: 1 });
  return from.equals(day) ? day.toString() : `${from.toString()}/${day.toString()}`;
}

function unitOf(word: string | undefined): keyof typeof UNITS | undefined {
  return (['day', 'week', 'month', 'year'] as const).find((unit) => unit === word);
}

function numberOf(word: string): number {
  return /^\d/u.test(word) ? Number(word) : Math.max(NUMBERS.indexOf(word), 0) + 1;
}
