/** What is reported of a development: its summary, each account where they differ, and who holds whom responsible. */

import { parseEdtf } from '../dossier/dates/edtf.ts';
import type { Development } from '../dossier/entries.ts';
import { joinSpans, type Spans } from '../reply/span.ts';
import { namesOf, quoteInline } from './cite.ts';
import { partyName } from './short-names.ts';
import type { NameContext } from './wording-context.ts';

/**
 * A sentence or two each; `day` is `YYYY-MM-DD`: words said later are left out. In a view of an earlier moment, a
 * summary that rests on later sources too would give away what was not known yet.
 */
export function accountSpans(
  { id, summary, accounts = [] }: Development,
  day: string,
  { dossier, language }: NameContext,
): readonly Spans[] {
  if (dossier.partlyKnown.has(id)) return [language.spans('summary-later')];
  const items = accounts.map((account): Spans => {
    const words = language.spans('account', { party: partyName(dossier, account.party), summary: account.summary });
    return withQuotation(words, account.quote, day, { dossier, language });
  });
  // A list of one: set apart from what follows where it runs the other way.
  return [language.list([summary]), ...(items.length > 0 ? [language.spans('accounts-differ')] : []), ...items];
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
  return accusations.map(({ by, against, quote }) => {
    const words = {
      by: namesOf(dossier.parties, [by], language),
      against: namesOf(dossier.parties, against, language),
    };
    const isShown = accounts.some((account) => quote !== null && account.quote === quote);
    const accusation = language.spans('incident-accusation', words);
    return withQuotation(accusation, isShown ? null : quote, day, { dossier, language });
  });
}

/** The sentence, then the quotation that says it where that is known and was said by `day`. */
function withQuotation(sentence: Spans, quote: string | null, day: string, { dossier, language }: NameContext): Spans {
  const said = quote === null ? undefined : dossier.quotes.get(quote);
  if (!said || parseEdtf(said.date).earliest > day) return sentence;
  return joinSpans([sentence, quoteInline(dossier, said, language)]);
}
