/** Platforms for tests: everything fits on one page, or only what a test lets fit. */
import { wholeOf } from '../../../src/core/reply/page.ts';
import { type PageLimits, UNLIMITED } from '../../../src/core/reply/page-limits.ts';
import type { Fits } from '../../../src/core/reply/split-blocks.ts';
import { fitsIn } from './arbitrary-blocks.ts';

export { UNLIMITED } from '../../../src/core/reply/page-limits.ts';

/** `fits` is asked for all words of a page, as blocks. */
export function limitsBy(fits: Fits, more: Partial<PageLimits> = {}): PageLimits {
  return { ...UNLIMITED, fits: (text) => fits(wholeOf(text)), ...more };
}

/** Pages of at most `limit` UTF-16 units. */
export function limitsIn(limit: number, more: Partial<PageLimits> = {}): PageLimits {
  return limitsBy(fitsIn(limit), more);
}
