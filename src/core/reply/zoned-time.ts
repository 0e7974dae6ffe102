/** Points in time, in words by the clock of a time zone, which is part of the words. */
import { parseEdtf } from '../dossier/dates/edtf.ts';
import type { Language } from './language.ts';
import type { Span } from './span.ts';

/** "22 Nov 2026, 18:19 UTC", "22 Nov 2026, 19:19 (Europe/Paris)". `at` is Unix time in ms, `timezone` an IANA name. */
export function zonedSpan(at: number, timezone: string, language: Pick<Language, 'shortDate' | 'text'>): Span {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
  const date = language.shortDate(parseEdtf(local.toPlainDate().toString()));
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return { kind: 'instant', text: language.text('date-zoned', { date, time, timezone }), at };
}
