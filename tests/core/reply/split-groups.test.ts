/** Groups on pages (V3): whole where they fit, under the same line again where they are longer, never below nothing. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/core/reply/span.ts';
import { splitBlocks } from '../../../src/core/reply/split-blocks.ts';
import { arbitraryBlocks, arbitraryFooter, arbitraryLimit, fitsIn, flatten } from './arbitrary-blocks.ts';
import { bodies, isHeading } from './page-bodies.ts';

const paragraph = (text: string): Block => ({ kind: 'text', spans: [text] });
const heading = (text: string): Block => ({ kind: 'heading', spans: [text] });
const group = (lead: string, ...items: readonly string[]): Block => ({
  kind: 'group',
  lead: [lead],
  items: items.map((item) => [item]),
});

const split = (blocks: readonly Block[], limit: number) => splitBlocks(blocks, [], fitsIn(limit));

describe('splitBlocks, any groups', () => {
  it('tears no group that fits on a page with its headings, and repeats the line of one that is torn', () => {
    fc.assert(
      fc.property(arbitraryBlocks, arbitraryFooter, arbitraryLimit, (blocks, footer, limit) => {
        const pages = bodies(blocks, footer, fitsIn(limit));
        for (const [index, block] of blocks.entries()) {
          if (block.kind !== 'group') continue;
          const before = blocks.slice(0, index);
          const headings = before.slice(before.findLastIndex((one) => !isHeading(one)) + 1);
          const parts = pages
            .flat()
            .filter(
              (one) => one.kind === 'group' && flatten([{ ...one, items: [] }]) === flatten([{ ...block, items: [] }]),
            );
          // Where a span has no room below the line, all of it is a text and a list.
          const room = limit - flatten(footer).length;
          const isRepeatable = block.items
            .flat()
            .every((span) => flatten([{ ...block, items: [[span]] }]).length <= room);
          expect(parts.length > 0).toBe(isRepeatable);
          const fits = fitsIn(limit)([...headings, block, ...footer]);
          expect(fits ? parts : [block]).toEqual([block]);
          // A page has one part of it at most, or it would be torn where it need not be.
          for (const page of pages) expect(page.filter((one) => parts.includes(one)).length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has no heading alone at the end of a page where the first line of its group would have fitted', () => {
    fc.assert(
      fc.property(arbitraryBlocks, arbitraryLimit, (blocks, limit) => {
        const pages = bodies(blocks, [], fitsIn(limit));
        for (const [index, page] of pages.entries()) {
          const next = pages[index + 1]?.[0];
          if (next?.kind !== 'group' || !isHeading(page.at(-1))) continue;
          const headings = page.slice(page.findLastIndex((block) => !isHeading(block)) + 1);
          expect(fitsIn(limit)([...headings, { ...next, items: next.items.slice(0, 1) }])).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a group', () => {
  it('ends a page before a group that does not fit on the rest of it, and takes its heading along', () => {
    const figures = group('Soldiers killed', 'a'.repeat(40), 'b'.repeat(20));
    expect(split([paragraph('x'.repeat(80)), heading('12 Oct'), figures], 100)).toEqual([
      [paragraph('x'.repeat(80))],
      [heading('12 Oct'), figures],
    ]);
  });

  it('goes on under the same line where a group is longer than a page, and divides a row that is', () => {
    const [a, b, c] = ['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40)];
    expect(split([heading('12 Oct'), group('Killed', a, b, c)], 100)).toEqual([
      [heading('12 Oct'), group('Killed', a, b)],
      [group('Killed', c)],
    ]);
    const row: Block = { kind: 'group', lead: ['Killed'], items: [['x'.repeat(60), 'y'.repeat(60)]] };
    expect(split([row], 100)).toEqual([[group('Killed', 'x'.repeat(60))], [group('Killed', 'y'.repeat(60))]]);
  });
});
