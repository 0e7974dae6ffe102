/** The corrections that a message needs: those of the entries that it shows, since it was sent. */

import { correctionsSince, dossierAt } from '../changes/dossier-at.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { KINDS } from '../dossier/kinds/index.ts';
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
 * All corrections up to now, the newest first, each as it was published, with its own reason and the wording that it
 * corrected. `shown` are the ids of the entries that the message showed.
 */
export function correctedSince(
  { original, head, at }: Original,
  context: MessageContext,
  composeText: ComposeText,
): { readonly rows: readonly Spans[] } & Pick<Composed, 'isEmpty' | 'materialSeq' | 'shown'> {
  const before = dossierAt(context.dossier, head);
  const sent = composeText(original, { ...context, dossier: before, now: at });
  const corrections = entriesIn(sent, before)
    .flatMap((id) => correctionsSince(id, head, context.dossier))
    .toSorted((a, b) => b.seq - a.seq);
  const rows = corrections.map((step) => correctionRow(step, step.at, context, isNews(step.entry) ? 'terse' : 'full'));
  const material = corrections.find(({ revision }) => !('weight' in revision && revision.weight === 'minor'));
  return {
    rows,
    shown: sent.shown,
    isEmpty: corrections.length === 0,
    ...(material && { materialSeq: material.seq }),
  };
}

/** Ids of the entries that the message shows, and of the people, places and sources that these name. */
export function entriesIn({ shown, states = [] }: Composed, dossier: Dossier): readonly string[] {
  const own = [...new Set([...states, ...shown])];
  const named = own.flatMap((id) => {
    const entry = dossier.history(id).at(-1)?.entry;
    return entry === undefined
      ? []
      : referencesOf(entry).flatMap(({ to, target }) => (KINDS[to].correctedWhereNamed ? [target] : []));
  });
  return [...new Set([...own, ...named])];
}
