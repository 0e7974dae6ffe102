/** A notice: a message that announces corrections, under the message that they are of. */

import { z } from 'zod';
import { reply } from '../../reply/reply.ts';
import type { Block } from '../../reply/span.ts';
import { slotSpan } from '../../subscriptions/schedule-words.ts';
import type { Composed, MessageContext } from '../composed.ts';
import { originalFields } from '../content-fields.ts';
import { correctedSince } from '../corrected-since.ts';
import type { ComposeText, MessageKind } from '../message-kind.ts';
import { pushedActions } from '../pushed-actions.ts';

const schema = z.strictObject({ kind: z.literal('notice'), ...originalFields });
type Notice = z.infer<typeof schema>;

/** About the delivery that is corrected, by its id, for what the ledger corrects at `position`. */
export const notice = {
  content: schema,
  lane: 0,
  audience: 'subscription',
  // As long as the correction that it announces.
  lifetimeMs: null,
  about: (delivery) => delivery,
  overtakenBy: null,
  corrects: 'by notice',
  shows: 'corrections',
  isSentEmpty: false,
  wantedBy: null,
  compose: composeNotice,
} as const satisfies MessageKind<Notice, string>;

function composeNotice(content: Notice, context: MessageContext, composeText: ComposeText): Composed {
  const { language } = context;
  const { at, head, timezone } = content;
  const { rows, shown, ...found } = correctedSince(content, context, composeText);
  const blocks: readonly Block[] = [
    {
      kind: 'text',
      // Of the instant only the quarter of an hour is kept.
      spans: language.spans('correction-of', { time: slotSpan(at, timezone, language) }),
    },
    ...rows.map((spans): Block => ({ kind: 'text', spans })),
  ];
  return {
    ...found,
    shown,
    reply: reply({
      title: language.spans('correction-title'),
      tone: 'correction',
      blocks,
      actions: pushedActions(context),
    }),
    more: { label: language.text('command-changes-button'), command: 'changes', args: { since: `#${head}` } },
  };
}
