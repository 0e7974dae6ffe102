/** Cuts a text to a platform's limit, between characters as readers see them. */

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The text in at most `max` UTF-16 units; a cut one ends in "…". */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > max - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
