/** What a pushed message leads on to: the whole of what it tells of, and the commands that answer more. */

import type { Filters } from '../changes/filters.ts';
import type { Reply } from '../reply/reply.ts';
import { ALL_CHANGES } from '../wording/changes/first-screen.ts';
import type { Composed, MessageContext } from './composed.ts';

/**
 * All changes from `from` to `to`, both positions in the ledger and both included; `since:` names the last one that was
 * told before. `of` is what is whole then, for the label. `to` is null where it has no end.
 */
export function wholeOf(
  of: 'alert' | 'digest' | 'record',
  { from, topics, side }: Filters & { readonly from: number },
  to: number | null,
  { language }: Pick<MessageContext, 'language'>,
): Composed['more'] {
  const args = {
    since: `#${from - 1}`,
    ...(to === null ? {} : { until: `#${to}` }),
    ...(topics.length === 0 ? {} : { topics: topics.join(',') }),
    ...(side === null ? {} : { side }),
  };
  return { label: language.text('pushed-rest', { of }), command: 'changes', args, detail: ALL_CHANGES };
}

/**
 * Never none: on a platform that reads back what was sent, a button is what it is recognised by. `more` is left out
 * where all is shown.
 */
export function pushedActions(
  { language }: Pick<MessageContext, 'language'>,
  more?: Composed['more'],
): Reply['actions'] {
  return [
    ...(more ? [more] : []),
    ...['ceasefire', 'casualties'].map((command) => ({
      label: language.text(`command-${command}-button`),
      command,
      args: {},
    })),
  ];
}
