/** All figures of one incident together, also for some of its days; of a period without one, what belongs there. */
import { newestFirst } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import type { Claim, Development } from '../entries.ts';
import { onceFor, onceForList } from '../memoise.ts';
import { type ClaimGroup, type Comparison, claimsOf, compareClaims, compareNear } from './compare.ts';
import { byReport, newestPeriod } from './order.ts';

export interface IncidentFigures {
  /** The id of the incident; where there is none, the first id of its figures. */
  readonly id: string;
  readonly incident: Development | undefined;
  /** One for each harm to each group of victims in each unit. Not empty. */
  readonly comparisons: readonly Comparison[];
}

/** Of all figures on file, the newest incident first. Kept for as long as the dossier is. */
export const allIncidentFigures = onceFor((dossier: Dossier) =>
  figuresByIncident(dossier, [...dossier.claims.values()]),
);

/** Of these, all that the claims with these ids have to do with; see `compareNear`. */
export function incidentFiguresNear(dossier: Dossier, ids: ReadonlySet<string>): readonly IncidentFigures[] {
  return byIncident(compareNear(dossier, ids));
}

/** `claims` by incident or period, the newest first. */
export function figuresByIncident(dossier: Dossier, claims: readonly Claim[]): readonly IncidentFigures[] {
  return byIncident(compareClaims(dossier, claims));
}

function byIncident(groups: readonly ClaimGroup[]): readonly IncidentFigures[] {
  return newestIncidentFirst([...Map.groupBy(groups, idOf).values()].map(asOne));
}

const idOf = onceFor(({ incident, comparisons }: ClaimGroup) => incident?.id ?? firstId(comparisons));

/** For each day that leaves some of its figures out, an incident is made of other groups. */
const MOST_MADE = 8;

/** The same groups are the same incident each time, so that what follows from it is worked out once. */
const asOne = onceForList((groups: readonly ClaimGroup[]): IncidentFigures => {
  const [first] = groups;
  if (!first) throw new Error('an incident needs at least one group of figures');
  const comparisons = merged(groups.flatMap((group) => group.comparisons));
  return { id: idOf(first), incident: first.incident, comparisons };
}, MOST_MADE);

/** `one` with some of its comparisons, in their order: the same object each time, and itself where that is all. */
export function withSome(one: IncidentFigures, comparisons: readonly Comparison[]): IncidentFigures {
  return comparisons.length === one.comparisons.length ? one : parts(one)(comparisons);
}

const parts = onceFor((one: IncidentFigures) =>
  onceForList((comparisons: readonly Comparison[]) => ({ ...one, comparisons }), MOST_MADE),
);

/** By the newest period of a figure, as where some of their figures are left out. */
export function newestIncidentFirst(all: readonly IncidentFigures[]): readonly IncidentFigures[] {
  return all.toSorted((a, b) => newestFirst(newestPeriodOf(a), newestPeriodOf(b)));
}

/** The newest period of a figure that none of its claimant's own took the place of. */
const newestPeriodOf = onceFor(({ comparisons }: Pick<IncidentFigures, 'comparisons'>) =>
  newestPeriod(comparisons.flatMap(({ rows }) => rows.map(({ claim }) => claim))),
);

/** All figures that are shown, also those that others replaced. */
export function figuresOf({ comparisons }: Pick<IncidentFigures, 'comparisons'>): readonly Claim[] {
  return comparisons.flatMap(({ rows }) => rows.flatMap(claimsOf));
}

function firstId(comparisons: readonly Comparison[]): string {
  const ids = figuresOf({ comparisons }).map(({ id }) => id);
  return ids.toSorted()[0] ?? '';
}

/** Of the same harm to the same victims, for more or fewer of its days, as one. */
function merged(comparisons: readonly Comparison[]): readonly Comparison[] {
  const alike = Map.groupBy(comparisons, ({ victims, harm, unit }) => `${victims}/${harm}/${unit}`);
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return first ?? [];
    const all = [first, ...others];
    const rows = all.flatMap((one) => one.rows);
    const said = new Set(all.flatMap((one) => one.saidElsewhere));
    for (const { claim } of rows) said.delete(claim);
    return {
      ...first,
      rows: byReport(rows.map((row) => ({ row, newest: row.claim }))).map(({ row }) => row),
      noFigureFrom: first.noFigureFrom.filter((id) => others.every((one) => one.noFigureFrom.includes(id))),
      hasOtherDays: all.some((one) => one.hasOtherDays),
      saidElsewhere: [...said],
    };
  });
}
