/** /quotes over the shipped dossier: word for word, in turns by side, and never a guess who was meant. */
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../src/core/dossier/dates/edtf.ts';
import type { Quote } from '../../src/core/dossier/entries.ts';
import { sideOf } from '../../src/core/dossier/quotes.ts';
import { chatForTests } from '../core/chat/chat-for-tests.ts';

const chat = await chatForTests();
const dossier = chat.dossier();

/** The quotations in an answer, in its order. */
async function shownBy(line: string): Promise<readonly Quote[]> {
  const text = await chat.says(line);
  return [...dossier.quotes.values()]
    .map((quote) => ({ quote, at: text.indexOf(`“${quote.text}”`) }))
    .filter(({ at }) => at !== -1)
    .toSorted((a, b) => a.at - b.at)
    .map(({ quote }) => quote);
}

describe('/quotes', () => {
  it('without anything begins with both sides, and holds every quotation to the letter', async () => {
    const shown = await shownBy('/quotes');
    expect(new Set(shown.slice(0, 2).map((quote) => sideOf(dossier, quote)))).toEqual(
      new Set(['pakistan', 'afghanistan']),
    );
    expect(shown).toHaveLength(dossier.quotes.size);
    expect(await chat.says('/quotes')).toContain('in turns by side, the newest of each side first');
  });

  it('speaker:asif is all by Asif, the newest first', async () => {
    const shown = await shownBy('/quotes speaker:asif');
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.every(({ speaker }) => speaker === 'khawaja-asif')).toBe(true);
    expect(shown[0]?.date).toBe('2025-11-07');
    const all = [...dossier.quotes.values()].filter(({ speaker }) => speaker === 'khawaja-asif');
    expect(shown).toHaveLength(all.length);
  });

  it('takes any known spelling of a speaker', async () => {
    const usual = await chat.says('/quotes speaker:zabihullah');
    expect(await chat.says('/quotes speaker:Zabiullah')).toBe(usual);
    expect(await chat.says('/quotes speaker:"zabihullah mujahid"')).toBe(usual);
  });

  it.each([
    [
      'speaker:mujahid',
      '“mujahid” could be several things for speaker. Please choose: speaker:zabihullah-mujahid (Zabihullah Mujahid) · speaker:mohammad-yaqoob',
    ],
    [
      'side:taliban',
      '“taliban” could be several things for side. Please choose: side:afghanistan (Afghanistan (Taliban government)) · side:armed-group (armed groups)',
    ],
    ['speaker:asiff', 'Did you mean speaker:khawaja-asif'],
    ['topic:weather', '“weather” was not understood for topic.'],
    ['text:war peace', 'go in quotation marks, for example text:"war peace".'],
    ['peace text:war', '“text” is given twice'],
    ['side:un', '“un” was not understood for side.'],
  ])('%s is asked back', async (args, words) => {
    expect(await chat.says(`/quotes ${args}`)).toContain(words);
    expect((await chat.answers(`/quotes ${args}`)).audience).toBe('asker');
  });

  it('is of one side where one is named: its own parties, and not the TTP for Kabul', async () => {
    const shown = await shownBy('/quotes side:afghanistan');
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.every((quote) => sideOf(dossier, quote) === 'afghanistan')).toBe(true);
    expect(await shownBy('/quotes side:"Afghan Taliban"')).toEqual(shown);
  });

  it('is about one topic, also by another name for it', async () => {
    const shown = await shownBy('/quotes topic:durand-line');
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.every(({ topics }) => topics.includes('durand-line'))).toBe(true);
    expect(await chat.says('/quotes topic:negotiations')).toBe(await chat.says('/quotes topic:talks'));
  });

  it('finds words, the best match first, with and without naming them as text', async () => {
    expect((await shownBy('/quotes open war')).map(({ id }) => id)).toEqual(['q-asif-open-war']);
    expect(await chat.says('/quotes "open war"')).toBe(await chat.says('/quotes text:"open war"'));
    expect(await chat.says('/quotes open war')).toContain('the best match first');
  });

  it('shows other wordings of one remark under it', async () => {
    const text = await chat.says('/quotes text:heinous');
    expect(text).toContain('“This is an unprecedented, violent, and heinous act');
    const both = await chat.says('/quotes speaker:"Afghan Defence Ministry"');
    expect(both).toMatch(/The same remark is also printed in these words:\n• “This is an unprecedented/u);
  });

  it('puts a fragment into reported speech', async () => {
    const text = await chat.says('/quotes text:"good faith"');
    expect(text).toContain(
      'Zabihullah Mujahid, Chief spokesman of Afghanistan’s Taliban government, used the words “in good faith” (',
    );
  });

  it('on: and known: leave out what was said or printed later', async () => {
    const said = await shownBy('/quotes on:2025-10-20');
    expect(said.length).toBeGreaterThan(10);
    expect(said.every(({ date }) => parseEdtf(date).earliest <= '2025-10-20')).toBe(true);
    const printed = await shownBy('/quotes known:2025-10-20');
    const firstOut = ({ sources }: Quote) =>
      sources.map((id) => parseEdtf(dossier.sources.get(id)?.publishedOn ?? '9999').latest).toSorted()[0] ?? '';
    expect(printed.length).toBeGreaterThan(10);
    expect(printed.every((quote) => firstOut(quote) <= '2025-10-20')).toBe(true);
  });

  it('says what to ask instead where nothing matches', async () => {
    const text = await chat.says('/quotes zanzibar');
    expect(text).toContain('No quotation here matches. /quotes without anything shows the newest of each side.');
    expect(text).toMatch(/^Quotes\n/u);
  });
});
