/** A group of casualty claims as blocks: a heading, then a row a claimant for each harm, group of victims and unit. */

import type { ClaimGroup, ClaimRow, Comparison } from '../../dossier/casualties/compare.ts';
import { compareEdtf, parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Claim } from '../../dossier/entries.ts';
import { type Block, joinSpans, type Span, type Spans } from '../../reply/span.ts';
import { citeSources, namesOf } from '../cite.ts';
import { partyName, victimsName } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';
import { attributionOf, conflictWords, earlierWords, laterWords, supersededWords } from './claim-sentences.ts';
import { areUnitsMixed, figureOf, terseFigureOf } from './figure.ts';

/** What the rows of a group have to say besides. */
interface Own {
  /** Whether each gives its own period and places, because they differ from those of the heading. */
  readonly period: boolean;
  readonly places: boolean;
  readonly askedDay: string | undefined;
  /** What was printed is told only where it says more than the number. */
  readonly isTerse: boolean;
}

/**
 * `askedDay` (`YYYY-MM-DD`): the day that was asked about; a row says where its figure was reported later. `whole` is
 * the group where only a part of it is shown, which may be sides without a figure alone: it has the heading's days.
 */
export function claimBlocks(
  group: ClaimGroup,
  context: NameContext,
  askedDay?: string,
  whole: ClaimGroup = group,
): readonly Block[] {
  const { dossier, language } = context;
  const { periods, union } = headingOf(whole.comparisons);
  const own = { ...ownWords(whole.comparisons, askedDay), isTerse: false };
  const places = own.places ? (group.incident?.places ?? union) : union;
  const heading = language.spans(group.incident ? 'claims-incident' : 'claims-period', {
    title: group.incident?.title ?? '',
    period: language.list([...new Set(periods.map((period) => language.date(period)))]),
    where: places.length === 0 ? 'none' : 'known',
    places: namesOf(dossier.places, places, language),
  });
  return [
    { kind: 'heading', spans: heading },
    // In a message that was not asked for, as many rows as there is room for.
    ...group.comparisons
      .map((comparison) => comparisonBlock(comparison, own, context))
      .flatMap(({ lead, items }): readonly Block[] => [
        { kind: 'text', spans: lead },
        { kind: 'list', items },
      ]),
  ];
}

/**
 * What the rows of these have to say besides, under a heading with the incident's days and all of their places.
 * `isInPart`: that heading names places that none of them is for.
 */
export function ownWords(comparisons: readonly Comparison[], askedDay?: string, isInPart = false): Own {
  const { claims, periods, union } = headingOf(comparisons);
  return {
    period: periods.length > 1,
    places: isInPart || claims.some((claim) => claim.places.length < union.length),
    askedDay,
    isTerse: true,
  };
}

function headingOf(comparisons: readonly Comparison[]) {
  const claims = comparisons.flatMap(({ rows }) => rows.map(({ claim }) => claim));
  return {
    claims,
    periods: [...new Set(claims.map(({ period }) => period))].map(parseEdtf).toSorted(compareEdtf),
    union: [...new Set(claims.flatMap((claim) => claim.places))],
  };
}

/** One block, so that no page tears rivals apart (V3). */
export function comparisonBlock(
  comparison: Comparison,
  own: Own,
  context: NameContext,
): Block & { readonly kind: 'group' } {
  const { dossier, language } = context;
  const { rows, noFigureFrom, hasOtherDays, saidElsewhere } = comparison;
  const none = noFigureFrom.map((id) => partyName(dossier, id));
  const items = [
    ...rows.map((row) => toItem(row, own, context)),
    ...saidElsewhere.map((claim) => elsewhereItem(claim, rows, own, context)),
    ...(areUnitsMixed(comparison) ? [language.spans('claims-units')] : []),
    ...(none.length === 0
      ? []
      : [language.spans('claims-no-figure', { parties: language.either(none), days: hasOtherDays ? 'some' : 'all' })]),
  ];
  return { kind: 'group', lead: [titleOf(comparison, context)], items };
}

/** One row of `comparison`, or of what it replaced, with its own days and places and as it was printed. */
export function figureBlock(
  comparison: Comparison,
  row: ClaimRow,
  askedDay: string | undefined,
  context: NameContext,
): Block {
  const own = { period: true, places: true, askedDay, isTerse: false };
  return { kind: 'group', lead: [titleOf(comparison, context)], items: [toItem(row, own, context)] };
}

function titleOf({ victims, harm, unit }: Comparison, { dossier, language }: NameContext): Span {
  const words = { victims: victimsName(dossier, victims), harm, unit };
  return { kind: 'strong', text: language.text('claims-who-unit', words) };
}

/** What was said of other days: with who reported it and when, as every row. */
function elsewhereItem(claim: Claim, rows: readonly ClaimRow[], own: Own, context: NameContext): Spans {
  const { dossier, language } = context;
  const isDenial = claim.count.qualifier === 'denial';
  return joinSpans([
    language.spans('claims-elsewhere', {
      claimant: { kind: 'strong', text: partyName(dossier, claim.claimedBy) },
      figure: figureOf(claim, language),
      period: language.date(parseEdtf(claim.period)),
    }),
    attributionOf(claim, language, own.askedDay),
    ...(claim.scope === undefined ? [] : [language.list([claim.scope])]),
    ...(isDenial
      ? laterWords(
          claim,
          rows.map((row) => row.claim),
          context,
        )
      : []),
    language.spans('claims-row-sources', { sources: citeSources(dossier, claim.sources, language) }),
  ]);
}

function toItem(row: ClaimRow, own: Own, context: NameContext): Spans {
  const { dossier, language } = context;
  const { claim, relation, replaced } = row;
  const parts: readonly Spans[] = [
    language.spans('claims-row', {
      claimant: { kind: 'strong', text: partyName(dossier, claim.claimedBy) },
      figure: own.isTerse ? terseFigureOf(claim, context) : figureOf(claim, language),
    }),
    ...(own.period ? [language.spans('claims-row-period', { period: language.date(parseEdtf(claim.period)) })] : []),
    ...earlierWords(row, context),
    ...(own.places && claim.places.length > 0
      ? [language.spans('claims-row-places', { places: namesOf(dossier.places, claim.places, language) })]
      : []),
    language.spans('claims-row-relation', { relation }),
    attributionOf(claim, language, own.askedDay),
    ...(claim.scope === undefined ? [] : [language.list([claim.scope])]),
    ...supersededWords(row.superseded, context),
    ...(replaced
      ? [language.spans('claims-row-replaced', { figure: figureOf({ ...claim, count: replaced }, language) })]
      : []),
    ...conflictWords(row, context),
    language.spans('claims-row-sources', { sources: citeSources(dossier, claim.sources, language) }),
  ];
  return joinSpans(parts);
}
