/** /quotes and /ceasefire on their first screen, over the shipped dossier: who spoke, about what, and whole words. */
import { afterAll, describe, expect, it } from 'vitest';
import { decodePress } from '../../../src/core/chat/button.ts';
import { remarks } from '../../../src/core/dossier/quotes.ts';
import { headlineOf } from '../../../src/core/wording/kinds/index.ts';
import { chatOver, english } from '../../core/chat/chat-for-tests.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';

const dossier = await foldRealDossier();
/** Two days after the newest entry of the shipped dossier. */
const chat = chatOver(dossier, { clock: () => Date.UTC(2026, 3, 30, 12) });
const quotes = [...dossier.quotes.values()];

afterAll(() => {
  if (chat.bugs.length > 0) throw new AggregateError(chat.bugs, 'questions ended in bugs');
});

/** The text of every page, and the ids of the remarks on it. */
async function pagesOf(line: string) {
  const pages: { readonly text: string; readonly ids: readonly string[] }[] = [];
  for (let page = 1; page <= 200; page += 1) {
    const { buttons } = await chat.answers(`${line} page:${page}`);
    const presses = await Promise.all(buttons.flat().map(({ data }) => decodePress(data, chat.store)));
    const text = await chat.says(`${line} page:${page}`);
    // Those on the page are offered first, then all others.
    const shown = text.match(/^• \d+ sources?\b/gmu)?.length ?? 0;
    const ids = presses.flatMap(({ args }) => args['id'] ?? []).slice(0, shown);
    pages.push({ text, ids });
    if (buttons.flat().every(({ label }) => !/^More (?:remarks|from both sides)$/u.test(label))) break;
  }
  return pages;
}

const turns = await pagesOf('/quotes');
const ofOneSide = await pagesOf('/quotes side:pakistan');

describe('nobody is named', () => {
  const unnamed = quotes.filter(({ speaker }) => speaker === null);

  it.each([
    [
      'q-official-no-hurry',
      'Pakistan military · unnamed senior security official, brief shared with Dawn, 2–3 Mar 2026',
    ],
    [
      'q-taliban-official-broken',
      'Afghanistan (Taliban government) · senior Taliban official to AFP, unnamed, 17 Oct 2025',
    ],
    ['q-hospital-6-nov', 'Spin Boldak hospital · unnamed hospital official to AFP, 6 Nov 2025'],
    ['q-mod-22-feb', 'Afghan Defence Ministry · statement, 22 Feb 2026'],
  ])('%s is shown with where it was said, whoever it is', (id, line) => {
    expect(turns.find(({ ids }) => ids.includes(id))?.text).toContain(line);
  });

  it('on every page, in every headline and on the screen of the ceasefire', async () => {
    expect(unnamed.length).toBeGreaterThan(20);
    const texts = [...turns, ...ofOneSide];
    for (const { id, venue } of unnamed) {
      const shown = texts.filter(({ ids }) => ids.includes(id));
      for (const { text } of shown) expect(text).toContain(` · ${venue}, `);
    }
    for (const fields of unnamed) {
      const words = headlineOf({ kind: 'quote', fields }, { dossier, language: english });
      expect(words.filter((span) => typeof span === 'string').join('')).toContain(`(${fields.venue})`);
    }
    expect(await chat.says('/ceasefire on:2025-10-17')).not.toMatch(/Taliban government\) · 17 Oct 2025/u);
    expect(await chat.says('/ceasefire')).toContain('Pakistan · response to Afghan accusation, 27–28 Apr 2026');
  });
});

describe('what the words are about', () => {
  it('is on the first screen of a fragment that fits, before the sources', async () => {
    const text = await chat.says('/quotes');
    expect(text).toContain(
      'used the words “blatant lie”\n• Event: Afghan officials say shelling hit a university in Kunar (accounts differ)\n• 1 source',
    );
    expect(text).toContain('threat.”\n• Event: Both sides announce a pause for Eid al-Fitr\n');
    expect(await chat.says('/quotes speaker:zardari')).toContain(
      '• Event: Drones reported at Quetta, Kohat and Rawalpindi (accounts differ)\n',
    );
  });

  it('stands at every opened remark, with the way to its history', async () => {
    for (const { id, development } of quotes) {
      const happened = dossier.developments.get(development ?? '');
      expect(await chat.says(`/quotes id:${id}`)).toContain(`\nLinked event: ${happened?.title} (`);
      const { buttons } = await chat.answers(`/quotes id:${id}`);
      const about = buttons.flat().find(({ label }) => label === 'The event it is linked to');
      expect((await decodePress(about?.data ?? '', chat.store)).args).toEqual({ id: development });
    }
  });

  it('is not of a later day than the answer', async () => {
    for (const day of ['2025-10-12', '2025-10-18', '2026-02-27']) {
      const later = [...dossier.developments.values()].filter(({ date }) => date.slice(0, 10) > day);
      const text = await chat.says(`/quotes on:${day}`);
      for (const { title } of later) expect(text).not.toContain(`Event: ${title}`);
    }
  });
});

describe('words break off only where one remark, or both sides’ words, have no room', () => {
  const isCut = ({ text, ids }: (typeof turns)[number]) =>
    ids.some((id) => !text.includes(`“${dossier.quotes.get(id)?.text}”`));

  it('nowhere in the order of a side, and on few pages of both', () => {
    expect(ofOneSide.filter(isCut)).toEqual([]);
    const cut = turns.filter(isCut);
    expect(cut.filter(({ ids }) => ids.length !== 2)).toEqual([]);
    expect(cut.length).toBeLessThan(turns.length / 4);
  });

  it('what is not on one page is on the next, each remark once', () => {
    const all = remarks(quotes, dossier.quotes).map(({ quote }) => quote.id);
    expect(turns.flatMap(({ ids }) => ids).toSorted()).toEqual(all.toSorted());
    for (const [index, { ids, text }] of turns.entries()) {
      const from = turns.slice(0, index).flatMap((page) => page.ids).length + 1;
      const to = from + ids.length - 1;
      const which = from === to ? `remark ${from} of` : `${from}–${to} of`;
      expect(text.split('\n')[0]).toContain(index === 0 ? 'Latest from each side' : which);
    }
  });
});
