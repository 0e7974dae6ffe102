/** What has got old: the newest development, and the state of the ceasefire. Whoever moderates is reminded of it. */

import { ceasefireOn } from '../dossier/ceasefire/view.ts';
import { type Age, newestOf } from '../dossier/dates/age.ts';
import { dayOf } from '../dossier/dates/knowledge.ts';
import type { WordingContext } from '../wording/wording-context.ts';

/** In days, as R15 counts them: older than this is old. */
export interface StaleLimits {
  readonly newsAfterDays: number;
  readonly ceasefireAfterDays: number;
}

export interface Stale {
  readonly what: 'development' | 'ceasefire';
  readonly age: Age;
}

/** Empty where all is fresh. What there is nothing of is not old. */
export function staleIn(
  { dossier, now, timezone }: Pick<WordingContext, 'dossier' | 'now' | 'timezone'>,
  { newsAfterDays, ceasefireAfterDays }: StaleLimits,
): readonly Stale[] {
  const day = dayOf(now, timezone);
  const state = ceasefireOn(dossier, day)?.newest;
  const ages = [
    {
      what: 'development' as const,
      age: newestOf(
        [...dossier.developments.values()].map(({ date }) => date),
        day,
      ),
      limit: newsAfterDays,
    },
    { what: 'ceasefire' as const, age: state && newestOf([state.effectiveFrom], day), limit: ceasefireAfterDays },
  ];
  return ages.flatMap(({ what, age, limit }) => (age !== undefined && age.days > limit ? [{ what, age }] : []));
}
