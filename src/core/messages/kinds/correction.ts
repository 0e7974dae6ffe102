/** A message that was sent, corrected: as it read then but for what was corrected, with a line for each correction. */

import { z } from 'zod';
import { correctedDossierAt } from '../../changes/dossier-at.ts';
import type { Block } from '../../reply/span.ts';
import type { Composed, MessageContext } from '../composed.ts';
import { originalFields } from '../content-fields.ts';
import { correctedSince } from '../corrected-since.ts';
import type { ComposeText, MessageKind } from '../message-kind.ts';

const schema = z.strictObject({ kind: z.literal('correction'), ...originalFields });
type Correction = z.infer<typeof schema>;

/** About the delivery that it corrects, by its id, for what the ledger corrects at `position`. */
export const correction = {
  content: schema,
  lane: 0,
  audience: 'subscription',
  // What could not be made for this long is given up, with the reason.
  lifetimeMs: 7 * 86_400_000,
  about: (delivery) => delivery,
  overtakenBy: 'position',
  corrects: 'in place',
  // A later correction is of the same message, not of this one.
  shows: null,
  isSentEmpty: false,
  wantedBy: null,
  compose: composeCorrection,
} as const satisfies MessageKind<Correction, string>;

/**
 * The message stays what it was: what became news after it does not come into it, and its ages are those of its day.
 */
function composeCorrection(content: Correction, context: MessageContext, composeText: ComposeText): Composed {
  const { original, head, at } = content;
  const { rows, shown, ...found } = correctedSince(content, context, composeText);
  const dossier = correctedDossierAt(context.dossier, head);
  const now = composeText(original, { ...context, dossier, now: at, shownBefore: shown });
  const lines = rows.map((spans): Block => ({ kind: 'text', spans }));
  return {
    ...found,
    more: now.more,
    shown,
    reply: {
      ...now.reply,
      // A phone shows the first line alone: nobody is to take what was corrected for news.
      title: context.language.spans('correction-in-place', {
        what: now.isEmpty ? 'withdrawn' : 'corrected',
        title: now.reply.title ?? [],
      }),
      tone: 'correction',
      blocks: [...lines, ...now.reply.blocks],
      // The message keeps what it showed.
      onTop: lines.length,
    },
  };
}
