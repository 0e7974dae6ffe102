/** What /casualties offers to choose: an incident with figures, and a group of victims. */
import type { IncidentFigures } from '../../dossier/casualties/incident-figures.ts';
import { firstIncidents } from '../../dossier/casualties/rank.ts';
import type { Choice } from '../../reply/reply.ts';
import type { Named } from '../named.ts';
import { victimsAtStart } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';
import { isNamed, menuName } from './incident-name.ts';

/** Incidents, those of most significance and rivalry first, and victims, those of most incidents first. */
export function figureChoices(
  all: readonly IncidentFigures[],
  matching: readonly IncidentFigures[],
  { incident, who }: { readonly incident?: Named; readonly who?: Named },
  context: NameContext,
): readonly Choice[] {
  const { dossier, language } = context;
  const first = firstIncidents(dossier, all, 3);
  const incidents = [...first, ...all.filter((one) => !first.includes(one))];
  const chosen = incident && matching.find((one) => isNamed(one, incident));
  return [
    {
      param: 'incident',
      label: language.text('casualties-choose-incident'),
      options: incidents.map((one) => menuOption(one, context)),
      ...(chosen ? { chosen: chosen.id } : {}),
    },
    {
      param: 'who',
      label: language.text('casualties-choose-who'),
      options: victimsOf(matching, context),
      ...(who ? { chosen: who.id } : {}),
    },
  ].filter(({ options }) => options.length > 1);
}

function menuOption(one: IncidentFigures, context: NameContext): Choice['options'][number] {
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
