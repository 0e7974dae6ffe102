/** Cuts words to a length, and says so with "…" (R14). What is left of them is not changed. */

import { onceForText } from '../../dossier/memoise.ts';

/** A sentence that is left of a quotation has at least this share of the room, or it is cut at a word instead. */
const LEAST_SHARE = 0.45;

const inSentences = segmentsBy('sentence');
const inWords = segmentsBy('word');
const inCharacters = segmentsBy('grapheme');

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
  const whole = beginning(text, most - 2, inSentences);
  return whole === '' ? '' : `${whole} …`;
}

/** For the bot's own words and for names. */
export function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const left = beginning(text, most - 1, inWords) || beginning(text, most - 1, inCharacters);
  return `${left}…`;
}

/** The segments that fit, without spaces and signs that lead to what is left out; `text` is longer than `most`. */
function beginning(text: string, most: number, inSegments: (near: string) => string): string {
  // Only the beginning is looked at: a segment that goes on beyond it does not fit.
  return most <= 0 ? '' : inSegments(text.slice(0, most + 1));
}

/** All segments but one that takes the last unit. The same texts are cut again and again while a screen is tried. */
function segmentsBy(granularity: 'sentence' | 'word' | 'grapheme'): (near: string) => string {
  const segmenter = new Intl.Segmenter('und', { granularity });
  return onceForText((near) => {
    let end = 0;
    for (const { index, segment } of segmenter.segment(near)) {
      if (index + segment.length >= near.length) break;
      end = index + segment.length;
    }
    return near.slice(0, end).replace(/[\s,;:–—-]+$/u, '');
  });
}
