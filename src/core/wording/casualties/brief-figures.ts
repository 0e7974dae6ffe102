/** New figures in a line or two each, beside their rivals: what leads a message about them. */

import { claimsOf } from '../../dossier/casualties/compare.ts';
import { allIncidentFigures } from '../../dossier/casualties/incident-figures.ts';
import type { Block } from '../../reply/span.ts';
import type { NameContext } from '../wording-context.ts';
import { briefGroup, noteBlocks } from './brief-group.ts';
import { headingOf, shortName } from './incident-name.ts';

/** Claimants of a group at most; whose figure is new is always among them. */
const MOST = 5;

/** `fresh` are ids of claims. An incident's name stands over its groups, the newest incident first. */
export function briefFigures(fresh: ReadonlySet<string>, context: NameContext): readonly Block[] {
  const notes: string[] = [];
  const blocks = allIncidentFigures(context.dossier).flatMap((one): readonly Block[] => {
    const groups = one.comparisons.filter(({ rows }) =>
      rows.some((row) => claimsOf(row).some(({ id }) => fresh.has(id))),
    );
    if (groups.length === 0) return [];
    const brief = { ...headingOf(one), most: MOST, noteSize: 'whole' as const, notes };
    return [
      { kind: 'heading', spans: [shortName(one, context)] },
      ...groups.map((group) => briefGroup(group, { ...brief, isAskedFor: ({ id }) => fresh.has(id) }, context)),
    ];
  });
  return [...blocks, ...noteBlocks(notes, context)];
}
