/** Any character, for fast-check: its own `unit: 'binary'` costs a second of CPU in each process that uses it. */
import fc from 'fast-check';

/** Code points but half surrogates, which are no characters: as many of them are left out as there are. */
const [FIRST_HALF, HALVES, LAST] = [0xd800, 0x800, 0x10ffff];

/** A unit of `fc.string`. */
export const anyCharacter = fc.nat({ max: LAST - HALVES }).map(
  (nth) => String.fromCodePoint(nth < FIRST_HALF ? nth : nth + HALVES),
  (character) => {
    const code = typeof character === 'string' ? (character.codePointAt(0) ?? FIRST_HALF) : FIRST_HALF;
    const isHalf = code >= FIRST_HALF && code < FIRST_HALF + HALVES;
    if (isHalf || character !== String.fromCodePoint(code)) throw new Error('not a character');
    return code < FIRST_HALF ? code : code - HALVES;
  },
);
