/** The mark of a drill, at the beginning of every line: no part of an exercise is to be read as if it had happened. */
import type { Block, Span, Spans } from './span.ts';

/** What some reader or other takes for the end of a line. */
const LINE_ENDS = /[\n\r\v\f\u0085\u2028\u2029]+/gu;

/** What clients make links of by themselves: an exercise leads nowhere. */
const ADDRESSES = /\b(?:[a-z][a-z\d+.-]*:\/\/|www\.)\S*|\b[\w-]+(?:\.[\w-]+)+\/\S*/giu;

/** Blocks whose every line begins with `mark`; what begins with it already stays as it is. Addresses go: they would be lines of their own. */
export function markBlocks(blocks: readonly Block[], mark: string): readonly Block[] {
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'list':
        return { ...block, items: block.items.map((item) => marked(item, mark)) };
      case 'quotation':
        return { kind: 'text', spans: marked([{ kind: 'quote', text: block.text }, ' — ', ...block.by], mark) };
      case 'heading':
      case 'text':
      case 'note':
        return { ...block, spans: marked(block.spans, mark) };
    }
  });
}

/** The same for a line that is text alone, as a button's label is. */
export function markText(text: string, mark: string): string {
  return `${mark} · ${text}`;
}

function marked(spans: Spans, mark: string): Spans {
  const [first] = spans;
  // Marked already, or words of the drill itself that look so: addresses go in any case.
  if (typeof first === 'object' && first.kind === 'strong' && first.text === mark) return spans.map(inOneLine);
  return [{ kind: 'strong', text: mark }, ' · ', ...spans.map(inOneLine)];
}

function inOneLine(span: Span): Span {
  const oneLine = (text: string) => text.replaceAll(LINE_ENDS, ' ').replaceAll(ADDRESSES, '…');
  if (typeof span === 'string') return oneLine(span);
  return span.kind === 'link' ? oneLine(span.text) : { ...span, text: oneLine(span.text) };
}
