/** What figures can be narrowed to by choosing: an incident, a group of victims, one figure of an incident (V5, V6). */
import { claimsOf } from '../../dossier/casualties/compare.ts';
import type { IncidentFigures } from '../../dossier/casualties/incident-figures.ts';
import { pickIncidents } from '../../dossier/casualties/pick.ts';
import { rankComparisons } from '../../dossier/casualties/rank.ts';
import type { Choice } from '../../reply/reply.ts';
import type { Named } from '../named.ts';
import { victimsAtStart } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';
import { isNamed, menuName } from './incident-name.ts';
import { figureName } from './one-figure.ts';

interface Chosen {
  readonly incident?: Named | undefined;
  readonly who?: Named | undefined;
}

/**
 * Incidents, those of most significance and rivalry first, and victims, those of most incidents first. `matching` are
 * those that the answer is about; where that is one, its figures can be opened.
 */
export function casualtyChoices(
  all: readonly IncidentFigures[],
  matching: readonly IncidentFigures[],
  { incident, who }: Chosen,
  context: NameContext,
): readonly Choice[] {
  const { dossier, language } = context;
  const first = pickIncidents(dossier, all, {}, 3).map(({ one }) => one);
  const incidents = [...first, ...all.filter((one) => !first.includes(one))];
  const chosen = incident && matching.find((one) => isNamed(one, incident));
  const [only, ...others] = matching;
  return [
    {
      param: 'incident',
      label: language.text('casualties-choose-incident'),
      options: incidents.map((one) => incidentOption(one, context)),
      ...(chosen ? { chosen: chosen.id } : {}),
    },
    {
      param: 'who',
      label: language.text('casualties-choose-who'),
      options: victimsOf(matching, context),
      ...(who ? { chosen: who.id } : {}),
    },
    {
      param: 'id',
      label: language.text('casualties-choose-figure'),
      options: only && others.length === 0 ? figureOptions(only, context) : [],
    },
  ].filter(({ options }) => options.length > 1);
}

function incidentOption(one: IncidentFigures, context: NameContext): Choice['options'][number] {
  return {
    value: one.id,
    get label() {
      return menuName(one, context);
    },
  };
}

function victimsOf(matching: readonly IncidentFigures[], { dossier }: NameContext): Choice['options'] {
  const counts = new Map<string, number>();
  for (const { comparisons } of matching) {
    for (const group of new Set(comparisons.map(({ victims: id }) => id)))
      counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([id]) => ({ value: id, label: victimsAtStart(dossier, id) }));
}

/** In the order in which the incident shows them. */
function figureOptions({ comparisons }: IncidentFigures, context: NameContext): Choice['options'] {
  const rows = rankComparisons(context.dossier, comparisons).flatMap((comparison) => comparison.rows);
  return rows.flatMap(claimsOf).map((claim) => ({
    value: claim.id,
    get label() {
      return figureName(claim, context);
    },
  }));
}
