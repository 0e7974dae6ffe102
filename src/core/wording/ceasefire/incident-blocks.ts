/** Reported incidents as blocks, each once: the report with its accounts, and who holds whom responsible. */

import type { Incident } from '../../dossier/ceasefire/incidents.ts';
import type { IncidentsFound } from '../../dossier/ceasefire/incidents-found.ts';
import type { CeasefireView } from '../../dossier/ceasefire/view.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import { type Block, joinSpans, type Spans } from '../../reply/span.ts';
import { accountSpans, accusationSpans } from '../account-spans.ts';
import { citeSources } from '../cite.ts';
import { statusOf } from '../kinds/development.ts';
import type { WordingContext } from '../wording-context.ts';

export function incidentBlocks(
  { from, day }: CeasefireView,
  { shown, areSomeTold, dayBefore, alsoSince, before, undated, maybeLater, apart }: IncidentsFound,
  context: WordingContext,
): readonly Block[] {
  const { language } = context;
  const date = from ? language.date(parseEdtf(from.entry.effectiveFrom)) : '';
  const words = {
    date,
    day: language.date(parseEdtf(day)),
    since: from?.what ?? 'ever',
    apart: apart.count > 0 ? 'yes' : 'no',
    told: areSomeTold ? 'yes' : 'no',
    count: shown.length + alsoSince,
  };
  const items = (incidents: readonly Incident[]): Block => ({
    kind: 'list',
    items: incidents.map((incident) => toItem(incident, day, context)),
  });
  const note = (id: string, counted: number): readonly Block[] =>
    counted === 0 ? [] : [{ kind: 'note', spans: language.spans(id, { ...words, count: counted }) }];
  const led = (id: string, counted: number, incidents: readonly Incident[]): readonly Block[] =>
    incidents.length === 0
      ? []
      : [
          { kind: 'text', spans: language.spans(id, { ...words, count: counted }), staysWithNext: true },
          items(incidents),
        ];
  return [
    { kind: 'heading', spans: language.spans('ceasefire-incidents') },
    { kind: 'text', spans: language.spans(shown.length === 0 ? 'ceasefire-no-incidents' : 'ceasefire-counted', words) },
    ...(shown.length > 0 ? [items(shown)] : []),
    ...note('ceasefire-more-incidents', alsoSince),
    ...led('ceasefire-incidents-maybe', maybeLater.length, maybeLater),
    ...led('ceasefire-day-before', dayBefore.length, dayBefore),
    ...note('ceasefire-incidents-undated', undated),
    ...note('ceasefire-incidents-before', before),
    ...led('ceasefire-incidents-apart', apart.count, apart.shown),
    ...note('ceasefire-more-apart', apart.count - apart.shown.length),
    ...note('ceasefire-apart-undated', apart.undated),
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
      status: statusOf(report, dossier),
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
