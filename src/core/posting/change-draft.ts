/** Changes a draft that may be changed elsewhere at the same moment: by its author's other device, by a reviewer. */

import { UserError } from '../reply/user-error.ts';
import type { Draft } from './form/draft.ts';
import type { PostingContext } from './posting-context.ts';

/** How often a change is tried on the draft's newest version. */
const ATTEMPTS = 5;

/**
 * Resolves to the stored draft. Rejects as `read` and `change` do, and with `UserError` if others keep changing the
 * draft.
 */
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
