/** Schedules and slots in words, in the subscription's local time. */

import { toString as describe } from 'cronstrue';
import { parseEdtf } from '../dossier/dates/edtf.ts';
import type { Language } from '../reply/language.ts';
import type { Spans } from '../reply/span.ts';

/** "At 08:00, every day (Europe/Paris)". `cron` comes from `toCron`. In English whatever the language. */
export function scheduleInWords(cron: string, timezone: string, language: Language): Spans {
  // `verbose` adds "every day". A schedule for all hours of the day implies it.
  const verbose = !/[*/]/u.test(cron.split(' ')[1] ?? '');
  const words = describe(cron, { use24HourTimeFormat: true, verbose });
  return language.spans('schedule-in-words', { words, timezone });
}

/** "23 November 2026 at 08:00", by the local clock. `at` is Unix time in ms, `timezone` an IANA name. */
export function slotInWords(at: number, timezone: string, language: Language): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
  const date = language.date(parseEdtf(local.toPlainDate().toString()));
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return language.text('schedule-slot', { date, time });
}
