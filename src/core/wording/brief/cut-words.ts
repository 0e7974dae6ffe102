/** Cuts words to a length, and says so with "…" (R14). What is left of them is not changed. */

/** A sentence that is left of a quotation has at least this share of the room, or it is cut at a word instead. */
const LEAST_SHARE = 0.45;

const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });
const words = new Intl.Segmenter('und', { granularity: 'word' });
const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * At most `most` UTF-16 units, "…" included: as many whole sentences as there is room for, else as many words, else
 * as many characters as readers see them.
 */
export function cutQuotation(text: string, most: number): string {
  if (text.length <= most) return text;
  const whole = wholeSentences(text, most);
  return whole.length >= most * LEAST_SHARE ? whole : cutAtWord(text, most);
}

/** As many whole sentences as there is room for, " …" included; '' where there is room for none. */
export function wholeSentences(text: string, most: number): string {
  if (text.length <= most) return text;
  const whole = beginning(text, most - 2, sentences);
  return whole === '' ? '' : `${whole} …`;
}

/** For the bot's own words and for names. */
export function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const left = beginning(text, most - 1, words) || beginning(text, most - 1, characters);
  return `${left}…`;
}

/** The segments that fit, without spaces and signs that lead to what is left out. */
function beginning(text: string, most: number, by: Intl.Segmenter): string {
  // Only the beginning is looked at: a segment that goes on beyond it does not fit.
  const near = text.slice(0, most + 1);
  let end = 0;
  for (const { index, segment } of by.segment(near)) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end).replace(/[\s,;:–—-]+$/u, '');
}
