/** Which figures were asked for: by victims, harm, claimant, period and day. */
import { type Edtf, overlaps, parseEdtf } from '../dates/edtf.ts';
import { wasIn } from '../dates/one-event.ts';
import type { Dossier } from '../dossier.ts';
import type { Claim } from '../entries.ts';
import { lineOf } from '../speaking-for.ts';
import type { Comparison } from './compare.ts';
import {
  allIncidentFigures,
  figuresByIncident,
  type IncidentFigures,
  newestIncidentFirst,
} from './incident-figures.ts';

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

/** Filters choose whole comparisons: a claimant's figure is still shown beside those that conflict with it. */
export function selectFigures(dossier: Dossier, filter: FigureFilter): readonly IncidentFigures[] {
  const { endedBy } = filter;
  const all =
    endedBy === undefined
      ? allIncidentFigures(dossier)
      : figuresByIncident(
          dossier,
          [...dossier.claims.values()].filter(({ period }) => parseEdtf(period).latest <= endedBy),
        );
  return newestIncidentFirst(wanted(dossier, all, filter));
}

function wanted(dossier: Dossier, all: readonly IncidentFigures[], filter: FigureFilter): readonly IncidentFigures[] {
  const { who, harm, claimant, period } = filter;
  // What follows from an incident is kept with it: it stays the same where nothing of it is left out.
  if ([who, harm, claimant, period].every((one) => one === undefined)) return all;
  return all
    .map((one) => ({ ...one, comparisons: one.comparisons.filter((each) => isWanted(dossier, each, filter)) }))
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
  return figuresWhere(
    dossier,
    filter,
    isAsked,
    (days) => overlaps(days, period) && !wasIn(days, period) && (endedBy === undefined || days.latest <= endedBy),
  );
}

function figuresWhere(
  dossier: Dossier,
  filter: FigureFilter,
  isAsked: (one: IncidentFigures) => boolean,
  isLeftOut: (days: Edtf) => boolean,
): readonly IncidentFigures[] {
  const claims: readonly Claim[] = [...dossier.claims.values()].filter(({ period }) => isLeftOut(parseEdtf(period)));
  return wanted(dossier, figuresByIncident(dossier, claims).filter(isAsked), filter);
}
