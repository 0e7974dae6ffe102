/** A drill as each platform renders it: whatever it says and however it is cut, no line is without the mark. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fits as fitsDiscord, render as renderDiscord } from '../../src/adapters/discord/render.ts';
import { fits as fitsTelegram, render as renderTelegram } from '../../src/adapters/telegram/render.ts';
import { renderPage } from '../../src/adapters/terminal/render.ts';
import { toPushedPage } from '../../src/core/chat/to-page.ts';
import { compose } from '../../src/core/messages/compose.ts';
import { markBlocks } from '../../src/core/reply/drill-mark.ts';
import type { Page } from '../../src/core/reply/page.ts';
import { reply } from '../../src/core/reply/reply.ts';
import type { Fits } from '../../src/core/reply/split-blocks.ts';
import { arbitraryLedger, dossierAfter } from '../core/changes/arbitrary-ledger.ts';
import { createMemoryStore, english } from '../core/chat/chat-for-tests.ts';
import { smallNames } from '../core/dossier/build-entries.ts';
import { NOW } from '../core/messages/composing.ts';
import { fitsIn } from '../core/reply/arbitrary-blocks.ts';
import { randomBlocks, randomFooter } from './random-blocks.ts';

const chat = { store: createMemoryStore(), language: english };
const MARK = 'DRILL';
const PLATFORMS: readonly (readonly [Fits, (page: Page) => string])[] = [
  [fitsDiscord, (page) => renderDiscord(page).embeds[0].description],
  [fitsTelegram, (page) => renderTelegram(page, 'truceline_bot').text],
  [() => true, (page) => renderPage(page, { columns: undefined, isStyled: false })],
];

function unmarked(text: string): readonly string[] {
  return text.split(/[\n\r\v\f\u0085\u2028\u2029]/u).filter((line) => line.trim() !== '' && !line.includes(MARK));
}

test('drills of whatever entries', async () => {
  let cut = 0;
  const property = fc.asyncProperty(arbitraryLedger, async (ledger) => {
    const dossier = dossierAfter(ledger, smallNames.length);
    const entries = ledger.slice(smallNames.length, smallNames.length + 20).map(({ entry }) => entry);
    const made = compose(
      { kind: 'drill', timezone: 'UTC', entries },
      { dossier, language: english, now: NOW, staleAfterDays: 7 },
    );
    expect(made.shown).toEqual([]);
    expect(dossier.head).toBe(smallNames.length);
    for (const [fits, render] of [...PLATFORMS, [fitsIn(700), PLATFORMS[1]?.[1] ?? String] as const]) {
      const page = await toPushedPage(made.reply, made.more, fits, chat, made.mark);
      expect(fits(page.blocks)).toBe(true);
      expect(unmarked(render(page))).toEqual([]);
      expect(page.buttons.flat().map(({ label, data }) => `${label} ${data}`)).toEqual([
        expect.stringMatching(/^DRILL · What a drill is \+help;/u),
      ]);
      if (JSON.stringify(page.blocks).includes('of this exercise')) cut++;
    }
  });
  // Seeded, or the floor would count on luck.
  await fc.assert(property, { seed: 1, numRuns: 75 });
  expect(cut).toBeGreaterThan(5);
  await fc.assert(property, { numRuns: 75 });
});

test('words of every kind, and worse', async () => {
  await fc.assert(
    fc.asyncProperty(randomBlocks, randomFooter, async (blocks, footer) => {
      for (const [fits, render] of PLATFORMS) {
        const page = await toPushedPage(reply({ blocks, footer }), { command: 'help', args: {} }, fits, chat, MARK);
        expect(unmarked(render(page).replaceAll(/^…$/gmu, ''))).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
});

test('what is marked already is not marked twice', () => {
  const once = markBlocks(
    [{ kind: 'quotation', text: 'No', by: ['x', { kind: 'link', text: 'y', url: 'https://a' }] }],
    MARK,
  );
  expect(markBlocks(once, MARK)).toEqual(once);
  expect(JSON.stringify(once)).not.toContain('https');
});

test('leads nowhere: neither by links, nor by words that a client makes links of, nor behind a mark of its own', () => {
  const text = 'See https://evil.example/kit, t.me/evil, www.evil.example or evil.example/kit now';
  const link = { kind: 'link' as const, text: 'Evil Press', url: 'https://evil.example/kit' };
  const blocks = markBlocks(
    [
      { kind: 'text', spans: [text, link] },
      { kind: 'list', items: [[{ kind: 'strong', text: MARK }, ' by its own title ', link, { kind: 'em', text }]] },
    ],
    MARK,
  );
  expect(JSON.stringify(blocks)).not.toMatch(/evil\.example|t\.me|link/u);
  expect(JSON.stringify(blocks)).toContain('Evil Press');
});
