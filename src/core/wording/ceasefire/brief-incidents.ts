/** Breaches in one sentence for the first screen: how many since when, the latest, and who blames whom. */

import type { Incident } from '../../dossier/ceasefire/incidents.ts';
import type { CeasefireView } from '../../dossier/ceasefire/view.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import type { Talks } from '../../dossier/entries.ts';
import type { Spans } from '../../reply/span.ts';
import { cutNames } from '../brief/cut-names.ts';
import { cutAtWord } from '../brief/cut-words.ts';
import type { NameContext } from '../wording-context.ts';
import type { IncidentsFound } from './incident-blocks.ts';

/** Lengths in UTF-16 units; 0: not shown. */
export interface IncidentsDetail {
  readonly latest: number;
  readonly names: number;
  readonly blame: boolean;
}

export function briefIncidents(
  { from }: CeasefireView,
  { shown, alsoSince, dayBefore }: IncidentsFound,
  detail: IncidentsDetail,
  context: NameContext,
): Spans {
  const { language } = context;
  const date = from ? language.shortDate(parseEdtf(from.entry.effectiveFrom)) : '';
  const counted = language.spans('truce-incidents', {
    since: from?.what ?? 'ever',
    date,
    count: shown.length + alsoSince,
    before: dayBefore.length,
  });
  const [latest] = shown;
  if (!latest) return [...counted, '.'];
  const words = {
    count: shown.length + alsoSince,
    date: language.shortDate(parseEdtf(latest.report.date)),
    title: cutAtWord(latest.report.title, detail.latest),
  };
  const blame = detail.blame ? blameSpans(latest, detail, context) : [];
  return [
    ...counted,
    ...language.spans(detail.latest > 0 ? 'truce-latest-title' : 'truce-latest', words),
    ...(blame.length > 0 ? [' (', ...blame, ')'] : []),
    '.',
  ];
}

/** Not from a report that rests on later sources too: one side's blame is not told without the other's account. */
function blameSpans({ report, others }: Incident, detail: IncidentsDetail, context: NameContext): Spans {
  const { dossier, language } = context;
  const reports = [report, ...others].filter(({ id }) => !dossier.partlyKnown.has(id));
  const accusations = reports.flatMap((one) => one.accusations ?? []);
  const pairs = accusations
    .flatMap(({ by, against }) => against.map((id) => ({ by: sideOf(by, dossier), against: sideOf(id, dossier) })))
    .filter(({ by, against }) => by !== undefined && against !== undefined && by !== against);
  const areMutual = pairs.some((one) => pairs.some(({ by, against }) => by === one.against && against === one.by));
  if (areMutual) return language.spans('truce-blame-both');
  const differ = reports.some(({ status, accounts = [] }) => status === 'disputed' || accounts.length > 1);
  if (differ) return language.spans('truce-accounts');
  const [one] = accusations;
  if (!one || accusations.length > 1) return [];
  return language.spans('truce-blame-one', {
    by: cutNames([one.by], detail, context),
    against: cutNames(one.against, detail, context),
  });
}

function sideOf(party: string, { parties, conflict }: Dossier): string | undefined {
  const side = parties.get(party)?.side;
  return conflict.sides.some((one) => one.side === side) ? side : undefined;
}

/** The last round of talks: another matter than the ceasefire (R18). */
export function briefTalks(
  { id, round, date, outcome }: Talks,
  day: string,
  { dossier, language }: NameContext,
): Spans {
  const isOver = parseEdtf(date).latest <= day;
  const known = dossier.partlyKnown.has(id) ? 'later' : isOver ? outcome : 'going-on';
  return language.spans('truce-talks', { round, date: language.shortDate(parseEdtf(date)), outcome: known });
}
