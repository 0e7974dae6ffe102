/** How much the first message of an answer may hold: what a person sees on a phone without scrolling. */
import { mostThat } from './most-that.ts';
import { plainText } from './quotation-marks.ts';
import type { Block, Spans } from './span.ts';

/** Source: measured on phones; the narrower of two chat programs has 42 characters a line. Empty lines do not count. */
export const SCREEN = { characters: 700, lines: 24, columns: 42 } as const;

/** Of a mark and a space before an item. */
const INDENT = 2;

interface Size {
  /** Code points that are seen. */
  readonly characters: number;
  readonly lines: number;
}

export function fitsScreen(blocks: readonly Block[]): boolean {
  const { characters, lines } = sizeOf(blocks);
  return characters <= SCREEN.characters && lines <= SCREEN.lines;
}

/**
 * Takes one step after another from `core`, the least that has to be shown, and keeps those with which all still fits:
 * the most wanted come first. `compose` gives the whole message.
 */
export function growToScreen<Level extends object>(
  core: Level,
  steps: readonly Partial<NoInfer<Level>>[],
  compose: (level: Level) => readonly Block[],
): Level {
  let level = core;
  for (const step of steps) {
    const fuller = { ...level, ...step };
    if (fitsScreen(compose(fuller))) level = fuller;
  }
  return level;
}

/** A list of the first items that fit beside `around`; no block where there is room for none. */
export function listOnScreen(items: readonly Spans[], around: readonly Block[]): readonly Block[] {
  const list = (count: number): readonly Block[] =>
    count === 0 ? [] : [{ kind: 'list', items: items.slice(0, count) }];
  return list(mostThat((count) => fitsScreen([...around, ...list(count)]), items.length, 4));
}

/** The size of blocks as a phone shows them, whole words to a line. */
export function sizeOf(blocks: readonly Block[]): Size {
  const sizes = blocks.flatMap((block): readonly Size[] => {
    switch (block.kind) {
      case 'heading':
      case 'text':
      case 'note':
        return [sizeOfLine(block.spans)];
      case 'list':
        return block.items.map((item) => sizeOfLine(item, INDENT));
      case 'group':
        return [sizeOfLine(block.lead), ...block.items.map((item) => sizeOfLine(item, INDENT))];
      case 'quotation':
        return [sizeOfLine([{ kind: 'quote', text: block.text }]), sizeOfLine(block.by, INDENT)];
    }
  });
  return {
    characters: sizes.reduce((all, { characters }) => all + characters, 0),
    lines: sizes.reduce((all, { lines }) => all + lines, 0),
  };
}

function sizeOfLine(spans: Spans, indent = 0): Size {
  const text = plainText(spans).replaceAll(/\p{Cf}/gu, '');
  const width = SCREEN.columns - indent;
  let [lines, column] = [1, 0];
  for (const word of text.split(' ')) {
    const length = Array.from(word).length;
    const isFirst = column === 0;
    if (!isFirst && column + 1 + length > width) {
      lines += 1;
      column = 0;
    }
    column += (column === 0 ? 0 : 1) + length;
    // A word that is longer than a line goes on in the next.
    while (column > width) {
      lines += 1;
      column -= width;
    }
  }
  return { characters: Array.from(text).length + indent, lines };
}
