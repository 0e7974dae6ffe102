/** Reads a date as people write it: in EDTF, as the bot prints it, or in words counted from the asker's day. */
import { type Edtf, tryParseEdtf } from '../../dossier/dates/edtf.ts';
import { plainDigits } from '../../dossier/text/plain-digits.ts';
import type { Language } from '../../reply/language.ts';
import { countedSpan } from './counted-span.ts';
import { openSpan } from './open-span.ts';
import { partDate } from './part-date.ts';
import { printedDate } from './printed-date.ts';
import { type Lies, spokenDate } from './spoken-date.ts';
import { spokenSpan } from './spoken-span.ts';

/** Longest date, in UTF-16 units. The longest that is printed has about 60. */
const MAX_DATE = 80;

/**
 * `today` is `YYYY-MM-DD` where the asker is; what names no year `lies` before or after it. Undefined for what is no
 * date, or not clearly one. Without a language, only what a language prints alone is not read.
 */
export function readDate(typed: string, today: string, language: Language | undefined, lies?: Lies): Edtf | undefined {
  const text = plainDigits(typed).trim();
  if (text === '' || text.length > MAX_DATE) return undefined;
  return (
    readPoint(text, today, language, lies) ??
    readPart(text, today, language, lies) ??
    readSpan(text, today, language, lies)
  );
}

/** As `readDate`, and a stretch of which one end was said, such as “since march”: open at the other. */
export function readAsked(typed: string, today: string, language: Language | undefined): Edtf | undefined {
  return readDate(typed, today, language) ?? openSpan(plainDigits(typed), (end) => readDate(end, today, language));
}

/** Whether the text names a part of the calendar, such as “last week”, “q1 2026” or “end of march”. */
export function namesPart(typed: string, today: string, language: Language | undefined): boolean {
  const text = plainDigits(typed).trim();
  return countedSpan(text.toLowerCase(), today) !== undefined || readPart(text, today, language) !== undefined;
}

function readPoint(text: string, today: string, language: Language | undefined, lies?: Lies): Edtf | undefined {
  return tryParseEdtf(text) ?? (language && printedDate(text, language)) ?? spokenDate(text, today, lies);
}

function readPart(
  text: string,
  today: string,
  language: Language | undefined,
  lies: Lies = 'behind',
): Edtf | undefined {
  return partDate(text, today, lies, (whole, on) => readPoint(whole, on, language, lies));
}

function readSpan(
  text: string,
  today: string,
  language: Language | undefined,
  lies: Lies = 'behind',
): Edtf | undefined {
  const span = spokenSpan(text, today, lies, (end, on) => readPoint(end, on, language, lies));
  return span === undefined ? undefined : tryParseEdtf(span);
}
