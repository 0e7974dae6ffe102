/** How a sentence of ours ends that ends with words of somebody else: one full stop is enough. */
import type { Spans } from '../reply/span.ts';

/** `closed` where the words end as a sentence does, with or without a quotation mark; else `open`. */
export function sentenceEnd(words: Spans): 'closed' | 'open' {
  const last = words.at(-1) ?? '';
  return /[.!?…][”’"')]*$/u.test(typeof last === 'string' ? last : last.text) ? 'closed' : 'open';
}
