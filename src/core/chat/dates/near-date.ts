/** What somebody may have meant by a date that was not understood: “27 Febuary 2026”, “mid march”. */
import { distance } from 'fastest-levenshtein';
import type { Edtf } from '../../dossier/dates/edtf.ts';
import type { Language } from '../../reply/language.ts';
import { monthsOf } from './printed-date.ts';
import { readDate } from './read-date.ts';

/** Letters in which a misspelt month may differ. */
const MOST_WRONG = 2;
/** Letters of a word that may be a misspelt month: shorter ones are near to too many. */
const LEAST_LETTERS = 4;

/**
 * With misspelt months put right, and without words that no date has; only to be asked back, never taken for what was
 * said. Undefined where no month is left, or where nothing was changed.
 */
export function nearDate(typed: string, today: string, language: Language): Edtf | undefined {
  const months = monthsOf(language);
  const words = typed.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  const near = words.flatMap((word) => (/^\d/u.test(word) ? [word] : (monthNear(word, months) ?? [])));
  if (near.every((word) => /^\d/u.test(word)) || near.join(' ') === words.join(' ')) return undefined;
  return readDate(near.join(' '), today, language);
}

function monthNear(word: string, months: readonly string[]): string | undefined {
  if (months.includes(word)) return word;
  if (word.length < LEAST_LETTERS) return undefined;
  const [first] = months
    .filter((month) => month.length >= LEAST_LETTERS)
    .map((month) => ({ month, far: distance(word, month) }))
    .toSorted((a, b) => a.far - b.far);
  return first && first.far <= Math.min(MOST_WRONG, (first.month.length - 1) / 2) ? first.month : undefined;
}
