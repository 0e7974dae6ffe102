/** What somebody typed, made fit to be repeated to them. */

/** What somebody typed, for repeating it to them: without characters that are not seen or that turn the text around them. */
export function visible(typed: string): string {
  // The two joiners stay: Persian words and some emoji are spelt with them.
  const seen = typed.replaceAll(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu, '');
  return Array.from(seen).slice(0, 100).join('');
}

/** A value as it is to be typed. */
export function quoted(value: string): string {
  return /\s/u.test(value) ? `"${value}"` : value;
}
