/** Which incidents an overview takes, and which of their figures first, whatever side they speak for. */
import { daysBetween, type Edtf, isVague, newestFirst, parseEdtf, sameDays } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import type { Claim, Side } from '../entries.ts';
import { onceFor } from '../memoise.ts';
import type { ClaimRow, Comparison } from './compare.ts';
import { figuresOf, type IncidentFigures } from './incident-figures.ts';
import { newestPeriod, newestReportFirst } from './order.ts';
import { firstIncidents, HARM, hasGivenWay, rankComparisons, type Told } from './rank.ts';

/** What was asked for beside victims and harm. */
export interface Wish {
  /** Whether a figure is of the claimant that was asked for. */
  readonly isAskedFor?: ((claim: Claim) => boolean) | undefined;
  readonly period?: Edtf | undefined;
  /** `YYYY-MM-DD`: the day up to which was asked. */
  readonly day?: string | undefined;
}

export interface Picked {
  readonly one: IncidentFigures;
  /** What it was picked for, if for one group of its victims. */
  readonly lead?: Comparison;
  /** Whether nothing that comes before it is about the people of a side that it is about. */
  readonly isNeeded?: true;
}

/**
 * At most `count` incidents, the most wanted first: what ranks first, then for each side whose people are not in it the
 * gravest toll of its people, then the gravest toll of civilians, the latest, and what ranks next. Figures of just the
 * days that were asked about are before others, and what is near the day that was asked about before all else. Of a
 * claimant that was asked for, its own figures that stand are before its denials, and these before what gave way; among
 * these the gravest harm, then what it said last.
 */
export function pickIncidents(
  dossier: Dossier,
  all: readonly IncidentFigures[],
  wish: Wish,
  count: number,
): readonly Picked[] {
  const byTier = Map.groupBy(
    all,
    (one) => Math.min(...one.comparisons.map((each) => tierOf(each, wish))) + distanceOf(one, wish) * APART,
  );
  const tiers = [...byTier].toSorted(([a], [b]) => a - b).map(([, tier]) => tier);
  const { isAskedFor } = wish;
  const beside = new Set(all.flatMap(({ comparisons }) => comparisons.flatMap(({ saidElsewhere }) => saidElsewhere)));
  const ranked = tiers.map((tier) => {
    if (isAskedFor) return ownFirst(tier, isAskedFor);
    // What stands beside the figures of another is told twice where it is shown alone too.
    const told = Map.groupBy(tier, (one) => figuresOf(one).every((claim) => beside.has(claim)));
    return [false, true].flatMap((isTold) => firstIncidents(dossier, told.get(isTold) ?? [], count));
  });
  const [[first] = []] = ranked;
  const inOrder = ranked.flat().map((one) => ({ one }));
  if (first === undefined || isAskedFor) return inOrder.slice(0, count);
  const [exact = []] = ranked.length > 1 && wish.day === undefined ? ranked : [];
  const near = NEAR_DAYS.map((_, most) => all.filter((one) => distanceOf(one, wish) <= most));
  const latest = { one: latestOf(all).one ?? first };
  const picks: readonly Picked[] = [
    { one: first },
    ...ofOtherSides(dossier, [...near, all], first, wish),
    ...exact.map((one) => ({ one })),
    ...(wish.day === undefined ? [] : [latest]),
    ...ofCivilians(dossier, near.find((some) => some.length > 0) ?? all),
    latest,
    ...inOrder,
  ];
  return picks.filter(({ one }, at) => picks.findIndex((other) => other.one === one) === at).slice(0, count);
}

/** More than any tier. */
const APART = 100;
/** Days before the one that was asked about: the week, then the fortnight. */
const NEAR_DAYS = [7, 14];

/** How far before the day that was asked about it had ended, if one was: 0 is the nearest. */
export function distanceOf(one: IncidentFigures, { day }: Wish): number {
  if (day === undefined) return 0;
  const days = daysBetween(dayOf(one), day);
  return NEAR_DAYS.filter((most) => days > most).length;
}

