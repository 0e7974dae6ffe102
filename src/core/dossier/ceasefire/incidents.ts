/** Incidents that bear on the ceasefire: fighting, and whatever somebody is held responsible for. */

import { isIncident } from '../casualties/incident.ts';
import { type Edtf, isVague, newestFirst, overlaps, parseEdtf, sameDays } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import type { Development } from '../entries.ts';
import { onceFor } from '../memoise.ts';
import { mainSideOf } from '../speaking-for.ts';

/** Reports that may be of one and the same incident, counted once. */
export interface Incident {
  /** The fighting itself where a report of it is known, else the earliest report. */
  readonly report: Development;
  /** The other reports, the newest first. */
  readonly others: readonly Development[];
}

/** Incidents reported by `on` (`YYYY-MM-DD`), the newest first. */
export function incidentsBy(dossier: Dossier, on: string): readonly Incident[] {
  const { clusters, incidents } = clustersIn(dossier);
  const kept = incidents.filter(({ cluster }) => cluster.last <= on);
  const cut = clusters
    .filter(({ first, last }) => first <= on && on < last)
    .flatMap((cluster) => incidentsIn(dossier, cluster, (report) => firstDay(report) <= on));
  return (cut.length === 0 ? kept : [...kept, ...cut].toSorted(newestIncidentFirst)).map(({ incident }) => incident);
}

/** Reports that name one another over any number of steps: none of another cluster can be of the same incident. */
interface Cluster {
  /** The fighting, then what is said of it; of each the last in the dossier first. */
  readonly reports: readonly Development[];
  /** The first days that its reports can mean: the first of these and the last. */
  readonly first: string;
  readonly last: string;
}

interface Found {
  readonly incident: Incident;
  readonly cluster: Cluster;
  /** The place among all reports, in the order of `reports`, of the one that it was made for. */
  readonly place: number;
}

/** All clusters, and the incidents of all of their reports, the newest first. */
const clustersIn = onceFor((dossier: Dossier) => {
  const places = placesIn(dossier);
  const linked = linksIn(dossier.developments);
  const seen = new Set<Development>();
  const clusters: Cluster[] = [];
  for (const report of places.keys()) {
    if (seen.has(report)) continue;
    const reached = new Set([report]);
    // A set that grows is walked to its end.
    for (const one of reached) for (const other of linked.get(one) ?? []) if (places.has(other)) reached.add(other);
    for (const one of reached) seen.add(one);
    const reports = [...reached].toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
    const days = reports.map(firstDay).toSorted();
    clusters.push({ reports, first: days[0] ?? '', last: days.at(-1) ?? '' });
  }
  const incidents = clusters.flatMap((cluster) => incidentsIn(dossier, cluster)).toSorted(newestIncidentFirst);
  return { clusters, incidents };
});

/** What bears on the ceasefire, in the order in which it is brought together. */
const placesIn = onceFor((dossier: Dossier): ReadonlyMap<Development, number> => {
  const reports = [...dossier.developments.values()].filter(bearsOnIt).toReversed();
  // What is said of fighting goes with that: a statement about two clashes does not make them one.
  const inOrder = [...reports.filter(isIncident), ...reports.filter((report) => !isIncident(report))];
  return new Map(inOrder.map((report, place) => [report, place]));
});

function incidentsIn(
  dossier: Dossier,
  cluster: Cluster,
  isWanted: (report: Development) => boolean = () => true,
): readonly Found[] {
  const incidents: Development[][] = [];
  const placeOf = new Map<Development, number>();
  const linked = linksIn(dossier.developments);
  for (const report of cluster.reports.filter(isWanted)) {
    const others = (linked.get(report) ?? []).filter(
      (other) => placeOf.has(other) && possiblySame(dossier, report, other),
    );
    const places = [...new Set(others.flatMap((other) => placeOf.get(other) ?? []))].sort((a, b) => a - b);
    const place = places.find((at) => incidents[at]?.some(isIncident)) ?? places[0] ?? incidents.length;
    placeOf.set(report, place);
    incidents[place] = [...(incidents[place] ?? []), report];
  }
  return incidents.flatMap((found) => {
    const [made] = found;
    const inOrder = found.toSorted((a, b) => newestFirst(a.date, b.date));
    const report = inOrder.findLast(isIncident) ?? inOrder.at(-1);
    if (!report || !made) return [];
    const incident = { report, others: inOrder.filter((other) => other !== report) };
    return [{ incident, cluster, place: placesIn(dossier).get(made) ?? 0 }];
  });
}

