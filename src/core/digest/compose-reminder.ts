/** The reminder to whoever moderates: what has got old, how old it is, and what to do. Empty where nothing is any more. */
import type { CommandContext } from '../chat/command.ts';
import { type Block, type Reply, reply } from '../chat/reply.ts';
import { ageWords } from '../chat/when.ts';
import type { Language } from '../chat/words.ts';
import type { Composed, Telling } from './composed.ts';
import type { Content } from './delivery.ts';
import { SNOOZES } from './reminding.ts';
import { type Stale, staleIn } from './staleness.ts';

export function composeReminder(content: Extract<Content, { kind: 'reminder' }>, context: Telling): Composed {
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
    more: { command: 'reminders', args: {} },
    isEmpty: stale.length === 0,
    shown: [],
  };
}

export function staleBlocks(stale: readonly Stale[], { language }: Pick<CommandContext, 'language'>): readonly Block[] {
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
