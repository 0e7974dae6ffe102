/** A group of casualty claims as blocks: a heading, then a row a claimant for each harm, group of victims and unit. */

import type { ClaimGroup, ClaimRow, Comparison } from '../../dossier/casualties/compare.ts';
import { compareEdtf, parseEdtf } from '../../dossier/dates/edtf.ts';
import { type Block, joinSpans, type Span, type Spans } from '../../reply/span.ts';
import { citeSources, namesOf } from '../cite.ts';
import { partyName, victimsName } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';
import { attributionOf, conflictWords, earlierWords, supersededWords } from './claim-sentences.ts';
import { figureOf } from './figure.ts';

/** What the rows of a group have to say besides. */
interface Own {
  /** Whether each gives its own period and places, because they differ from those of the heading. */
  readonly period: boolean;
  readonly places: boolean;
  readonly askedDay: string | undefined;
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
  const claims = whole.comparisons.flatMap(({ rows }) => rows.map(({ claim }) => claim));
  const periods = [...new Set(claims.map(({ period }) => period))].map(parseEdtf).toSorted(compareEdtf);
  const union = [...new Set(claims.flatMap((claim) => claim.places))];
  const own = {
    period: periods.length > 1,
    places: claims.some((claim) => claim.places.length < union.length),
    askedDay,
  };
  const places = own.places ? (group.incident?.places ?? union) : union;
  const heading = language.spans(group.incident ? 'claims-incident' : 'claims-period', {
    title: group.incident?.title ?? '',
    period: language.list([...new Set(periods.map((period) => language.date(period)))]),
    where: places.length === 0 ? 'none' : 'known',
    places: namesOf(dossier.places, places, language),
  });
  return [
    { kind: 'heading', spans: heading },
    ...group.comparisons.flatMap((comparison) => toBlocks(comparison, own, context)),
  ];
}

function toBlocks(comparison: Comparison, own: Own, context: NameContext): readonly Block[] {
  const { dossier, language } = context;
  const { victims, harm, unit, rows, noFigureFrom, saidElsewhere } = comparison;
  const title: Span = {
    kind: 'strong',
    text: language.text('claims-who-unit', { victims: victimsName(dossier, victims), harm, unit }),
  };
  const items = [
    ...rows.map((row) => toItem(row, own, context)),
    ...saidElsewhere.map((claim) =>
      language.spans('claims-elsewhere', {
        claimant: { kind: 'strong', text: partyName(dossier, claim.claimedBy) },
        figure: figureOf(claim, language),
        period: language.date(parseEdtf(claim.period)),
      }),
    ),
    ...noFigureFrom.map((id) => language.spans('claims-no-figure', { party: partyName(dossier, id) })),
  ];
  return [
    { kind: 'text', spans: [title] },
    { kind: 'list', items },
  ];
}

function toItem(row: ClaimRow, own: Own, context: NameContext): Spans {
  const { dossier, language } = context;
  const { claim, relation, replaced } = row;
  const parts: readonly Spans[] = [
    language.spans('claims-row', {
      claimant: { kind: 'strong', text: partyName(dossier, claim.claimedBy) },
      figure: figureOf(claim, language),
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
