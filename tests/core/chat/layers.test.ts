/** The layers of a reply on one page: its title, details, choices and rows of buttons. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePress, MAX_BUTTON_BYTES, MAX_OPTION_BYTES } from '../../../src/core/chat/button.ts';
import { inRows, MAX_TITLE, toPage } from '../../../src/core/chat/to-page.ts';
import { type Button, type Page, wholeOf } from '../../../src/core/reply/page.ts';
import type { PageLimits } from '../../../src/core/reply/page-limits.ts';
import { type Reply, reply } from '../../../src/core/reply/reply.ts';
import { limitsIn, UNLIMITED } from '../reply/limits-for-tests.ts';
import { textOf } from '../reply/text-of.ts';
import { createMemoryStore, english } from './chat-for-tests.ts';

const chat = { store: createMemoryStore(), language: english };
const composed: string[] = [];
const detail = (name: string, length: number) => ({
  name,
  label: name.toUpperCase(),
  blocks: () => {
    composed.push(name);
    return [{ kind: 'text' as const, spans: [name.charAt(0).repeat(length)] }];
  },
});
const options = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ value: `v${at}`, label: `Option ${at}` }));
const full = reply({
  title: ['Figures'],
  tone: 'unknown',
  blocks: [{ kind: 'text', spans: ['What leads'] }],
  details: [detail('terms', 20), detail('breaches', 20), detail('sources', 20)],
  footer: [{ kind: 'note', spans: ['As of today.'] }],
  actions: [{ label: 'Quotes', command: 'quotes', args: {}, style: 'primary' }],
});

async function shown(of: Reply, limits: PageLimits, press: Partial<Parameters<typeof toPage>[1]> = {}): Promise<Page> {
  composed.length = 0;
  return toPage(of, { command: 'figures', args: {}, page: 0, ...press }, limits, chat);
}
const labels = ({ buttons }: Page) => buttons.flat().map(({ label }) => label);
const menuLabels = ({ menus }: Page, at = 0) => (menus[at]?.options ?? []).map(({ label }) => label);

describe('a title', () => {
  it('is on every page, with the tone, and apart from the blocks and the footer', async () => {
    const long = {
      ...full,
      blocks: Array.from({ length: 3 }, () => ({ kind: 'text' as const, spans: ['x'.repeat(60)] })),
    };
    for (const page of [0, 1, 2]) {
      const one = await shown(long, limitsIn(110), { page });
      expect(one).toMatchObject({ title: ['Figures'], tone: 'unknown', blocks: [{ spans: ['x'.repeat(60)] }] });
      expect(textOf(one.footer)).toBe(`As of today.\nPage ${page + 1} of 3`);
    }
  });

  it('that restates a long text is cut', async () => {
    const { title = [] } = await shown({ ...full, title: ['Words: ', 'y'.repeat(6000)] }, UNLIMITED);
    expect(textOf([{ kind: 'text', spans: title }])).toHaveLength(MAX_TITLE);
    expect(title.at(-1)).toMatch(/^y+…$/u);
  });
});

describe('details', () => {
  it('are buttons where nothing folds, and none is composed before it is opened', async () => {
    const page = await shown(full, UNLIMITED);
    expect(labels(page)).toEqual(['TERMS', 'BREACHES', 'SOURCES', 'Quotes']);
    expect(page.details).toEqual([]);
    expect(composed).toEqual([]);
  });

  it('open in the place of the answer, under their label, with the way back', async () => {
    const page = await shown(full, UNLIMITED, { detail: 'breaches' });
    expect(textOf(wholeOf(page))).toBe(`Figures\nBREACHES\n${'b'.repeat(20)}\nAs of today.`);
    expect(labels(page)).toEqual(['‹ The answer', 'TERMS', 'SOURCES', 'Quotes']);
    expect(composed).toEqual(['breaches']);
    const [back] = page.buttons.flat();
    expect(await decodePress(back?.data ?? '', chat.store)).toEqual({ command: 'figures', args: {}, page: 0 });
  });

  it('show the answer where a button names one that is not there', async () => {
    expect(await shown(full, UNLIMITED, { detail: 'gone' })).toEqual(await shown(full, UNLIMITED));
  });

  it('are folded in place where the platform folds, the first ones that fit; the others are buttons', async () => {
    const folding = (limit: number) => limitsIn(limit, { folds: true });
    const whole = await shown(full, folding(1000));
    expect(whole.details.map(({ label }) => label)).toEqual(['TERMS', 'BREACHES', 'SOURCES']);
    expect(labels(whole)).toEqual(['Quotes']);
    const tight = await shown(full, folding(60));
    expect(tight.details.map(({ label }) => label)).toEqual(['TERMS']);
    expect(labels(tight)).toEqual(['BREACHES', 'SOURCES', 'Quotes']);
    // No further one is composed once one did not fit.
    expect(composed).toEqual(['terms', 'breaches']);
    const opened = await shown(full, folding(60), { detail: 'breaches' });
    expect(opened.details).toEqual([]);
    expect(labels(opened)).toContain('‹ The answer');
  });

  it('are turned page by page where they are long', async () => {
    const long = {
      ...full,
      details: [{ ...detail('terms', 1), blocks: () => full.blocks.flatMap((one) => [one, one, one]) }],
    };
    const first = await shown(long, limitsIn(60), { detail: 'terms' });
    const next = first.buttons.flat().find(({ part }) => part === 'next');
    expect(next).toMatchObject({ style: 'primary' });
    expect(await decodePress(next?.data ?? '', chat.store)).toMatchObject({ detail: 'terms', page: 1 });
  });
});

describe('choices', () => {
  const choosing = (count: number, chosen?: string) => ({
    ...full,
    details: [],
    actions: [],
    choices: [
      { param: 'incident', label: 'Incident', options: options(count), ...(chosen === undefined ? {} : { chosen }) },
      { param: 'victims', label: 'Victims', options: options(2) },
    ],
  });
  const menus = { ...UNLIMITED, menu: 25 };
  const few = { ...UNLIMITED, options: 8 };

  it('keep all other arguments, and begin at the first page', async () => {
    const page = await shown(choosing(3), menus, { args: { known: '2025', incident: 'v9' }, page: 4, detail: 'x' });
    const [first] = page.menus[0]?.options ?? [];
    expect(await decodePress(first?.data ?? '', chat.store)).toEqual({
      command: 'figures',
      args: { known: '2025', incident: 'v0' },
      page: 0,
    });
  });

  it('are menus where there are menus: a 26th option is behind the last one', async () => {
    expect((await shown(choosing(25), menus)).menus[0]?.options).toHaveLength(25);
    const page = await shown(choosing(60), menus);
    expect(menuLabels(page)).toEqual([...options(24).map(({ label }) => label), 'More incidents …']);
    const seen = new Set(menuLabels(page));
    let { data = '' } = page.menus[0]?.options.at(-1) ?? {};
    for (const begins of ['Option 24', 'Option 48', 'Option 0']) {
      const more = await shown(choosing(60), menus, await decodePress(data, chat.store));
      expect(menuLabels(more)[0]).toBe(begins);
      expect(menuLabels(more, 1)).toEqual(['Option 0', 'Option 1']);
      for (const label of menuLabels(more)) seen.add(label);
      data = more.menus[0]?.options.at(-1)?.data ?? '';
    }
    expect(seen.size).toBe(61);
  });

  it('mark what is chosen, open where it is, and can be undone', async () => {
    const page = await shown(choosing(60, 'v30'), menus, { args: { incident: 'v30' } });
    expect(page.menus[0]?.options.filter(({ isChosen }) => isChosen).map(({ label }) => label)).toEqual(['Option 30']);
    expect(menuLabels(page).slice(0, 2)).toEqual(['All incidents', 'Option 23']);
    const undone = await shown(choosing(5, 'v1'), menus, { args: { incident: 'v1', known: '2025' } });
    expect(menuLabels(undone)[0]).toBe('All incidents');
    const all = await decodePress(undone.menus[0]?.options[0]?.data ?? '', chat.store);
    expect(all.args).toEqual({ known: '2025' });
  });

  it('are buttons elsewhere, all of them where there is room for all, without what is chosen', async () => {
    expect(labels(await shown(choosing(4, 'v1'), few))).toEqual([
      'Option 0',
      'Option 2',
      'Option 3',
      'Option 0',
      'Option 1',
    ]);
  });

  it('are one choice at a time where there is not, and each can be opened', async () => {
    const page = await shown(choosing(20), few);
    expect(labels(page)).toEqual([...options(8).map(({ label }) => label), 'More incidents …', 'Victims']);
    const pressed = async (label: string, of: Page) =>
      shown(
        choosing(20),
        few,
        await decodePress(of.buttons.flat().find((one) => one.label === label)?.data ?? '', chat.store),
      );
    const second = await pressed('More incidents …', page);
    expect(labels(second)).toEqual([
      ...options(16)
        .slice(8)
        .map(({ label }) => label),
      'More incidents …',
      'Victims',
    ]);
    expect(labels(await pressed('Victims', second))).toEqual(['Option 0', 'Option 1', 'Incident']);
  });

  it('are at first only those that belong to what is shown, where they are buttons', async () => {
    const own = {
      ...choosing(20),
      choices: [{ param: 'incident', label: 'Incident', options: options(20), first: 3 }],
    };
    let page = await shown(own, few);
    const seen: string[][] = [];
    for (let at = 0; at < 4; at += 1) {
      seen.push(labels(page).filter((label) => label !== 'More incidents …'));
      const { data = '' } = page.buttons.flat().at(-1) ?? {};
      page = await shown(own, few, await decodePress(data, chat.store));
    }
    const all = options(20).map(({ label }) => label);
    expect(seen).toEqual([all.slice(0, 3), all.slice(3, 11), all.slice(11, 19), all.slice(19)]);
    expect(labels(page)).toEqual([...all.slice(0, 3), 'More incidents …']);
    expect(menuLabels(await shown(own, menus))).toEqual(all);
  });

  it('are left as they are by forged places', async () => {
    for (const from of ['incident.9999', 'incident', 'gone.0', '.', 'incident.-1', 'x'.repeat(60)]) {
      expect(labels(await shown(choosing(20), few, { options: from }))).toEqual(labels(await shown(choosing(20), few)));
    }
  });

  it('carry what every platform takes, whatever the arguments', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), fc.string()), async (args) => {
        for (const [limits, room] of [
          [menus, MAX_OPTION_BYTES],
          [few, MAX_BUTTON_BYTES],
        ] as const) {
          const page = await shown(choosing(30), limits, { args: { ...args } });
          const data = [...page.menus.flatMap((one) => one.options), ...page.buttons.flat()].map((one) => one.data);
          for (const one of data) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(room);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('rows', () => {
  const button = (label: string): Button => ({ label, data: label });

  it('have at most as many buttons as the platform shows, and a long label has its own', () => {
    const rows = inRows(['a', 'b', 'c', 'x'.repeat(19), 'd', 'e', 'f'].map(button), { perRow: 2, longLabel: 18 });
    expect(rows.map((row) => row.map(({ label }) => label))).toEqual([
      ['a', 'b'],
      ['c'],
      ['x'.repeat(19)],
      ['d', 'e'],
      ['f'],
    ]);
  });
});
