/** Schedules and slots in words, in the subscription's local time. */

import { toString as describe } from 'cronstrue';
import { parseEdtf } from '../dossier/dates/edtf.ts';
import type { Language } from '../reply/language.ts';
import type { Span, Spans } from '../reply/span.ts';
import { fromCron } from './schedule.ts';

/** "Daily at 08:00 (Europe/Paris)". `cron` comes from `toCron`. */
export function scheduleInWords(cron: string, timezone: string, language: Language): Spans {
  return language.spans('schedule-in-words', { words: rhythmInWords(cron, language), timezone });
}

/** "Daily at 08:00". What comes at several times a day, and cron expressions, in English whatever the language. */
export function rhythmInWords(cron: string, language: Language): string {
  const named = fromCron(cron);
  if (named?.isOnceADay) {
    const { name, first: at } = named;
    if (typeof name === 'string') return language.text('schedule-named', { name, at });
    const days = language.list(name.map((day) => language.text('weekday', { day })));
    return language.text('schedule-days', { days, at });
  }
  // `verbose` adds "every day". A schedule for all hours of the day implies it.
  const verbose = !/[*/]/u.test(cron.split(' ')[1] ?? '');
  return describe(cron, { use24HourTimeFormat: true, verbose });
}

/** As `slotInWords`, with the time zone: "23 November 2026 at 08:00 (Europe/Paris)". */
export function slotSpan(at: number, timezone: string, language: Language): Span {
  const slot = slotInWords(at, timezone, language);
  return { kind: 'instant', text: language.text('schedule-slot-zoned', { slot, timezone }), at };
}

/** "23 November 2026 at 08:00", by the local clock. `at` is Unix time in ms, `timezone` an IANA name. */
export function slotInWords(at: number, timezone: string, language: Language): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
  const date = language.date(parseEdtf(local.toPlainDate().toString()));
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return language.text('schedule-slot', { date, time });
}
