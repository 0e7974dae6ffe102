/** The greeting of a chat that the bot was added to: what it is, and how to start. */
import { z } from 'zod';
import { chatWords } from '../../reply/chat-words.ts';
import { reply } from '../../reply/reply.ts';
import type { Span } from '../../reply/span.ts';
import type { Composed, MessageContext } from '../composed.ts';
import type { MessageKind } from '../message-kind.ts';
import { pushedActions } from '../pushed-actions.ts';

const schema = z.strictObject({
  kind: z.literal('greeting'),
  timezone: z.string(),
  /** `adder`: the chat refused it, and it goes to whoever added the bot. */
  to: z.enum(['chat', 'adder']),
  /** What people call the chat; null where the platform did not say. */
  chat: z.string().nullable(),
  /** What `channel:` takes, of a chat that takes no commands itself; null of all others. */
  channel: z.string().nullable(),
  /** Where whoever added the bot is written to; null where that is nobody in particular. */
  adder: z.string().nullable(),
});
type Greeting = z.infer<typeof schema>;

/** About the chat, or about whoever added the bot instead. */
export const greeting = {
  content: schema,
  lane: 4,
  audience: 'chat',
  lifetimeMs: 24 * 3_600_000,
  about: (to) => to,
  overtakenBy: null,
  corrects: null,
  shows: null,
  isSentEmpty: true,
  wantedBy: null,
  compose: composeGreeting,
} as const satisfies MessageKind<Greeting, Greeting['to']>;

function composeGreeting({ to, chat, channel }: Greeting, context: MessageContext): Composed {
  const { language, dossier } = context;
  const conflict = dossier.conflict.name;
  const help: Span = { kind: 'command', text: '/help', name: 'help' };
  const where = channel === null ? 'chat' : 'channel';
  const subscribe: Span =
    channel === null
      ? { kind: 'command', text: '/subscribe', name: 'subscribe' }
      : { kind: 'code', text: `/subscribe channel:${channel}` };
  const [first, ...others] =
    to === 'chat'
      ? [
          language.spans('greeting-what', { conflict }),
          language.spans('greeting-ask', { where, help }),
          language.spans('greeting-post', { where, subscribe }),
        ]
      : [
          language.spans('greeting-refused', chatWords(chat)),
          language.spans('greeting-let', { where, subscribe }),
          language.spans('greeting-ask-adder', { conflict, help }),
        ];
  return {
    reply: reply({
      blocks: [
        { kind: 'heading', spans: first },
        { kind: 'list', items: others },
      ],
      actions: pushedActions(context),
    }),
    more: { label: language.text('help-title'), command: 'help', args: {} },
    isEmpty: false,
    shown: [],
  };
}
