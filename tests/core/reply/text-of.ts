/** Blocks as plain text, with all that a reader would see in them but the addresses of links. */
import { inQuotationMarks, plainText } from '../../../src/core/reply/quotation-marks.ts';
import type { Block, Spans } from '../../../src/core/reply/span.ts';

/** A line for each block and list item; "• " before items, quotation marks around quotations. */
export function textOf(blocks: readonly Block[]): string {
  return blocks.map(lineOf).join('\n');
}

function lineOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'text':
    case 'note':
      return plainText(block.spans);
    case 'list':
      return block.items.map((item: Spans) => `• ${plainText(item)}`).join('\n');
    case 'group':
      return [plainText(block.lead), ...block.items.map((item) => `• ${plainText(item)}`)].join('\n');
    case 'quotation':
      return `${inQuotationMarks(block.text)}\n— ${plainText(block.by)}`;
  }
}
