/** For whoever set a subscription up: it was suspended, why, and how it goes on. */
import { z } from 'zod';
import { chatWords } from '../../reply/chat-words.ts';
import { reply } from '../../reply/reply.ts';
import type { Composed, MessageContext } from '../composed.ts';
import { instantKey, type MessageKind } from '../message-kind.ts';

const schema = z.strictObject({
  kind: z.literal('suspension'),
  timezone: z.string(),
  /** Of the subscription. */
  place: z.string(),
  reason: z.string(),
  willRetry: z.boolean(),
  /** What people call that chat; left out where nobody said. */
  chat: z.string().optional(),
});
type Suspension = z.infer<typeof schema>;

/** About the instant in which the chat refused. */
export const suspension = {
  content: schema,
  lane: 4,
  audience: 'subscriber',
  lifetimeMs: 3 * 86_400_000,
  about: instantKey,
  overtakenBy: null,
  corrects: null,
  shows: null,
  isSentEmpty: true,
  wantedBy: null,
  compose: composeSuspension,
} as const satisfies MessageKind<Suspension, number>;

function composeSuspension({ chat, willRetry }: Suspension, { language }: MessageContext): Composed {
  const again = willRetry ? 'yes' : 'no';
  const label = language.text('command-subscription-button');
  const how = { label, command: 'help', args: { command: 'subscription' } };
  return {
    reply: reply({
      blocks: [
        { kind: 'heading', spans: language.spans('notice-title') },
        {
          kind: 'text',
          // What the platform said is written for programmers: `/subscription do:why` has it.
          spans: language.spans('notice-what', { ...chatWords(chat), again }),
        },
        {
          kind: 'text',
          spans: language.spans('notice-how', { again, resume: { kind: 'code', text: '/subscription do:resume' } }),
        },
      ],
      actions: [how],
    }),
    more: how,
    isEmpty: false,
    shown: [],
  };
}
