/** Reported breaches as blocks, each incident once: the report, and who holds whom responsible in which words. */

import { type Breach, breachesBy, type CeasefireView } from '../dossier/ceasefire.ts';
import { parseEdtf } from '../dossier/dates/edtf.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Development } from '../dossier/entries.ts';
import { type Block, joinSpans, type Spans } from '../reply/span.ts';
import { citeSources, namesOf, quoteInline } from './cite.ts';
import type { NameContext, WordingContext } from './wording-context.ts';

/** The latest breaches are shown; the others are counted. */
const BREACHES_SHOWN = 3;

export interface BreachesFound {
  readonly shown: readonly Breach[];
  /** Later than the agreement too, but not shown. */
  readonly alsoSince: number;
  /** Of the days up to the agreement's: whether they came before or after it that day is not known. */
  readonly before: number;
}

/** Breaches belong to the agreement they break: reports of the days up to it are counted, not shown under it. */
export function breachesOf({ agreement }: CeasefireView, day: string, dossier: Dossier): BreachesFound {
  const all = breachesBy(dossier, day);
  const from = agreement ? parseEdtf(agreement.effectiveFrom).earliest : '';
  const since = all.filter(({ report }) => parseEdtf(report.date).latest > from);
  const shown = since.slice(0, BREACHES_SHOWN);
  return { shown, alsoSince: since.length - shown.length, before: all.length - since.length };
}

/** The dates of what is shown of a breach: its own, and those of the quotations of its accusations. */
export function datesOf({ report, others }: Breach, day: string, dossier: Dossier): readonly string[] {
  const said = [report, ...others].flatMap(({ accusations }) =>
    (accusations ?? []).flatMap(({ quote }) => quote ?? []),
  );
  const quoted = said
    .flatMap((id) => dossier.quotes.get(id)?.date ?? [])
    .filter((date) => parseEdtf(date).earliest <= day);
  return [report.date, ...quoted];
}

export function breachBlocks(
  { agreement }: CeasefireView,
  { shown, alsoSince, before }: BreachesFound,
  day: string,
  context: WordingContext,
): readonly Block[] {
  const { language } = context;
  const date = agreement ? language.date(parseEdtf(agreement.effectiveFrom)) : '';
  const none = agreement ? 'ceasefire-no-breaches' : 'ceasefire-no-breaches-ever';
  return [
    { kind: 'heading', spans: language.spans('ceasefire-breaches') },
    ...(shown.length === 0 ? [{ kind: 'text' as const, spans: language.spans(none, { date }) }] : []),
    ...(shown.length > 0
      ? [{ kind: 'list' as const, items: shown.map((breach) => toItem(breach, day, context)) }]
      : []),
    ...(alsoSince > 0
      ? [{ kind: 'note' as const, spans: language.spans('ceasefire-more-breaches', { count: alsoSince }) }]
      : []),
    ...(before > 0
      ? [{ kind: 'note' as const, spans: language.spans('ceasefire-breaches-before', { count: before, date }) }]
      : []),
  ];
}

function toItem({ report, others }: Breach, day: string, context: WordingContext): Spans {
  const { dossier, language } = context;
  const all = [report, ...others];
  const accusations = all.flatMap((one) => accusationSpans(one, day, context));
  const parts = [
    language.spans('breach', {
      title: { kind: 'strong', text: report.title },
      date: language.date(parseEdtf(report.date)),
      status: report.status,
    }),
    summaryOf(report, context),
    ...accusations,
    ...others.flatMap((other) => [
      language.spans('breach-same', { title: other.title, date: language.date(parseEdtf(other.date)) }),
      summaryOf(other, context),
    ]),
    citeSources(dossier, [...new Set(all.flatMap(({ sources }) => sources))], language),
  ];
  return joinSpans(parts);
}

/** Who holds whom responsible for it, each in the words used, where they were said by `day` (`YYYY-MM-DD`). */
export function accusationSpans(
  { accusations = [] }: Development,
  day: string,
  { dossier, language }: NameContext,
): readonly Spans[] {
  return accusations.map(({ by, against, quote }) => {
    const words = {
      by: namesOf(dossier.parties, [by], language),
      against: namesOf(dossier.parties, against, language),
    };
    const said = quote === null ? undefined : dossier.quotes.get(quote);
    const accusation = language.spans('breach-accusation', words);
    return said && parseEdtf(said.date).earliest <= day
      ? joinSpans([accusation, quoteInline(dossier, said, language)])
      : accusation;
  });
}

/** In a view of an earlier day, a summary that rests on later sources too would give away what was not known yet. */
function summaryOf({ id, summary }: Development, { dossier, language }: WordingContext): Spans {
  return dossier.partlyKnown.has(id) ? language.spans('summary-later') : language.list([summary]);
}
