/** What was filed under other topics where nothing was under those that were asked for. */
import { isIncident } from '../dossier/casualties/incident.ts';
import type { Topic } from '../dossier/kinds/field-schemas.ts';
import type { Changes } from './changes.ts';

const MOST = 3;

interface Counted {
  readonly topic: Topic;
  readonly count: number;
}

/**
 * The topics that most developments of `changes` have, those of fighting alone where fighting was asked for. None where
 * nothing was.
 */
export function kindsNear(asked: readonly Topic[], { developments }: Changes): readonly Counted[] {
  if (asked.length === 0) return [];
  const isOfFighting = asked.some((category) => isIncident({ category }));
  const found = developments.flatMap(({ entry }) => (entry.kind === 'development' ? [entry.fields] : []));
  const near = found.filter((one) => !isOfFighting || isIncident(one));
  return [...Map.groupBy(near, ({ category }) => category)]
    .map(([topic, all]) => ({ topic, count: all.length }))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST);
}
