/** Measures whether blocks fit on one screen of a phone, as the platforms lay them out (V1). */
import { inQuotationMarks } from './quotation-marks.ts';
import type { Block, Spans } from './span.ts';

/** Source: the narrowest client on a common phone shows 42 characters a line and 24 lines above the keyboard. */
export const SCREEN = { characters: 700, lines: 24, columns: 42 } as const;

/** Whether the blocks can be read without scrolling, with the empty lines that renderers put between blocks. */
export function fitsScreen(blocks: readonly Block[]): boolean {
  const paragraphs = blocks.map(linesOf);
  const characters = paragraphs.flat().reduce((sum, line) => sum + line.length, 0);
  if (characters > SCREEN.characters) return false;
  const rows = paragraphs.flat().reduce((sum, line) => sum + rowsOf(line), 0);
  return rows + gaps(blocks) <= SCREEN.lines;
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

/** Small print and lists stand close to what they follow; so does everything under a heading. */
function gaps(blocks: readonly Block[]): number {
  return blocks.filter((block, index) => {
    const before = blocks[index - 1];
    if (before === undefined || before.kind === 'heading') return false;
    if (block.kind === 'list') return before.kind !== 'text' && before.kind !== 'note';
    return !(block.kind === 'note' && before.kind === 'note');
  }).length;
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'text':
    case 'note':
      return [plain(block.spans)];
    case 'list':
      return block.items.map((item) => `• ${plain(item)}`);
    case 'group':
      return [plain(block.lead), ...block.items.map((item) => `• ${plain(item)}`)];
    case 'quotation':
      return [inQuotationMarks(block.text), `— ${plain(block.by)}`];
  }
}

function plain(spans: Spans): string {
  return spans
    .map((span) => (typeof span === 'string' ? span : span.kind === 'quote' ? inQuotationMarks(span.text) : span.text))
    .join('');
}

/** Broken between words, and within a word that is longer than a line. */
function rowsOf(line: string): number {
  let rows = 1;
  let used = 0;
  for (const word of line.split(' ')) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= SCREEN.columns) {
      used = needed;
      continue;
    }
    if (used > 0) rows++;
    rows += Math.floor(Math.max(0, word.length - 1) / SCREEN.columns);
    used = word.length === 0 ? 0 : ((word.length - 1) % SCREEN.columns) + 1;
  }
  return rows;
}
