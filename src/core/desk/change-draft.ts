/** Changing a draft that others may be changing at the same moment: its author on another device, a second moderator. */
import type { Draft } from '../chat/form/draft.ts';
import { UserError } from '../chat/user-error.ts';
import type { DeskContext } from './telling.ts';

/** Times that a change is made again from what the draft has become. */
const ATTEMPTS = 5;

/** Resolves to the draft as it is kept. Rejects with what `read` and `change` throw, and `UserError` where it does not come to rest. */
export async function changeDraft(
  read: () => Promise<Draft>,
  change: (draft: Draft) => Draft,
  { desk }: Pick<DeskContext, 'desk'>,
): Promise<Draft> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const kept = await desk.drafts.save(change(await read()));
    if (kept !== 'moved on') return kept;
  }
  throw new UserError('desk-busy');
}
