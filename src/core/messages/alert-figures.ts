/** The figures of an alert: each new one, and the others that readers have to see it among. */

import type { Change } from '../changes/change.ts';
import type { Changes } from '../changes/changes.ts';
import {
  type ClaimGroup,
  type ClaimRow,
  type Comparison,
  claimsOf,
  compareClaims,
} from '../dossier/casualties/compare.ts';
import type { Block } from '../reply/span.ts';
import { briefFigures } from '../wording/casualties/brief-figures.ts';
import { claimBlocks } from '../wording/casualties/claim-blocks.ts';
import { citeSources } from '../wording/cite.ts';
import { heading } from '../wording/sections.ts';
import type { MessageContext } from './composed.ts';

/** Named in the lines that lead; their rows have all. */
const MOST_SOURCES = 2;

/** Some of what a group compares; the whole group has the days and places of its heading. */
interface Part {
  readonly whole: ClaimGroup;
  readonly comparisons: readonly Comparison[];
}

/**
 * Every new figure beside its rivals in a line or two; then in full, and, under words that say so, the others that
 * /casualties shows it among (R7); a side that gave none has its row (R13). In this order, as the end of a message can
 * be cut off; with `once`, for what is read whole, in full alone. `shown`: ids of all of these.
 */
export function figuresAmongRivals(
  { figures }: Changes,
  context: MessageContext,
  { once }: { readonly once: boolean },
): { readonly blocks: readonly Block[]; readonly shown: readonly string[] } {
  if (figures.length === 0) return { blocks: [], shown: [] };
  const { dossier, language } = context;
  const fresh = new Set(figures.map(({ id }) => id));
  const isFresh = (row: ClaimRow) => claimsOf(row).some(({ id }) => fresh.has(id));
  const groups = compareClaims(dossier, [...dossier.claims.values()]).map((group) => ({
    ...group,
    comparisons: group.comparisons.filter(({ rows }) => rows.some(isFresh)),
  }));
  const part = (
    of: (comparison: Comparison) => Pick<Comparison, 'rows' | 'noFigureFrom' | 'saidElsewhere'>,
  ): readonly Part[] =>
    groups
      .map((whole) => ({
        whole,
        comparisons: whole.comparisons
          .map((one) => ({ ...one, ...of(one) }))
          .filter(
            ({ rows, noFigureFrom, saidElsewhere }) => rows.length + noFigureFrom.length + saidElsewhere.length > 0,
          ),
      }))
      .filter(({ comparisons }) => comparisons.length > 0);
  const news = part(({ rows }) => ({ rows: rows.filter(isFresh), noFigureFrom: [], saidElsewhere: [] }));
  const beside = part(({ rows, noFigureFrom, saidElsewhere }) => ({
    rows: rows.filter((row) => !isFresh(row)),
    noFigureFrom,
    saidElsewhere,
  }));
  const blocks = (some: readonly Part[]) =>
    some.flatMap(({ whole, comparisons }) => claimBlocks({ ...whole, comparisons }, context, undefined, whole));
  return {
    blocks: once
      ? [heading('changes-figures', context), ...blocks(part((whole) => whole))]
      : [
          ...briefFigures(fresh, context).blocks,
          {
            kind: 'note',
            spans: citeSources(dossier, [...new Set(figures.flatMap(sourcesOf))], language, MOST_SOURCES),
          },
          heading('changes-figures', context),
          ...blocks(news),
          ...(beside.length === 0 ? [] : [heading('alert-figures-beside', context), ...blocks(beside)]),
        ],
    shown: [...news, ...beside].flatMap(({ comparisons }) =>
      comparisons.flatMap(({ rows }) => rows.flatMap((row) => claimsOf(row).map(({ id }) => id))),
    ),
  };
}

function sourcesOf({ entry }: Change): readonly string[] {
  return entry.kind === 'claim' ? entry.fields.sources : [];
}
