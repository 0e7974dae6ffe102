/** New figures in a line or two each, beside their rivals: what leads a message about them. */

import { type Comparison, claimsOf } from '../../dossier/casualties/compare.ts';
import { type IncidentFigures, incidentFiguresNear } from '../../dossier/casualties/incident-figures.ts';
import { firstIncidents, rankComparisons, sidesOf } from '../../dossier/casualties/rank.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import type { Claim } from '../../dossier/entries.ts';
import { onceFor } from '../../dossier/memoise.ts';
import type { Block } from '../../reply/span.ts';
import type { NameContext } from '../wording-context.ts';
import { briefGroup, type NoteSize, noteBlocks } from './brief-group.ts';
import { headingOf, shortName } from './incident-name.ts';

/** Claimants of a group at most; whose figure is new is always among them. */
const MOST = 5;

export interface BriefFigures {
  readonly blocks: readonly Block[];
  /** Ids of those that are new and in `blocks`. */
  readonly shown: readonly string[];
}

export interface FigureLimits {
  /** Incidents and groups of each at most, those first whose figures have rivals; left out: all. */
  readonly incidents?: number;
  readonly groups?: number;
  /** Claimants of a group, see `Room`. */
  readonly claimants?: number;
  readonly noteSize?: NoteSize;
}

/**
 * `fresh` are ids of claims. An incident's name stands over its groups, the newest first. Beside the dead of one side
 * of the conflict there are always the other's, where these have a fresh figure.
 */
export function briefFigures(
  fresh: ReadonlySet<string>,
  context: NameContext,
  { claimants = MOST, noteSize = 'whole', ...limits }: FigureLimits = {},
): BriefFigures {
  const notes: string[] = [];
  const groupsOf = groupsWith(context.dossier)(fresh);
  const picked = pick(groupsOf, limits, context.dossier);
  const all = [...groupsOf.keys()].flatMap((one) => {
    const groups = picked.get(one);
    return groups ? [{ one, groups: rankComparisons(context.dossier, groups) }] : [];
  });
  const blocks = all.flatMap(({ one, groups }): readonly Block[] => {
    const brief = { ...headingOf(one), most: claimants, noteSize, notes };
    return [
      { kind: 'heading', spans: [shortName(one, context)] },
      ...groups.map((group) => briefGroup(group, { ...brief, isAskedFor: isOneOf(fresh) }, context)),
    ];
  });
  const shown = all.flatMap(({ groups }) =>
    groups.flatMap(({ rows }) => rows.flatMap((row) => claimsOf(row).map(({ id }) => id))),
  );
  return { blocks: [...blocks, ...noteBlocks(notes, context)], shown: shown.filter((id) => fresh.has(id)) };
}

/** A screen is tried with more or less of the same figures. */
const groupsWith = onceFor((dossier: Dossier) =>
  onceFor(
    (fresh: ReadonlySet<string>): Groups =>
      new Map(
        incidentFiguresNear(dossier, fresh)
          .map((one) => [one, one.comparisons.filter((group) => isFresh(group, fresh))] as const)
          .filter(([, groups]) => groups.length > 0),
      ),
  ),
);

const isOneOf = onceFor(
  (ids: ReadonlySet<string>) =>
    ({ id }: Pick<Claim, 'id'>) =>
      ids.has(id),
);

function isFresh({ rows }: Comparison, fresh: ReadonlySet<string>): boolean {
  return rows.some((row) => claimsOf(row).some(({ id }) => fresh.has(id)));
}

type Groups = ReadonlyMap<IncidentFigures, readonly Comparison[]>;

/** Those with rivals first; then, where only one side's dead are among them, the first of each other side's. */
function pick(all: Groups, { incidents, groups: most }: FigureLimits, dossier: Dossier): Groups {
  const ones = [...all.keys()];
  const picked = new Map<IncidentFigures, readonly Comparison[]>();
  for (const one of incidents === undefined ? ones : firstIncidents(dossier, ones, incidents)) {
    picked.set(one, rankComparisons(dossier, all.get(one) ?? []).slice(0, most));
  }
  for (const { side } of dossier.conflict.sides) {
    const told = [...picked.values()].flat();
    const isTold = told.some((group) => isOfDead(group, side, dossier));
    const isOther = told.some((group) => dossier.conflict.sides.some((one) => isOfDead(group, one.side, dossier)));
    if (isTold || !isOther) continue;
    const withDead = (some: readonly IncidentFigures[]) =>
      firstIncidents(
        dossier,
        some.filter((one) => all.get(one)?.some((group) => isOfDead(group, side, dossier))),
        1,
      );
    // Of what is shown already if it can be.
    const [one] = [...withDead([...picked.keys()]), ...withDead(ones)];
    if (one === undefined) continue;
    const dead = (all.get(one) ?? []).filter((group) => isOfDead(group, side, dossier));
    picked.set(one, [...(picked.get(one) ?? []), ...rankComparisons(dossier, dead).slice(0, 1)]);
  }
  return picked;
}

function isOfDead(group: Comparison, side: string, dossier: Dossier): boolean {
  return group.harm === 'killed' && sidesOf(dossier, group).split('/').includes(side);
}
