/** What fits on one screen, and how an answer grows to fill it. */
import { describe, expect, it } from 'vitest';
import { fitsScreen, growToScreen } from '../../../src/core/reply/screen.ts';
import type { Block } from '../../../src/core/reply/span.ts';

const text = (words: string): Block => ({ kind: 'text', spans: [words] });
const rows = (count: number) => text('w'.repeat(count * 42));

describe('fitsScreen', () => {
  it.each([
    ['24 lines of text', [{ kind: 'list', items: Array.from({ length: 24 }, () => ['a']) }], true],
    ['25 lines of text', [{ kind: 'list', items: Array.from({ length: 25 }, () => ['a']) }], false],
    ['700 characters', [text('w'.repeat(700))], true],
    ['701 characters', [text('w'.repeat(701))], false],
    ['words that end a line early', [text(`${'w'.repeat(22)} `.repeat(24).trim())], true],
    ['one such word more', [text(`${'w'.repeat(22)} `.repeat(25).trim())], false],
    ['paragraphs, whose empty lines do not count', Array.from({ length: 24 }, () => text('a')), true],
    ['a paragraph more', Array.from({ length: 25 }, () => text('a')), false],
    ['a heading, which stands close', [{ kind: 'heading', spans: ['a'] }, rows(16)], true],
    ['a group with its marks', [{ kind: 'group', lead: ['a'], items: [['w'.repeat(41)]] }], true],
  ] satisfies [string, Block[], boolean][])('%s: %s', (_, blocks, fits) => {
    expect(fitsScreen(blocks)).toBe(fits);
  });
});

describe('growToScreen', () => {
  it('keeps each step with which all still fits, the first ones before the later ones', () => {
    const compose = (level: { readonly a: number; readonly b: number }) => [rows(level.a), rows(level.b)];
    expect(growToScreen({ a: 1, b: 1 }, [{ a: 10 }, { b: 20 }, { b: 6 }], compose)).toEqual({ a: 10, b: 6 });
  });

  it('shows the least even where that does not fit', () => {
    expect(growToScreen({ a: 30 }, [{ a: 40 }], ({ a }) => [rows(a)])).toEqual({ a: 30 });
  });
});
