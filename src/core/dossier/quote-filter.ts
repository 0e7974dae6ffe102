/** Which quotations were asked for: by speaker, topic, side, period and words, as said by a day. */

import { type Edtf, overlaps, parseEdtf } from './dates/edtf.ts';
import type { Dossier } from './dossier.ts';
import type { Quote } from './entries.ts';
import { newestQuotesFirst, sideOf } from './quotes.ts';
import { searchQuotes } from './search.ts';
import { speakersOf } from './speaking-for.ts';

/** Ids; `speaker` is a person, or a party with its people and the parties that belong to it. */
export interface QuoteFilter {
  readonly speaker?: string | undefined;
  readonly topic?: string | undefined;
  readonly side?: string | undefined;
  readonly period?: Edtf | undefined;
  readonly text?: string | undefined;
}

/** With words to look for the best match first, else the newest. `day` is `YYYY-MM-DD`. */
export function filterQuotes(dossier: Dossier, filter: QuoteFilter, day: string): readonly Quote[] {
  const { speaker, topic, side, period, text } = filter;
  const matching = text === undefined ? newestQuotesFirst(dossier.quotes) : searchQuotes(dossier, text);
  return matching.filter(
    (quote) =>
      wasSaidBy(day, quote) &&
      (speaker === undefined || speakersOf(dossier, quote).includes(speaker)) &&
      (topic === undefined || quote.topics.includes(topic)) &&
      (side === undefined || sideOf(dossier, quote) === side) &&
      (period === undefined || overlaps(parseEdtf(quote.date), period)),
  );
}

export function wasSaidBy(day: string, { date }: Quote): boolean {
  return parseEdtf(date).earliest <= day;
}

/** The person, else the party. */
export function speakerId({ speaker, party }: Quote): string {
  return speaker ?? party;
}
