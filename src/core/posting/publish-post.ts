/** Publishes a draft: appends its revisions and removes it in one transaction. Publishing twice appends once. */

import { UserError } from '../reply/user-error.ts';
import { publishDrill } from './drill.ts';
import type { Draft } from './form/draft.ts';
import { type PostPlan, planPost } from './plan-post.ts';
import type { PostingContext } from './posting-context.ts';
import { isSound } from './preview-post.ts';

/** How often it is tried if others write to the ledger meanwhile. */
const ATTEMPTS = 5;

/**
 * `seen` is the stamp of the preview that the moderator saw. Resolves to what was published. Throws `UserError` if the
 * preview would differ by now, if the draft was changed, returned or discarded meanwhile, if a check forbids
 * publishing, and if others keep writing to the ledger.
 */
export async function publishPost(draft: Draft, seen: string, context: PostingContext): Promise<PostPlan> {
  // A drill never touches the ledger.
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
