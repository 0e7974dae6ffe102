/** Changes as blocks, section by section: digests and /changes show the same, but for how many quotations. */

import type { Change } from '../changes/change.ts';
import type { Changes } from '../changes/changes.ts';
import { type ClaimRow, type Comparison, claimsOf, compareNear } from '../dossier/casualties/compare.ts';
import type { Claim, Quote } from '../dossier/entries.ts';
import { SECTIONS, type Section } from '../dossier/kinds/index.ts';
import { balanced, remarks } from '../dossier/quotes.ts';
import { sameJson } from '../dossier/same-json.ts';
import type { Block, Spans } from '../reply/span.ts';
import { claimBlocks } from './casualties/claim-blocks.ts';
import { caveatBlocks } from './caveats.ts';
import { changeRow } from './change-rows.ts';
import { remarkBlocks } from './cite.ts';
import { toldStateRow } from './kinds/ceasefire.ts';
import type { WordingContext } from './wording-context.ts';

/**
 * What is new or updated, section by section. Each is a list under the heading `changes-` and its name, except where
 * `own` has blocks for it.
 */
export function sectionBlocks(
  changes: Changes,
  own: { readonly [S in Section]?: readonly Block[] },
  context: WordingContext,
): readonly Block[] {
  return SECTIONS.flatMap(({ name }) => own[name] ?? listBlocks(`changes-${name}`, changes[name], context));
}

/** What was wrong comes before what is new. */
export function correctionBlocks({ corrections }: Changes, context: WordingContext): readonly Block[] {
  return listBlocks('changes-corrections', corrections, context);
}

/**
 * The states recorded; without a heading, as they stand under the ceasefire's own. `told` are ids of those whose
 * headlines stand above.
 */
export function stateChangeBlocks(
  { ceasefire }: Changes,
  context: WordingContext,
  told: readonly string[] = [],
): readonly Block[] {
  const items = ceasefire.map((change) =>
    change.what === 'new' && change.entry.kind === 'ceasefire' && told.includes(change.id)
      ? toldStateRow(change.entry.fields, context)
      : changeRow(change, context),
  );
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/**
 * Revised figures was → is (R10), then new ones, each beside its rivals and the latest figure of each side (R7). A
 * side that gave none has its row (R13). Other figures that were there before are counted. Nothing is added up (R3).
 */
export function figureBlocks({ figures }: Changes, context: WordingContext): readonly Block[] {
  const { dossier, language } = context;
  if (figures.length === 0) return [];
  const [revised, more] = [figures.filter(isRevised), figures.filter((one) => one.what !== 'new' && !isRevised(one))];
  const fresh = new Set(figures.filter(({ what }) => what === 'new').map(({ id }) => id));
  const touched = new Set([...fresh, ...revised.map(({ id }) => id)]);
  const groups = compareNear(dossier, touched);
  const isFresh = ({ rows: all }: Comparison) => all.some((row) => claimsOf(row).some(({ id }) => fresh.has(id)));
  const isBeside = (comparison: Comparison) =>
    !isFresh(comparison) && rowsToShow(comparison, touched, dossier).some(({ claim }) => !touched.has(claim.id));
  const blocks = (wanted: (comparison: Comparison) => boolean) =>
    groups.flatMap((group) => {
      const comparisons = group.comparisons
        .filter(wanted)
        .map((comparison) => ({ ...comparison, rows: rowsToShow(comparison, touched, dossier) }));
      return comparisons.length === 0 ? [] : claimBlocks({ ...group, comparisons }, context);
    });
  const [besides, news] = [blocks(isBeside), blocks(isFresh)];
  const left = groups
    .flatMap(({ comparisons }) => comparisons.filter((one) => isFresh(one) || isBeside(one)))
    .reduce((count, one) => count + one.rows.length - rowsToShow(one, touched, dossier).length, 0);
  return [
    ...listBlocks('changes-revised', revised, context),
    ...(besides.length === 0 ? [] : [heading('changes-revised-beside', context), ...besides]),
    ...listBlocks('changes-figures-more', more, context),
    ...(news.length === 0 ? [] : [heading('changes-figures', context), ...news]),
    ...(left === 0 ? [] : [note(language.spans('changes-figures-beside', { count: left }))]),
  ];
}

/** Ids of the figures that `figureBlocks` shows beside those that changed. */
export function comparedFigures({ figures }: Changes, { dossier }: WordingContext): readonly string[] {
  const touched = new Set(figures.filter((one) => one.what === 'new' || isRevised(one)).map(({ id }) => id));
  return compareNear(dossier, touched)
    .flatMap(({ comparisons }) => comparisons)
    .flatMap((comparison) => rowsToShow(comparison, touched, dossier).flatMap(claimsOf))
    .map(({ id }) => id)
    .filter((id) => !touched.has(id));
}

function isRevised({ what, entry, before }: Change): boolean {
  if (what === 'new' || entry.kind !== 'claim' || before?.kind !== 'claim') return false;
  return !sameJson(entry.fields.count, before.fields.count);
}

/** Of one comparison the figures that changed, their rivals, and the latest of each side of the conflict. */
function rowsToShow(
  { rows: all }: Comparison,
  touched: ReadonlySet<string>,
  dossier: WordingContext['dossier'],
): readonly ClaimRow[] {
  const changed = all.filter((row) => claimsOf(row).some(({ id }) => touched.has(id)));
  if (changed.length === 0) return [];
  const rivals = new Set(changed.flatMap(opponentsOf).map(({ id }) => id));
  const latest = dossier.conflict.sides.map(({ side }) =>
    all.find(({ claim }) => dossier.parties.get(claim.claimedBy)?.side === side),
  );
  return all.filter(
    (row) =>
      changed.includes(row) ||
      latest.includes(row) ||
      rivals.has(row.claim.id) ||
      opponentsOf(row).some((rival) => changed.some(({ claim }) => claim === rival)),
  );
}

function opponentsOf({ conflictsWith, conflictsWithEarlier }: ClaimRow): readonly Claim[] {
  return [...conflictsWith, ...conflictsWithEarlier];
}

/** All that was said, in turns by side (R17), then what more is known of earlier words. */
export function quoteBlocks({ quotes }: Changes, context: WordingContext): readonly Block[] {
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
export function figureFooter(changes: Changes, context: Pick<WordingContext, 'language'>): readonly Block[] {
  const shown = [...changes.figures, ...changes.corrections];
  return caveatBlocks(
    shown.map(({ entry }) => entry),
    context,
  );
}

function listBlocks(id: string, changes: readonly Change[], context: WordingContext): readonly Block[] {
  if (changes.length === 0) return [];
  return [heading(id, context), { kind: 'list', items: rows(changes, context) }];
}

function rows(changes: readonly Change[], context: WordingContext): readonly Spans[] {
  return changes.map((change) => changeRow(change, context));
}

export function heading(id: string, { language }: Pick<WordingContext, 'language'>): Block {
  return { kind: 'heading', spans: language.spans(id) };
}

function note(spans: Spans): Block {
  return { kind: 'note', spans };
}
