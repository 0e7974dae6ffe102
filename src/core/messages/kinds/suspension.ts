/** The notice to whoever set a subscription up: it was suspended, why, and how it goes on. */
import { reply } from '../../reply/reply.ts';
import type { Composed, MessageContext } from '../composed.ts';
import type { Content } from '../delivery.ts';

export function composeNotice(
  { place, reason, willRetry }: Extract<Content, { kind: 'notice' }>,
  { language }: MessageContext,
): Composed {
  const how = { command: 'help', args: { command: 'subscription' } } as const;
  return {
    reply: reply({
      blocks: [
        { kind: 'heading', spans: language.spans('notice-title') },
        {
          kind: 'text',
          spans: language.spans('notice-what', {
            place: { kind: 'code', text: place },
            reason: { kind: 'code', text: reason },
          }),
        },
        { kind: 'text', spans: language.spans('notice-again', { again: willRetry ? 'yes' : 'no' }) },
        {
          kind: 'text',
          spans: language.spans('notice-how', { resume: { kind: 'code', text: '/subscription do:resume' } }),
        },
      ],
      actions: [{ label: language.text('command-subscription-button'), ...how }],
    }),
    more: how,
    isEmpty: false,
    shown: [],
  };
}
