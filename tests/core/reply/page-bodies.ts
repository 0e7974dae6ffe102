/** What a test of splitting looks at: pages without their footers, and what is a heading on one. */
import { expect } from 'vitest';
import type { Block } from '../../../src/core/reply/span.ts';
import { type Fits, splitBlocks } from '../../../src/core/reply/split-blocks.ts';

/** The pages without the footer that each must end with. */
export function bodies(blocks: readonly Block[], footer: readonly Block[], fits: Fits): readonly (readonly Block[])[] {
  const pages = splitBlocks(blocks, footer, fits);
  expect(pages.length).toBeGreaterThan(0);
  for (const page of pages) {
    expect(fits(page)).toBe(true);
    expect(page.slice(page.length - footer.length)).toEqual(footer);
  }
  return pages.map((page) => page.slice(0, page.length - footer.length));
}

export function isHeading(block: Block | undefined): boolean {
  if (block?.kind === 'heading') return true;
  const [only, ...more] = block?.kind === 'text' ? block.spans : [];
  return more.length === 0 && typeof only === 'object' && only.kind === 'strong';
}
