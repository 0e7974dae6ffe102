/** A group of casualty claims as blocks: a heading, then a row a claimant for each harm and group of victims. */

import type { ClaimGroup, ClaimRow, Comparison } from '../dossier/casualties/compare.ts';

import { compareEdtf, parseEdtf } from '../dossier/dates/edtf.ts';
import type { Claim } from '../dossier/entries.ts';
import type { Language } from '../reply/language.ts';
import { type Block, joinSpans, type Span, type Spans } from '../reply/span.ts';
import { citeSources, namesOf } from './cite.ts';
import { partyName, victimsName } from './short-names.ts';
import type { NameContext } from './wording-context.ts';

/** Whether each row gives its own period and places, because they differ from those of the heading. */
interface Own {
  readonly period: boolean;
  readonly places: boolean;
}

export function claimBlocks(group: ClaimGroup, context: NameContext): readonly Block[] {
  const { dossier, language } = context;
  const claims = group.comparisons.flatMap(({ rows }) => rows.map(({ claim }) => claim));
  const periods = [...new Set(claims.map(({ period }) => period))].map(parseEdtf).toSorted(compareEdtf);
  const union = [...new Set(claims.flatMap((claim) => claim.places))];
  const own = { period: periods.length > 1, places: claims.some((claim) => claim.places.length < union.length) };
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
  const { victims, harm, rows, noFigureFrom } = comparison;
  const title: Span = {
    kind: 'strong',
    text: language.text('claims-who', { victims: victimsName(dossier, victims), harm }),
  };
  const items = [
    ...rows.map((row) => toItem(row, own, context)),
    ...noFigureFrom.map((id) => language.spans('claims-no-figure', { party: partyName(dossier, id) })),
  ];
  return [
    { kind: 'text', spans: [title] },
    { kind: 'list', items },
  ];
}

function toItem(row: ClaimRow, own: Own, context: NameContext): Spans {
  const { dossier, language } = context;
  const { claim, relation, superseded, replaced } = row;
  const parts: readonly Spans[] = [
    language.spans('claims-row', {
      claimant: { kind: 'strong', text: partyName(dossier, claim.claimedBy) },
      figure: figureOf(claim.count, language),
    }),
    ...(own.period ? [language.spans('claims-row-period', { period: language.date(parseEdtf(claim.period)) })] : []),
    ...(own.places && claim.places.length > 0
      ? [language.spans('claims-row-places', { places: namesOf(dossier.places, claim.places, language) })]
      : []),
    language.spans('claims-row-relation', { relation }),
    language.spans('claims-row-attribution', {
      attribution: claim.attribution,
      reported: language.date(parseEdtf(claim.reportedOn)),
    }),
    ...(claim.scope === undefined ? [] : [language.list([claim.scope])]),
    ...(superseded ? [language.spans('claims-row-superseded', { by: superseded })] : []),
    ...(replaced ? [language.spans('claims-row-replaced', { figure: figureOf(replaced, language) })] : []),
    ...conflictParts(row, context),
    language.spans('claims-row-sources', { sources: citeSources(dossier, claim.sources, language) }),
  ];
  return joinSpans(parts);
}

/** A denial has no figure to conflict with: it disputes, and is disputed (R4). */
function conflictParts({ claim, conflictsWith }: ClaimRow, { dossier, language }: NameContext): readonly Spans[] {
  const isDenial = ({ count }: Claim) => count.qualifier === 'denial';
  const who = (claims: readonly Claim[]) =>
    namesOf(dossier.parties, [...new Set(claims.map(({ claimedBy }) => claimedBy))], language);
  const others = conflictsWith.filter(({ claimedBy }) => claimedBy !== claim.claimedBy);
  const figures = others.filter((other) => !isDenial(other));
  const denials = others.filter(isDenial);
  if (isDenial(claim))
    return figures.length > 0 ? [language.spans('claims-row-disputes', { rivals: who(figures) })] : [];
  return [
    ...(figures.length > 0 ? [language.spans('claims-row-conflict', { rivals: who(figures) })] : []),
    ...(denials.length > 0 ? [language.spans('claims-row-disputed', { rivals: who(denials) })] : []),
    ...(conflictsWith.length > others.length ? [language.spans('claims-row-conflict-own')] : []),
  ];
}

/**
 * R5, R6: the qualifier with the number, and the words that were printed. Where only words were printed, or a denial,
 * there is no number.
 */
export function figureOf({ low, high, qualifier, asPrinted }: Claim['count'], language: Language): Spans {
  const printed: Span = { kind: 'quote', text: asPrinted };
  if (low === null) return language.spans('figure-wordless', { qualifier, printed });
  const numbers =
    high === null || high === low ? language.number(low) : `${language.number(low)}–${language.number(high)}`;
  const figure: Span = { kind: 'strong', text: language.text('figure', { qualifier, numbers }) };
  return language.spans('figure-printed', { figure, printed });
}
