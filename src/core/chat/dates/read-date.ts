/** Reads a date as people write it: in EDTF, as the bot prints it, or in words counted from the asker's day. */
import { type Edtf, tryParseEdtf } from '../../dossier/dates/edtf.ts';
import { plainDigits } from '../../dossier/text/plain-digits.ts';
import type { Language } from '../../reply/language.ts';
import { printedDate } from './printed-date.ts';
import { type Lies, spokenDate } from './spoken-date.ts';
import { spokenSpan } from './spoken-span.ts';

/** Longest date, in UTF-16 units. The longest that is printed has about 60. */
const MAX_DATE = 80;

/**
 * `today` is `YYYY-MM-DD` where the asker is; what names no year `lies` before or after it. Undefined for what is no
 * date, or not clearly one.
 */
export function readDate(typed: string, today: string, language: Language, lies?: Lies): Edtf | undefined {
  const text = plainDigits(typed).trim();
  if (text === '' || text.length > MAX_DATE) return undefined;
  return readPoint(text, today, language, lies) ?? readSpan(text, today, language, lies);
}

function readPoint(text: string, today: string, language: Language, lies?: Lies): Edtf | undefined {
  return tryParseEdtf(text) ?? printedDate(text, language) ?? spokenDate(text, today, lies);
}

function readSpan(text: string, today: string, language: Language, lies: Lies = 'behind'): Edtf | undefined {
  const span = spokenSpan(text, today, lies, (end, on) => readPoint(end, on, language, lies));
  return span === undefined ? undefined : tryParseEdtf(span);
}
