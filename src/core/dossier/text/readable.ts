/** Text that looks like what it is: no controls, no hidden characters, no quotation that ends early. */
import { z } from 'zod';

/** Controls, line and paragraph separators, and characters that turn the direction of what is around them. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u2800\ufff9-\uffff]/u;
/**
 * Characters that nobody sees: two texts that look alike would differ. The two joiners and the variation selectors
 * stay, as Persian words and emoji are spelt with them.
 */
const HIDDEN = /(?![\u200c\u200d\p{Variation_Selector}])\p{Default_Ignorable_Code_Point}/u;
/**
 * More marks on one letter than words of any script have: they run over the lines above and below. Two joiners in a row
 * count too.
 */
const HEAPED = /\p{M}{9}|[\u200c\u200d]{2}/u;
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;

const isReadable = (text: string) => ![CONTROL, HIDDEN, HEAPED].some((bad) => bad.test(text)) && text.isWellFormed();
const UNREADABLE =
  'has control or direction characters in it, or others that are not seen or hide what is around them: take them out';
/** The check of the length speaks of an empty text. */
const isSeen = (text: string) => text === '' || SEEN.test(text);
const EMPTY = 'has nothing in it that is seen';

/** A line of our own words. */
export const words = z.string().trim().min(1).refine(isSeen, EMPTY).refine(isReadable, UNREADABLE);

/**
 * Other people's words are not trimmed or normalised (R14). They may not break out of their line or their quotation
 * marks.
 */
export const verbatim = z
  .string()
  .min(1)
  .max(3000)
  .refine(isSeen, EMPTY)
  .refine(isReadable, UNREADABLE)
  .refine(
    (text) => !closesEarly(text),
    'has a closing quotation mark “”” without its opening one: what follows would not look quoted',
  );

/** An address of the web. */
export const address = z.url({ protocol: /^https?$/ }).refine(isReadable, UNREADABLE);

function closesEarly(text: string): boolean {
  let open = 0;
  for (const [mark] of text.matchAll(/[“”]/gu)) {
    open += mark === '“' ? 1 : -1;
    if (open < 0) return true;
  }
  return false;
}
