/** The reminder to the team: which data is stale, how old it is, and what to do. */

import { z } from 'zod';
import type { Language } from '../../reply/language.ts';
import { type Reply, reply } from '../../reply/reply.ts';
import type { Block } from '../../reply/span.ts';
import { ageWords } from '../../wording/as-of.ts';
import type { WordingContext } from '../../wording/wording-context.ts';
import type { Composed, MessageContext } from '../composed.ts';
import { instantKey, type MessageKind } from '../message-kind.ts';
import { SNOOZES } from '../reminder-day.ts';
import { type Stale, staleIn } from '../stale-data.ts';

/** The limits are in days. */
const schema = z.strictObject({
  kind: z.literal('reminder'),
  timezone: z.string(),
  newsAfterDays: z.int(),
  ceasefireAfterDays: z.int(),
});
type Reminder = z.infer<typeof schema>;

/** About the beginning of a day. */
export const reminder = {
  content: schema,
  lane: 4,
  audience: 'team',
  // Until the end of the day.
  lifetimeMs: null,
  about: instantKey,
  overtakenBy: null,
  corrects: null,
  shows: null,
  isSentEmpty: false,
  wantedBy: null,
  compose: composeReminder,
} as const satisfies MessageKind<Reminder, number>;

function composeReminder(content: Reminder, context: MessageContext): Composed {
  const { language } = context;
  const stale = staleIn(context, content);
  return {
    reply: reply({
      blocks: [
        { kind: 'heading', spans: language.spans('reminder-title') },
        ...staleBlocks(stale, context),
        { kind: 'note', spans: language.spans('reminder-how') },
      ],
      actions: [
        ...stale.map(({ what }) => ({
          label: language.text('reminder-post', { what }),
          command: 'post',
          args: { kind: what },
        })),
        ...snoozeActions(language),
      ],
    }),
    more: { label: language.text('reminders-title'), command: 'reminders', args: {} },
    isEmpty: stale.length === 0,
    shown: [],
  };
}

export function staleBlocks(stale: readonly Stale[], { language }: Pick<WordingContext, 'language'>): readonly Block[] {
  return stale.map(({ what, age }) => ({
    kind: 'text',
    spans: language.spans('reminder-line', { what, date: language.date(age.date), ...ageWords(age) }),
  }));
}

export function snoozeActions(language: Language): Reply['actions'] {
  return Object.entries(SNOOZES).map(([snooze, days]) => ({
    label: language.text('reminder-snooze', { days }),
    command: 'reminders',
    args: { snooze },
  }));
}
