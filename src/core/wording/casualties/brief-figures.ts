/** New figures in a line or two each, beside their rivals: what leads a message about them. */

import { claimsOf } from '../../dossier/casualties/compare.ts';
import { allIncidentFigures } from '../../dossier/casualties/incident-figures.ts';
import { rankComparisons } from '../../dossier/casualties/rank.ts';
import type { Block } from '../../reply/span.ts';
import type { NameContext } from '../wording-context.ts';
import { briefGroup, noteBlocks } from './brief-group.ts';
import { headingOf, shortName } from './incident-name.ts';

/** Claimants of a group at most; whose figure is new is always among them. */
const MOST = 5;

export interface BriefFigures {
  readonly blocks: readonly Block[];
  /** Ids of those that are new and in `blocks`. */
  readonly shown: readonly string[];
}

/**
 * `fresh` are ids of claims. An incident's name stands over its groups, the newest first. At most `incidents` with at
 * most `groups` each; left out: all.
 */
export function briefFigures(
  fresh: ReadonlySet<string>,
  context: NameContext,
  { incidents = Number.POSITIVE_INFINITY, groups: most = Number.POSITIVE_INFINITY } = {},
): BriefFigures {
  const notes: string[] = [];
  const all = allIncidentFigures(context.dossier)
    .map((one) => ({
      one,
      groups: one.comparisons.filter(({ rows }) => rows.some((row) => claimsOf(row).some(({ id }) => fresh.has(id)))),
    }))
    .filter(({ groups }) => groups.length > 0)
    .slice(0, incidents)
    .map(({ one, groups }) => ({ one, groups: rankComparisons(context.dossier, groups).slice(0, most) }));
  const blocks = all.flatMap(({ one, groups }): readonly Block[] => {
    const brief = { ...headingOf(one), most: MOST, noteSize: 'whole' as const, notes };
    return [
      { kind: 'heading', spans: [shortName(one, context)] },
      ...groups.map((group) => briefGroup(group, { ...brief, isAskedFor: ({ id }) => fresh.has(id) }, context)),
    ];
  });
  const shown = all.flatMap(({ groups }) =>
    groups.flatMap(({ rows }) => rows.flatMap((row) => claimsOf(row).map(({ id }) => id))),
  );
  return { blocks: [...blocks, ...noteBlocks(notes, context)], shown: shown.filter((id) => fresh.has(id)) };
}
