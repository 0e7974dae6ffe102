/** Pages: each fits, nothing is lost but what ends in "…", quotations stay whole, headings stay with what they head. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/core/reply/span.ts';
import { splitBlocks } from '../../../src/core/reply/split-blocks.ts';
import { cpuMs } from '../../cpu-time.ts';
import {
  arbitraryBlocks,
  arbitraryFooter,
  arbitraryLimit,
  fitsIn,
  flatten,
  joined,
  textsOf,
} from './arbitrary-blocks.ts';
import { bodies, isHeading } from './page-bodies.ts';

const paragraph = (...spans: readonly string[]): Block => ({ kind: 'text', spans });
const heading = (text: string): Block => ({ kind: 'heading', spans: [text] });
const note = (text: string): Block => ({ kind: 'note', spans: [text] });
const list = (...items: readonly string[]): Block => ({ kind: 'list', items: items.map((item) => [item]) });
const quotation = (text: string, by = 'Asif'): Block => ({ kind: 'quotation', text, by: [by] });
const split = (blocks: readonly Block[], limit: number, footer: readonly Block[] = []) =>
  splitBlocks(blocks, footer, fitsIn(limit));

describe('splitBlocks, any blocks', () => {
  it('makes pages that fit and end with the footer', () => {
    fc.assert(
      fc.property(arbitraryBlocks, arbitraryFooter, arbitraryLimit, (blocks, footer, limit) => {
        expect(bodies(blocks, footer, fitsIn(limit)).length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it('loses nothing where no text is larger than a page', () => {
    fc.assert(
      fc.property(arbitraryBlocks, arbitraryFooter, arbitraryLimit, (blocks, footer, limit) => {
        const room = limit - flatten(footer).length;
        // A quotation is one piece with its line; elsewhere the spans are.
        const pieces = blocks.flatMap((block) => (block.kind === 'quotation' ? [flatten([block])] : textsOf(block)));
        fc.pre(pieces.every((piece) => piece.length <= room));
        expect(flatten(joined(bodies(blocks, footer, fitsIn(limit))))).toBe(flatten(blocks));
      }),
    );
  });

  it('where something is cut, keeps the beginning of it, ends it in “…”, and keeps all the rest', () => {
    fc.assert(
      fc.property(arbitraryBlocks, arbitraryFooter, arbitraryLimit, (blocks, footer, limit) => {
        const texts = joined(bodies(blocks, footer, fitsIn(limit))).flatMap(textsOf);
        const wanted = blocks.flatMap(textsOf);
        expect(texts).toHaveLength(wanted.length);
        for (const [index, text] of texts.entries()) {
          if (text === wanted[index]) continue;
          expect(text.endsWith('…')).toBe(true);
          expect(wanted[index]?.startsWith(text.slice(0, -1))).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('cuts between characters as readers see them', () => {
    const family = '👨‍👩‍👧‍👦';
    for (let limit = 50; limit < 90; limit++) {
      const [page] = split([quotation(family.repeat(60), '')], limit);
      const said = (page ?? []).flatMap(textsOf)[0] ?? '';
      expect(said.replaceAll(family, '')).toBe('…');
      expect(said.length).toBeGreaterThan(limit - family.length - 2);
    }
  });

  it('shows a quotation whole where it fits a page, and never divides one', () => {
    fc.assert(
      fc.property(arbitraryBlocks, arbitraryFooter, arbitraryLimit, (blocks, footer, limit) => {
        const room = limit - flatten(footer).length;
        const shown = bodies(blocks, footer, fitsIn(limit))
          .flat()
          .filter(({ kind }) => kind === 'quotation');
        const wanted = blocks.filter(({ kind }) => kind === 'quotation');
        expect(shown).toHaveLength(wanted.length);
        for (const [index, block] of wanted.entries()) {
          const fits = flatten([block]).length <= room;
          expect(fits ? shown[index] : block).toEqual(block);
        }
      }),
    );
  });

  it('ends no page with a heading whose text would have fitted below it', () => {
    fc.assert(
      fc.property(arbitraryBlocks, arbitraryLimit, (blocks, limit) => {
        const pages = bodies(blocks, [], fitsIn(limit));
        for (const [index, page] of pages.entries()) {
          const next = pages[index + 1]?.[0];
          if (!next || !isHeading(page.at(-1))) continue;
          const headings = page.slice(page.findLastIndex((block) => !isHeading(block)) + 1);
          const first: Block = next.kind === 'list' ? { kind: 'list', items: next.items.slice(0, 1) } : next;
          expect(fitsIn(limit)([...headings, first])).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('fills a page before it begins another', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 30 }), arbitraryLimit, (lengths, limit) => {
        const blocks = lengths.map((length) => paragraph('x'.repeat(length)));
        const pages = bodies(blocks, [], fitsIn(limit));
        for (const [index, page] of pages.entries()) {
          const [next] = pages[index + 1] ?? [];
          expect(next !== undefined && fitsIn(limit)([...page, next])).toBe(false);
        }
      }),
    );
  });
});

describe('splitBlocks', () => {
  it('makes one page of nothing, with the footer', () => {
    expect(split([], 100)).toEqual([[]]);
    expect(split([], 100, [note('As of today')])).toEqual([[note('As of today')]]);
  });

  it('leaves blocks that fit as they are', () => {
    const blocks = [heading('Terms'), list('one', 'two'), quotation('Enough is enough'), note('as of')];
    expect(split(blocks, 1000)).toEqual([blocks]);
  });

  it('divides a list between its items, and keeps items of one list together', () => {
    const pages = split([list('a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40))], 100);
    expect(pages).toEqual([[list('a'.repeat(40), 'b'.repeat(40))], [list('c'.repeat(40))]]);
    expect(split([list('a', 'b'), list('c')], 100)).toEqual([[list('a', 'b'), list('c')]]);
  });

  it('takes a heading, and the bold line of a list, to the page of what follows', () => {
    const strong: Block = { kind: 'text', spans: [{ kind: 'strong', text: 'Killed' }] };
    const pages = split([paragraph('x'.repeat(80)), heading('Heading'), strong, list('y'.repeat(60))], 100);
    expect(pages).toEqual([[paragraph('x'.repeat(80))], [heading('Heading'), strong, list('y'.repeat(60))]]);
  });

  it('divides a long text between its spans', () => {
    expect(split([paragraph('a'.repeat(60), 'b'.repeat(60), 'c'.repeat(30))], 100)).toEqual([
      [paragraph('a'.repeat(60))],
      [paragraph('b'.repeat(60), 'c'.repeat(30))],
    ]);
  });

  it('cuts the quotation, not the line below it, where the two are too long', () => {
    const [page] = split([quotation('word '.repeat(100), 'Khawaja Asif, 7 November 2025')], 100);
    expect(page).toEqual([quotation(`${'word '.repeat(14).trimEnd()}…`, 'Khawaja Asif, 7 November 2025')]);
  });

  it('keeps a link’s address where its words are cut', () => {
    const url = 'https://example.org/';
    const [page] = split([{ kind: 'text', spans: [{ kind: 'link', text: 'x'.repeat(300), url }] }], 60);
    expect(page).toEqual([{ kind: 'text', spans: [{ kind: 'link', text: `${'x'.repeat(59)}…`, url }] }]);
  });

  it('leaves room beside a huge footer, which is cut', () => {
    const pages = split([paragraph('x'.repeat(20)), quotation('y'.repeat(500))], 100, [note('f'.repeat(5000))]);
    for (const page of pages) {
      expect(flatten(page).length).toBeLessThanOrEqual(100);
      expect(flatten(page.slice(-1))).toMatch(/^f{20,}…$/u);
    }
    expect(flatten(pages[0] ?? []).startsWith('x'.repeat(20))).toBe(true);
    expect(flatten(pages[1] ?? [])).toMatch(/^y{20,}…/u);
  });

  it.each<readonly [string, readonly Block[]]>([
    ['empty spans', [paragraph('', ''), heading(''), list('', ''), quotation('', ''), note('')]],
    [
      'no spans at all',
      [
        { kind: 'text', spans: [] },
        { kind: 'list', items: [] },
        { kind: 'list', items: [[]] },
        { kind: 'group', lead: [], items: [] },
        { kind: 'group', lead: [], items: [[]] },
      ],
    ],
    [
      'one character larger than a page',
      [quotation(`a${'\u0301'.repeat(3000)}`), paragraph(`e${'\u0300'.repeat(300)}`)],
    ],
    ['a word of 2,000 letters', [paragraph('x'.repeat(2000)), list('y'.repeat(2000)), heading('z'.repeat(2000))]],
    [
      'a group whose line is longer than a page',
      [{ kind: 'group', lead: ['z'.repeat(2000)], items: [['x'.repeat(300)], ['y']] }],
    ],
    ['only headings', Array.from({ length: 40 }, (_, index) => heading(`Heading ${index}`))],
    ['only white space', [paragraph(' '.repeat(500)), quotation('\u00a0'.repeat(500))]],
    ['lone surrogates', [quotation('\ud83d'.repeat(300)), paragraph('\udc00'.repeat(300))]],
    ['the same long text twice', [paragraph('x'.repeat(300), 'x'.repeat(300))]],
  ])('ends with %s', (_, blocks) => {
    for (const limit of [50, 64, 100, 1999]) {
      for (const page of split(blocks, limit, [note('As of')])) expect(fitsIn(limit)(page)).toBe(true);
    }
  });

  it('ends even where nothing at all fits', () => {
    const pages = splitBlocks([heading('Heading'), quotation('x'.repeat(99))], [note('footer')], () => false);
    expect(pages.length).toBeGreaterThan(0);
  });

  it('is quick with an answer of the largest size', () => {
    const blocks = Array.from({ length: 400 }, (_, index) =>
      list(...Array.from({ length: 5 }, () => `${index} `.repeat(40))),
    );
    const ms = cpuMs(() => expect(split(blocks, 4000, [note('As of')]).length).toBeGreaterThan(50));
    expect(ms).toBeLessThan(5000);
  });
});
