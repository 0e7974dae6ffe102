/** What became of a recorded state of the ceasefire: a state of months ago must not read as if it stood (R19). */

import { agreementsOn } from '../../dossier/ceasefire/agreements.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import { laterState } from '../../dossier/kinds/ceasefire.ts';
import type { Spans } from '../../reply/span.ts';
import type { NameContext } from '../wording-context.ts';
import { agreedLine, became } from './agreement-lines.ts';

/** By what is recorded of the days up to `day` (`YYYY-MM-DD`). Empty where it is the last state, and stands. */
export function whatBecame(id: string, day: string, context: NameContext): readonly Spans[] {
  const { dossier, language } = context;
  const states = [...dossier.ceasefire.values()];
  const state = states.find((one) => one.id === id);
  if (!state) return [];
  const later = laterState(state, dossier, day);
  const lines = agreementsOn(states, day).all.flatMap((one): readonly Spans[] => {
    const isItself = one.entry.id === id;
    const hasCome = one.end ? one.end.by.id !== id || isItself : one.course.at(-1) !== state && one.course.length > 0;
    if (!hasCome) return [];
    if (isItself) return [became(one, context)];
    return one.course.includes(state) ? [agreedLine('ceasefire-tells-of', one, context)] : [];
  });
  const last = later && language.date(parseEdtf(later.effectiveFrom));
  return [...lines, ...(last === undefined ? [] : [language.spans('alert-later-state', { date: last })])];
}
