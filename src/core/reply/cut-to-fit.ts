/** Cuts what is too long, as little as necessary and between characters as readers see them; it ends in "…" (R14). */
import type { Block, Spans } from './span.ts';

/** The words in at most `max` UTF-16 units; a cut one ends in "…". */
export function cutTo(spans: Spans, max: number): Spans {
  const length = (block: Block) => textsOf(block).reduce((sum, text) => sum + text.length, 0);
  const cut = cutToFit({ kind: 'text', spans }, (block) => length(block) <= max);
  return cut.kind === 'text' ? cut.spans : spans;
}

/** The block with its longest text cut as little as necessary, between characters as readers see them. */
export function cutToFit(block: Block, fits: (cut: Block) => boolean): Block {
  let current = block;
  while (!fits(current)) {
    const texts = textsOf(current);
    const longest = texts.reduce((a, b) => (b.length > a.length ? b : a), '');
    const characters = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(longest)].map(
      ({ segment }) => segment,
    );
    const cutAt = (length: number) =>
      replaceText(current, longest, `${characters.slice(0, length).join('').trimEnd()}…`);
    if (longest === '…' || longest === '') return current;
    if (characters.length === 1) {
      current = replaceText(current, longest, '…');
      continue;
    }
    let [fitting, tooLong] = [0, characters.length - 1];
    while (tooLong - fitting > 1) {
      const middle = Math.floor((fitting + tooLong) / 2);
      if (fits(cutAt(middle))) fitting = middle;
      else tooLong = middle;
    }
    current = cutAt(fitting);
  }
  return current;
}

function textsOf(block: Block): readonly string[] {
  const texts = (spans: Spans) => spans.map((span) => (typeof span === 'string' ? span : span.text));
  switch (block.kind) {
    case 'list':
      return block.items.flatMap(texts);
    case 'group':
      return [block.lead, ...block.items].flatMap(texts);
    case 'quotation':
      return [block.text, ...texts(block.by)];
    case 'heading':
    case 'text':
    case 'note':
      return texts(block.spans);
  }
}

function replaceText(block: Block, text: string, replacement: string): Block {
  const replace = (spans: Spans): Spans =>
    spans.map((span) => {
      if (typeof span === 'string') return span === text ? replacement : span;
      return span.text === text ? { ...span, text: replacement } : span;
    });
  switch (block.kind) {
    case 'list':
      return { kind: 'list', items: block.items.map(replace) };
    case 'group':
      return { ...block, lead: replace(block.lead), items: block.items.map(replace) };
    case 'quotation':
      return { kind: 'quotation', text: block.text === text ? replacement : block.text, by: replace(block.by) };
    case 'heading':
    case 'text':
    case 'note':
      return { ...block, spans: replace(block.spans) };
  }
}
