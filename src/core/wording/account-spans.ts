/** What is reported of a development: its summary, each account where they differ, and who holds whom responsible. */

import { claimsOfIncident } from '../dossier/casualties/claim-index.ts';
import { supersededBy } from '../dossier/casualties/series.ts';
import { parseEdtf } from '../dossier/dates/edtf.ts';
import type { Claim, Development } from '../dossier/entries.ts';
import { lineOf } from '../dossier/speaking-for.ts';
import { wordsOf } from '../dossier/text/normalise.ts';
import { joinSpans, type Spans } from '../reply/span.ts';
import { briefFigure } from './casualties/figure.ts';
import { namesOf, quoteInline } from './cite.ts';
import { partyName } from './short-names.ts';
import type { NameContext } from './wording-context.ts';

/**
 * A sentence or two each; `day` is `YYYY-MM-DD`: words said later are left out. In a view of an earlier moment, a
 * summary that rests on later sources too would give away what was not known yet.
 */
export function accountSpans(
  { id, summary, status, accounts = [] }: Development,
  day: string,
  { dossier, language }: NameContext,
): readonly Spans[] {
  if (dossier.partlyKnown.has(id)) return [language.spans('summary-later')];
  const items = accounts.map((account): Spans => {
    const words = language.spans('account', { party: partyName(dossier, account.party), summary: account.summary });
    const told = withQuotation(words, account.quote, day, { dossier, language });
    return joinSpans([told, ...supersededIn(account, id, day, { dossier, language })]);
  });
  // A list of one: set apart from what follows where it runs the other way.
  return [
    language.list([summary]),
    ...(items.length > 0 ? [language.spans('accounts-lead', { status })] : []),
    ...items,
  ];
}

/**
 * Who holds whom responsible for it, each in the words used, where they were said by `day` (`YYYY-MM-DD`). Words that
 * an account has already are not said twice.
 */
export function accusationSpans(
  { id, accusations = [], accounts = [] }: Development,
  day: string,
  { dossier, language }: NameContext,
): readonly Spans[] {
  // One side's blame is not told where the accounts are left out.
  if (dossier.partlyKnown.has(id)) return [];
  return accusations.map(({ by, against, quote, of }) => {
    const words = {
      what: of ?? 'responsible',
      by: namesOf(dossier.parties, [by], language),
      against: namesOf(dossier.parties, against, language),
    };
    const isShown = accounts.some((account) => quote !== null && account.quote === quote);
    const accusation = language.spans('incident-accusation', words);
    return withQuotation(accusation, isShown ? null : quote, day, { dossier, language });
  });
}

/**
 * R10: a figure in an account that a later one had taken the place of by `day` (`YYYY-MM-DD`), and what that was. The
 * account stays as it was given.
 */
function supersededIn(
  { party, summary }: NonNullable<Development['accounts']>[number],
  incident: string,
  day: string,
  { dossier, language }: NameContext,
): readonly Spans[] {
  return claimsOfIncident(dossier, incident)
    .filter((claim) => lineOf(dossier, claim.claimedBy).includes(party) && isToldIn(summary, claim, language))
    .flatMap((claim) => {
      const { by } = supersededBy(dossier, claim) ?? {};
      if (by === undefined || parseEdtf(by.reportedOn).earliest > day) return [];
      return [
        language.spans('account-superseded', {
          figure: briefFigure(claim, language),
          by: partyName(dossier, by.claimedBy),
          later: briefFigure(by, language),
          reported: language.date(parseEdtf(by.reportedOn)),
        }),
      ];
    });
}

/** The number as a word or in digits. */
function isToldIn(summary: string, { count: { low } }: Claim, language: NameContext['language']): boolean {
  if (low === null) return false;
  const told = wordsOf(summary.replaceAll(/(?<=\d)[,.](?=\d{3}\b)/gu, ''));
  const words = [String(low), language.text('figure-number-word', { number: low })];
  return words.some((word) => told.includes(word));
}

/** The sentence, then the quotation that says it where that is known and was said by `day`. */
function withQuotation(sentence: Spans, quote: string | null, day: string, { dossier, language }: NameContext): Spans {
  const said = quote === null ? undefined : dossier.quotes.get(quote);
  if (!said || parseEdtf(said.date).earliest > day) return sentence;
  return joinSpans([sentence, quoteInline(dossier, said, language)]);
}
