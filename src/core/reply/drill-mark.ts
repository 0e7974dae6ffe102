/** Puts the mark of a drill at the beginning of every line, so that no part of it can be taken for news. */
import type { Block, Span, Spans } from './span.ts';

/** Every character that some client shows as the end of a line. */
const LINE_ENDS = /[\n\r\v\f\u0085\u2028\u2029]+/gu;

/** Addresses that clients turn into links by themselves. A drill has no links. */
const ADDRESSES = /\b(?:[a-z][a-z\d+.-]*:\/\/|www\.)\S*|\b[\w-]+(?:\.[\w-]+)+\/\S*/giu;

/** What each of them has, which is quicker to see: a word of thousands of letters may begin an address at each. */
const MAY_HAVE_ADDRESS = /\/|www\./iu;

/**
 * Blocks whose every line begins with `mark`, once. Addresses are replaced: clients would preview them without the
 * mark.
 */
export function markBlocks(blocks: readonly Block[], mark: string): readonly Block[] {
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'list':
        return { ...block, items: block.items.map((item) => marked(item, mark)) };
      case 'group':
        return { ...block, lead: marked(block.lead, mark), items: block.items.map((item) => marked(item, mark)) };
      case 'quotation':
        return { kind: 'text', spans: marked([{ kind: 'quote', text: block.text }, ' — ', ...block.by], mark) };
      case 'heading':
      case 'text':
      case 'note':
        return { ...block, spans: marked(block.spans, mark) };
    }
  });
}

/** The same for a line of plain text, e.g. a button's label. */
export function markText(text: string, mark: string): string {
  return `${mark} · ${text}`;
}

function marked(spans: Spans, mark: string): Spans {
  const [first] = spans;
  // The line is marked already, or its own words look like the mark. Addresses are replaced in both cases.
  if (typeof first === 'object' && first.kind === 'strong' && first.text === mark) return spans.map(inOneLine);
  return [{ kind: 'strong', text: mark }, ' · ', ...spans.map(inOneLine)];
}

function inOneLine(span: Span): Span {
  if (typeof span === 'string') return oneLine(span);
  return span.kind === 'link' ? oneLine(span.text) : { ...span, text: oneLine(span.text) };
}

function oneLine(text: string): string {
  const line = text.replaceAll(LINE_ENDS, ' ');
  return MAY_HAVE_ADDRESS.test(line) ? line.replaceAll(ADDRESSES, '…') : line;
}
