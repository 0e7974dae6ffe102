/** The marks around other people's words, which are never changed themselves (R14). */
import type { Spans } from './span.ts';

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

/** The spans as the reader sees them: quotations in quotation marks, links as their text. */
export function plainText(spans: Spans): string {
  return spans
    .map((span) => (typeof span === 'string' ? span : span.kind === 'quote' ? inQuotationMarks(span.text) : span.text))
    .join('');
}
