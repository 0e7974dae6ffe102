/** Hostile values: crafted ones by what they attack, and random ones of their pieces. One seed, the same values. */
import * as fc from 'fast-check';
import { anyCharacter } from '../any-character.ts';
import { BIDI, CONTROLS, HTML, HTTPS, MARKS, PINGS, UNSEEN } from './crafted-pieces.ts';
import { CRAFTED } from './crafted-values.ts';

export const ALL_CRAFTED: readonly string[] = [...new Set(Object.values(CRAFTED).flat())];

const PIECES = [
  ...BIDI,
  ...UNSEEN,
  ...CONTROLS,
  ...MARKS,
  ...HTML,
  ...PINGS,
  'جنگ',
  '\u0301',
  '🕊️',
  '\ud800',
  '٣',
  '\ue000',
  ' ',
  'said',
  '“',
  '”',
  '{',
  '}',
  '&',
  '=',
  '%41',
  HTTPS,
];

const soup = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.lorem({ maxCount: 2 })), { minLength: 1, maxLength: 20 });
const value = fc.oneof(
  { weight: 5, arbitrary: soup.map((parts) => parts.join('')) },
  { weight: 2, arbitrary: fc.string({ unit: anyCharacter, minLength: 1, maxLength: 60 }) },
  // Sound but for one piece: it gets further.
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.lorem({ maxCount: 6 }), fc.constantFrom(...PIECES), fc.lorem({ maxCount: 6 }))
      .map((parts) => parts.join(' ')),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...ALL_CRAFTED).chain((one) => fc.constantFrom(`${one}${one}`, ` ${one} `, `x ${one}`)),
  },
);

/** HOSTILE_SEED repeats a failure. */
export const SEED = Number(process.env['HOSTILE_SEED'] ?? 20_261_123);

/** How many of the values are tried: those of `npm run test:clocks` were all tried at the real time before. */
const SHARE = Number(process.env['HOSTILE_SHARE'] ?? 1);

/** `count` random values; `salt` makes them others than those of another test. */
export function randomValues(count: number, salt: number): readonly string[] {
  return fc.sample(value, { numRuns: Math.ceil(count * SHARE), seed: SEED + salt });
}

/** A value as a failure tells it: all of it that is needed to try it again. */
export function shown(text: string): string {
  const head = JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
  return `seed ${SEED}, ${text.length} units: ${head.replaceAll(/[^ -~]/gu, (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`)}`;
}
