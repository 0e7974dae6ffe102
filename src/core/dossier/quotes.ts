/** Quotations: balance between the sides, renderings of one remark, and what is a fragment. */

import { latestFirst } from './dates/edtf.ts';
import type { Dossier } from './dossier.ts';
import type { Quote, Side } from './entries.ts';
import { onceFor } from './memoise.ts';
import { fairly } from './side-order.ts';

/** One remark: the rendering that is shown first and the others, each as its source printed it (R14). */
export interface Remark {
  readonly quote: Quote;
  readonly variants: readonly Quote[];
}

/**
 * The remarks that `quotes` are renderings of, the newest first. Other renderings are taken from `all`, whether or
 * not they are among `quotes`: a filter must not hide that the wording varies. The longest of `quotes` is shown
 * first.
 */
export function remarks(quotes: readonly Quote[], all: Pick<ReadonlyMap<string, Quote>, 'get'>): readonly Remark[] {
  const wanted = new Set(quotes.filter(hasVariants));
  const told = new Set<Quote>();
  const result: Remark[] = [];
  for (const newest of quotes.toSorted(newerQuoteFirst)) {
    if (!hasVariants(newest)) {
      result.push({ quote: newest, variants: [] });
      continue;
    }
    if (told.has(newest)) continue;
    const renderings = renderingsOf(newest, all);
    for (const one of renderings) told.add(one);
    const byLength = renderings.toSorted((a, b) => b.text.length - a.text.length);
    const quote = byLength.find((one) => wanted.has(one)) ?? newest;
    result.push({ quote, variants: byLength.filter((one) => one !== quote) });
  }
  return result;
}

function hasVariants({ variants = [] }: Quote): boolean {
  return variants.length > 0;
}

/** Kept for as long as the quotations are: to put in order again what is in order takes no time. */
export const newestQuotesFirst = onceFor((quotes: ReadonlyMap<string, Quote>): readonly Quote[] =>
  [...quotes.values()].toSorted(newerQuoteFirst),
);

/** The quotation and all that its variants name in turn: two halves may be renderings of parts of one longer remark. */
function renderingsOf(quote: Quote, all: Pick<ReadonlyMap<string, Quote>, 'get'>): readonly Quote[] {
  const found = new Set([quote]);
  for (const one of found) for (const id of one.variants ?? []) found.add(all.get(id) ?? one);
  return [...found];
}

/**
 * R17: in turns by side, the newest of each side first, so that no side leads by talking more. The sides of the
 * conflict come first in every turn; within a turn the newer remark is first, see `fairly`.
 */
export function balanced(dossier: Dossier, all: readonly Remark[]): readonly Remark[] {
  const bySide = Map.groupBy(all, ({ quote }) => sideOf(dossier, quote));
  const main = dossier.conflict.sides.map(({ side }) => side);
  const queues = [...bySide].map(([side, queue]) => ({
    side,
    isMain: main.some((one) => one === side),
    queue,
  }));
  const turns = Math.max(0, ...queues.map(({ queue }) => queue.length));
  return Array.from({ length: turns }, (_, turn) =>
    queues
      .flatMap(({ side, isMain, queue }) => {
        const remark = queue[turn];
        return remark ? [{ isMain, remark, said: { date: remark.quote.date, side: side ?? '' } }] : [];
      })
      .sort((a, b) => Number(b.isMain) - Number(a.isMain) || fairly(a.said, b.said))
      .map(({ remark }) => remark),
  ).flat();
}

/** The side of the party that the words are attributed to; undefined where the party is not in the dossier. */
export function sideOf(dossier: Dossier, quote: Quote): Side | undefined {
  return dossier.parties.get(quote.party)?.side;
}

/**
 * R14: a fragment is shown inside reported speech. It is taken for one where it begins in lower case; scripts without
 * case cannot be told this way and are shown as they are.
 */
export function isFragment(text: string): boolean {
  return /^[^\p{L}\p{N}]*\p{Ll}/u.test(text);
}

function newerQuoteFirst(a: Quote, b: Quote): number {
  return (a.date === b.date ? 0 : latestFirst(a.date, b.date)) || (a.id < b.id ? -1 : 1);
}
