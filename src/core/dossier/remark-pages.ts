/** Remarks by pages of one screen: both sides' words stand together on each for as long as both have any (R17). */

import type { Dossier } from './dossier.ts';
import { type Remark, sideOf } from './quotes.ts';
import { fairly } from './side-order.ts';

/** Remarks; more are too many to compare. */
export const A_PAGE = 3;

type Page = readonly Remark[];

/** Whether these fit on one screen with all their words; on the first one, those of third parties may be cut. */
export type FitsWhole = (page: Page, which: 'first' | 'later') => boolean;

/** In the order given: as many as fit whole, and one at least. */
export function* pagesInOrder(all: Page, fits: FitsWhole): Generator<Page> {
  for (let from = 0; from < all.length; ) {
    let count = Math.min(A_PAGE, all.length - from);
    while (count > 1 && !fits(all.slice(from, from + count), 'later')) count -= 1;
    yield all.slice(from, from + count);
    from += count;
  }
}

/**
 * In turns: the next remark of every side of the conflict, the newer first, and then one of somebody else: first of a
 * mediator, then of whoever spoke last. A turn of the sides is never torn apart; what does not fit whole on a page
 * after others is the first of the next. `all` are in the order wanted of each side: the newest first, the best match.
 * In a turn of the sides, what `leads` comes before the newer.
 */
export function* pagesInTurns(
  dossier: Dossier,
  all: Page,
  fits: FitsWhole,
  leads: (remark: Remark) => boolean = () => false,
): Generator<Page> {
  const sides = dossier.conflict.sides.map(({ side }) => side);
  const bySide = Map.groupBy(all, ({ quote }) => sideOf(dossier, quote));
  const others = all.filter(({ quote }) => !sides.some((side) => side === sideOf(dossier, quote)));
  const mediator = others.find(({ quote }) => sideOf(dossier, quote) === 'mediator');
  const main = sides.map((side) => queueOf(bySide.get(side) ?? []));
  const rest = queueOf([...new Set([...(mediator ? [mediator] : []), ...others])]);
  const turn = () =>
    main
      .filter((queue) => queue.first() !== undefined)
      .toSorted((one, other) => {
        const [a, b] = [one.first(), other.first()];
        if (!a || !b) return 0;
        return Number(leads(b)) - Number(leads(a)) || fairly(said(a, dossier), said(b, dossier));
      });
  let isOthersTurn = false;
  for (let left = all.length; left > 0; ) {
    const page: Remark[] = [];
    while (page.length < left) {
      const [ofSides, ofOthers] = [turn(), rest.first() === undefined ? [] : [rest]];
      const isOfOthers: boolean = ofSides.length === 0 || (isOthersTurn && ofOthers.length > 0);
      const queues = isOfOthers ? ofOthers : ofSides;
      const grown = [...page, ...queues.flatMap((queue) => queue.first() ?? [])];
      if (page.length > 0 && (grown.length > sides.length + 1 || !fits(grown, left === all.length ? 'first' : 'later')))
        break;
      for (const queue of queues) page.push(...queue.take());
      isOthersTurn = !isOfOthers;
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
