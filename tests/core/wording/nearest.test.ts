/** Did you mean: names found by any spelling, ambiguous ones kept apart, and the nearest to a mistyped one. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/core/dossier/text/normalise.ts';
import { bareWords, complete, matchNames } from '../../../src/core/wording/match-names.ts';
import type { Named } from '../../../src/core/wording/named.ts';
import { nearest, nearestNames } from '../../../src/core/wording/nearest.ts';

const names: readonly Named[] = [
  { id: 'khawaja-asif', label: 'Khawaja Muhammad Asif', aliases: ['Khwaja Asif'] },
  { id: 'zabihullah-mujahid', label: 'Zabihullah Mujahid', aliases: ['Zabiullah Mujahid'] },
  { id: 'mohammad-yaqoob', label: 'Mohammad Yaqoob Mujahid', aliases: ['Mullah Yaqoob'] },
  { id: 'erdogan', label: 'Recep Tayyip Erdoğan', aliases: [] },
  { id: 'afghanistan', label: 'Afghanistan (Taliban government)', aliases: ['Afghan Taliban'] },
  { id: 'ttp', label: 'TTP', aliases: ['Tehreek-e-Taliban Pakistan'] },
  { id: 'durand-line', label: 'Durand Line', aliases: ['ډیورنډ کرښه'] },
  { id: 'kabul-office', label: 'Office', aliases: ['de facto authorities (UN usage)', 'FO'] },
  { id: 'khan-jan', label: 'Khan Jan Alokozay', aliases: [] },
];
const ids = (found: readonly Named[]) => found.map(({ id }) => id);

describe('nearest', () => {
  const commands = ['ceasefire', 'casualties', 'quotes', 'help', 'about'];

  it.each([
    ['ceasfire', ['ceasefire']],
    ['cease', ['ceasefire']],
    ['CEASEFIRE', ['ceasefire']],
    ['qoutes', ['quotes']],
    ['hepl', ['help']],
    ['halp', ['help']],
    ['weather', []],
    ['', []],
  ])('“%s”: %j', (typed, expected) => {
    expect(nearest(typed, commands)).toEqual(expected);
  });

  it('offers the nearest first, and no more than asked for', () => {
    expect(nearest('quots', ['quota', 'quotes', 'quots', 'help'])).toEqual(['quots', 'quota', 'quotes']);
    expect(nearest('quots', ['quota', 'quots'], 1)).toEqual(['quots']);
  });

  it('finds a word with any one letter changed, left out or doubled', () => {
    const word = fc.constantFrom(...commands.filter((name) => name.length > 4));
    const slip = fc.tuple(word, fc.nat(4), fc.constantFrom('change', 'drop', 'double'));
    fc.assert(
      fc.property(slip, ([name, at, how]) => {
        const letter = name.charAt(at);
        const typed = name.slice(0, at) + { change: 'x', drop: '', double: letter + letter }[how] + name.slice(at + 1);
        expect(nearest(typed, commands)).toContain(name);
      }),
    );
  });
});

describe('matchNames', () => {
  it.each([
    ['khawaja-asif', ['khawaja-asif']],
    ['Khawaja Muhammad Asif', ['khawaja-asif']],
    ['KHWAJA ASIF', ['khawaja-asif']],
    ['asif', ['khawaja-asif']],
    ['khaw', ['khawaja-asif']],
    ['asif khawaja', ['khawaja-asif']],
    ['  asif  ', ['khawaja-asif']],
    ['erdogan', ['erdogan']],
    ['tayyip erdoğan', ['erdogan']],
    ['durand', ['durand-line']],
    ['کرښه', ['durand-line']],
    ['mujahid', ['zabihullah-mujahid', 'mohammad-yaqoob']],
    ['taliban', ['afghanistan', 'ttp']],
    ['afghan taliban', ['afghanistan']],
    ['afghanistan taliban', ['afghanistan']],
    ['tehreek-e-taliban pakistan', ['ttp']],
    ['asi khwaja mullah', []],
    ['mujahi', ['zabihullah-mujahid', 'mohammad-yaqoob']],
    ['muj', []],
    ['khan jan', ['khan-jan']],
    ['alok ja', []],
    ['jan', ['khan-jan']],
    ['JAN', ['khan-jan']],
    ['khans', ['khan-jan']],
    ['the durand line', ['durand-line']],
    ['lines of durand', ['durand-line']],
    ['the', []],
    ['of', []],
    ['yaqoob mullah muhammad', []],
    ['khwaja muhammad asif', ['khawaja-asif']],
    ['fo', ['kabul-office']],
    ['FO', ['kabul-office']],
    ['un', []],
    ['us', []],
    ['usage', []],
    ['UN usage', []],
    ['(UN usage)', []],
    ['de facto authorities', ['kabul-office']],
    ['de facto authorities (UN usage)', ['kabul-office']],
    ['kabul_office', ['kabul-office']],
    ['sif', []],
    ['nobody', []],
    ['', []],
    [' - ', []],
    ['(', []],
  ])('“%s”: %j', (typed, expected) => {
    expect(ids(matchNames(typed, names))).toEqual(expected);
  });

  it('takes an exact spelling before a beginning: “Taliban” whole is clear where one is called just that', () => {
    const whole = [...names, { id: 'plain', label: 'Taliban', aliases: [] }];
    expect(ids(matchNames('taliban', whole))).toEqual(['plain']);
  });

  it('finds only names with words that begin as each typed one of four letters does, and shorter ones whole', () => {
    const spellings = names.flatMap(({ id, label, aliases }) => [id, label, ...aliases]);
    const piece = fc
      .tuple(fc.constantFrom(...spellings), fc.nat(20), fc.nat(20))
      .map(([text, from, length]) => text.slice(from, from + length));
    const some = fc.oneof(
      piece,
      fc.tuple(piece, piece).map((two) => two.join(' ')),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(some, (typed) => {
        for (const { id, label, aliases } of matchNames(typed, names)) {
          const texts = [id, label, ...aliases].map((text) => wordsOf(text));
          const isWhole = texts.some((words) => words.join(' ') === wordsOf(typed).join(' '));
          const bare = bareWords(typed);
          const isSpelt = texts.some((words) => words.join(' ') === bare.join(' '));
          const isBegun = bare.every((one) =>
            texts.flat().some((word) => (one.length > 3 ? word.startsWith(one.replace(/s$/u, '')) : word === one)),
          );
          expect(isWhole || isSpelt || (isBegun && bare.some((one) => one.length > 2))).toBe(true);
          expect(isWhole || !/\b(?:un|usage)\b/u.test(wordsOf(typed).join(' '))).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('takes a word of three letters for a name only where it is no small word, and never where names are strict', () => {
    const some: readonly Named[] = [{ id: 'a-b', label: 'Abdullah bin Mohammed', aliases: ['Mao of Lin'] }];
    expect(ids(matchNames('mao', some))).toEqual(['a-b']);
    expect(ids(matchNames('bin', some))).toEqual([]);
    expect(ids(matchNames('ma', some))).toEqual([]);
    expect(ids(matchNames('mao', some, { isStrict: true }))).toEqual([]);
    expect(ids(matchNames('mao abdullah', some, { isStrict: true }))).toEqual([]);
    expect(ids(matchNames('mao abdullah', some))).toEqual(['a-b']);
  });

  it('finds everybody by every spelling, in any case', () => {
    for (const name of names) {
      for (const spelling of [name.id, name.label, ...name.aliases]) {
        expect(ids(matchNames(spelling.toUpperCase(), names))).toEqual([name.id]);
      }
    }
  });
});

describe('nearestNames', () => {
  it.each([
    ['assif', ['khawaja-asif']],
    ['zabihula', ['zabihullah-mujahid']],
    ['mujahit', ['zabihullah-mujahid', 'mohammad-yaqoob']],
    ['erdogen', ['erdogan']],
    ['nobody here', []],
    ['muj', ['zabihullah-mujahid', 'mohammad-yaqoob']],
    ['us', []],
    ['joe', []],
  ])('“%s”: %j', (typed, expected) => {
    expect(ids(nearestNames(typed, names))).toEqual(expected);
  });

  it('offers nobody twice, and no more than asked for', () => {
    expect(ids(nearestNames('talibn', names, 1))).toHaveLength(1);
    const found = ids(nearestNames('mohamad', names));
    expect(new Set(found).size).toBe(found.length);
  });
});

describe('complete', () => {
  it('offers the first ones while nothing is typed, then those that fit, up to the limit', () => {
    expect(ids(complete('', names, 2))).toEqual(['khawaja-asif', 'zabihullah-mujahid']);
    expect(ids(complete('  ', names, 1))).toEqual(['khawaja-asif']);
    expect(ids(complete('muj', names, 25))).toEqual(['zabihullah-mujahid', 'mohammad-yaqoob']);
    expect(ids(complete('muj', names, 1))).toEqual(['zabihullah-mujahid']);
    expect(ids(complete('kabul-of', names, 25))).toEqual(['kabul-office']);
    expect(ids(complete('us', names, 25))).toEqual([]);
    expect(ids(complete('zzz', names, 25))).toEqual([]);
  });
});
