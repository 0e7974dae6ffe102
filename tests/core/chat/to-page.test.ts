/** One page of a reply, and the buttons under it. */

import { describe, expect, it } from 'vitest';
import { decodePress } from '../../../src/core/chat/button.ts';
import { toPage } from '../../../src/core/chat/to-page.ts';
import { wholeOf } from '../../../src/core/reply/page.ts';
import { UNLIMITED } from '../../../src/core/reply/page-limits.ts';
import { reply } from '../../../src/core/reply/reply.ts';
import type { Block } from '../../../src/core/reply/span.ts';
import { limitsIn } from '../reply/limits-for-tests.ts';
import { textOf } from '../reply/text-of.ts';
import { createMemoryStore, english } from './chat-for-tests.ts';

const paragraphs = (count: number): readonly Block[] =>
  Array.from({ length: count }, (_, index) => ({ kind: 'text', spans: [`${index} `.repeat(20)] }));
const actions = [{ label: 'Quotes', command: 'quotes', args: { text: 'open war' } }];
const footer: readonly Block[] = [{ kind: 'note', spans: ['As of today.'] }];
const long = reply({ blocks: paragraphs(4), footer, actions });
const chat = { store: createMemoryStore(), language: english };

/** The page, and what its buttons ask for. */
async function pageOf(page: number, limits = limitsIn(100)) {
  const shown = await toPage(long, { command: 'ceasefire', args: { on: '2025' }, page }, limits, chat);
  const decoded = shown.buttons.map((row) =>
    Promise.all(
      row.map(async ({ label, data }) => {
        const press = await decodePress(data, chat.store);
        return `${label}: ${press.command} ${JSON.stringify(press.args)} ${press.page}`;
      }),
    ),
  );
  return { text: textOf(wholeOf(shown)), buttons: await Promise.all(decoded) };
}

describe('toPage', () => {
  it('shows a reply that fits whole, with its other commands and no page number', async () => {
    const { text, buttons } = await pageOf(0, UNLIMITED);
    expect(text).toBe(textOf([...long.blocks, ...footer]));
    expect(buttons).toEqual([['Quotes: quotes {"text":"open war"} 0']]);
  });

  it('shows the page that is asked for, with the ways to its neighbours', async () => {
    expect(await pageOf(0)).toEqual({
      text: `${'0 '.repeat(20)}\nAs of today.\nPage 1 of 4`,
      buttons: [['Next ›: ceasefire {"on":"2025"} 1'], ['Quotes: quotes {"text":"open war"} 0']],
    });
    expect(await pageOf(2)).toEqual({
      text: `${'2 '.repeat(20)}\nAs of today.\nPage 3 of 4`,
      buttons: [
        ['‹ Back: ceasefire {"on":"2025"} 1', 'Next ›: ceasefire {"on":"2025"} 3'],
        ['Quotes: quotes {"text":"open war"} 0'],
      ],
    });
    expect((await pageOf(3)).buttons[0]).toEqual(['‹ Back: ceasefire {"on":"2025"} 2']);
  });

  it('shows the last page where the reply has become shorter', async () => {
    expect(await pageOf(9999)).toEqual(await pageOf(3));
    expect(await pageOf(7, UNLIMITED)).toEqual(await pageOf(0, UNLIMITED));
  });

  it('leaves room for the page number', async () => {
    for (let limit = 90; limit < 200; limit++) {
      const limits = limitsIn(limit);
      const page = await toPage(long, { command: 'about', args: {}, page: 1 }, limits, chat);
      expect(limits.fits(page)).toBe(true);
    }
  });

  it('has what decides something on the last page alone, where its reply says so', async () => {
    const deciding = reply({ blocks: paragraphs(4), footer, actions, actionsAtEnd: true });
    const rowsOf = async (page: number, limits = limitsIn(100)) =>
      (await toPage(deciding, { command: 'review', args: {}, page }, limits, chat)).buttons.map((row) =>
        row.map(({ label }) => label),
      );
    expect(await Promise.all([0, 1, 2, 3, 9].map((page) => rowsOf(page)))).toEqual([
      [['Next ›']],
      [['‹ Back', 'Next ›']],
      [['‹ Back', 'Next ›']],
      [['‹ Back'], ['Quotes']],
      [['‹ Back'], ['Quotes']],
    ]);
    expect(await rowsOf(0, UNLIMITED)).toEqual([['Quotes']]);
  });

  it('has no empty rows of buttons, and says whom it is for', async () => {
    const only = reply({ blocks: paragraphs(1), audience: 'asker' });
    const page = await toPage(only, { command: 'about', args: {}, page: 0 }, UNLIMITED, chat);
    expect(page).toMatchObject({ buttons: [], audience: 'asker' });
    expect((await toPage(long, { command: 'about', args: {}, page: 0 }, UNLIMITED, chat)).audience).toBe('here');
  });
});
