/** All figures of one incident together, also for some of its days; of a period without one, what belongs there. */
import { newestFirst } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import type { Claim, Development } from '../entries.ts';
import { onceFor } from '../memoise.ts';
import { type Comparison, claimsOf, compareClaims } from './compare.ts';
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

/** `claims` by incident or period, the newest first. */
export function figuresByIncident(dossier: Dossier, claims: readonly Claim[]): readonly IncidentFigures[] {
  const named = compareClaims(dossier, claims).map((group) => ({
    ...group,
    id: group.incident?.id ?? firstId(group.comparisons),
  }));
  const together = [...Map.groupBy(named, ({ id }) => id)].map(([id, groups]) => ({
    id,
    incident: groups[0]?.incident,
    comparisons: merged(groups.flatMap(({ comparisons }) => comparisons)),
  }));
  return newestIncidentFirst(together);
}

/** By the newest period of a figure, as where some of their figures are left out. */
export function newestIncidentFirst(all: readonly IncidentFigures[]): readonly IncidentFigures[] {
  const newest = new Map(
    all.map((one) => [one, newestPeriod(one.comparisons.flatMap(({ rows }) => rows.map(({ claim }) => claim)))]),
  );
  return all.toSorted((a, b) => newestFirst(newest.get(a) ?? '', newest.get(b) ?? ''));
}

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
    return {
      ...first,
      rows: byReport(rows.map((row) => ({ row, newest: row.claim }))).map(({ row }) => row),
      noFigureFrom: first.noFigureFrom.filter((id) => others.every((one) => one.noFigureFrom.includes(id))),
      saidElsewhere: [...new Set(all.flatMap((one) => one.saidElsewhere))],
    };
  });
}
