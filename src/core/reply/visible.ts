/** Prepares what somebody typed for being repeated in an answer. */

/** At most 100 characters, without those that are invisible or that reorder the text around them. */
export function visible(typed: string): string {
  // The two joiners are kept: Persian words and some emoji are spelt with them.
  const seen = typed.replaceAll(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu, '');
  return Array.from(seen).slice(0, 100).join('');
}

/** A value as it has to be typed: in quotation marks if it has spaces. */
export function quoted(value: string): string {
  return /\s/u.test(value) ? `"${value}"` : value;
}
