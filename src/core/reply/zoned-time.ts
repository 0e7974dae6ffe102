/** Points in time by the clock of a time zone, which is part of the words. */
import { parseEdtf } from '../dossier/dates/edtf.ts';
import type { Language } from './language.ts';

/** "22 Nov 2026, 18:19 UTC", "22 Nov 2026, 19:19 (Europe/Paris)". `at` is Unix time in ms, `timezone` an IANA name. */
export function zonedTime(at: number, timezone: string, language: Pick<Language, 'shortDate' | 'text'>): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
  const date = language.shortDate(parseEdtf(local.toPlainDate().toString()));
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return language.text('date-zoned', { date, time, timezone });
}
