/** Nothing that the renderer makes exceeds Telegram's limits, and every entity is where it belongs. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_TEXT, pageLimits, render, renderNotice } from '../../../src/adapters/telegram/render.ts';
import { oneLine } from '../../../src/adapters/telegram/spans.ts';
import { encodePress } from '../../../src/core/chat/button.ts';
import { pageOf, wholeOf } from '../../../src/core/reply/page.ts';
import { inQuotationMarks } from '../../../src/core/reply/quotation-marks.ts';
import type { Block, Spans } from '../../../src/core/reply/span.ts';
import { splitBlocks } from '../../../src/core/reply/split-blocks.ts';
import { checkVisible } from '../../fakes/telegram/text-checks.ts';
import {
  quotesOf,
  randomBlocks,
  randomButtons,
  randomFolded,
  randomFooter,
  randomSpans,
  randomStyled,
  randomTone,
  visible,
  wordsOf,
} from '../random-blocks.ts';

const fits = (blocks: readonly Block[]) => pageLimits.fits(pageOf({ blocks }));
const messageOf = (blocks: readonly Block[]) => render(pageOf({ blocks }), 'truceline_bot');
const line = (...spans: Spans) => messageOf([{ kind: 'text', spans }]);
const squeeze = (text: string) => text.toWellFormed().replaceAll(/[\s\p{Cc}\u2028\u2029\u2060•—]+/gu, '');

/** What a reader should see of a block, without any spaces, bullets and dashes. */
function expected(block: Block): string {
  switch (block.kind) {
    case 'list':
      return squeeze(block.items.map(wordsOf).join(''));
    case 'group':
      return squeeze([block.lead, ...block.items].map(wordsOf).join(''));
    case 'quotation':
      return squeeze(wordsOf([{ kind: 'quote', text: block.text }]) + wordsOf(block.by));
    case 'heading':
    case 'text':
    case 'note':
      return squeeze(wordsOf(block.spans));
  }
}

