/** The marks around other people's words, which are never changed themselves (R14). */

/**
 * What comes before and after `words`: nothing where they stand in double marks already, single marks where some are
 * inside, else double ones.
 */
function quotationMarks(words: string): readonly [before: string, after: string] {
  if (/^“[^“”]*”$/u.test(words)) return ['', ''];
  return /[“”]/u.test(words) ? ['‘', '’'] : ['“', '”'];
}

/** `words` in their marks, as plain text. */
export function inQuotationMarks(words: string): string {
  const [before, after] = quotationMarks(words);
  return before + words + after;
}