/**
 * Of each side whose people are not among those that `first` is shown with, the gravest toll of its people, out of the
 * first of `among` that has one.
 */
function ofOtherSides(
  dossier: Dossier,
  among: readonly (readonly IncidentFigures[])[],
  first: IncidentFigures,
  wish: Wish,
): readonly Picked[] {
  const { groups, least } = groupsFor(dossier, { one: first }, wish);
  const told = groups.slice(0, least).flatMap(({ victims }) => sidesOf(dossier, victims));
  return dossier.conflict.sides
    .filter(({ side }) => !told.includes(side))
    .flatMap(({ side }) => {
      const isTheirs = ({ victims }: Comparison) => sidesOf(dossier, victims).includes(side);
      const [found] = among.flatMap((all) => gravest(all, isTheirs) ?? []);
      return found ?? [];
    })
    .toSorted(byToll)
    .map(({ one, lead }) => ({ one, lead, isNeeded: true }));
}

function ofCivilians(dossier: Dossier, all: readonly IncidentFigures[]): readonly Picked[] {
  const civilians = dossier.conflict.victimGroups.filter(({ status }) => status === 'civilian').map(({ id }) => id);
  const found = gravest(all, ({ victims }) => civilians.includes(victims));
  return found ? [found] : [];
}

function sidesOf({ conflict }: Pick<Dossier, 'conflict'>, group: string): readonly Side[] {
  return conflict.victimGroups.find(({ id }) => id === group)?.sides ?? [];
}

/** Groups of an incident, the most wanted first, and how many of them belong together on a screen: at least one. */
interface Groups {
  readonly groups: readonly Comparison[];
  readonly least: number;
}

/**
 * One harm to people of both sides belongs together, and figures of just the days that were asked about; those of a
 * claimant that was asked for come first.
 */
export function groupsFor(dossier: Dossier, { one, lead }: Picked, wish: Wish, told?: Told): Groups {
  const ranked = rankComparisons(dossier, one.comparisons, told).toSorted(
    (a, b) => tierOf(a, wish) - tierOf(b, wish) || Number(b === lead) - Number(a === lead) || byOwn(a, b, wish),
  );
  const [first, ...others] = ranked;
  if (!first || wish.isAskedFor) return { groups: ranked, least: 1 };
  const second = others.find((other) =>
    isExact(first, wish) ? isExact(other, wish) : isSameHarmOfAnother(dossier, first, other),
  );
  if (!second) return { groups: ranked, least: 1 };
  return { groups: [first, second, ...others.filter((other) => other !== second)], least: 2 };
}

function isSameHarmOfAnother(dossier: Dossier, first: Comparison, other: Comparison): boolean {
  const [theirs, others] = [sidesOf(dossier, first.victims), sidesOf(dossier, other.victims)];
  const isAnother = dossier.conflict.sides.some(({ side }) => others.includes(side) && !theirs.includes(side));
  return isAnother && theirs.length > 0 && first.harm === other.harm;
}

/** By what the claimant itself says: of the gravest harm, then the newest report, then the highest figure. */
function ownFirst(all: readonly IncidentFigures[], isAskedFor: (claim: Claim) => boolean): readonly IncidentFigures[] {
  const keyed = all.map((one) => {
    const own = figuresOf(one).filter((claim) => isAskedFor(claim) && claim.status !== 'superseded');
    const harm = Math.min(...own.map((claim) => HARM[claim.harm]));
    const worst = newestReportFirst(own.filter((claim) => HARM[claim.harm] === harm));
    return { one, harm, reportedOn: worst[0]?.reportedOn ?? '0001', most: Math.max(0, ...worst.map(numberOf)) };
  });
  return keyed
    .toSorted((a, b) => a.harm - b.harm || newestFirst(a.reportedOn, b.reportedOn) || b.most - a.most)
    .map(({ one }) => one);
}

function numberOf({ count }: Claim): number {
  return count.low ?? 0;
}

