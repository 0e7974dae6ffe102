/** How much of a phone's screen an answer fills: counted from its text, apart from how the bot counts it. */
import type { Block } from '../../../src/core/reply/span.ts';
import { textOf } from './text-of.ts';

/** V1: the first message of an answer. The narrower of the two chat programs has 42 characters a line. */
export const SCREEN = { characters: 700, lines: 24, columns: 42 } as const;

/** Characters that are seen, and lines of whole words. Empty lines are the platforms' own. */
export function screenSize(blocks: readonly Block[]): { readonly characters: number; readonly lines: number } {
  const lines = textOf(blocks)
    .replaceAll(/\p{Cf}/gu, '')
    .split('\n');
  return {
    characters: lines.reduce((all, line) => all + Array.from(line).length, 0),
    lines: lines.reduce((all, line) => all + wrapped(line), 0),
  };
}

function wrapped(line: string): number {
  let [lines, left] = [1, SCREEN.columns as number];
  for (const word of line.split(' ')) {
    let { length } = Array.from(word);
    if (length + (left < SCREEN.columns ? 1 : 0) > left && left < SCREEN.columns)
      [lines, left] = [lines + 1, SCREEN.columns];
    if (left < SCREEN.columns) length += 1;
    for (; length > left; length -= SCREEN.columns) lines += 1;
    left -= length;
  }
  return lines;
}
