/** What a row about a casualty claim says beside its figure: who said it, what it replaced, and what contradicts it. */
import { publishersOf } from '../../dossier/casualties/claimant.ts';
import type { ClaimRow } from '../../dossier/casualties/compare.ts';
import { wasSaidBefore } from '../../dossier/casualties/order.ts';
import type { Superseded } from '../../dossier/casualties/series.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import type { Claim } from '../../dossier/entries.ts';
import type { Language } from '../../reply/language.ts';
import type { Span, Spans } from '../../reply/span.ts';
import { partyName } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';
import { briefFigure } from './figure.ts';

/** Who said it to whom, and when; whether that was after `askedDay` (`YYYY-MM-DD`). */
export function attributionOf({ attribution, reportedOn }: Claim, language: Language, askedDay?: string): Spans {
  const date = parseEdtf(reportedOn);
  const after = askedDay !== undefined && date.earliest > askedDay ? 'yes' : 'no';
  return language.spans('claims-row-attribution', { attribution, reported: language.date(date), after });
}

/** R20: what the same claimant said before, each with when and where it was printed. */
export function earlierWords({ claim, earlier }: ClaimRow, { dossier, language }: NameContext): readonly Spans[] {
  if (earlier.length === 0) return [];
  const figures = earlier.map((one) => {
    const publishers = publisherLinks(one, dossier);
    return language.spans('claims-earlier', {
      figure: briefFigure(one, language),
      reported: language.date(parseEdtf(one.reportedOn)),
      other: one.period === claim.period ? 'no' : 'yes',
      period: language.date(parseEdtf(one.period)),
      number: one.count.low === null ? 'no' : 'yes',
      printed: { kind: 'quote', text: one.count.asPrinted },
      named: publishers.length === 0 ? 'no' : 'yes',
      publishers: language.list(publishers),
    });
  });
  return [language.spans('claims-row-earlier', { figures: listed(figures, language) })];
}

/** Without repeats, each linked to its page where there is an address. */
function publisherLinks({ sources: ids }: Claim, { sources }: Pick<Dossier, 'sources'>): readonly Span[] {
  const byName = Map.groupBy(
    ids.flatMap((id) => sources.get(id) ?? []),
    ({ publisher }) => publisher,
  );
  return [...byName].map(([text, own]) => {
    const url = own.find((source) => source.url !== null)?.url ?? null;
    return url === null ? text : { kind: 'link', text, url };
  });
}

/** "a, b and c" of phrases that have links in them. */
function listed(phrases: readonly Spans[], language: Language): Spans {
  const places = phrases.map((_, at): Span => ({ kind: 'code', text: String(at) }));
  return language
    .list(places)
    .flatMap((span) => (typeof span === 'string' ? [span] : (phrases[Number(/\d+/u.exec(span.text)?.[0])] ?? [])));
}

/** R10: nothing for a claim that is not marked as superseded, or whose successor is not known yet. */
export function supersededWords(
  superseded: Superseded | undefined,
  { dossier, language }: NameContext,
): readonly Spans[] {
  if (!superseded) return [];
  const { who, by } = superseded;
  const reported = by === undefined ? '' : language.date(parseEdtf(by.reportedOn));
  return [language.spans('claims-row-superseded', { who, by: by ? partyName(dossier, by.claimedBy) : '', reported })];
}

/** A denial has no figure to conflict with (R4): it disputes what was reported by its day, and is disputed by that. */
export function conflictWords(row: ClaimRow, context: NameContext): readonly Spans[] {
  const { claim, conflictsWith, conflictsWithEarlier: before, alsoFromClaimant } = row;
  const { language } = context;
  const isDenial = ({ count }: Claim) => count.qualifier === 'denial';
  const who = (claims: readonly Claim[]) =>
    language.list([...new Set(claims.map((rival) => rivalName(rival, context)))]);
  const figures = conflictsWith.filter((other) => !isDenial(other));
  const denials = conflictsWith.filter(isDenial);
  if (isDenial(claim)) {
    const disputed = figures.filter((figure) => !wasSaidBefore(claim, figure));
    return [
      ...(disputed.length > 0 ? [language.spans('claims-row-disputes', { rivals: who(disputed) })] : []),
      ...laterWords(claim, figures, context),
    ];
  }
  const answers = denials.filter((denial) => !wasSaidBefore(denial, claim));
  const earlier = denials.filter((denial) => !answers.includes(denial));
  return [
    ...(figures.length > 0 ? [language.spans('claims-row-conflict', { rivals: who(figures) })] : []),
    ...(before.length > 0 ? [language.spans('claims-row-conflict-earlier', { rivals: who(before) })] : []),
    ...(answers.length > 0 ? [language.spans('claims-row-disputed', { rivals: who(answers) })] : []),
    ...earlier.map((denial) => {
      const day = language.date(parseEdtf(denial.reportedOn));
      return language.spans('claims-row-denied-before', { rivals: who([denial]), day });
    }),
    ...alsoFromClaimant.map((also) => language.spans('claims-row-also', { figure: briefFigure(also, language) })),
  ];
}

/** Whose figures, of `figures`, a denial was made before: it does not answer them. */
export function laterWords(denial: Claim, figures: readonly Claim[], context: NameContext): readonly Spans[] {
  const later = figures.filter((figure) => wasSaidBefore(denial, figure));
  const names = new Set(later.map((figure) => rivalName(figure, context)));
  return names.size === 0
    ? []
    : [context.language.spans('claims-row-later', { rivals: context.language.list([...names]) })];
}

/** Where nobody is named, the outlet stands for the claimant (R2, R20). */
function rivalName(rival: Claim, { dossier, language }: NameContext): string {
  const publishers = publishersOf(dossier, rival);
  const isNobody = dossier.conflict.unattributed.includes(rival.claimedBy);
  if (!isNobody || publishers.length === 0) return partyName(dossier, rival.claimedBy);
  return language.text('claims-outlet', { publishers: language.list(publishers) });
}
