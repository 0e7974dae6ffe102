/** Reported incidents as blocks, each once: the report with its accounts, and who holds whom responsible. */

import { type Incident, incidentsBy } from '../../dossier/ceasefire/incidents.ts';
import type { CeasefireView } from '../../dossier/ceasefire/view.ts';
import { isVague, parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import type { Development } from '../../dossier/entries.ts';
import { type Block, joinSpans, type Spans } from '../../reply/span.ts';
import { accountSpans, accusationSpans } from '../account-spans.ts';
import { citeSources } from '../cite.ts';
import type { WordingContext } from '../wording-context.ts';

/** The latest are shown; the others are counted. */
const INCIDENTS_SHOWN = 3;

export interface IncidentsFound {
  readonly shown: readonly Incident[];
  /** Later than what they are counted from, but not shown. */
  readonly alsoSince: number;
  /** Of the day before a truce fell: what went before it that day is not counted as having followed. */
  readonly dayBefore: readonly Incident[];
  /** Of the days up to the agreement's: whether they came before or after it that day is not known. */
  readonly before: number;
  /** Dated so roughly that they can be of before or after. */
  readonly undated: number;
}

/**
 * Incidents belong to the agreement they bear on: reports of the days up to it are counted, not shown under it. The
 * day on which a truce fell is the first of what followed; what happened on the day before is shown apart from it.
 */
export function incidentsOf({ from, day }: CeasefireView, dossier: Dossier): IncidentsFound {
  const all = incidentsBy(dossier, day);
  const began = from === undefined ? undefined : parseEdtf(from.entry.effectiveFrom);
  const isLater = (date: string, than: string | undefined) =>
    than === undefined || (from?.what === 'fall' ? date >= than : date > than);
  const last = from?.what === 'fall' ? began?.earliest : began?.latest;
  const later = all.filter(({ report }) => isLater(parseEdtf(report.date).latest, began?.earliest));
  const since = later.filter(({ report }) => {
    const date = parseEdtf(report.date);
    return isLater(date.latest, last) && (!isVague(date) || isLater(date.earliest, last));
  });
  const shown = since.slice(0, INCIDENTS_SHOWN);
  const eve = from?.what === 'fall' && began ? dayBeforeOf(began.earliest) : undefined;
  const dayBefore = all.filter(({ report }) => !later.some((one) => one.report === report) && endsOn(report, eve));
  return {
    shown,
    dayBefore,
    alsoSince: since.length - shown.length,
    before: all.length - later.length - dayBefore.length,
    undated: later.length - since.length,
  };
}

function dayBeforeOf(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}

function endsOn({ date }: Development, day: string | undefined): boolean {
  const parsed = parseEdtf(date);
  return parsed.latest === day && !isVague(parsed);
}

/** The dates of what is shown of an incident: its own, and those of the quotations of its accusations. */
export function datesOf({ report, others }: Incident, day: string, dossier: Dossier): readonly string[] {
  const said = [report, ...others].flatMap(({ accusations }) =>
    (accusations ?? []).flatMap(({ quote }) => quote ?? []),
  );
  const quoted = said
    .flatMap((id) => dossier.quotes.get(id)?.date ?? [])
    .filter((date) => parseEdtf(date).earliest <= day);
  return [report.date, ...quoted];
}

export function incidentBlocks(
  { from, day }: CeasefireView,
  { shown, dayBefore, alsoSince, before, undated }: IncidentsFound,
  context: WordingContext,
): readonly Block[] {
  const { language } = context;
  const date = from ? language.date(parseEdtf(from.entry.effectiveFrom)) : '';
  const words = { date, since: from?.what ?? 'ever', count: shown.length + alsoSince };
  return [
    { kind: 'heading', spans: language.spans('ceasefire-incidents') },
    { kind: 'text', spans: language.spans(shown.length === 0 ? 'ceasefire-no-incidents' : 'ceasefire-counted', words) },
    ...(shown.length > 0
      ? [{ kind: 'list' as const, items: shown.map((incident) => toItem(incident, day, context)) }]
      : []),
    ...(alsoSince > 0
      ? [{ kind: 'note' as const, spans: language.spans('ceasefire-more-incidents', { count: alsoSince }) }]
      : []),
    ...(dayBefore.length > 0
      ? [
          {
            kind: 'text' as const,
            spans: language.spans('ceasefire-day-before', { date }),
            staysWithNext: true as const,
          },
          { kind: 'list' as const, items: dayBefore.map((incident) => toItem(incident, day, context)) },
        ]
      : []),
    ...(undated > 0
      ? [{ kind: 'note' as const, spans: language.spans('ceasefire-incidents-undated', { count: undated }) }]
      : []),
    ...(before > 0
      ? [{ kind: 'note' as const, spans: language.spans('ceasefire-incidents-before', { ...words, count: before }) }]
      : []),
  ];
}

function toItem({ report, others }: Incident, day: string, context: WordingContext): Spans {
  const { dossier, language } = context;
  const all = [report, ...others];
  const accusations = all.flatMap((one) => accusationSpans(one, day, context));
  const parts = [
    language.spans('incident', {
      title: { kind: 'strong', text: report.title },
      date: language.date(parseEdtf(report.date)),
      status: report.status,
    }),
    ...accountSpans(report, day, context),
    ...accusations,
    ...others.flatMap((other) => [
      language.spans('incident-same', { title: other.title, date: language.date(parseEdtf(other.date)) }),
      ...accountSpans(other, day, context),
    ]),
    citeSources(dossier, [...new Set(all.flatMap(({ sources }) => sources))], language),
  ];
  return joinSpans(parts);
}
