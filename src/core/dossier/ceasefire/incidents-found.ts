/** Which incidents an answer about the ceasefire counts, from when, and which it names without counting them. */

import { isIncident } from '../casualties/incident.ts';
import { isVague, parseEdtf } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import type { Development } from '../entries.ts';
import { type Incident, incidentsBy, isBetweenSides } from './incidents.ts';
import type { CeasefireView } from './view.ts';

/** The latest are shown; the others are counted. */
const INCIDENTS_SHOWN = 3;

export interface IncidentsFound {
  readonly shown: readonly Incident[];
  /** Later than what they are counted from, but not shown. */
  readonly alsoSince: number;
  /** Whether some that are counted are no fighting, but what one side said of the other. */
  readonly areSomeTold: boolean;
  /** Of the day before a truce fell: what went before it that day is not counted as having followed. */
  readonly dayBefore: readonly Incident[];
  /** Of the days up to the agreement's: whether they came before or after it that day is not known. */
  readonly before: number;
  /** Dated so roughly that they can be of before or after. */
  readonly undated: number;
  /** Dated so roughly that they can be of after the day asked about: not counted. */
  readonly maybeLater: readonly Incident[];
  /**
   * What is laid to third parties alone, or to nobody: not counted. The latest, how many there are of that time, and
   * how many are dated so roughly that they can be of another.
   */
  readonly apart: { readonly shown: readonly Incident[]; readonly count: number; readonly undated: number };
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
  const mayBeSince = ({ report }: Incident) => isLater(parseEdtf(report.date).latest, began?.earliest);
  const isSince = ({ report }: Incident) => {
    const date = parseEdtf(report.date);
    return isLater(date.latest, last) && (!isVague(date) || isLater(date.earliest, last));
  };
  const [mine, apart] = [true, false].map((wanted) => all.filter((one) => isBetweenSides(dossier, one) === wanted));
  const { sure, maybeLater } = byDay(mine ?? [], day);
  const later = sure.filter(mayBeSince);
  const since = later.filter(isSince);
  const shown = since.slice(0, INCIDENTS_SHOWN);
  const eve = from?.what === 'fall' && began ? dayBeforeOf(began.earliest) : undefined;
  const dayBefore = sure.filter(({ report }) => !later.some((one) => one.report === report) && endsOn(report, eve));
  const others = (apart ?? []).filter(mayBeSince);
  const othersSince = byDay(others, day).sure.filter(isSince);
  return {
    shown,
    areSomeTold: since.some(({ report }) => !isIncident(report)),
    dayBefore,
    alsoSince: since.length - shown.length,
    before: sure.length - later.length - dayBefore.length,
    undated: later.length - since.length,
    maybeLater,
    apart: {
      shown: othersSince.slice(0, INCIDENTS_SHOWN),
      count: othersSince.length,
      undated: others.length - othersSince.length,
    },
  };
}

/** What had happened by `day` for certain, and what is dated so roughly that it can be of later. */
function byDay(incidents: readonly Incident[], day: string) {
  const mayBeLater = ({ report }: Incident) => {
    const { end, latest } = parseEdtf(report.date);
    return latest > day && end !== 'open' && isVague(parseEdtf(report.date));
  };
  return {
    sure: incidents.filter((one) => !mayBeLater(one)),
    maybeLater: incidents.filter(mayBeLater),
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
