/** Search over the quotations: text, speaker, party and topic, in two scripts, with a letter wrong. */
import { describe, expect, it } from 'vitest';
import { searchQuotes } from '../../../src/core/dossier/search.ts';
import { quote, smallDossier } from './build-entries.ts';
import { foldAutumnDossier } from './real-dossier.ts';

const dossier = await foldAutumnDossier();
const idsOf = (text: string) => searchQuotes(dossier, text).map(({ id }) => id);

describe('searchQuotes over the shipped dossier', () => {
  it('finds words of the text, whatever their case and marks', () => {
    expect(idsOf('open war')).toEqual(['q-asif-open-war']);
    expect(idsOf('“Open WAR”')).toEqual(['q-asif-open-war']);
    expect(idsOf('hinges clause')).toContain('q-asif-one-clause');
  });

  it('finds every quotation by its own first words', () => {
    for (const { id, text } of dossier.quotes.values()) {
      const words = text.split(/\s+/u).slice(0, 4).join(' ');
      expect({ words, found: idsOf(words) }).toEqual({ words, found: expect.arrayContaining([id]) });
    }
  });

  it.each([
    ['Khawaja Asif', 'khawaja-asif'],
    ['khwaja asif', 'khawaja-asif'],
    ['Zabiullah', 'zabihullah-mujahid'],
    ['Atta Ullah Tarar', 'attaullah-tarar'],
    ['Mullah Yaqoob', 'mohammad-yaqoob'],
    ['Erdogan', 'recep-tayyip-erdogan'],
    ['DG ISPR', 'ahmed-sharif-chaudhry'],
  ])('finds by the speaker’s spelling “%s”', (spelling, speaker) => {
    const said = [...dossier.quotes.values()].filter((entry) => entry.speaker === speaker).map(({ id }) => id);
    expect(said.length).toBeGreaterThan(0);
    expect(idsOf(spelling)).toEqual(expect.arrayContaining(said));
  });

  it('finds nobody by who uses a name: words in brackets of a name or alias are no names', () => {
    for (const text of ['usage', 'Pakistani state term'])
      expect({ text, found: idsOf(text) }).toEqual({ text, found: [] });
  });

  it('finds by the topic’s label and its aliases', () => {
    const about = [...dossier.quotes.values()].filter(({ topics }) => topics.includes('durand-line'));
    expect(about.length).toBeGreaterThan(0);
    expect(idsOf('durand line')).toEqual(expect.arrayContaining(about.map(({ id }) => id)));
    const talks = [...dossier.quotes.values()].filter(({ topics }) => topics.includes('talks'));
    expect(idsOf('negotiations')).toEqual(expect.arrayContaining(talks.map(({ id }) => id)));
  });

  it.each(['sovereignity', 'soverignty', 'negotitions', 'responsibilty', 'ceasefre', 'delgation'])(
    'finds with a letter wrong: “%s”',
    (typed) => {
      expect(idsOf(typed).length).toBeGreaterThan(0);
    },
  );

  it('finds from the first letters of a word', () => {
    expect(idsOf('barbar')).toEqual(idsOf('barbaric'));
    expect(idsOf('barbar').length).toBeGreaterThan(0);
  });

  it('wants every word', () => {
    expect(idsOf('open war zanzibar')).toEqual([]);
    expect(idsOf('asif durand').every((id) => dossier.quotes.get(id)?.speaker === 'khawaja-asif')).toBe(true);
  });

  it('takes short words as they are written', () => {
    expect(idsOf('wxr')).toEqual([]);
  });

  it.each(['', '   ', '…', '!!!', '*', 'a'.repeat(200)])('finds nothing for “%s”', (text) => {
    expect(idsOf(text)).toEqual([]);
  });

  it('finds in a view of an earlier day only what was known then', () => {
    const early = dossier.asKnownAt(Date.UTC(2025, 9, 20));
    expect(searchQuotes(early, 'open war')).toEqual([]);
    expect(searchQuotes(early, 'stone for stone').map(({ id }) => id)).toEqual(['q-naqvi-stone']);
  });
});

describe('searchQuotes in Arabic script', () => {
  const mixed = smallDossier([
    quote('q-urdu', { text: 'جنگ بندی ہر حال میں قائم رہے گی' }),
    quote('q-pashto', { text: 'د ډیورنډ کرښه رسمي پوله نه ده' }),
    quote('q-dari', { text: 'ما با همسایه‌گان خود روابط نیک می‌خواهیم' }),
    quote('q-english', { text: 'The ceasefire will hold' }),
  ]);
  const found = (text: string) => searchQuotes(mixed, text).map(({ id }) => id);

  it.each([
    ['the same letters', 'جنگ بندی', ['q-urdu']],
    ['an Arabic keyboard’s yeh', 'جنگ بندي', ['q-urdu']],
    ['an Arabic keyboard’s heh for the Urdu one', 'رهے', ['q-urdu']],
    ['Persian yeh for the Pashto one', 'رسمی', ['q-pashto']],
    ['vowel marks', 'کَرښه', ['q-pashto']],
    ['no zero-width joiner', 'میخواهیم', ['q-dari']],
    ['Arabic kaf and yeh', 'نيك', ['q-dari']],
  ])('finds with %s', (_, typed, ids) => {
    expect(found(typed)).toEqual(ids);
  });
});
