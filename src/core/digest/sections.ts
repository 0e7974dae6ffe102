/** Changes as blocks, section by section: digests and /changes show the same, but for how many quotations. */

import { remarkBlocks } from '../chat/cite.ts';
import { claimBlocks } from '../chat/claim-blocks.ts';
import type { Block, Spans } from '../chat/reply.ts';
import { compareClaims } from '../dossier/claims.ts';
import type { AnyEntry, Quote } from '../dossier/entries.ts';
import { balanced, remarks } from '../dossier/quotes.ts';
import { changeRow } from './change-rows.ts';
import type { Change, Changes } from './changes.ts';
import type { Telling } from './composed.ts';

/** What was wrong comes before what is new. */
export function correctionBlocks({ corrections }: Changes, context: Telling): readonly Block[] {
  return listBlocks('changes-corrections', corrections, context);
}

/** The states recorded; without a heading, as they stand under the ceasefire's own. */
export function stateBlocks({ ceasefire }: Changes, context: Telling): readonly Block[] {
  return ceasefire.length === 0 ? [] : [{ kind: 'list', items: rows(ceasefire, context) }];
}

export function developmentBlocks({ developments }: Changes, context: Telling): readonly Block[] {
  return listBlocks('changes-developments', developments, context);
}

/**
 * Revised figures was → is (R10), then new ones, each side's beside the other's. A side that gave none has its row (R13);
 * figures that were there before are counted, not repeated. Nothing is added up (R3).
 */
export function figureBlocks({ figures }: Changes, context: Telling): readonly Block[] {
  const { dossier, language } = context;
  const revised = figures.filter(({ what }) => what !== 'new');
  const fresh = new Set(figures.filter(({ what }) => what === 'new').map(({ id }) => id));
  if (figures.length === 0) return [];
  const groups = compareClaims(dossier, [...dossier.claims.values()])
    .map((group) => ({
      ...group,
      comparisons: group.comparisons.filter(({ rows: all }) => all.some(({ claim }) => fresh.has(claim.id))),
    }))
    .filter(({ comparisons }) => comparisons.length > 0);
  const all = groups.flatMap(({ comparisons }) => comparisons.flatMap((comparison) => comparison.rows));
  const beside = all.filter(({ claim }) => !fresh.has(claim.id)).length;
  const shown = groups.map((group) => ({
    ...group,
    comparisons: group.comparisons.map((comparison) => ({
      ...comparison,
      rows: comparison.rows.filter(({ claim }) => fresh.has(claim.id)),
    })),
  }));
  return [
    ...listBlocks('changes-revised', revised, context),
    ...(shown.length === 0 ? [] : [heading('changes-figures', context)]),
    ...shown.flatMap((group) => claimBlocks(group, context)),
    ...(beside === 0 ? [] : [note(language.spans('changes-figures-beside', { count: beside }))]),
  ];
}

export function talksBlocks({ talks }: Changes, context: Telling): readonly Block[] {
  return listBlocks('changes-talks', talks, context);
}

/** All that was said, in turns by side (R17), then what more is known of earlier words. */
export function quoteBlocks({ quotes }: Changes, context: Telling): readonly Block[] {
  const { dossier, language } = context;
  const found = balanced(dossier, remarks(newQuotes(quotes), dossier.quotes));
  const updated = quotes.filter(({ what }) => what !== 'new');
  if (quotes.length === 0) return [];
  return [
    heading('changes-all-quotes', context),
    ...found.flatMap((remark) => remarkBlocks(dossier, remark, language)),
    ...(updated.length === 0 ? [] : [{ kind: 'list' as const, items: rows(updated, context) }]),
  ];
}

/** The quotations that are new, as entries. */
export function newQuotes(quotes: readonly Change[]): readonly Quote[] {
  return quotes.flatMap(({ what, entry }) => (what === 'new' && entry.kind === 'quote' ? [entry.fields] : []));
}

/** A digest or a list of changes that has figures in it says what they are, on each of its pages (R3). */
export function figureFooter(changes: Changes, { language }: Pick<Telling, 'language'>): readonly Block[] {
  const isFigure = ({ entry }: { readonly entry: AnyEntry }) => entry.kind === 'claim';
  const hasFigures = changes.figures.length > 0 || changes.corrections.some(isFigure);
  return hasFigures ? [note(language.spans('casualties-caveat'))] : [];
}

function listBlocks(id: string, changes: readonly Change[], context: Telling): readonly Block[] {
  if (changes.length === 0) return [];
  return [heading(id, context), { kind: 'list', items: rows(changes, context) }];
}

function rows(changes: readonly Change[], context: Telling): readonly Spans[] {
  return changes.map((change) => changeRow(change, context));
}

export function heading(id: string, { language }: Pick<Telling, 'language'>): Block {
  return { kind: 'heading', spans: language.spans(id) };
}

function note(spans: Spans): Block {
  return { kind: 'note', spans };
}
