/** A drill as each platform renders it: whatever it says and however it is cut, no line is without the mark. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageLimits as onDiscord, render as renderDiscord } from '../../src/adapters/discord/render.ts';
import { pageLimits as onTelegram, render as renderTelegram } from '../../src/adapters/telegram/render.ts';
import { NO_NUMBERS } from '../../src/adapters/terminal/numbering.ts';
import { renderPage } from '../../src/adapters/terminal/render.ts';
import { toPushedPage } from '../../src/core/chat/to-pushed-page.ts';
import { compose } from '../../src/core/messages/compose.ts';
import { markBlocks } from '../../src/core/reply/drill-mark.ts';
import type { Page } from '../../src/core/reply/page.ts';
import { type PageLimits, UNLIMITED } from '../../src/core/reply/page-limits.ts';
import { reply } from '../../src/core/reply/reply.ts';
import { arbitraryLedger, dossierAfter } from '../core/changes/arbitrary-ledger.ts';
import { createMemoryStore, english } from '../core/chat/chat-for-tests.ts';
import { smallNames } from '../core/dossier/build-entries.ts';
import { NOW } from '../core/messages/composing.ts';
import { limitsIn } from '../core/reply/limits-for-tests.ts';
import { randomBlocks, randomFooter } from './random-blocks.ts';

const chat = { store: createMemoryStore(), language: english };
const MARK = 'DRILL';
const PLATFORMS: readonly (readonly [PageLimits, (page: Page) => string])[] = [
  [
    onDiscord,
    (page) =>
      [
        renderDiscord(page).content,
        renderDiscord(page).embeds[0].title,
        renderDiscord(page).embeds[0].description,
      ].join('\n'),
  ],
  [onTelegram, (page) => renderTelegram(page, 'truceline_bot').text],
  [UNLIMITED, (page) => renderPage(page, NO_NUMBERS.buttons, { columns: undefined, isStyled: false })],
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
    for (const [limits, render] of [...PLATFORMS, [limitsIn(700), PLATFORMS[1]?.[1] ?? String] as const]) {
      const page = await toPushedPage(made.reply, made.more, limits, chat, made.mark);
      expect(limits.fits(page)).toBe(true);
      expect(unmarked(render(page))).toEqual([]);
      expect(page.buttons.flat().map(({ label, data }) => `${label} ${data}`)).toEqual([
        expect.stringMatching(/^DRILL · What a drill is \+help;/u),
      ]);
      if (JSON.stringify(page).includes('of this exercise')) cut++;
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
      for (const [limits, render] of PLATFORMS) {
        const page = await toPushedPage(
          reply({ blocks, footer }),
          { label: 'Help', command: 'help', args: {} },
          limits,
          chat,
          MARK,
        );
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
