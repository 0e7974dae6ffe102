/** Remarks by pages: each once, both sides’ words on each page, and no side first by its name (R17). */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quote } from '../../../src/core/dossier/entries.ts';
import { type Remark, remarks, sideOf } from '../../../src/core/dossier/quotes.ts';
import { pagesInOrder, pagesInTurns } from '../../../src/core/dossier/remark-pages.ts';
import { fairly } from '../../../src/core/dossier/side-order.ts';
import { arbitraryQuotes } from './arbitrary-dossier.ts';
import { quoteFields, smallDossier } from './build-entries.ts';

const dossier = smallDossier([]);
const remarksIn = (quotes: readonly Quote[]) => remarks(quotes, new Map(quotes.map((one) => [one.id, one])));
const sidesOf = (page: readonly Remark[]) => page.map(({ quote }) => sideOf(dossier, quote));
const MAIN = ['pakistan', 'afghanistan'];

/** A screen of so many characters; 0: nothing beside the first fits. */
const fitsIn = (room: number) => (page: readonly Remark[]) =>
  page.reduce((sum, { quote }) => sum + quote.text.length, 0) <= room;
const anyRoom = fc.constantFrom(0, 20, 60, 200, 1e6);

describe('pagesInTurns', () => {
  it('have each remark once, at most three a page, and as many of one side as of the other while both have any', () => {
    fc.assert(
      fc.property(arbitraryQuotes(), anyRoom, (quotes, room) => {
        const all = remarksIn(quotes);
        const pages = [...pagesInTurns(dossier, all, fitsIn(room))];
        expect(pages.flat()).toHaveLength(all.length);
        expect(new Set(pages.flat())).toEqual(new Set(all));
        const left = Object.fromEntries(
          MAIN.map((side) => [side, all.filter(({ quote }) => sideOf(dossier, quote) === side).length]),
        );
        for (const page of pages) {
          expect(page.length).toBeGreaterThan(0);
          expect(page.length).toBeLessThanOrEqual(3);
          const counts = MAIN.map((side) => sidesOf(page).filter((one) => one === side).length);
          const haveBoth = MAIN.every((side) => (left[side] ?? 0) > 0);
          // A page of others alone has neither side's words.
          const ofSides = new Set(counts.map((count) => count > 0));
          expect(haveBoth ? ofSides.size : 1).toBe(1);
          expect(page.length <= 2 || fitsIn(room)(page)).toBe(true);
          for (const [index, side] of MAIN.entries()) left[side] = (left[side] ?? 0) - (counts[index] ?? 0);
        }
      }),
    );
  });

  it('begin with the newest of each side, the newer first, then a mediator', () => {
    const said = (id: string, party: string, date: string) => quoteFields(id, { party, date });
    const all = remarksIn([
      said('q-1', 'north', '2025-10-12'),
      said('q-2', 'south', '2025-10-13'),
      said('q-3', 'un', '2025-10-14'),
      said('q-4', 'mediator', '2025-10-11'),
      said('q-5', 'north', '2025-10-11'),
    ]);
    const idsWith = (room: number) =>
      [...pagesInTurns(dossier, all, fitsIn(room))].map((page) => page.map(({ quote }) => quote.id));
    expect(idsWith(1e6)).toEqual([
      ['q-2', 'q-1', 'q-4'],
      ['q-5', 'q-3'],
    ]);
    // What was left out of a page is the first of the next.
    expect(idsWith(0)).toEqual([['q-2', 'q-1'], ['q-4'], ['q-5'], ['q-3']]);
  });
});

describe('pagesInOrder', () => {
  it('keep the order, and have several remarks only where all fit', () => {
    fc.assert(
      fc.property(arbitraryQuotes(), anyRoom, (quotes, room) => {
        const all = remarksIn(quotes);
        const pages = [...pagesInOrder(all, fitsIn(room))];
        expect(pages.flat()).toEqual(all);
        for (const page of pages) expect(page.length === 1 || fitsIn(room)(page)).toBe(true);
      }),
    );
  });
});

describe('fairly', () => {
  const days = Array.from({ length: 60 }, (_, day) =>
    Temporal.PlainDate.from('2025-10-01').add({ days: day }).toString(),
  );

  it('puts whoever spoke last first, whatever their names', () => {
    expect(fairly({ date: '2025-10-12', side: 'a' }, { date: '2025-10-13', side: 'b' })).toBeGreaterThan(0);
    expect(fairly({ date: '2025-10-12', side: 'b' }, { date: '2025-10-13', side: 'a' })).toBeGreaterThan(0);
  });

  it('where both spoke on one day, puts each first on half of the days, and agrees with itself', () => {
    const firsts = days.map((date) => fairly({ date, side: 'a' }, { date, side: 'b' }));
    expect(firsts.filter((order) => order < 0)).toHaveLength(30);
    for (const [index, date] of days.entries()) {
      expect(fairly({ date, side: 'b' }, { date, side: 'a' })).toBe(-(firsts[index] ?? 0));
    }
  });
});
