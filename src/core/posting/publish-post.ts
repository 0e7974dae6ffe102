/** Publishing: what a draft makes is appended to the ledger, and the draft is gone, in one step. Done twice it is done once. */

import { UserError } from '../reply/user-error.ts';
import { publishDrill } from './drill.ts';
import type { Draft } from './form/draft.ts';
import { type PostPlan, planPost } from './plan-post.ts';
import type { PostingContext } from './posting-context.ts';
import { isSound } from './preview-post.ts';

/** Times that it is tried again where others write to the ledger meanwhile. */
const ATTEMPTS = 5;

/**
 * `seen` is the stamp of the preview that was looked at. Throws `UserError` where it would be something else by now, where the draft
 * was changed, sent back or discarded meanwhile, where something is against it, or where the ledger does not come to rest. Resolves to
 * what was published.
 */
export async function publishPost(draft: Draft, seen: string, context: PostingContext): Promise<PostPlan> {
  // An exercise never comes near the ledger.
  if (draft.purpose === 'drill') return publishDrill(draft, seen, context);
  const { posting, store, asker } = context;
  const agreed = asker.id === draft.author ? {} : { approvedBy: asker.id };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const dossier = await posting.refresh();
    const plan = planPost(draft, { ...context, dossier });
    if (plan.stamp !== seen) throw new UserError('posting-unseen');
    if (!isSound(plan)) throw new UserError('posting-not-sound');
    const revisions = plan.revisions.map((revision) => ({ ...revision, ...agreed }));
    const { announce } = plan;
    const added = await store.append(revisions, dossier.head, { announce, draft });
    if (added !== 'moved on') {
      await posting.refresh();
      return plan;
    }
    if ((await posting.drafts.of(draft.id))?.version !== draft.version) throw new UserError('posting-unseen');
  }
  throw new UserError('posting-busy');
}
