/** The digits of every script as 0 to 9: an Urdu or Arabic keyboard writes “۱۳” or “١٣” for 13. */

const DIGIT = /\p{Nd}/gu;
/** Keyboards put these around what runs from right to left. */
const MARKS = /\p{Bidi_Control}/gu;

/** `text` with plain digits and without marks of direction. */
export function plainDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(MARKS, '')
    .replaceAll(DIGIT, (digit) => String(valueOf(digit)));
}

/** The ten digits of a script follow each other, from zero on. Source: Unicode, “Nd” in chapter 4.6. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  const isDigit = (one: number) => /^\p{Nd}$/u.test(String.fromCodePoint(one));
  let value = 0;
  while (value < 9 && isDigit(code - value - 1)) value += 1;
  return value;
}
