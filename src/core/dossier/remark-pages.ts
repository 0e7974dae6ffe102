/** Remarks by pages of one screen: both sides' words stand together on each for as long as both have any (R17). */

import type { Dossier } from './dossier.ts';
import { type Remark, sideOf } from './quotes.ts';
import { fairly } from './side-order.ts';

/** What fits on one screen with its sources. */
const A_PAGE = 3;

type Page = readonly Remark[];

/** In the order given. */
export function* pagesInOrder(all: Page): Generator<Page> {
  for (let from = 0; from < all.length; from += A_PAGE) yield all.slice(from, from + A_PAGE);
}

/**
 * On each page the next remark of every side of the conflict, the newer first, and then one of somebody else: first
 * of a mediator, then of whoever spoke last. Where there is room, another whole turn follows.
 * `all` are the newest first.
 */
export function* pagesInTurns(dossier: Dossier, all: Page): Generator<Page> {
  const sides = dossier.conflict.sides.map(({ side }) => side);
  const bySide = Map.groupBy(all, ({ quote }) => sideOf(dossier, quote));
  const others = all.filter(({ quote }) => !sides.some((side) => side === sideOf(dossier, quote)));
  const mediator = others.find(({ quote }) => sideOf(dossier, quote) === 'mediator');
  const main = sides.map((side) => queueOf(bySide.get(side) ?? []));
  const rest = queueOf([...new Set([...(mediator ? [mediator] : []), ...others])]);
  for (let left = all.length; left > 0; ) {
    const page: Remark[] = [];
    while (page.length < sides.length + 1 && page.length < left) {
      const turn = main
        .filter((queue) => queue.first() !== undefined)
        .toSorted((one, other) => {
          const [a, b] = [one.first(), other.first()];
          return a && b ? fairly(said(a, dossier), said(b, dossier)) : 0;
        });
      const room = sides.length + 1 - page.length;
      // Half a turn would have more of one side than of the other.
      if (turn.length > room) break;
      for (const queue of [...turn, rest].slice(0, room)) page.push(...queue.take());
    }
    yield page;
    left -= page.length;
  }
}

/** `take` gives the first and moves on. */
function queueOf(all: Page) {
  let next = 0;
  return { first: () => all[next], take: () => all.slice(next, ++next) };
}

/** The page of that number, counted from 1, or else the last one; `before`: how many remarks come before it. */
export function pageAt(
  pages: Iterable<Page>,
  number: number,
): { readonly page: number; readonly shown: Page; readonly before: number; readonly isLast: boolean } {
  let [page, before, shown]: [number, number, Page] = [0, 0, []];
  for (const next of pages) {
    if (page === number) return { page, shown, before, isLast: false };
    before += shown.length;
    shown = next;
    page += 1;
  }
  return { page: Math.max(page, 1), shown, before, isLast: true };
}

function said({ quote }: Remark, dossier: Dossier) {
  return { date: quote.date, side: sideOf(dossier, quote) ?? '' };
}
