/** Nothing that the renderer makes exceeds Discord's limits, and nothing in a text is ever read as markup. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_DESCRIPTION, pageLimits, render } from '../../../src/adapters/discord/render.ts';
import { escapeText } from '../../../src/adapters/discord/spans.ts';
import { pageOf } from '../../../src/core/reply/page.ts';
import { inQuotationMarks } from '../../../src/core/reply/quotation-marks.ts';
import type { Block, Spans } from '../../../src/core/reply/span.ts';
import { splitBlocks } from '../../../src/core/reply/split-blocks.ts';
import { checkMessageLimits } from '../../fakes/discord/rules/message-limits.ts';
import { quotesOf, randomBlocks, randomButtons, randomFooter, visible, wordsOf } from '../random-blocks.ts';
import { readMarkdown, squeeze } from './read-markdown.ts';

const fits = (blocks: readonly Block[]) => pageLimits.fits(pageOf({ blocks }));
const descriptionOf = (blocks: readonly Block[]) => render(pageOf({ blocks })).embeds[0].description;
const markdown = (...spans: Spans) => descriptionOf([{ kind: 'text', spans }]);

/** What a reader should see of a block, without any spaces. */
function expected(block: Block): string {
  switch (block.kind) {
    case 'list':
      return squeeze(block.items.map(wordsOf).join(''));
    case 'group':
      return squeeze([block.lead, ...block.items].map(wordsOf).join(''));
    case 'quotation':
      return squeeze(`${inQuotationMarks(block.text)}${wordsOf(block.by)}`);
    case 'heading':
    case 'text':
    case 'note':
      return squeeze(wordsOf(block.spans));
  }
}

describe('buttons', () => {
  const row = (length: number, from: string) =>
    Array.from({ length }, (_, at) => ({ label: `${at}`, data: `${from}${at}` }));
  const rowsOf = (...buttons: Parameters<typeof row>[]) =>
    render(pageOf({ blocks: [], buttons: buttons.map((one) => row(...one)) })).components.map(
      (one) => one.components.length,
    );

  test('stand in the rows that they came in, and close where some would be left out', () => {
    expect(rowsOf([2, 'way'], [7, 'act'])).toEqual([2, 5, 2]);
    expect(rowsOf([2, 'way'], [20, 'act'])).toEqual([2, 5, 5, 5, 5]);
    expect(rowsOf([2, 'way'], [21, 'act'])).toEqual([5, 5, 5, 5, 3]);
    expect(rowsOf([2, 'way'], [23, 'act'])).toEqual([5, 5, 5, 5, 5]);
    expect(rowsOf([2, 'way'], [24, 'act'])).toEqual([5, 5, 5, 5, 5]);
  });
});

describe('limits', () => {
  test('every page of any reply', () => {
    fc.assert(
      fc.property(randomBlocks, randomFooter, randomButtons, (blocks, footer, buttons) => {
        for (const body of splitBlocks(blocks, footer, fits)) {
          const { embeds, components, allowedMentions } = render(pageOf({ blocks: body, buttons }));
          const sent = JSON.parse(JSON.stringify({ embeds, components, allowed_mentions: allowedMentions }));
          expect(checkMessageLimits(sent, 'render', 'create')).toEqual([]);
          const { shown, stray } = readMarkdown(embeds[0].description);
          expect(stray).toEqual([]);
          expect(fits(body)).toBe(true);
          expect(visible(shown)).toBe(visible(body.map(expected).join('')));
        }
      }),
      { numRuns: 400 },
    );
  });

  test('also of a page that was not split at all', () => {
    fc.assert(
      fc.property(randomBlocks, (blocks) => {
        const description = descriptionOf(blocks);
        expect(description.length).toBeLessThanOrEqual(MAX_DESCRIPTION);
        expect(description.isWellFormed()).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('a quotation that fits into a message is never divided', () => {
    fc.assert(
      fc.property(randomBlocks, randomFooter, (blocks, footer) => {
        const pages = splitBlocks(blocks, footer, fits).map(descriptionOf);
        for (const { text, block } of quotesOf(blocks)) {
          if (!fits([block, ...footer])) continue;
          expect(pages.some((page) => page.includes(inQuotationMarks(escapeText(text))))).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('markdown', () => {
  test.each([
    [['**bold** _it_ ~~s~~ ||sp|| `c`'], '\\*\\*bold\\*\\* \\_it\\_ \\~\\~s\\~\\~ \\|\\|sp\\|\\| \\`c\\`'],
    [['<@1> @everyone <t:0:R> :smile:'], '\\<\\@1\\> \\@everyone \\<t\\:0\\:R\\> \\:smile\\:'],
    [['# no heading'], '\\# no heading'],
    [['1. no list'], '1\\. no list'],
    [['on 8 November 2025. Then'], 'on 8 November 2025. Then'],
    [['a\nb\u2028c'], 'a b c'],
    [[{ kind: 'strong', text: ' a*b ' }, 'c'], '**a\\*b** c'],
    [
      [
        { kind: 'strong', text: 'a' },
        { kind: 'em', text: 'b' },
      ],
      '**a**\u2060*b*',
    ],
    [[{ kind: 'code', text: '/help [x]' }], '`/help [x]`'],
    [[{ kind: 'code', text: 'a`b' }], 'a\\`b'],
    [[{ kind: 'link', text: 'A [b]', url: 'https://e.example/a_(b)' }], '[A \\(b\\)](<https://e.example/a_%28b%29>)'],
    [[{ kind: 'link', text: 'A', url: 'javascript:alert(1)' }], 'A'],
    [[{ kind: 'quote', text: 'so_it' }], '“so\\_it”'],
    [[''], '…'],
  ] satisfies [Spans, string][])('%j', (spans, shown) => {
    expect(markdown(...spans)).toBe(shown);
  });

  test('blocks', () => {
    const description = descriptionOf([
      { kind: 'heading', spans: ['Title'] },
      { kind: 'text', spans: ['Words'] },
      { kind: 'list', items: [['one'], [''], ['two']] },
      { kind: 'quotation', text: 'said', by: ['Who'] },
      { kind: 'note', spans: ['small'] },
    ]);
    expect(description).toBe('### Title\nWords\n- one\n- two\n\n> “said”\n> — Who\n\n-# small');
  });
});
