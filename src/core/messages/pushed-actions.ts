/** What a pushed message leads on to: the whole of what it tells of, and the commands that answer more. */

import type { Filters } from '../changes/filters.ts';
import type { CommandRequest, Reply } from '../reply/reply.ts';
import { ALL_CHANGES } from '../wording/changes/first-screen.ts';
import type { MessageContext } from './composed.ts';

/**
 * All changes from `from` to `to`, both positions in the ledger and both included; `since:` names the last one that was
 * told before.
 */
export function wholeOf({ from, topics, side }: Filters & { readonly from: number }, to: number): CommandRequest {
  const args = {
    since: `#${from - 1}`,
    until: `#${to}`,
    ...(topics.length === 0 ? {} : { topics: topics.join(',') }),
    ...(side === null ? {} : { side }),
  };
  return { command: 'changes', args, detail: ALL_CHANGES };
}

/**
 * Never none: on a platform that reads back what was sent, a button is what it is recognised by. `more` is left out
 * where all is shown.
 */
export function pushedActions({ language }: Pick<MessageContext, 'language'>, more?: CommandRequest): Reply['actions'] {
  return [...(more ? [more] : []), ...['ceasefire', 'casualties'].map((command) => ({ command, args: {} }))].map(
    (request) => ({ label: language.text(`command-${request.command}-button`), ...request }),
  );
}
