/** Nothing that the renderer makes exceeds Discord's limits, and nothing in a text is ever read as markup. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_DESCRIPTION, pageLimits, render } from '../../../src/adapters/discord/render.ts';
import { escapeText } from '../../../src/adapters/discord/spans.ts';
import { TONE_COLOURS } from '../../../src/adapters/discord/tone-colours.ts';
import { pageOf } from '../../../src/core/reply/page.ts';
import { inQuotationMarks } from '../../../src/core/reply/quotation-marks.ts';
import type { Block, Spans } from '../../../src/core/reply/span.ts';
import { splitBlocks } from '../../../src/core/reply/split-blocks.ts';
import { checkMessageLimits } from '../../fakes/discord/rules/message-limits.ts';
import { checkDiscordSchema } from '../../fakes/discord/rules/schemas.ts';
import {
  quotesOf,
  randomBlocks,
  randomButtons,
  randomFolded,
  randomFooter,
  randomMenus,
  randomSpans,
  randomStyled,
  randomTone,
  visible,
  wordsOf,
} from '../random-blocks.ts';
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

  test('whatever a page has beside its blocks', () => {
    const parts = fc.record({
      title: randomSpans,
      headline: randomSpans,
      tone: randomTone,
      blocks: randomBlocks,
      details: randomFolded,
      footer: randomFooter,
      buttons: fc.array(randomStyled, { maxLength: 4 }),
      menus: randomMenus,
    });
    fc.assert(
      fc.property(parts, (some) => {
        const { content, embeds, components, allowedMentions } = render(pageOf(some));
        const sent = JSON.parse(JSON.stringify({ content, embeds, components, allowed_mentions: allowedMentions }));
        expect(checkMessageLimits(sent, 'render', 'create')).toEqual([]);
        expect(checkDiscordSchema('channel message', sent, 'render')).toEqual([]);
        const [{ title = '' }] = embeds;
        const head = readMarkdown(`${title}\n${content}`);
        expect(head.stray).toEqual([]);
        expect(`${title}${content}`).not.toMatch(/[\n\r]|https?:\/\//u);
        // A title that is too long for its place is in the other.
        expect(['', squeeze(wordsOf(some.title).trim())]).toContain(readMarkdown(title).shown);
      }),
      { numRuns: 300 },
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

  test('a title is plain, and in the description where it is too long for its place', () => {
    const shown = (title: Spans) => render(pageOf({ title, blocks: [{ kind: 'text', spans: ['Words'] }] })).embeds[0];
    const link = { kind: 'link', text: 'here', url: 'https://e.example/' } as const;
    expect(shown(['A *b*, ', { kind: 'quote', text: 'c' }, ' ', link])).toMatchObject({
      title: 'A \\*b\\*, “c” here',
      description: 'Words',
    });
    const long = shown(['*'.repeat(200)]);
    expect(long).not.toHaveProperty('title');
    expect(long.description).toBe(`### ${'\\*'.repeat(200)}\nWords`);
  });

  test('a headline stands above the embed, which has no title beside it', () => {
    const pushed = render(
      pageOf({ title: ['Breaking'], headline: ['Breaking'], blocks: [{ kind: 'text', spans: ['X'] }] }),
    );
    expect(pushed.content).toBe('Breaking');
    expect(pushed.embeds[0]).toEqual({ description: 'X', color: pushed.embeds[0].color });
  });

  test('a headline is one plain line without links', () => {
    const headline = (...spans: Spans) => render(pageOf({ headline: spans, blocks: [] })).content;
    expect(headline('Breaking: see https://e.example/x @everyone\n# Loud')).toBe(
      'Breaking: see https\\://e.example/x \\@everyone \\# Loud',
    );
    expect(headline('x'.repeat(5000)).length).toBeLessThanOrEqual(300);
    expect(render(pageOf({ blocks: [] })).content).toBe('');
  });

  test('every tone has a colour of its own, and none that flags are made of', () => {
    const colours = Object.values(TONE_COLOURS);
    expect(new Set(colours).size).toBe(colours.length);
    for (const colour of colours) {
      const channels = [colour >> 16, (colour >> 8) & 255, colour & 255];
      // Neither black nor white, and no channel alone: that would be plain red, green or blue.
      expect(Math.max(...channels)).toBeLessThan(240);
      expect(channels.filter((one) => one > 48).length).toBeGreaterThan(1);
    }
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
