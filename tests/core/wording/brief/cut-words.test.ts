/** Words that are cut say so, and what is left of them is as it was (R14). */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtWord, cutQuotation } from '../../../../src/core/wording/brief/cut-words.ts';
import { oddText } from '../../odd-text.ts';

const LONG = 'We will answer. The truce stands as long as nobody attacks us from there. Everything else is talk.';

describe('cutQuotation', () => {
  it.each([
    [200, LONG],
    [80, 'We will answer. The truce stands as long as nobody attacks us from there. …'],
    // What is left of whole sentences would be too little of it.
    [60, 'We will answer. The truce stands as long as nobody attacks…'],
    [30, 'We will answer. …'],
    [12, 'We will…'],
  ])('to %i', (most, words) => {
    expect(cutQuotation(LONG, most)).toBe(words);
  });

  it('cuts a word that is longer than all the room, between characters as readers see them', () => {
    expect(cutQuotation('w'.repeat(30), 10)).toBe(`${'w'.repeat(9)}…`);
    expect(cutQuotation('👨‍👩‍👧'.repeat(5), 18)).toBe('👨‍👩‍👧👨‍👩‍👧…');
  });
});

describe.each([
  ['cutQuotation', cutQuotation],
  ['cutAtWord', cutAtWord],
])('%s', (_, cut) => {
  it('is the words themselves, or their beginning and a mark, within the room', () => {
    fc.assert(
      fc.property(oddText(80), fc.integer({ min: 12, max: 60 }), (text, most) => {
        const left = cut(text, most);
        expect(left.length).toBeLessThanOrEqual(most);
        const isCut = left.endsWith('…') && text.startsWith(left.slice(0, -1).trimEnd());
        expect({ text, left, asWanted: text.length <= most ? left === text : isCut }).toMatchObject({ asWanted: true });
      }),
    );
  });
});
