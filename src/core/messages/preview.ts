/** What would be sent to a place if it were sent now, labelled as that. */

import type { Block } from '../reply/span.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { WordingContext } from '../wording/wording-context.ts';
import { compose } from './compose.ts';
import type { Composed } from './composed.ts';
import type { Content } from './kinds/index.ts';

export function preview(
  { settings, sinceSeq, doubtfulSlot }: Subscription,
  context: WordingContext,
): Composed & { readonly notes: readonly Block[] } {
  const { dossier, language, now } = context;
  const { topics, side, timezone, board, when } = settings;
  const filters = { topics, side, timezone };
  const from = sinceSeq === null ? null : sinceSeq + 1;
  const isBoard = board === 'instead';
  const content: Content = isBoard
    ? { kind: 'board', ...filters }
    : { kind: 'digest', ...filters, from, to: dossier.head, slot: now, isLate: false, doubtfulSlot };
  const composed = compose(content, context);
  const notes = [
    isBoard ? language.spans('preview-board') : language.spans('preview-digest'),
    ...(composed.isEmpty && when === 'changes' ? [language.spans('preview-skipped')] : []),
  ];
  return { ...composed, notes: notes.map((spans): Block => ({ kind: 'note', spans })) };
}
