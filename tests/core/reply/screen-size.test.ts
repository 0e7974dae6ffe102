/** The size of blocks on a phone. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsScreen, SCREEN as OWN, sizeOf } from '../../../src/core/reply/screen.ts';
import type { Block } from '../../../src/core/reply/span.ts';
import { SCREEN, screenSize } from './screen-size.ts';

const text = (words: string): Block => ({ kind: 'text', spans: [words] });

describe('sizeOf', () => {
  it.each([
    ['nothing', '', { characters: 0, lines: 1 }],
    ['a line', 'a'.repeat(42), { characters: 42, lines: 1 }],
    ['one character more', 'a'.repeat(43), { characters: 43, lines: 2 }],
    ['whole words', `${'a'.repeat(30)} ${'b'.repeat(20)}`, { characters: 51, lines: 2 }],
    ['what is not seen', '\u2068ab\u2069', { characters: 2, lines: 1 }],
    ['characters, not their parts', '🕊'.repeat(42), { characters: 42, lines: 1 }],
  ])('of %s', (_, words, size) => {
    expect(sizeOf([text(words)])).toEqual(size);
  });

  it('counts the marks before items, and the quotation marks', () => {
    expect(sizeOf([{ kind: 'list', items: [['ab'], ['cd']] }])).toEqual({ characters: 8, lines: 2 });
    expect(sizeOf([{ kind: 'group', lead: ['ab'], items: [[{ kind: 'quote', text: 'cd' }]] }])).toEqual({
      characters: 8,
      lines: 2,
    });
    expect(sizeOf([{ kind: 'quotation', text: 'ab', by: ['cd'] }])).toEqual({ characters: 8, lines: 2 });
  });

  it('is never less than a reader would count', () => {
    expect(OWN).toEqual(SCREEN);
    const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'ب', '\u200f', ' '), maxLength: 70 }), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(words, fc.constantFrom('text', 'list', 'group'), (items, kind) => {
        const blocks: readonly Block[] = [
          kind === 'text'
            ? text(items.join(' '))
            : kind === 'list'
              ? { kind: 'list', items: items.map((item) => [item]) }
              : { kind: 'group', lead: [items.join(' ')], items: items.map((item) => [item]) },
        ];
        const [ours, theirs] = [sizeOf(blocks), screenSize(blocks)];
        expect(ours.lines).toBeGreaterThanOrEqual(theirs.lines);
        expect(ours.characters).toBeGreaterThanOrEqual(theirs.characters);
      }),
    );
  });
});

describe('fitsScreen', () => {
  it('allows 24 lines and 700 characters', () => {
    const lines = (count: number) => Array.from({ length: count }, () => text('line'));
    expect([fitsScreen(lines(24)), fitsScreen(lines(25))]).toEqual([true, false]);
    const words = (count: number) => [text('a'.repeat(count))];
    expect([fitsScreen(words(700)), fitsScreen(words(701))]).toEqual([true, false]);
  });
});
