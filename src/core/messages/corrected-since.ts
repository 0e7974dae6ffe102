/** What was corrected of a message since it was sent. */

import { asTold, correctionsSince } from '../changes/as-corrected.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { isNews } from '../dossier/news.ts';
import { referencesOf } from '../dossier/references.ts';
import type { Spans } from '../reply/span.ts';
import { correctionRow } from '../wording/change-rows.ts';
import type { Composed, MessageContext } from './composed.ts';
import type { ComposeText } from './message-kind.ts';

/** `original` is its content as text, `head` the last position it was composed from, `at` when (Unix time in ms). */
export interface Original {
  readonly original: string;
  readonly head: number;
  readonly at: number;
}

/**
 * All corrections up to now, the newest first, each as it was published: beside what it corrected, with its own reason.
 * `told` are the entries that the message told of.
 */
export function correctedSince(
  { original, head, at }: Original,
  context: MessageContext,
  composeText: ComposeText,
): { readonly rows: readonly Spans[]; readonly told: readonly string[] } & Pick<Composed, 'isEmpty' | 'materialSeq'> {
  const before = asTold(context.dossier, head);
  const sent = composeText(original, { ...context, dossier: before, now: at });
  const corrections = entriesIn(sent, before)
    .flatMap((id) => correctionsSince(id, head, context.dossier))
    .toSorted((a, b) => b.seq - a.seq);
  const rows = corrections.map((step) => correctionRow(step, step.at, context, isNews(step.entry) ? 'brief' : 'full'));
  const material = corrections.find(({ revision }) => !('weight' in revision && revision.weight === 'minor'));
  return {
    rows,
    told: sent.shown,
    isEmpty: corrections.length === 0,
    ...(material && { materialSeq: material.seq }),
  };
}

/** With the people, places and sources that these name: readers were told those too. */
export function entriesIn({ shown, states = [] }: Composed, dossier: Dossier): readonly string[] {
  const told = [...new Set([...states, ...shown])];
  const named = told.flatMap((id) => {
    const entry = dossier.history(id).at(-1)?.entry;
    return entry === undefined
      ? []
      : referencesOf(entry).flatMap(({ to, target }) =>
          to === 'person' || to === 'place' || to === 'source' ? [target] : [],
        );
  });
  return [...new Set([...told, ...named])];
}