describe('limits', () => {
  test('every page of any reply', () => {
    fc.assert(
      fc.property(randomBlocks, randomFooter, randomButtons, (blocks, footer, buttons) => {
        for (const shown of splitBlocks(blocks, footer, fits)) {
          const message = render(pageOf({ blocks: shown, buttons }), 'truceline_bot');
          expect(checkVisible(JSON.parse(JSON.stringify(message)), 'sendMessage')).toEqual([]);
          expect(message.text.length).toBeLessThanOrEqual(MAX_TEXT);
          expect(message.text.trim()).toBe(message.text);
          expect(message).not.toHaveProperty('parse_mode');
          expect(message.text).not.toMatch(/(?<!\w)@\w/u);
          expect(fits(shown)).toBe(true);
          expect(visible(squeeze(message.text))).toBe(visible(shown.map(expected).join('')));
        }
      }),
      { numRuns: 400 },
    );
  });

  test('whatever a page has beside its blocks', () => {
    const parts = fc.record({
      title: randomSpans,
      tone: randomTone,
      blocks: randomBlocks,
      details: randomFolded,
      footer: randomFooter,
      buttons: fc.array(randomStyled, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(parts, (some) => {
        const page = pageOf(some);
        const message = render(page, 'truceline_bot');
        expect(checkVisible(JSON.parse(JSON.stringify(message)), 'sendMessage')).toEqual([]);
        expect(message.text).not.toMatch(/(?<!\w)@\w/u);
        const isWhole = visible(squeeze(message.text)) === visible(wholeOf(page).map(expected).join(''));
        expect(isWhole || !pageLimits.fits(page)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('also of a page that was not split at all, and of a notice', () => {
    fc.assert(
      fc.property(randomBlocks, (blocks) => {
        const message = messageOf(blocks);
        expect(checkVisible(JSON.parse(JSON.stringify(message)), 'sendMessage')).toEqual([]);
        expect(message.text.length).toBeLessThanOrEqual(MAX_TEXT);
        const notice = renderNotice(pageOf({ blocks }));
        expect(notice.length).toBeLessThanOrEqual(200);
        expect(notice.isWellFormed()).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('a quotation that fits into a message is never divided', () => {
    fc.assert(
      fc.property(randomBlocks, randomFooter, (blocks, footer) => {
        const pages = splitBlocks(blocks, footer, fits).map((page) => messageOf(page).text);
        for (const { text, block } of quotesOf(blocks)) {
          if (!fits([block, ...footer]) || squeeze(text) === '') continue;
          expect(pages.some((page) => page.includes(inQuotationMarks(oneLine(text))))).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('buttons', () => {
  const keyOf = (data: string) => {
    const pushed = pageOf({ blocks: [], buttons: [[{ label: 'Ceasefire', data }]] });
    return render(pushed, 'truceline_bot').reply_markup.inline_keyboard[0]?.[0];
  };

  test('one that answers apart is a link to the private chat, whatever it carries', async () => {
    const store = { keep: async () => undefined };
    const press = {
      command: 'changes',
      page: 1,
      args: { since: '#120', topics: 'talks, ceasefire' },
      inNewMessage: true,
    };
    for (const args of [press.args, { side: 'پاکستان'.repeat(20) }]) {
      const data = await encodePress({ ...press, args }, store);
      const payload = Buffer.from(data).toString('base64url');
      expect(payload.length).toBeLessThanOrEqual(64);
      expect(keyOf(data)).toEqual({ text: 'Ceasefire', url: `https://t.me/truceline_bot?start=${payload}` });
    }
  });

  test('others, and what is too long for a link, carry their data', () => {
    for (const data of ['ceasefire;0;', `+${'x'.repeat(60)}`]) {
      expect(keyOf(data)).toEqual({ text: 'Ceasefire', callback_data: data });
    }
  });
});

describe('entities', () => {
  test.each([
    [['plain **not bold** <b>'], 'plain **not bold** <b>', []],
    [['👍 ', { kind: 'strong', text: ' bold ' }, 'x'], '👍  bold x', [{ type: 'bold', offset: 4, length: 4 }]],
    [['  جنگ ', { kind: 'em', text: 'بندی' }], 'جنگ بندی', [{ type: 'italic', offset: 4, length: 4 }]],
    [
      [{ kind: 'link', text: 'Dawn', url: 'https://e.example/a b' }],
      'Dawn',
      [{ type: 'text_link', offset: 0, length: 4, url: 'https://e.example/a%20b' }],
    ],
    [[{ kind: 'link', text: 'Dawn', url: 'javascript:alert(1)' }], 'Dawn', []],
    [['@all a@b.example'], '@\u2060all a@b.example', []],
    [[{ kind: 'strong', text: ' ' }], '…', []],
  ] satisfies [Spans, string, unknown[]][])('%j', (spans, text, entities) => {
    expect(line(...spans)).toMatchObject({ text, entities });
  });

  test('a note is italic, but its code is code alone', () => {
    const { text, entities } = messageOf([
      { kind: 'note', spans: ['see ', { kind: 'code', text: '/help' }, ' there'] },
    ]);
    expect(text).toBe('see /help there');
    expect(entities).toEqual([
      { type: 'italic', offset: 0, length: 3 },
      { type: 'code', offset: 4, length: 5 },
      { type: 'italic', offset: 10, length: 5 },
    ]);
  });

  test('a title, details and the footer', () => {
    const { text, entities } = render(
      pageOf({
        title: ['Title'],
        blocks: [{ kind: 'text', spans: ['Words'] }],
        details: [
          { label: 'Terms', blocks: [{ kind: 'quotation', text: 'said', by: [{ kind: 'code', text: '/help' }] }] },
          { label: 'Sources', blocks: [{ kind: 'list', items: [[{ kind: 'strong', text: 'one' }]] }] },
          { label: 'Nothing', blocks: [] },
        ],
        footer: [{ kind: 'note', spans: ['small'] }],
      }),
      'truceline_bot',
    );
    expect(text).toBe('Title\nWords\n\nTerms\n“said”\n— /help\n\nSources\n• one\n\nNothing\n\nsmall');
    const marked = entities.map(({ type, offset, length }) => `${type} ${text.slice(offset, offset + length)}`);
    expect(marked).toEqual([
      'bold Title',
      'bold Terms',
      'expandable_blockquote “said”\n— /help',
      'bold Sources',
      'expandable_blockquote • one',
      'bold one',
      'bold Nothing',
      'italic small',
    ]);
  });

  test('blocks', () => {
    const { text, entities } = messageOf([
      { kind: 'heading', spans: ['Title'] },
      { kind: 'text', spans: ['Words'] },
      { kind: 'list', items: [['one'], [''], ['two']] },
      { kind: 'quotation', text: 'said', by: ['Who'] },
      { kind: 'quotation', text: 'x'.repeat(700), by: [] },
    ]);
    expect(text).toBe(`Title\nWords\n• one\n• two\n\n“said”\n— Who\n\n“${'x'.repeat(700)}”`);
    expect(entities).toMatchObject([
      { type: 'bold', offset: 0, length: 5 },
      { type: 'blockquote', offset: text.indexOf('“said'), length: 6 },
      { type: 'expandable_blockquote', length: 702 },
    ]);
  });
});
