/** Which figures were asked for: by victims, harm, claimant, period and day. */
import { type Edtf, overlaps, parseEdtf } from '../dates/edtf.ts';
import { wasIn } from '../dates/one-event.ts';
import type { Dossier } from '../dossier.ts';
import type { Claim } from '../entries.ts';
import { memoise, onceFor } from '../memoise.ts';
import { lineOf } from '../speaking-for.ts';
import type { Comparison } from './compare.ts';
import {
  allIncidentFigures,
  figuresByIncident,
  type IncidentFigures,
  newestIncidentFirst,
  withSome,
} from './incident-figures.ts';
import { areLinked } from './series.ts';
import { deniesInGeneral, silenceAbout } from './silence.ts';

export interface FigureFilter {
  /** A group of victims, or a status of several. */
  readonly who?: string | undefined;
  readonly harm?: string | undefined;
  /** A party, or a side with all of its parties. */
  readonly claimant?: string | undefined;
  readonly period?: Edtf | undefined;
  /** `YYYY-MM-DD`: only figures whose period had ended by then; any other also counts what happened later. */
  readonly endedBy?: string | undefined;
}

/**
 * Filters choose whole comparisons: a claimant's figure is still shown beside those that conflict with it. Of other
 * days than those that were asked about, nothing is.
 */
export function selectFigures(dossier: Dossier, filter: FigureFilter): readonly IncidentFigures[] {
  const { period, endedBy } = filter;
  const all =
    period === undefined && endedBy === undefined
      ? allIncidentFigures(dossier)
      : figuresThen(dossier)({ period, endedBy });
  return newestIncidentFirst(wanted(dossier, all, filter));
}

/** One answer asks for those of its days several times. */
const MOST_KEPT = 2;

/** Of the days that were asked about, whatever else was. */
const figuresThen = onceFor((dossier: Dossier) =>
  memoise((filter: Pick<FigureFilter, 'period' | 'endedBy'>) => {
    const asked = new Set(claimsThen(dossier, filter));
    const isAsked = (claim: Claim) => asked.has(claim);
    return figuresByIncident(dossier, [...asked]).map((one) => saidThen(dossier, one, isAsked));
  }, MOST_KEPT),
);

/**
 * Those of the days that were asked about, in the dossier's order. A denial of longer days than a period stands beside
 * the figures that it names or covers.
 */
function claimsThen(dossier: Dossier, { period, endedBy }: FigureFilter): readonly Claim[] {
  const ended = [...dossier.claims.values()].filter(
    (claim) => endedBy === undefined || parseEdtf(claim.period).latest <= endedBy,
  );
  if (period === undefined) return ended;
  const then = new Set(ended.filter((claim) => wasIn(parseEdtf(claim.period), period)));
  const isOfThese = (claim: Claim) =>
    claim.count.qualifier === 'denial' &&
    [...then].some((other) => areLinked(claim, other) || deniesInGeneral(dossier, claim, other));
  return ended.filter((claim) => then.has(claim) || isOfThese(claim));
}

/** Where a side that gave no figure is quoted with what is not `isAsked`, what it said of it that is. */
function saidThen(dossier: Dossier, one: IncidentFigures, isAsked: (claim: Claim) => boolean): IncidentFigures {
  const { comparisons, incident } = one;
  if (comparisons.every(({ saidElsewhere }) => saidElsewhere.every(isAsked))) return one;
  const group = comparisons.flatMap(({ rows }) => rows.map(({ claim }) => claim));
  return {
    ...one,
    comparisons: comparisons.map((comparison) => {
      const [row] = comparison.rows;
      if (row === undefined || comparison.saidElsewhere.every(isAsked)) return comparison;
      return { ...comparison, ...silenceAbout(dossier, row.claim, { group, incident, isAsked }) };
    }),
  };
}

function wanted(dossier: Dossier, all: readonly IncidentFigures[], filter: FigureFilter): readonly IncidentFigures[] {
  const { who, harm, claimant, period } = filter;
  // What follows from an incident is kept with it: it stays the same where nothing of it is left out.
  if ([who, harm, claimant, period].every((one) => one === undefined)) return all;
  return all
    .map((one) =>
      withSome(
        one,
        one.comparisons.filter((each) => isWanted(dossier, each, filter)),
      ),
    )
    .filter(({ comparisons }) => comparisons.length > 0);
}

function isWanted(
  dossier: Dossier,
  { harm, victims, rows }: Comparison,
  { who, harm: asked, claimant, period }: FigureFilter,
): boolean {
  return (
    (asked === undefined || harm === asked) &&
    (who === undefined || victims === who || statusOf(dossier, victims) === who) &&
    (period === undefined || rows.some(({ claim }) => wasIn(parseEdtf(claim.period), period))) &&
    (claimant === undefined || rows.some(({ claim }) => isFrom(dossier, claim.claimedBy, claimant)))
  );
}

/**
 * A side includes its parties: a state's figures are also those of its army and its ministries. An organisation
 * includes its bodies, over however many steps.
 */
export function isFrom({ parties }: Dossier, party: string, claimant: string): boolean {
  return parties.get(party)?.side === claimant || lineOf({ parties }, party).includes(claimant);
}

/** The ids of those that `organisation` is the parent of, over however many steps. */
export function bodiesOf({ parties }: Dossier, organisation: string): readonly string[] {
  return [...parties.keys()].filter((id) => id !== organisation && lineOf({ parties }, id).includes(organisation));
}

function statusOf({ conflict }: Dossier, group: string): string | undefined {
  return conflict.victimGroups.find(({ id }) => id === group)?.status;
}

/** Figures that are left out because their period had begun, but not ended, on the day of `endedBy`. */
export function selectUnfinished(
  dossier: Dossier,
  filter: FigureFilter & { readonly endedBy: string },
  isAsked: (one: IncidentFigures) => boolean,
): readonly IncidentFigures[] {
  const { endedBy: day } = filter;
  return figuresWhere(dossier, filter, isAsked, ({ earliest, latest }) => earliest <= day && day < latest);
}

/** Figures that are left out because the days of `period` are only some of those that they count. */
export function selectLonger(
  dossier: Dossier,
  { period, ...filter }: FigureFilter & { readonly period: Edtf },
  isAsked: (one: IncidentFigures) => boolean,
): readonly IncidentFigures[] {
  const { endedBy } = filter;
  const shown = new Set(claimsThen(dossier, { ...filter, period }));
  return figuresWhere(dossier, filter, isAsked, (days, claim) => {
    return overlaps(days, period) && !shown.has(claim) && (endedBy === undefined || days.latest <= endedBy);
  });
}

function figuresWhere(
  dossier: Dossier,
  filter: FigureFilter,
  isAsked: (one: IncidentFigures) => boolean,
  isLeftOut: (days: Edtf, claim: Claim) => boolean,
): readonly IncidentFigures[] {
  const claims = [...dossier.claims.values()].filter((claim) => isLeftOut(parseEdtf(claim.period), claim));
  return wanted(dossier, figuresByIncident(dossier, claims).filter(isAsked), filter);
}
