/** Answers to the questions of the forms, and the channels that what is made of them reaches. */

import type { Engine } from '../../src/core/chat/run-command.ts';
import type { FormKind } from '../../src/core/wording/forms/form-kinds.ts';
import { subscriptionForTests } from '../delivery/subscription-for-tests.ts';
import { soundAnswers } from '../hostile/sound-answers.ts';

/** Channels that something published reaches, or does not. */
async function channels({ subscriptions }: Engine): Promise<void> {
  const quiet = { from: '00:00', to: '23:59', exceptBreaking: false, how: 'hold' } as const;
  await subscriptions.put(subscriptionForTests({ id: 'sub-a', place: 'test:a' }, { alerts: 'all' }));
  await subscriptions.put(
    subscriptionForTests({ id: 'sub-b', place: 'test:b' }, { alerts: 'breaking', side: 'pakistan' }),
  );
  await subscriptions.put(subscriptionForTests({ id: 'sub-c', place: 'test:c' }, { alerts: 'off' }));
  await subscriptions.put(subscriptionForTests({ id: 'sub-d', place: 'test:d' }, { alerts: 'all', quiet }));
}
export const said = (answers: readonly string[]) => answers.map((one) => `> ${one === '' ? '-' : one}`);
export const moderator = { as: 'moderator', before: channels } as const;
/** Each with a new source of its own, where it has sources. */
export const sound = (form: FormKind) => {
  const answers = soundAnswers(form);
  return { ...answers, ...('sources' in answers ? { sources: `https://example.org/${form}` } : {}) };
};
/** All answers at once. */
export const filledIn = (form: FormKind) => JSON.stringify(sound(form));
/** The same for a drill, which announces nothing. */
export const rehearsed = (form: FormKind, reach?: 'subscribers') =>
  JSON.stringify({ ...sound(form), announce: undefined, reach });
