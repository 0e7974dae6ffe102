/** Changing a draft that others may be changing at the same moment: its author on another device, a second moderator. */

import { UserError } from '../reply/user-error.ts';
import type { Draft } from './form/draft.ts';
import type { PostingContext } from './posting-context.ts';

/** Times that a change is made again from what the draft has become. */
const ATTEMPTS = 5;

/** Resolves to the draft as it is kept. Rejects with what `read` and `change` throw, and `UserError` where it does not come to rest. */
export async function changeDraft(
  read: () => Promise<Draft>,
  change: (draft: Draft) => Draft,
  { posting }: Pick<PostingContext, 'posting'>,
): Promise<Draft> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const kept = await posting.drafts.save(change(await read()));
    if (kept !== 'moved on') return kept;
  }
  throw new UserError('posting-busy');
}