/** Of what one claimant says, its gravest harm and its highest figure. */
function byOwn(a: Comparison, b: Comparison, { isAskedFor }: Wish): number {
  if (isAskedFor === undefined) return 0;
  const most = ({ rows }: Comparison) =>
    Math.max(0, ...rows.flatMap(({ claim }) => (isAskedFor(claim) ? numberOf(claim) : [])));
  return HARM[a.harm] - HARM[b.harm] || most(b) - most(a);
}

/** A smaller number is more wanted. */
function tierOf(comparison: Comparison, wish: Wish): number {
  return askedTier(comparison, wish) * 2 + Number(!isExact(comparison, wish));
}

function askedTier({ rows }: Comparison, { isAskedFor }: Wish): number {
  if (isAskedFor === undefined) return 0;
  const tiers = rows.filter(({ claim }) => isAskedFor(claim)).map(placeOfRow);
  return Math.min(3, ...tiers);
}

/** A figure that stands, a denial, and what gave way. */
function placeOfRow({ claim, relation }: ClaimRow): number {
  return claim.status === 'superseded' ? 2 : relation === 'denial' ? 1 : 0;
}

function isExact({ rows }: Comparison, { period }: Wish): boolean {
  return period !== undefined && rows.some(({ claim }) => sameDays(parseEdtf(claim.period), period));
}

interface Toll extends Required<Pick<Picked, 'one' | 'lead'>> {
  /** Compared one after the other; the smaller is the graver. */
  readonly keys: readonly number[];
}

/**
 * The incident with the gravest harm to any of the people asked for, by the least number that anybody whose figure
 * stands gives: no side makes it graver by saying more. A period without an incident comes after all that have one.
 */
function gravest(all: readonly IncidentFigures[], isAsked: (comparison: Comparison) => boolean): Toll | undefined {
  let found: Toll | undefined;
  for (const one of all) {
    for (const comparison of one.comparisons) {
      if (comparison.unit !== 'people' || !isAsked(comparison)) continue;
      const least = leastOf(comparison);
      if (least === undefined) continue;
      const toll = { one, lead: comparison, keys: [Number(one.incident === undefined), HARM[comparison.harm], -least] };
      if (found === undefined || byToll(toll, found) < 0) found = toll;
    }
  }
  return found;
}

const leastOf = onceFor(({ rows }: Comparison): number | undefined => {
  const standing = rows.filter((row) => !hasGivenWay(row) && row.relation !== 'denial');
  const numbers = standing.flatMap(({ claim }) => claim.count.low ?? []);
  return numbers.length === 0 ? undefined : Math.min(...numbers);
});

function byToll(a: Toll, b: Toll): number {
  const at = a.keys.findIndex((key, index) => key !== b.keys[index]);
  if (at !== -1) return (a.keys[at] ?? 0) - (b.keys[at] ?? 0);
  return a.one.id < b.one.id ? -1 : a.one.id > b.one.id ? 1 : 0;
}

/** The latest of them, if any. It is not certain where another may be later: a month is no day after others of it. */
export function latestOf(all: readonly IncidentFigures[]): {
  readonly one: IncidentFigures | undefined;
  readonly isCertain: boolean;
} {
  const [first, ...others] = all;
  if (!first) return { one: undefined, isCertain: false };
  const one = others.reduce((latest, other) => (byDay(other, latest) > 0 ? other : latest), first);
  const { latest } = periodOf(one);
  return { one, isCertain: !isVague(periodOf(one)) && all.every((other) => periodOf(other).latest <= latest) };
}

/** By their days, the latest at the end; what has no day is of the first on which it can have been. */
export function byDay(a: IncidentFigures, b: IncidentFigures): number {
  const [one, other] = [dayOf(a), dayOf(b)];
  return one === other ? 0 : one < other ? -1 : 1;
}

function dayOf(one: IncidentFigures): string {
  return isVague(periodOf(one)) ? periodOf(one).earliest : periodOf(one).latest;
}

const periodOf = onceFor((one: IncidentFigures) => parseEdtf(newestPeriod(figuresOf(one))));