function newestIncidentFirst(a: Found, b: Found): number {
  return newestFirst(surelyBy(a.incident.report), surelyBy(b.incident.report)) || a.place - b.place;
}

function firstDay({ date }: Development): string {
  return parseEdtf(date).earliest;
}

/**
 * Whether it is between the sides: one holds another responsible for it, and neither an armed group of no side has an
 * account of its own, as whoever claims an attack does, nor does a body of the accusing side name others alone. Where
 * nobody is held responsible, whether two sides are named in it; beside such a group, whether both give an account.
 */
export function isBetweenSides(dossier: Dossier, incident: Incident): boolean {
  return betweenSidesIn(dossier)(incident);
}

const betweenSidesIn = onceFor((dossier: Dossier) => onceFor((incident: Incident) => areSidesIn(dossier, incident)));

function areSidesIn(dossier: Dossier, { report, others }: Incident): boolean {
  const reports = [report, ...others];
  const sideOf = (id: string) => mainSideOf(dossier, id);
  const isGroup = (id: string) => sideOf(id) === undefined && dossier.parties.get(id)?.kind === 'non-state-armed-group';
  const accusations = reports.flatMap((one) => one.accusations ?? []);
  const telling = reports.flatMap(({ accounts = [] }) => accounts.map(({ party }) => party));
  if (accusations.length > 0) {
    const accusers = new Set(accusations.flatMap(({ by }) => sideOf(by) ?? []));
    const blamesAnother = (side: string) =>
      accusations
        .filter(({ by }) => sideOf(by) === side)
        .every(({ against }) => against.some((id) => ![undefined, side].includes(sideOf(id))));
    return !telling.some(isGroup) && [...accusers].some(blamesAnother);
  }
  const named = reports.flatMap(({ parties }) => parties);
  const among = named.some(isGroup) ? telling : named;
  return new Set(among.flatMap((id) => sideOf(id) ?? [])).size > 1;
}

/** Of each development those that it names as related, and those that name it: no others can be the same incident. */
const linksIn = onceFor((developments: Dossier['developments']) => {
  const links = new Map<Development, Development[]>();
  const link = (from: Development, to: Development) => {
    const known = links.get(from);
    if (known) known.push(to);
    else links.set(from, [to]);
  };
  for (const one of developments.values()) {
    for (const other of one.related.flatMap((id) => developments.get(id) ?? [])) {
      link(one, other);
      link(other, one);
    }
  }
  return links;
});

/** A rough date counts by its first day: it is not the newest because it may be. */
function surelyBy({ date }: Development): string {
  const parsed = parseEdtf(date);
  return isVague(parsed) ? parsed.earliest : date;
}

/** Clashes, air strikes and attacks, whoever is held responsible or nobody; else, where somebody is. */
function bearsOnIt(entry: Development): boolean {
  return isIncident(entry) || (entry.accusations?.length ?? 0) > 0;
}

/**
 * Meeting or adjoining days, a shared place (or province), and one of the two names the other as related. Of two that
 * are fighting themselves, one may have led to the other: they are the same only as one kind on the same days.
 */
export function possiblySame(dossier: Dossier, a: Development, b: Development): boolean {
  const [days, others] = [parseEdtf(a.date), parseEdtf(b.date)];
  if (isIncident(a) && isIncident(b) && !(a.category === b.category && sameDays(days, others))) return false;
  if (!a.related.includes(b.id) && !b.related.includes(a.id)) return false;
  if (!overlaps(adjoining(a), others)) return false;
  const provinces = new Set(a.places.map((id) => provinceOf(dossier, id)));
  return b.places.some((id) => provinces.has(provinceOf(dossier, id)));
}

function adjoining(development: Development): Edtf {
  const date = parseEdtf(development.date);
  const day = (text: string, days: number) => Temporal.PlainDate.from(text).add({ days }).toString();
  return {
    ...date,
    earliest: date.start === 'open' ? date.earliest : day(date.earliest, -1),
    latest: date.end === 'open' ? date.latest : day(date.latest, 1),
  };
}

function provinceOf(dossier: Dossier, place: string): string {
  const entry = dossier.places.get(place);
  return entry?.admin1 ? `${entry.country}/${entry.admin1}` : place;
}
