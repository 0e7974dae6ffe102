/** A group of casualty claims as blocks: one heading, then for each harm and group of victims a row for every claimant. */
import type { ClaimGroup, ClaimRow, Comparison } from '../dossier/claims.ts';
import { compareEdtf, parseEdtf } from '../dossier/edtf.ts';
import type { Claim } from '../dossier/entries.ts';
import { citeSources, namesOf } from './cite.ts';
import type { CommandContext } from './command.ts';
import type { Block, Span, Spans } from './reply.ts';
import type { Language } from './words.ts';

type Context = Pick<CommandContext, 'dossier' | 'language'>;

export function claimBlocks(group: ClaimGroup, context: Context): readonly Block[] {
  const { dossier, language } = context;
  const claims = group.comparisons.flatMap(({ rows }) => rows.map(({ claim }) => claim));
  const periods = [...new Set(claims.map(({ period }) => period))].map(parseEdtf).toSorted(compareEdtf);
  const places = [...new Set(claims.flatMap((claim) => claim.places))];
  const heading = language.spans(group.incident ? 'claims-incident' : 'claims-period', {
    title: group.incident?.title ?? '',
    period: language.list([...new Set(periods.map((period) => language.date(period)))]),
    places: namesOf(dossier.places, places, language),
  });
  return [
    { kind: 'heading', spans: heading },
    ...group.comparisons.flatMap((comparison) => toBlocks(comparison, periods.length > 1, context)),
  ];
}

function toBlocks(comparison: Comparison, ownPeriod: boolean, context: Context): readonly Block[] {
  const { dossier, language } = context;
  const { victims, harm, rows, noFigureFrom } = comparison;
  const label = dossier.conflict.victimGroups.find(({ id }) => id === victims)?.label ?? victims;
  const title: Span = { kind: 'strong', text: language.text('claims-who', { victims: label, harm }) };
  const items = [
    ...rows.map((row) => toItem(row, ownPeriod, context)),
    ...noFigureFrom.map((id) =>
      language.spans('claims-no-figure', { party: dossier.parties.get(id)?.shortName ?? id }),
    ),
  ];
  return [
    { kind: 'text', spans: [title] },
    { kind: 'list', items },
  ];
}

function toItem(row: ClaimRow, ownPeriod: boolean, context: Context): Spans {
  const { dossier, language } = context;
  const { claim, relation, conflictsWith, superseded, replaced } = row;
  const rivals = [...new Set(conflictsWith.map(({ claimedBy }) => claimedBy))].filter((id) => id !== claim.claimedBy);
  const parts: readonly Spans[] = [
    language.spans('claims-row', {
      claimant: { kind: 'strong', text: dossier.parties.get(claim.claimedBy)?.shortName ?? claim.claimedBy },
      figure: figureOf(claim.count, language),
    }),
    ...(ownPeriod ? [language.spans('claims-row-period', { period: language.date(parseEdtf(claim.period)) })] : []),
    language.spans('claims-row-relation', { relation }),
    language.spans('claims-row-attribution', {
      attribution: claim.attribution,
      reported: language.date(parseEdtf(claim.reportedOn)),
    }),
    ...(superseded ? [language.spans('claims-row-superseded')] : []),
    ...(replaced ? [language.spans('claims-row-replaced', { figure: figureOf(replaced, language) })] : []),
    ...(rivals.length > 0
      ? [language.spans('claims-row-conflict', { rivals: namesOf(dossier.parties, rivals, language) })]
      : []),
    ...(conflictsWith.length > 0 && rivals.length === 0 ? [language.spans('claims-row-conflict-own')] : []),
    language.spans('claims-row-sources', { sources: citeSources(dossier, claim.sources, language) }),
  ];
  return parts.flatMap((spans, index) => (index === 0 ? spans : [' ', ...spans]));
}

/** R5, R6: the qualifier with the number, and the words that were printed; words alone stay words, a denial has no number. */
function figureOf({ low, high, qualifier, asPrinted }: Claim['count'], language: Language): Spans {
  const printed: Span = { kind: 'quote', text: asPrinted };
  if (low === null) return language.spans('figure-wordless', { qualifier, printed });
  const numbers =
    high === null || high === low ? language.number(low) : `${language.number(low)}–${language.number(high)}`;
  const figure: Span = { kind: 'strong', text: language.text('figure', { qualifier, numbers }) };
  return language.spans('figure-printed', { figure, printed });
}
