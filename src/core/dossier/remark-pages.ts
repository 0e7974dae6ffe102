/** Remarks by pages of one screen: both sides' words stand together on each for as long as both have any (R17). */

import type { Dossier } from './dossier.ts';
import { type Remark, sideOf } from './quotes.ts';
import { fairly } from './side-order.ts';

/** What fits on one screen with its sources. */
const A_PAGE = 3;

/** In the order given. */
export function pagesInOrder(all: readonly Remark[]): readonly (readonly Remark[])[] {
  return Array.from({ length: Math.ceil(all.length / A_PAGE) }, (_, page) =>
    all.slice(page * A_PAGE, (page + 1) * A_PAGE),
  );
}

/**
 * On each page the next remark of every side of the conflict, the newer first, and then one of somebody else: first
 * of a mediator, then of whoever spoke last. Where there is room, another whole turn follows.
 * `all` are the newest first.
 */
export function pagesInTurns(dossier: Dossier, all: readonly Remark[]): readonly (readonly Remark[])[] {
  const sides = dossier.conflict.sides.map(({ side }) => side);
  const bySide = Map.groupBy(all, ({ quote }) => sideOf(dossier, quote));
  const others = all.filter(({ quote }) => !sides.some((side) => side === sideOf(dossier, quote)));
  const mediator = others.find(({ quote }) => sideOf(dossier, quote) === 'mediator');
  const main = sides.map((side) => [...(bySide.get(side) ?? [])]);
  const rest = [...new Set([...(mediator ? [mediator] : []), ...others])];
  const pages: Remark[][] = [];
  for (let left = all.length; left > 0; ) {
    const page: Remark[] = [];
    while (page.length < sides.length + 1 && page.length < left) {
      const turn = main
        .filter((queue) => queue.length > 0)
        .toSorted(([a], [b]) => (a && b ? fairly(said(a, dossier), said(b, dossier)) : 0));
      const room = sides.length + 1 - page.length;
      // Half a turn would have more of one side than of the other.
      if (turn.length > room) break;
      for (const queue of [...turn, rest].slice(0, room)) page.push(...queue.splice(0, 1));
    }
    pages.push(page);
    left -= page.length;
  }
  return pages;
}

function said({ quote }: Remark, dossier: Dossier) {
  return { date: quote.date, side: sideOf(dossier, quote) ?? '' };
}
