/** Reads a date as people write it: in EDTF, as the bot prints it, or in words counted from the asker's day. */
import { type Edtf, tryParseEdtf } from '../../dossier/dates/edtf.ts';
import type { Language } from '../../reply/language.ts';
import { printedDate } from './printed-date.ts';
import { type Lies, spokenDate } from './spoken-date.ts';

/** Longest date, in UTF-16 units. The longest that is printed has about 60. */
const MAX_DATE = 80;

/**
 * `today` is `YYYY-MM-DD` where the asker is; what names no year `lies` before or after it. Undefined for what is no
 * date, or not clearly one.
 */
export function readDate(typed: string, today: string, language: Language, lies?: Lies): Edtf | undefined {
  const text = typed.trim();
  if (text === '' || text.length > MAX_DATE) return undefined;
  return tryParseEdtf(text) ?? printedDate(text, language) ?? spokenDate(text, today, lies);
}
