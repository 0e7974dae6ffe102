/** Random replies for the renderers' property tests: all that sources and askers could put into a text, and worse. */

import fc from 'fast-check';
import type { Button } from '../../src/core/reply/page.ts';
import { inQuotationMarks } from '../../src/core/reply/quotation-marks.ts';
import type { Tone } from '../../src/core/reply/reply.ts';
import type { Block, Span, Spans } from '../../src/core/reply/span.ts';
import { anyCharacter } from '../any-character.ts';

const soup = (pieces: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...pieces), { maxLength }).map((parts) => parts.join(''));

const MARKDOWN =
  '* ** _ __ ~~ ` ``` | || > >>> # ### -# - + 1. 12. \\ [ ] ( ) [x](https://e.example) <@1> <@&2> <#3> <t:0:R> </a:1> <:e:1> :smile: @everyone @here @name https://e.example \n \r \t a 9 é'.split(
    ' ',
  );
const HTML = ['<b>', '</b>', '<a href="x">', '&amp;', '&', '<', '>', '"', "'", '<script>', '—', '“', '”', ' '];
const RIGHT_TO_LEFT = [
  'جنگ بندی',
  'طالبان',
  'ثالث',
  '\u2067',
  '\u2069',
  '\u200F',
  '\u200C',
  'ھ',
  '؟',
  ' ',
  '12',
  'TTP',
];
const WIDE = ['🇵🇰', '👩‍👩‍👧‍👦', '𝒳', 'e\u0301', 'ा', '🏳️‍🌈', '\uFE0F', '👍🏽', ' '];
const INVISIBLE = ['\u200B', '\u2060', '\uFEFF', '\u0000', '\u0007', '\u2028', '\u00A0', ' ', '\n'];

const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.lorem({ maxCount: 30 }) },
  { weight: 2, arbitrary: fc.string({ unit: anyCharacter, maxLength: 60 }) },
  // Half surrogate pairs too.
  fc.array(fc.integer({ min: 0xd7f0, max: 0xe010 }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
  { weight: 4, arbitrary: soup(MARKDOWN, 40) },
  ...[HTML, RIGHT_TO_LEFT, WIDE].map((pieces) => soup(pieces, 60)),
  soup(INVISIBLE, 6),
  fc.constantFrom(
    '',
    ' ',
    'x'.repeat(2000),
    '*'.repeat(2000),
    '🇵🇰'.repeat(1000),
    'ا'.repeat(5000),
    'word '.repeat(1500),
  ),
);

const url: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.webUrl({ withQueryParameters: true, withFragments: true }) },
  fc.constantFrom(
    'https://e.example/a_(b)_c?x=<y>&z=[1]',
    'https://e.example/)`**',
    'javascript:alert(1)',
    'not an address',
    'https://e.example/\uD800',
    `https://e.example/${'x'.repeat(5000)}`,
  ),
);

const span: fc.Arbitrary<Span> = fc.oneof(
  { weight: 3, arbitrary: text },
  fc.record({ kind: fc.constantFrom('strong', 'em', 'code'), text }),
  fc.record({ kind: fc.constant('link' as const), text, url }),
  fc.record({ kind: fc.constant('quote' as const), text }),
);
const line = fc.oneof({ weight: 9, arbitrary: fc.array(span, { maxLength: 6 }) }, fc.array(span, { maxLength: 150 }));
const items = fc.oneof({ weight: 9, arbitrary: fc.array(line, { maxLength: 6 }) }, fc.array(line, { maxLength: 40 }));

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('heading', 'text', 'note'), spans: line }),
  fc.record({ kind: fc.constant('list' as const), items }),
  fc.record({ kind: fc.constant('quotation' as const), text, by: fc.array(span, { maxLength: 6 }) }),
  fc.record({ kind: fc.constant('group' as const), lead: fc.array(span, { maxLength: 3 }), items }),
);

export const randomBlocks = fc.array(block, { maxLength: 12 });
export const randomFooter = fc.array(
  fc.record({ kind: fc.constant('note' as const), spans: fc.array(span, { maxLength: 3 }) }),
  {
    maxLength: 2,
  },
);
export const randomButtons = fc.array(
  fc.array(fc.record({ label: text, data: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 64 }) }), {
    minLength: 1,
    maxLength: 7,
  }),
  { maxLength: 7 },
);

export const randomSpans = fc.array(span, { maxLength: 6 });
export const randomTone = fc.constantFrom<Tone>('normal', 'unknown', 'breaking', 'correction', 'drill');
/** Details as a renderer is given them. */
export const randomFolded = fc.array(fc.record({ label: text, blocks: fc.array(block, { maxLength: 4 }) }), {
  maxLength: 3,
});
const style = fc.constantFrom<NonNullable<Button['style']>>('primary', 'success', 'danger');
export const randomStyled = fc.array(
  fc.record({ label: text, data: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 64 }), style }),
  { minLength: 1, maxLength: 7 },
);
export const randomMenus = fc.array(
  fc.record({
    label: text,
    options: fc.uniqueArray(
      fc.record({ label: text, data: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 100 }) }),
      { minLength: 1, maxLength: 30, selector: ({ data }) => data },
    ),
  }),
  { maxLength: 5 },
);

/** The words of spans as a reader should see them. Half a surrogate pair cannot be sent. */
export function wordsOf(spans: Spans): string {
  const words = (one: Span) =>
    typeof one === 'string' ? one : one.kind === 'quote' ? inQuotationMarks(one.text) : one.text;
  return spans.map((one) => words(one).toWellFormed()).join('');
}

/** Empty where there is nothing to be seen: then a message shows "…", since none may be empty. */
export function visible(shown: string): string {
  return shown !== '…' && /[\p{L}\p{N}\p{P}\p{S}]/u.test(shown) ? shown : '';
}

/** The texts of all quotations in `blocks`, each with the smallest block that it can stand in. */
export function quotesOf(blocks: readonly Block[]): readonly { readonly text: string; readonly block: Block }[] {
  const inline = (spans: Spans, around: (one: Span) => Block) =>
    spans.flatMap((one) =>
      typeof one === 'object' && one.kind === 'quote' ? [{ text: one.text, block: around(one) }] : [],
    );
  return blocks.flatMap((one) => {
    switch (one.kind) {
      case 'quotation':
        return [{ text: one.text, block: one }, ...inline(one.by, () => one)];
      case 'list':
        return one.items.flatMap((item) => inline(item, (quote) => ({ kind: 'list', items: [[quote]] })));
      case 'group':
        return [
          ...inline(one.lead, (quote) => ({ ...one, lead: [quote], items: [] })),
          ...one.items.flatMap((item) => inline(item, (quote) => ({ ...one, items: [[quote]] }))),
        ];
      case 'heading':
      case 'text':
      case 'note':
        return inline(one.spans, (quote) => ({ ...one, spans: [quote] }));
    }
  });
}
