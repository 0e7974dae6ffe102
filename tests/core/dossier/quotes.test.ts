/** Quotations: renderings of one remark, turns by side, and what is a fragment. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../../src/core/dossier/dates/edtf.ts';
import type { Quote } from '../../../src/core/dossier/entries.ts';
import { balanced, isFragment, type Remark, remarks, sideOf } from '../../../src/core/dossier/quotes.ts';
import { arbitraryQuotes } from './arbitrary-dossier.ts';
import { quoteFields, smallDossier } from './build-entries.ts';
import { foldAutumnDossier } from './real-dossier.ts';

const dossier = smallDossier([]);
const real = await foldAutumnDossier();
/** With no renderings besides the quotations themselves. */
const remarksIn = (quotes: readonly Quote[]) => remarks(quotes, new Map(quotes.map((one) => [one.id, one])));
const idsOf = (all: readonly Remark[]) => all.map(({ quote, variants }) => [quote.id, ...variants.map(({ id }) => id)]);

describe('remarks', () => {
  it('have every quotation once, each with its own renderings', () => {
    fc.assert(
      fc.property(arbitraryQuotes(), (quotes) => {
        const found = idsOf(remarksIn(quotes));
        expect(found.flat().toSorted()).toEqual(quotes.map(({ id }) => id).toSorted());
        for (const [first = '', ...others] of found) {
          const variants = quotes.find(({ id }) => id === first)?.variants ?? [];
          expect(others.toSorted()).toEqual([...variants].toSorted());
        }
      }),
    );
  });

  it('show the longest rendering first, whichever is newer', () => {
    const short = quoteFields('q-short', { text: 'Enough', date: '2025-10-13', variants: ['q-long'] });
    const long = quoteFields('q-long', { text: 'Enough is enough', variants: ['q-short'] });
    expect(idsOf(remarksIn([short, long]))).toEqual([['q-long', 'q-short']]);
    expect(idsOf(remarksIn([long, short]))).toEqual([['q-long', 'q-short']]);
  });

  it('have the other renderings under them, also those that a filter left out', () => {
    const short = quoteFields('q-short', { text: 'Enough', variants: ['q-long'] });
    const long = quoteFields('q-long', { text: 'Enough is enough', variants: ['q-short'] });
    expect(idsOf(remarks([short], new Map([['q-long', long]])))).toEqual([['q-short', 'q-long']]);
    expect(idsOf(remarks([short], new Map()))).toEqual([['q-short']]);
  });

  it('join two halves of a remark through the rendering that has both', () => {
    const whole = quoteFields('q-whole', { text: 'We hold it. We answer.', variants: ['q-one', 'q-two'] });
    const halves = ['q-one', 'q-two'].map((id) => quoteFields(id, { text: 'We', variants: ['q-whole'] }));
    expect(idsOf(remarksIn([...halves, whole]))).toEqual([['q-whole', 'q-one', 'q-two']]);
  });

  it('are the newest first, by the last day that a date can mean, and always in the same order', () => {
    const dates = ['2025-10-11', '2025-11', '2025-10-12', '2025-10-11/2025-10-13', '2025-10-11'];
    const quotes = dates.map((date, index) => quoteFields(`q-${index}`, { date }));
    expect(idsOf(remarksIn(quotes)).flat()).toEqual(['q-1', 'q-3', 'q-2', 'q-0', 'q-4']);
    expect(idsOf(remarksIn(quotes.toReversed())).flat()).toEqual(['q-1', 'q-3', 'q-2', 'q-0', 'q-4']);
  });

  it('leave no rendering of the shipped dossier apart from the others', () => {
    const found = idsOf(remarksIn([...real.quotes.values()]));
    expect(found.flat()).toHaveLength(real.quotes.size);
    const joined = new Set(found.filter((ids) => ids.length > 1).flat());
    const withVariants = [...real.quotes.values()].filter(({ variants }) => (variants ?? []).length > 0);
    expect([...joined].toSorted()).toEqual(withVariants.map(({ id }) => id).toSorted());
  });
});

describe('balanced', () => {
  const isMain = (remark: Remark) => ['pakistan', 'afghanistan'].includes(sideOf(dossier, remark.quote) ?? '');

  it('gives every side one remark in each turn for as long as it has any, the conflict’s sides first', () => {
    fc.assert(
      fc.property(arbitraryQuotes(), (quotes) => {
        const all = remarksIn(quotes);
        const left = new Map(Map.groupBy(all, ({ quote }) => sideOf(dossier, quote)));
        const shown = balanced(dossier, all);
        let at = 0;
        while (at < shown.length) {
          const queues = [...left.values()].filter((queue) => queue.length > 0);
          const turn = shown.slice(at, at + queues.length);
          // Exactly the first of every queue: no side twice, none left out, each in its own order.
          expect(new Set(turn)).toEqual(new Set(queues.map(([first]) => first)));
          const main = turn.map(isMain);
          expect(main).toEqual(main.toSorted((a, b) => Number(b) - Number(a)));
          at += turn.length;
          for (const [side, queue] of left) left.set(side, queue.slice(1));
        }
        expect(shown).toHaveLength(all.length);
      }),
    );
  });

  it('has the newer of the two sides first in a turn', () => {
    const said = (id: string, party: string, date: string): Quote => quoteFields(id, { party, date });
    const all = remarksIn([
      said('q-1', 'south', '2025-10-13'),
      said('q-2', 'north', '2025-10-12'),
      said('q-3', 'un', '2025-10-14'),
    ]);
    expect(idsOf(balanced(dossier, all)).flat()).toEqual(['q-1', 'q-2', 'q-3']);
  });

  it('keeps the balance on the shipped dossier: neither side leads by more than one while both have any', () => {
    const sides = balanced(real, remarksIn([...real.quotes.values()])).map(({ quote }) => sideOf(real, quote));
    const count = (side: string, until: number) => sides.slice(0, until).filter((one) => one === side).length;
    const fewer = Math.min(count('pakistan', sides.length), count('afghanistan', sides.length));
    expect(fewer).toBeGreaterThan(5);
    for (let until = 0; count('pakistan', until) < fewer || count('afghanistan', until) < fewer; until++) {
      expect(Math.abs(count('pakistan', until) - count('afghanistan', until))).toBeLessThan(2);
    }
    expect(new Set(sides.slice(0, 2))).toEqual(new Set(['pakistan', 'afghanistan']));
  });

  it('puts the newest of each side first', () => {
    const first = balanced(real, remarksIn([...real.quotes.values()])).slice(0, 2);
    for (const { quote } of first) {
      const own = [...real.quotes.values()].filter((one) => sideOf(real, one) === sideOf(real, quote));
      expect(own.every(({ date }) => parseEdtf(date).latest <= parseEdtf(quote.date).latest)).toBe(true);
    }
  });
});

describe('isFragment', () => {
  it.each([
    ['the talks are over', true],
    ['in good faith', true],
    ['…and they left', true],
    ['(a) violation of this agreement', true],
    ['“open” war', true],
    ['été', true],
    ['Enough is enough', false],
    ['…They left', false],
    ['[A] minimum', false],
    ['23 soldiers', false],
    ['Écoutez', false],
    ['جنگ بندی قائم ہے', false],
    ['', false],
    ['…', false],
  ])('“%s”: %s', (text, expected) => {
    expect(isFragment(text)).toBe(expected);
  });
});
