/** Random replies for the tests of splitting, and how long a page of them is. */

import * as fc from 'fast-check';
import type { Block, Span, Spans } from '../../../src/core/reply/span.ts';
import type { Fits } from '../../../src/core/reply/split-blocks.ts';

/** Texts of a block, each of which is never divided. */
export function textsOf(block: Block): readonly string[] {
  const texts = (spans: Spans) => spans.map((span) => (typeof span === 'string' ? span : span.text));
  switch (block.kind) {
    case 'list':
      return block.items.flatMap(texts);
    case 'group':
      return [block.lead, ...block.items].flatMap(texts);
    case 'quotation':
      return [block.text, ...texts(block.by)];
    case 'heading':
    case 'text':
    case 'note':
      return texts(block.spans);
  }
}

export function flatten(blocks: readonly Block[]): string {
  return blocks.flatMap(textsOf).join('');
}

/** Within `limit` UTF-16 units, the units that both platforms count in. */
export function fitsIn(limit: number): Fits {
  return (blocks) => flatten(blocks).length <= limit;
}

const words = fc.constantFrom(
  'ceasefire ',
  'Torkham, ',
  'جنگ بندی ',
  '🕊️',
  '👨‍👩‍👧‍👦 ',
  'é',
  'x'.repeat(70),
  'said. ',
  '',
  ' ',
);
const text = fc.array(words, { maxLength: 12 }).map((some) => some.join(''));
const span: fc.Arbitrary<Span> = fc.oneof(
  text,
  text.map((one): Span => ({ kind: 'strong', text: one })),
  text.map((one): Span => ({ kind: 'quote', text: one })),
  text.map((one): Span => ({ kind: 'link', text: one, url: 'https://example.org/' })),
);
const spans = fc.array(span, { maxLength: 5 });
const heading = fc.constantFrom('Latest reported breaches', 'What each side says', 'Period October 2025');

/** Rival figures under the line that says of what; the line is shorter than any page. */
const arbitraryGroup = fc
  .tuple(heading, fc.array(spans, { minLength: 1, maxLength: 6 }))
  .map(([lead, items]): Block => ({ kind: 'group', lead: [lead], items }));

/** A block such as commands make them: short headings, lists, quotations, long texts of several spans. */
const arbitraryBlock: fc.Arbitrary<Block> = fc.oneof(
  heading.map((one): Block => ({ kind: 'heading', spans: [one] })),
  heading.map((one): Block => ({ kind: 'text', spans: [{ kind: 'strong', text: one }] })),
  spans.map((some): Block => ({ kind: 'text', spans: some })),
  spans.map((some): Block => ({ kind: 'note', spans: some })),
  fc.array(spans, { maxLength: 6 }).map((items): Block => ({ kind: 'list', items })),
  fc.tuple(text, spans).map(([one, by]): Block => ({ kind: 'quotation', text: one, by })),
  arbitraryGroup,
);

/** No two groups have the same line, so that one that goes on can be told from another. */
export const arbitraryBlocks = fc
  .array(arbitraryBlock, { maxLength: 14 })
  .map((blocks) =>
    blocks.map((block, index) => (block.kind === 'group' ? { ...block, lead: [...block.lead, ` ${index}`] } : block)),
  );

/** The blocks of all pages, groups that go on put together again: their line stands once. */
export function joined(pages: readonly (readonly Block[])[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const block of pages.flat()) {
    const last = blocks.at(-1);
    if (
      block.kind === 'group' &&
      last?.kind === 'group' &&
      flatten([{ ...block, items: [] }]) === flatten([{ ...last, items: [] }])
    )
      blocks[blocks.length - 1] = { ...last, items: [...last.items, ...block.items] };
    else blocks.push(block);
  }
  return blocks;
}

/** Limits from a very small message to the largest of either platform. */
export const arbitraryLimit = fc.oneof(fc.integer({ min: 50, max: 400 }), fc.integer({ min: 50, max: 4000 }));
export const arbitraryFooter = fc.array(
  fc.constantFrom<Block>(
    { kind: 'note', spans: ['As of 22 Nov.'] },
    { kind: 'note', spans: ['Never added up.'] },
    { kind: 'note', spans: [{ kind: 'em', text: 'Single source.' }] },
  ),
  { maxLength: 1 },
);
