/** What quotations can be narrowed to by choosing: an open remark, a speaker, a topic, a side, a month (V5). */

import { type Edtf, type EdtfPoint, parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Quote } from '../../dossier/entries.ts';
import { onceFor } from '../../dossier/memoise.ts';
import { filterQuotes, type QuoteFilter, speakerId } from '../../dossier/quote-filter.ts';
import { type Remark, sideOf } from '../../dossier/quotes.ts';
import { speakersOf } from '../../dossier/speaking-for.ts';
import { type Choice, filterChoice } from '../../reply/reply.ts';
import { cutAtWord } from '../brief/cut-words.ts';
import { sideNames } from '../names.ts';
import { capitalised, partyName } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';

/** UTF-16 units of a label. */
const MOST_LABEL = 60;
/** UTF-16 units of a name before the words of a remark. */
const MOST_NAME = 24;

/** Remarks, in the order of the answer. */
interface Listed {
  readonly all: readonly Remark[];
  /** Those on the screen. */
  readonly shown: readonly Remark[];
}

/** `day` is `YYYY-MM-DD`. Every option has at least one remark beside what else is chosen. */
export function quoteChoices(
  filter: QuoteFilter,
  listed: Listed,
  day: string,
  context: NameContext,
): readonly Choice[] {
  const { dossier, language } = context;
  // By all that was chosen, but for what this menu chooses.
  const found = filterQuotes(dossier, filter, day);
  const among = (own: keyof QuoteFilter) =>
    filter[own] === undefined ? found : filterQuotes(dossier, { ...filter, [own]: undefined }, day);
  const topics = new Map(dossier.conflict.topics.map(({ id, label }) => [id, label]));
  const sides = new Map(sideNames(context).map(({ id, label }) => [id, capitalised(label)]));
  const choice = (param: keyof QuoteFilter, options: Choice['options'], chosen: string | undefined) =>
    filterChoice({ param, label: language.text('quotes-choose', { param }), options }, chosen);
  return [
    ...opened(listed, context),
    ...choice('speaker', speakers(among('speaker')), filter.speaker),
    ...choice(
      'topic',
      mostFirst(
        among('topic'),
        (quote) => quote.topics,
        (id) => topics.get(id) ?? id,
      ),
      filter.topic,
    ),
    ...choice(
      'side',
      mostFirst(
        among('side'),
        (quote) => [sideOf(dossier, quote) ?? ''],
        (id) => sides.get(id) ?? id,
      ),
      filter.side,
    ),
    ...choice(
      'period',
      mostFirst(among('period'), monthsOf, (id) => language.shortDate(parseEdtf(id))).toSorted((a, b) =>
        a.value < b.value ? 1 : -1,
      ),
      filter.period?.text,
    ),
  ];

  /** People, and the parties whose words are more than those of one person. */
  function speakers(quotes: readonly Quote[]): Choice['options'] {
    const voices = new Map<string, Set<string>>();
    for (const quote of quotes) {
      for (const id of speakersOf(dossier, quote)) {
        const heard = voices.get(id);
        if (heard) heard.add(speakerId(quote));
        else voices.set(id, new Set([speakerId(quote)]));
      }
    }
    const isOffered = (id: string) => voices.get(id)?.has(id) === true || (voices.get(id)?.size ?? 0) > 1;
    return mostFirst(quotes, (quote) => speakersOf(dossier, quote), nameOf).filter(({ value }) => isOffered(value));
  }

  function nameOf(id: string): string {
    return dossier.people.get(id)?.name ?? partyName(dossier, id);
  }
}

/** Every remark, to be opened with everything there is of it: those on the screen, then the others in order. */
function opened({ all, shown }: Listed, { dossier, language }: NameContext): readonly Choice[] {
  if (all.length === 0) return [];
  const isShown = new Set(shown);
  const options = [...shown, ...all.filter((remark) => !isShown.has(remark))].map(({ quote }) => ({
    value: quote.id,
    get label() {
      const speaker = dossier.people.get(quote.speaker ?? '')?.name;
      const party = partyName(dossier, quote.party);
      const who = cutAtWord(speaker ?? language.text('brief-joined', { first: party, next: quote.venue }), MOST_NAME);
      const date = language.shortDate(parseEdtf(quote.date));
      const labelled = (words: string) =>
        language.text('quotes-option', { who, date, words: { kind: 'quote', text: words } });
      return labelled(cutAtWord(quote.text, MOST_LABEL - labelled('').length));
    },
  }));
  return [{ param: 'id', label: language.text('quotes-choose', { param: 'id' }), options, first: shown.length }];
}

/** The ids that most remarks have come first, each with its label and how many they are. */
function mostFirst(
  quotes: readonly Quote[],
  idsOf: (quote: Quote) => readonly string[],
  labelOf: (id: string) => string,
): Choice['options'] {
  const counts = new Map<string, number>();
  // Renderings of one remark name each other, so each group is counted where its first one is.
  const counted = new Map<string, Set<string>>();
  const isFirst = (value: string, { id, variants = [] }: Quote) => {
    if (variants.length === 0) return true;
    const own = counted.get(value) ?? new Set();
    counted.set(value, own);
    const isKnown = own.has(id) || variants.some((other) => own.has(other));
    for (const one of [id, ...variants]) own.add(one);
    return !isKnown;
  };
  for (const quote of quotes) {
    for (const value of idsOf(quote)) {
      if (isFirst(value, quote)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts]
    .toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .map(([value, count]) => ({
      value,
      get label() {
        return `${cutAtWord(labelOf(value), MOST_LABEL)} (${count})`;
      },
    }));
}

/** The months (`YYYY-MM`) that it can be of, where that is known to the month. */
function monthsOf({ date }: Quote): readonly string[] {
  return monthsOfDate(parseEdtf(date));
}

const monthsOfDate = onceFor(({ start, end, earliest, latest }: Edtf): readonly string[] => {
  const isKnown = (point: EdtfPoint | 'open') => point !== 'open' && point.month !== undefined;
  if (!isKnown(start) || !isKnown(end)) return [];
  return [...new Set([earliest.slice(0, 7), latest.slice(0, 7)])];
});
