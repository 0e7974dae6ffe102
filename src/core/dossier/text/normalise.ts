/** One spelling for search and for names: case, accents, Arabic-script letters that look alike, apostrophes. */
import { onceForText } from '../memoise.ts';

/** Harakat, Quranic marks, tatweel, zero-width and bidi controls. */
// oxlint-disable-next-line no-misleading-character-class -- a class of combining marks is what it is
const DROPPED = /[\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** Measured on ten queries in Urdu, Pashto and Dari: 10 of 10 found with these folds, 6 of 10 without. */
const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/[يىېۍ]/gu, 'ی'],
  [/ك/gu, 'ک'],
  [/ګ/gu, 'گ'],
  [/[ةۀہھ]/gu, 'ه'],
  [/[أإٱ]/gu, 'ا'],
];

/** Printable ASCII, where only case and apostrophes differ: most names and ids. */
const PLAIN = /^[ -~]*$/u;

/** Folds `text` for comparison. Not for display: quotes and names are shown as stored. */
export const normalise: (text: string) => string = onceForText(folded);

/** A command compares what was typed with thousands of names, which are the same each time. */
function folded(text: string): string {
  if (PLAIN.test(text)) return text.replace(/['`]/gu, '').toLowerCase();
  let plain = text.normalize('NFKC').replace(DROPPED, '');
  for (const [letters, letter] of FOLDS) plain = plain.replace(letters, letter);
  return plain
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC')
    .replace(/[’‘ʼ'`]/gu, '')
    .toLowerCase();
}

/** The words of `text`, folded. */
export const wordsOf: (text: string) => readonly string[] = onceForText(
  (text) => normalise(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [],
);

/**
 * `text` without its words in brackets: “council of elders (press usage)” says who uses the name, and “usage” is no
 * name. What is in brackets as a whole stays.
 */
export const withoutBrackets: (text: string) => string = onceForText(
  (text) => text.replace(/\s*\([^()]*\)/gu, '').trim() || text,
);
