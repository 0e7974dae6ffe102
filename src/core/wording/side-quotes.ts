/** One quotation of each side of the conflict (R17), and a row for a side that said nothing (R13). */

import type { Filters } from '../changes/filters.ts';
import type { Quote } from '../dossier/entries.ts';
import { remarks, sideOf } from '../dossier/quotes.ts';
import type { Block, Spans } from '../reply/span.ts';
import { remarkBlocks } from './cite.ts';
import { partyName } from './short-names.ts';
import type { WordingContext } from './wording-context.ts';

export interface SideQuotes {
  readonly blocks: readonly Block[];
  /** Rows for the sides that are missing from `blocks`. */
  readonly silent: readonly Spans[];
  /** Of the quotations in `blocks`. */
  readonly shown: ReadonlySet<string>;
  readonly dates: readonly string[];
}

/**
 * The newest remark of each side out of `quotes`, which passed the filters; `all` are those before filtering. A
 * filter by side asks for one side alone. A side whose words a filter by topic leaves out is not called silent.
 */
export function sideQuotes(
  quotes: readonly Quote[],
  all: readonly Quote[],
  { side: only }: Filters,
  { dossier, language }: WordingContext,
): SideQuotes {
  const newest = remarks(quotes, dossier.quotes);
  const sides = dossier.conflict.sides.map(({ side, party }) => ({
    side,
    party: partyName(dossier, party),
    remark: newest.find(({ quote }) => sideOf(dossier, quote) === side),
  }));
  const found = sides.flatMap(({ remark }) => remark ?? []);
  const spoke = new Set(all.map((quote) => sideOf(dossier, quote)));
  const blocks = found.flatMap((remark) => remarkBlocks(dossier, remark, language));
  const silent = sides
    .filter(({ remark, side }) => remark === undefined && (only === null || only === side))
    .map(({ side, party }) => language.spans(spoke.has(side) ? 'digest-silent-topics' : 'digest-silent', { party }));
  return {
    // No page has the words of one side alone, nor without the row of one that said nothing.
    blocks: blocks.map((block, index) =>
      index < blocks.length - 1 || silent.length > 0 ? { ...block, staysWithNext: true } : block,
    ),
    silent,
    shown: new Set(found.flatMap(({ quote, variants }) => [quote.id, ...variants.map(({ id }) => id)])),
    dates: found.map(({ quote }) => quote.date),
  };
}
