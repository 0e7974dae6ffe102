/** Breaches in one sentence for the first screen: how many since when, the latest, and who blames whom. */

import type { Incident } from '../../dossier/ceasefire/incidents.ts';
import type { IncidentsFound } from '../../dossier/ceasefire/incidents-found.ts';
import type { CeasefireView } from '../../dossier/ceasefire/view.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Development, Talks } from '../../dossier/entries.ts';
import { mainSideOf } from '../../dossier/speaking-for.ts';
import { joinSpans, type Spans } from '../../reply/span.ts';
import { cutNames } from '../brief/cut-names.ts';
import type { NameContext } from '../wording-context.ts';
import { areGoingOn, talksWords } from './state-blocks.ts';

/** Lengths in UTF-16 units. */
export interface IncidentsDetail {
  /** Of the latest one's title: what is longer is left out, as half of it may tell of one side alone. */
  readonly latest: number;
  readonly names: number;
  /** Whether whoever blames another alone is named. That accounts differ is always said. */
  readonly blame: boolean;
  /** Who blames whom for a report that may be of after the day: the only thing that is said of it. */
  readonly maybeBlame: boolean;
  /** How many incidents are not counted, as they are not between the sides. */
  readonly apart: boolean;
}

export function briefIncidents(
  view: CeasefireView,
  found: IncidentsFound,
  detail: IncidentsDetail,
  context: NameContext,
): Spans {
  const { maybeLater, apart } = found;
  return joinSpans([
    countedSpans(view, found, detail, context),
    ...(maybeLater.length === 0 ? [] : [maybeSpans(maybeLater, detail, context)]),
    // Where none is counted, silence about the others would be taken for calm.
    ...(apart.count === 0 || !(detail.apart || found.shown.length === 0)
      ? []
      : [
          context.language.spans('truce-apart', {
            count: apart.count,
            differ: apart.shown.some(({ report, others }) => doAccountsDiffer([report, ...others])) ? 'yes' : 'no',
          }),
        ]),
  ]);
}

/** What is dated so roughly that it may be of after the day: not counted; of one alone, who blames whom. */
function maybeSpans(incidents: readonly Incident[], detail: IncidentsDetail, context: NameContext): Spans {
  const { language } = context;
  const [first] = incidents;
  const words = {
    count: incidents.length,
    date: first ? language.shortDate(parseEdtf(first.report.date)) : '',
  };
  const blame = detail.maybeBlame && first && incidents.length === 1 ? blameSpans(first, detail, true, context) : [];
  return [...language.spans('truce-maybe', words), ...(blame.length > 0 ? [' (', ...blame, ')'] : []), '.'];
}

function countedSpans(
  { from }: CeasefireView,
  { shown, areSomeTold, alsoSince, dayBefore, maybeLater, apart }: IncidentsFound,
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
    maybe: maybeLater.length > 0 ? 'yes' : 'no',
    apart: apart.count > 0 ? 'yes' : 'no',
    told: areSomeTold ? 'yes' : 'no',
  });
  const [latest] = shown;
  if (!latest) return [...counted, '.'];
  const words = {
    count: shown.length + alsoSince,
    date: language.shortDate(parseEdtf(latest.report.date)),
    title: latest.report.title,
  };
  const blame = blameSpans(latest, detail, false, context);
  return [
    ...counted,
    ...language.spans(isShown(latest.report.title, detail) ? 'truce-latest-title' : 'truce-latest', words),
    ...(blame.length > 0 ? [' (', ...blame, ')'] : []),
    '.',
  ];
}

/** A number in it would be one side's figure without its rivals. */
function isShown(title: string, { latest }: IncidentsDetail): boolean {
  return title.length <= latest && !/\p{Nd}/u.test(title);
}

/**
 * `isWhole`: who blames whom also where accounts differ, as nothing else is said of it.
 *
 * Not from a report that rests on later sources too: one side's blame is not told without the other's account.
 */
function blameSpans(
  { report, others }: Incident,
  detail: IncidentsDetail,
  isWhole: boolean,
  context: NameContext,
): Spans {
  const { dossier, language } = context;
  const reports = [report, ...others].filter(({ id }) => !dossier.partlyKnown.has(id));
  const accusations = reports.flatMap((one) => one.accusations ?? []);
  const pairs = accusations
    .flatMap(({ by, against }) =>
      against.map((id) => ({ by: mainSideOf(dossier, by), against: mainSideOf(dossier, id) })),
    )
    .filter(({ by, against }) => by !== undefined && against !== undefined && by !== against);
  const areMutual = pairs.some((one) => pairs.some(({ by, against }) => by === one.against && against === one.by));
  if (areMutual) return language.spans('truce-blame-both');
  const differ = doAccountsDiffer(reports);
  if (differ && !isWhole) return language.spans('truce-accounts');
  if (!detail.blame && !isWhole) return [];
  const [one] = accusations;
  const blame = one &&
    accusations.length === 1 && [
      language.spans('truce-blame-one', {
        by: cutNames([one.by], detail, context),
        against: cutNames(one.against, detail, context),
      }),
    ];
  return joinSpans([...(blame || []), ...(differ ? [language.spans('truce-accounts')] : [])], '; ');
}

function doAccountsDiffer(reports: readonly Development[]): boolean {
  return reports.some(({ status, accounts = [] }) => status === 'disputed' || accounts.length > 1);
}

/** The last round of talks: another matter than the ceasefire (R18). */
export function briefTalks(round: Talks, day: string, context: NameContext): Spans {
  const { id, city, venue, date, outcome } = round;
  const { dossier, language } = context;
  const known = dossier.partlyKnown.has(id) ? 'later' : areGoingOn(date, day) ? 'going-on' : outcome;
  return language.spans('truce-talks', {
    ...talksWords(round, context),
    place: dossier.places.get(city)?.name ?? venue,
    date: language.shortDate(parseEdtf(date)),
    outcome: known,
  });
}
