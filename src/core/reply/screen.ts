/** Whether blocks are read at once: one screen of a telephone, on whatever platform (V1 of the design). */
import type { PageText } from './page-limits.ts';
import { inQuotationMarks } from './quotation-marks.ts';
import type { Block, Spans } from './span.ts';

/** Characters as readers see them, those of a title and a footer included. */
export const SCREEN_CHARACTERS = 700;
export const SCREEN_LINES = 24;
/** Characters of a line of a telephone's screen: 42 on Telegram, 44 on Discord. */
export const SCREEN_COLUMNS = 42;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * What is seen without opening a detail takes on a screen: characters as readers see them, and lines. Empty lines
 * between blocks do not count.
 */
export function sizeOf({ title, blocks, footer }: Omit<PageText, 'details'>): {
  readonly characters: number;
  readonly lines: number;
} {
  const lengths = [...(title ? [textOf(title)] : []), ...[...blocks, ...footer].flatMap(linesOf)].map((line) =>
    Iterator.from(segmenter.segment(line)).reduce((count) => count + 1, 0),
  );
  return {
    characters: lengths.reduce((sum, length) => sum + length, 0),
    lines: lengths.reduce((sum, length) => sum + Math.ceil(length / SCREEN_COLUMNS), 0),
  };
}

export function fitsScreen(text: Omit<PageText, 'details'>): boolean {
  const { characters, lines } = sizeOf(text);
  return characters <= SCREEN_CHARACTERS && lines <= SCREEN_LINES;
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'list':
      return block.items.map(textOf);
    case 'group':
      return [textOf(block.lead), ...block.items.map(textOf)];
    case 'quotation':
      return [inQuotationMarks(block.text), textOf(block.by)];
    case 'heading':
    case 'text':
    case 'note':
      return [textOf(block.spans)];
  }
}

function textOf(spans: Spans): string {
  return spans
    .map((span) => (typeof span === 'string' ? span : span.kind === 'quote' ? inQuotationMarks(span.text) : span.text))
    .join('');
}
