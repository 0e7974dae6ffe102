/** Breaches in one sentence for the first screen: how many since when, the latest, and who blames whom. */

import { accountOf } from '../../dossier/accounts.ts';
import { isIncident } from '../../dossier/casualties/incident.ts';
import type { Incident } from '../../dossier/ceasefire/incidents.ts';
import type { IncidentsFound } from '../../dossier/ceasefire/incidents-found.ts';
import type { CeasefireView } from '../../dossier/ceasefire/view.ts';
import { overlaps, parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Ceasefire, Development, Talks } from '../../dossier/entries.ts';
import { mainSideOf } from '../../dossier/speaking-for.ts';
import { joinSpans, type Spans } from '../../reply/span.ts';
import { cutNames } from '../brief/cut-names.ts';
import type { NameContext } from '../wording-context.ts';
import { eventOf } from './brief-title.ts';
import { areGoingOn, talksWords } from './state-blocks.ts';

/** Lengths in UTF-16 units. */
export interface IncidentsDetail {
  /**
   * Of the latest one's title, or of its accounts together: what is longer is left out, as half of it may tell of one
   * side alone.
   */
  readonly latest: number;
  /** The same of the one report that may be of after the day. */
  readonly maybe: number;
  /** Of what happened last, as it stands beside the age: the same is not said twice. */
  readonly news: number;
  readonly names: number;
  /** Whether whoever blames another alone is named. That accounts differ is always said. */
  readonly blame: boolean;
  /** Who blames whom for a report that may be of after the day: the only thing that is said of it. */
  readonly maybeBlame: boolean;
  /** How many there were on the day before a truce fell. */
  readonly eve: boolean;
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
    ...(maybeLater.length === 0 ? [] : [maybeSpans(view, maybeLater, detail, context)]),
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

/** What is dated so roughly that it may be of after the day: not counted. Of one alone, what it is, who blames whom. */
function maybeSpans(
  { day }: CeasefireView,
  incidents: readonly Incident[],
  detail: IncidentsDetail,
  context: NameContext,
): Spans {
  const { language } = context;
  const [first] = incidents;
  const counted = language.spans('truce-maybe', {
    count: incidents.length,
    date: first ? language.shortDate(parseEdtf(first.report.date)) : '',
  });
  if (!first || incidents.length > 1) return [...counted, '.'];
  const blame = detail.maybeBlame ? blameSpans(first, detail, true, context) : [];
  return [...counted, ...subjectSpans(first, { day, most: detail.maybe, isTold: false, blame }, detail, context), '.'];
}

function countedSpans(
  view: CeasefireView,
  { shown, areSomeTold, alsoSince, dayBefore, maybeLater, apart }: IncidentsFound,
  detail: IncidentsDetail,
  context: NameContext,
): Spans {
  const { language } = context;
  const { from, day } = view;
  const date = from ? language.shortDate(parseEdtf(from.entry.effectiveFrom)) : '';
  const counted = language.spans('truce-incidents', {
    since: from?.what ?? 'ever',
    date,
    count: shown.length + alsoSince,
    before: detail.eve ? dayBefore.length : 0,
    eve: from ? dayBeforeWords(from.entry, language) : '',
    maybe: maybeLater.length > 0 ? 'yes' : 'no',
    apart: apart.count > 0 ? 'yes' : 'no',
    told: areSomeTold ? 'yes' : 'no',
  });
  const [latest] = shown;
  if (!latest) return [...counted, '.'];
  const isTold = isEvent(latest, view, detail);
  const words = {
    count: shown.length + alsoSince,
    date: language.shortDate(parseEdtf(latest.report.date)),
    told: isTold ? 'yes' : 'no',
  };
  const blame = blameSpans(latest, detail, false, context);
  const about = { day, most: detail.latest, isTold, blame };
  return [...counted, ...language.spans('truce-latest', words), ...subjectSpans(latest, about, detail, context), '.'];
}

function dayBeforeWords({ effectiveFrom }: Ceasefire, language: NameContext['language']): string {
  const day = Temporal.PlainDate.from(parseEdtf(effectiveFrom).earliest);
  return language.shortDate(parseEdtf(day.subtract({ days: 1 }).toString()), day.year);
}

/**
 * What it is: its title, unless it is told. Where it is no fighting, what each side says instead, the accuser first:
 * the title of a statement is one side's word. `most`: UTF-16 units of either.
 */
function subjectSpans(
  incident: Incident,
  { day, most, isTold, blame }: { day: string; most: number; isTold: boolean; blame: Spans },
  detail: IncidentsDetail,
  context: NameContext,
): Spans {
  const { title } = incident.report;
  const accounts = isIncident(incident.report) ? [] : bothAccounts(incident, day, context);
  const isShown = (texts: readonly string[]) =>
    texts.join('').length <= most && !texts.some((text) => ONES_FIGURE.test(text));
  if (accounts.length > 0 && isShown(accounts.map(({ summary }) => summary))) {
    const told = accounts.map(({ party, summary }) =>
      context.language.spans('truce-account', { party: cutNames([party], detail, context), summary }),
    );
    return [' (', ...joinSpans(told, '; '), ')'];
  }
  return [
    ...(accounts.length === 0 && isShown([title]) && !isTold ? context.language.spans('truce-subject', { title }) : []),
    ...(blame.length > 0 ? [' (', ...blame, ')'] : []),
  ];
}

/** Whether what is told beside the age happened on its days. */
function isEvent({ report }: Incident, view: CeasefireView, { news }: IncidentsDetail): boolean {
  return eventOf(view, news) !== '' && overlaps(parseEdtf(view.newest.effectiveFrom), parseEdtf(report.date));
}

/** A number would be one side's figure without its rivals. */
const ONES_FIGURE = /\p{Nd}/u;

/** Each side's first account by `day`, the accuser's before the other; none where a side has none. */
function bothAccounts({ report }: Incident, day: string, { dossier }: NameContext) {
  const accounts = dossier.conflict.sides.flatMap(({ side }) => accountOf(report, side, day, dossier) ?? []);
  if (accounts.length < dossier.conflict.sides.length) return [];
  const accusers = new Set(report.accusations?.map(({ by }) => mainSideOf(dossier, by)));
  return accounts.toSorted(
    (a, b) => Number(accusers.has(mainSideOf(dossier, b.party))) - Number(accusers.has(mainSideOf(dossier, a.party))),
  );
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
        what: one.of ?? 'responsible',
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
