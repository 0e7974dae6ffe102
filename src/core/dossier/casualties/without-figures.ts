/** Incidents of which no figure is on file, and figures that are near them. */
import { contains, type Edtf, newestFirst, overlaps, parseEdtf } from '../dates/edtf.ts';
import { lengthOf, wasIn } from '../dates/one-event.ts';
import type { Dossier } from '../dossier.ts';
import type { Claim, Development } from '../entries.ts';
import { onceFor } from '../memoise.ts';
import { harmsPeople } from './incident.ts';
import { allIncidentFigures, figuresOf, type IncidentFigures } from './incident-figures.ts';

/** Fighting and accidents of which no figure on file is, the newest first. */
export const withoutFigures = onceFor((dossier: Dossier): readonly Development[] => {
  const counted = new Set(allIncidentFigures(dossier).map(({ id }) => id));
  const near = [...dossier.claims.values()].flatMap((claim) => developmentsOf(dossier, claim));
  for (const { id } of near) counted.add(id);
  return [...dossier.developments.values()]
    .filter((one) => harmsPeople(one) && !counted.has(one.id))
    .toSorted((a, b) => newestFirst(a.date, b.date));
});

/**
 * The developments that a figure can be asked for by: the statement in which it was given, and fighting that it counts.
 * Where a report of fighting also gives the dead of a whole front, these are not the dead of that fighting.
 */
export function developmentsOf({ developments }: Pick<Dossier, 'developments'>, claim: Claim): readonly Development[] {
  const named = claim.development === null ? undefined : developments.get(claim.development);
  if (!named) return [];
  return harmsPeople(named) && !isOf(claim, named) ? [] : [named];
}

/** The fighting that a period without an incident of its own was asked for by, the earliest first. */
export function eventsOf(dossier: Dossier, one: IncidentFigures): readonly Development[] {
  if (one.incident !== undefined) return [];
  const named = new Set(figuresOf(one).flatMap((claim) => developmentsOf(dossier, claim)));
  return [...named].filter(harmsPeople).toSorted((a, b) => newestFirst(b.date, a.date));
}

function isOf({ period, places }: Claim, { date, places: theirs }: Development): boolean {
  const isThere = places.length === 0 || theirs.length === 0 || places.some((place) => theirs.includes(place));
  return isThere && wasIn(parseEdtf(period), parseEdtf(date));
}

/** The periods whose figures count the days of `incident` too: what names it, then the shortest. */
export function figuresAround(dossier: Dossier, incident: Development): readonly IncidentFigures[] {
  const days = parseEdtf(incident.date);
  const keysOf = (one: IncidentFigures) => {
    const figures = figuresOf(one).filter(({ period }) => overlaps(parseEdtf(period), days));
    const whole = figures.filter(({ period }) => contains(parseEdtf(period), days));
    const isNamed = figures.some(({ development }) => development === incident.id);
    return { isNear: whole.length > 0, named: isNamed ? 0 : 1, length: Math.min(...whole.map(daysOf)) };
  };
  return allIncidentFigures(dossier)
    .filter(({ incident: its }) => its === undefined)
    .map((one) => ({ one, ...keysOf(one) }))
    .filter(({ isNear }) => isNear)
    .toSorted((a, b) => a.named - b.named || a.length - b.length)
    .map(({ one }) => one);
}

/** Other periods that share at least half of the days of `one` and of their own, the most alike first. */
export function periodsAlike(dossier: Dossier, one: IncidentFigures): readonly IncidentFigures[] {
  const days = spanOf(one);
  return allIncidentFigures(dossier)
    .filter((other) => other.id !== one.id && other.incident === undefined)
    .map((other) => ({ other, share: shareOf(days, spanOf(other)) }))
    .filter(({ share }) => share * 2 >= 1)
    .toSorted((a, b) => b.share - a.share)
    .map(({ other }) => other);
}

/** From the first day that a figure counts to the last. */
function spanOf(one: IncidentFigures): Days {
  const days = figuresOf(one).map(({ period }) => parseEdtf(period));
  const [earliest = ''] = days.map((day) => day.earliest).toSorted();
  return {
    earliest,
    latest:
      days
        .map((day) => day.latest)
        .toSorted()
        .at(-1) ?? earliest,
  };
}

/** What part of all days of two are days of both. */
function shareOf(a: Days, b: Days): number {
  const [first = '', second = ''] = [a.earliest, b.earliest].toSorted();
  const [third = '', last = ''] = [a.latest, b.latest].toSorted();
  return second > third
    ? 0
    : lengthOf({ earliest: second, latest: third }) / lengthOf({ earliest: first, latest: last });
}

type Days = Pick<Edtf, 'earliest' | 'latest'>;

function daysOf({ period }: Claim): number {
  return lengthOf(parseEdtf(period));
}
