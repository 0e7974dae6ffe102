/** A digest, an alert or a board is one message on every platform, and what does not fit is counted. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageLimits as onDiscord } from '../../../src/adapters/discord/render.ts';
import { pageLimits as onTelegram } from '../../../src/adapters/telegram/render.ts';
import { changesInOrder, changesOf } from '../../../src/core/changes/changes.ts';
import { answersInNewMessage, decodePress, MAX_LINK_BYTES } from '../../../src/core/chat/button.ts';
import { toPushedPage } from '../../../src/core/chat/to-pushed-page.ts';
import type { Content } from '../../../src/core/messages/kinds/index.ts';
import { wholeOf } from '../../../src/core/reply/page.ts';
import { UNLIMITED } from '../../../src/core/reply/page-limits.ts';
import { reply } from '../../../src/core/reply/reply.ts';
import { arbitraryFilters, arbitraryLedger, dossierAfter } from '../changes/arbitrary-ledger.ts';
import { createMemoryStore, english } from '../chat/chat-for-tests.ts';
import { limitsIn } from '../reply/limits-for-tests.ts';
import { textOf } from '../reply/text-of.ts';
import { composed, NOW } from './composing.ts';

const chat = { store: createMemoryStore(), language: english };

describe('toPushedPage', () => {
  const more = { label: 'The whole digest', command: 'changes', args: { since: '#119', until: '#164' } };
  const items = Array.from({ length: 5 }, (_, index) => [`item ${index} ${'x'.repeat(20)}`]);
  const actions = [
    { ...more, label: 'What changed' },
    { label: 'Ceasefire', command: 'ceasefire', args: {} },
  ];
  const footer = [{ kind: 'note' as const, spans: ['As of today.'] }];
  const long = reply({
    blocks: [
      { kind: 'list', items },
      { kind: 'quotation', text: 'No', by: ['x'] },
    ],
    footer,
    actions,
  });

  it('shows all that fits, and its actions, which answer apart', async () => {
    const page = await toPushedPage(long, more, UNLIMITED, chat);
    expect(wholeOf(page)).toEqual([...long.blocks, ...footer]);
    expect(page.buttons.flat().map(({ label }) => label)).toEqual(['What changed', 'Ceasefire']);
    expect(page.buttons.flat().every(({ data }) => answersInNewMessage(data))).toBe(true);
  });

  it('counts what does not fit, and has all of it a button away, once', async () => {
    const page = await toPushedPage(long, more, limitsIn(150), chat);
    expect(textOf(wholeOf(page))).toContain('As of today.\n3 more items are not shown: press “The whole digest”.');
    expect(page.buttons.flat().map(({ label }) => label)).toEqual(['The whole digest', 'Ceasefire']);
    const [first] = page.buttons.flat();
    expect(first?.data).toBe('+changes;0;since=%23119&until=%23164');
    const { label: _label, ...whole } = more;
    expect(await decodePress(first?.data ?? '', chat.store)).toMatchObject({ ...whole, page: 0 });
  });
});

describe('what a pushed message has beside its blocks', () => {
  const more = { label: 'The whole alert', command: 'changes', args: {} };
  const titled = reply({
    title: ['Breaking, the conflict'],
    tone: 'breaking',
    blocks: [{ kind: 'text', spans: ['What happened'] }],
    details: [{ name: 'sources', label: 'Sources', blocks: () => [{ kind: 'text', spans: ['One'] }] }],
    choices: [{ param: 'side', label: 'Side', options: [{ value: 'a', label: 'A' }] }],
  });

  it('has its title and tone, and that title for a headline', async () => {
    const page = await toPushedPage(titled, more, UNLIMITED, chat);
    expect(page).toMatchObject({ title: titled.title, headline: titled.title, tone: 'breaking', menus: [] });
  });

  it('takes the heading that it begins with for its title', async () => {
    const heading = { kind: 'heading' as const, spans: ['Digest'] };
    const page = await toPushedPage(reply({ blocks: [heading, ...titled.blocks] }), more, UNLIMITED, chat);
    expect(page).toMatchObject({ title: ['Digest'], headline: ['Digest'], blocks: titled.blocks });
  });

  it('folds details where the platform folds, and leads to the whole where it does not', async () => {
    const folded = await toPushedPage(titled, more, { ...UNLIMITED, folds: true }, chat);
    expect(folded.details.map(({ label }) => label)).toEqual(['Sources']);
    expect(folded.buttons).toEqual([]);
    const page = await toPushedPage(titled, more, UNLIMITED, chat);
    expect(page.details).toEqual([]);
    expect(page.buttons.flat().map(({ label }) => label)).toEqual(['The whole alert']);
  });

  it('begins every line of a drill with its mark, the title, the headline and the details too', async () => {
    const {
      title = [],
      headline = [],
      tone,
      details,
    } = await toPushedPage(titled, more, { ...UNLIMITED, folds: true }, chat, 'DRILL');
    for (const spans of [title, headline]) expect(textOf([{ kind: 'text', spans }])).toMatch(/^DRILL · Breaking/u);
    expect(tone).toBe('drill');
    expect(details[0]?.label).toBe('DRILL · Sources');
    expect(textOf(details[0]?.blocks ?? [])).toBe('DRILL · One');
  });
});

describe('the words of the sides', () => {
  const words = (party: string) => ({ kind: 'quotation' as const, text: 'x'.repeat(40), by: [party] });
  const opening = { kind: 'text' as const, spans: ['y'.repeat(60)] };
  const blocks = [opening, { ...words('north'), staysWithNext: true as const }, words('south')];

  it('are on one page, or none of them is on the first', async () => {
    for (const size of [130, 160, 190, 210]) {
      const page = await toPushedPage(
        reply({ blocks }),
        { label: 'All', command: 'changes', args: {} },
        limitsIn(size),
        chat,
      );
      const text = textOf(wholeOf(page));
      expect(text.includes('north'), `${size}`).toBe(text.includes('south'));
    }
  });

  it('count where they are fragments in a sentence', async () => {
    const said = { kind: 'text' as const, spans: [{ kind: 'quote' as const, text: 'x'.repeat(90) }] };
    const page = await toPushedPage(
      reply({ blocks: [opening, said] }),
      { label: 'All', command: 'changes', args: {} },
      limitsIn(140),
      chat,
    );
    expect(textOf(wholeOf(page))).toContain('One more item is not shown: press “All”.');
  });
});

const arbitraryContent = (end: number): fc.Arbitrary<Content> =>
  fc
    .record({
      filters: arbitraryFilters,
      kind: fc.constantFrom('digest' as const, 'alert' as const, 'board' as const),
      a: fc.integer({ min: 1, max: end + 1 }),
      b: fc.integer({ min: 1, max: end + 1 }),
      isFirst: fc.boolean(),
      isLate: fc.boolean(),
    })
    .map(({ filters, kind, a, b, isFirst, isLate }): Content => {
      const common = { ...filters, timezone: 'Asia/Karachi' };
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      if (kind === 'board') return { kind, ...common };
      if (kind === 'alert')
        return { kind, ...common, alerts: 'all', from, to, heldUntil: null, repeats: Number(isLate) };
      return { kind, ...common, from: isFirst ? null : from, to, slot: NOW, isLate, doubtfulSlot: isLate ? NOW : null };
    });
const arbitraryCase = arbitraryLedger.chain((ledger) => fc.tuple(fc.constant(ledger), arbitraryContent(ledger.length)));

describe('whatever the ledger and the filters', () => {
  it('every message is one, with a button, on both platforms', async () => {
    let cut = 0;
    const property = fc.asyncProperty(arbitraryCase, async ([ledger, content]) => {
      const { reply: made, more } = composed(content, dossierAfter(ledger));
      // The third is a smaller message than either platform's, so that much does not fit.
      for (const limits of [onDiscord, onTelegram, limitsIn(900)]) {
        const page = await toPushedPage(made, more, limits, chat);
        expect(limits.fits(page)).toBe(true);
        expect(page.buttons.flat().length).toBeGreaterThan(0);
        for (const { data } of page.buttons.flat()) {
          expect(Buffer.byteLength(data)).toBeLessThanOrEqual(MAX_LINK_BYTES);
        }
        if (
          page.buttons
            .flat()
            .some(({ label }) => ['The whole digest', 'The whole alert', 'All on record'].includes(label))
        )
          cut++;
      }
    });
    await fc.assert(property, { seed: 1, numRuns: 150 });
    // Or it would have shown nothing about what does not fit; seeded, or the floor would count on luck.
    expect(cut).toBeGreaterThan(20);
    await fc.assert(property, { numRuns: 300 });
  });

  it('a digest shows each change that its filters let through once, but for words beside one of each side', () => {
    fc.assert(
      fc.property(arbitraryCase, ([ledger, content]) => {
        if (content.kind !== 'digest' || content.from === null) return;
        const dossier = dossierAfter(ledger);
        const { shown, isEmpty } = composed(content, dossier);
        const told = changesInOrder(changesOf(dossier, { from: content.from, to: content.to }, content));
        expect(new Set(shown).size).toBe(shown.length);
        const isWord = (id: string) =>
          told.some((one) => one.id === id && one.what === 'new' && one.entry.kind === 'quote');
        expect(shown.filter((id) => !isWord(id))).toEqual(told.map(({ id }) => id).filter((id) => !isWord(id)));
        expect(isEmpty).toBe(told.length === 0);
      }),
    );
  });

  it('each shown change is in the text', () => {
    fc.assert(
      fc.property(arbitraryCase, ([ledger, content]) => {
        const dossier = dossierAfter(ledger);
        const { shown, text } = composed(content, dossier);
        const words = shown.flatMap((id) => {
          const [title, figure] = [dossier.developments.get(id)?.title, dossier.claims.get(id)?.count.asPrinted];
          return [...(title === undefined ? [] : [title]), ...(figure === undefined ? [] : [`“${figure}”`])];
        });
        expect(words.filter((one) => !text.includes(one))).toEqual([]);
      }),
    );
  });

  it('the same content gives the same words', () => {
    fc.assert(
      fc.property(arbitraryCase, ([ledger, content]) => {
        expect(composed(content, dossierAfter(ledger))).toEqual(composed(content, dossierAfter(ledger)));
      }),
      { numRuns: 30 },
    );
  });
});
