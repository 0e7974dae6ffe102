/** The state of the ceasefire in short, as every pushed message shows it. */

import { type CeasefireView, ceasefireOn, isOver } from '../../dossier/ceasefire/view.ts';
import { newestOf } from '../../dossier/dates/age.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import { dayOf } from '../../dossier/dates/knowledge.ts';
import type { Block } from '../../reply/span.ts';
import { ageWords } from '../as-of.ts';
import type { WordingContext } from '../wording-context.ts';
import { leadBlocks } from './state-blocks.ts';

/**
 * The state with its age (R15) and since when it has been described so, with the dates (EDTF) and entries behind it.
 */
export function ceasefireLead(context: WordingContext): {
  readonly blocks: readonly Block[];
  readonly dates: readonly string[];
  /** Ids of the states that it rests on. */
  readonly shown: readonly string[];
  /** Ids of those whose headlines it has. */
  readonly told: readonly string[];
} {
  const { dossier, language, now, timezone } = context;
  const day = dayOf(now, timezone);
  const view = ceasefireOn(dossier, day);
  if (!view) {
    const on = language.date(parseEdtf(day));
    return {
      blocks: [{ kind: 'text', spans: language.spans('ceasefire-nothing-at-all', { on }) }],
      dates: [],
      shown: [],
      told: [],
    };
  }
  const { state, since, newest } = view;
  const age = newestOf([since.effectiveFrom], day);
  const words = { state: state.state, since: language.date(parseEdtf(since.effectiveFrom)) };
  // What fell or ran out has its day in the sentence that says so.
  const sinceWhen =
    age === undefined || isOver(view) ? [] : [language.spans('digest-state-since', { ...words, ...ageWords(age) })];
  return {
    blocks: [...leadBlocks(view, false, context), ...sinceWhen.map((spans): Block => ({ kind: 'note', spans }))],
    dates: [newest.effectiveFrom],
    shown: [...new Set([state.id, since.id, newest.id])],
    told: toldIn(view),
  };
}

/** What ran out is told by what was agreed, and what was agreed after a fall in the place of a later state. */
function toldIn({ standing, state, newest, truce, overLast }: CeasefireView): readonly string[] {
  const first = standing === 'ran out' && truce ? truce.entry : state;
  const last = newest === state ? [] : [overLast?.entry ?? newest];
  return [first, ...last].map(({ id }) => id);
}
