/** How much the first message of an answer may hold: what a person sees on a phone without scrolling. */
import { onceFor } from '../dossier/memoise.ts';
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
  let [characters, lines] = [0, 0];
  const add = (size: Size) => {
    characters += size.characters;
    lines += size.lines;
  };
  for (const block of blocks) {
    switch (block.kind) {
      case 'heading':
      case 'text':
      case 'note':
        add(sizeOfLine(block.spans));
        break;
      case 'list':
        for (const item of block.items) add(sizeOfItem(item));
        break;
      case 'group':
        add(sizeOfLine(block.lead));
        for (const item of block.items) add(sizeOfItem(item));
        break;
      case 'quotation':
        add(sizeOfText([{ kind: 'quote', text: block.text }], 0));
        add(sizeOfItem(block.by));
        break;
    }
  }
  return { characters, lines };
}

/** A screen is tried many times, and most of its lines are the same objects each time. */
const sizeOfLine = onceFor((spans: Spans): Size => sizeOfText(spans, 0));
const sizeOfItem = onceFor((spans: Spans): Size => sizeOfText(spans, INDENT));

/** Neither signs that are not seen nor characters of two UTF-16 units are among these. */
const PLAIN = /^[\u{20}-\u{7e}\u{a0}-\u{ac}\u{ae}-\u{24f}\u{2010}-\u{2027}\u{2030}-\u{205e}]*$/u;

function sizeOfText(spans: Spans, indent: number): Size {
  const text = plainText(spans);
  // What is not seen is left out, and what two units are needed for is one.
  const seen = PLAIN.test(text) ? text : text.replaceAll(/\p{Cf}/gu, '').replaceAll(/[\u{10000}-\u{10ffff}]/gu, 'x');
  return { characters: seen.length + indent, lines: linesOf(seen, SCREEN.columns - indent) };
}

/** Lines of `width` columns that `text` takes, broken at its spaces; a UTF-16 unit is a column. */
function linesOf(text: string, width: number): number {
  let [lines, column] = [1, 0];
  for (let start = 0; start <= text.length; ) {
    const space = text.indexOf(' ', start);
    const end = space === -1 ? text.length : space;
    const length = end - start;
    if (column !== 0 && column + 1 + length > width) {
      lines += 1;
      column = 0;
    }
    column += (column === 0 ? 0 : 1) + length;
    // A word that is longer than a line goes on in the next.
    while (column > width) {
      lines += 1;
      column -= width;
    }
    start = end + 1;
  }
  return lines;
}
