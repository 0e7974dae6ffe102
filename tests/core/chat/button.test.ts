/** What a button carries, there and back; and what comes back that no button carried. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePress, encodePress, MAX_BUTTON_BYTES, type Press } from '../../../src/core/chat/button.ts';
import type { Store } from '../../../src/core/ports/store.ts';
import { UserError } from '../../../src/core/reply/user-error.ts';
import { oddText } from '../odd-text.ts';
import { createMemoryStore } from './chat-for-tests.ts';

const name = fc.stringMatching(/^[a-z]{1,32}$/);
/** Well-formed: what was typed into a chat is; a URL cannot carry anything else. */
const value = fc.oneof(
  oddText(200, false),
  fc.constantFrom('#', '#abc', ';', '&=', '%41', '+', 'جنگ بندی', '2025-10-20'),
);
const arbitraryPress: fc.Arbitrary<Press> = fc.record(
  {
    command: name,
    page: fc.integer({ min: 0, max: 9999 }),
    args: fc.dictionary(name, value, { maxKeys: 5 }).map((args) => ({ ...args })),
    detail: fc.stringMatching(/^[a-z]{1,16}$/),
    options: fc.tuple(name, fc.integer({ min: 0, max: 9999 })).map(([param, from]) => `${param}.${from}`),
  },
  { requiredKeys: ['command', 'page', 'args'] },
);

/** What `decodePress` makes of data, or that it refused it in words. */
async function outcomeOf(data: string, store: Store): Promise<Press | 'refused'> {
  try {
    return await decodePress(data, store);
  } catch (error) {
    if (error instanceof UserError) return 'refused';
    throw error;
  }
}

describe('encodePress and decodePress', () => {
  it('give back any press, within the bytes that every platform allows', async () => {
    const store = createMemoryStore();
    await fc.assert(
      fc.asyncProperty(arbitraryPress, async (press) => {
        const data = await encodePress(press, store);
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(MAX_BUTTON_BYTES);
        expect(await decodePress(data, store)).toEqual(press);
      }),
      { numRuns: 300 },
    );
  });

  it('need no store for what is short', async () => {
    const store = createMemoryStore();
    const data = await encodePress({ command: 'ceasefire', args: { on: '2025-10-20' }, page: 2 }, store);
    expect(data).toBe('ceasefire;2;on=2025-10-20');
    expect(await decodePress(data, createMemoryStore())).toEqual({
      command: 'ceasefire',
      args: { on: '2025-10-20' },
      page: 2,
    });
  });

  it('use all 64 bytes before they need the store, and count bytes, not characters', async () => {
    const kept: string[] = [];
    const store = { ...createMemoryStore(), keep: (key: string) => Promise.resolve(void kept.push(key)) };
    const fits = await encodePress({ command: 'quotes', args: { text: 'x'.repeat(50) }, page: 0 }, store);
    expect([fits.length, kept.length]).toEqual([64, 0]);
    await encodePress({ command: 'quotes', args: { text: 'x'.repeat(51) }, page: 0 }, store);
    expect(kept).toHaveLength(1);
    await encodePress({ command: 'quotes', args: { text: 'جنگ بندی ہے' }, page: 0 }, store);
    expect(kept).toHaveLength(2);
  });

  it('carry a detail in few bytes, apart from the arguments', async () => {
    const data = await encodePress(
      { command: 'ceasefire', args: { on: '2025-10-20' }, page: 0, detail: 'breaches' },
      createMemoryStore(),
    );
    expect(data).toBe('ceasefire;0;.=breaches&on=2025-10-20');
    expect(await decodePress('ceasefire;0;on=2025-10-20', createMemoryStore())).not.toHaveProperty('detail');
  });

  it('keep the same arguments under the same name, whatever the page', async () => {
    const store = createMemoryStore();
    const press = { command: 'quotes', args: { text: 'a long text '.repeat(9) }, page: 1 };
    const first = await encodePress(press, store);
    expect(await encodePress(press, store)).toBe(first);
    expect(await encodePress({ ...press, page: 7 }, store)).toBe(first.replace(';1;', ';7;'));
  });

  it('fail where the store cannot keep the arguments: a button that leads nowhere is never shown', async () => {
    const full = { keep: () => Promise.reject(new Error('the disk is full')) };
    const press = { command: 'quotes', page: 0, args: { text: 'word '.repeat(30) } };
    await expect(encodePress(press, full)).rejects.toThrow('the disk is full');
  });

  it('refuse in words where the kept arguments are gone', async () => {
    const data = await encodePress({ command: 'quotes', args: { text: 'x'.repeat(99) }, page: 0 }, createMemoryStore());
    expect(await outcomeOf(data, createMemoryStore())).toBe('refused');
  });
});

describe('decodePress of forged data', () => {
  it.each(['', ';', ';;', 'quotes', 'quotes;', 'quotes;;', 'quotes;-1;', 'quotes;1.5;', 'quotes;99999;', 'Quotes;0;'])(
    'refuses “%s”',
    async (data) => {
      expect(await outcomeOf(data, createMemoryStore())).toBe('refused');
    },
  );

  it.each([
    'quotes;0;#',
    'quotes;0;#gone',
    'quotes;0;#../../x',
    `${'a'.repeat(33)};0;`,
    ' quotes;0;',
    'quotes;٣;',
    'qüotes;0;',
  ])('refuses “%s” too', async (data) => {
    expect(await outcomeOf(data, createMemoryStore())).toBe('refused');
  });

  it('never throws anything but words for the asker, and gives only strings', async () => {
    const store = createMemoryStore();
    const unit = fc.constantFrom(
      ';',
      '#',
      '=',
      '&',
      '%',
      '0',
      '9',
      'a',
      'quotes',
      '__proto__',
      'constructor',
      '{',
      '"',
      '\n',
      '\0',
      'é',
    );
    const nearly = fc.string({ unit, maxLength: 20 });
    const data = fc.oneof(
      oddText(80),
      nearly,
      nearly.map((rest) => `quotes;0;${rest}`),
      nearly.map((rest) => `quotes;0;#${rest}`),
    );
    await fc.assert(
      fc.asyncProperty(data, async (text) => {
        const press = await outcomeOf(text, store);
        if (press === 'refused') return;
        expect(Object.values(press.args).every((one) => typeof one === 'string')).toBe(true);
        expect(Object.getPrototypeOf(press.args)).toBe(Object.prototype);
        expect(press.page).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 3000 },
    );
    expect(Object.hasOwn(Object.prototype, 'quotes')).toBe(false);
  });
});
