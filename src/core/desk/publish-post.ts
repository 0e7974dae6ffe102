/** Publishing: one append to the ledger with all that a draft makes, then the draft is gone. Done twice it is done once. */
import { type Draft, stampOf } from '../chat/form/draft.ts';
import { UserError } from '../chat/user-error.ts';
import { publishDrill } from './drill.ts';
import { type PostPlan, planPost } from './plan-post.ts';
import { isSound } from './preview-post.ts';
import type { DeskContext } from './telling.ts';

/** Times that it is tried again where others write to the ledger meanwhile. */
const ATTEMPTS = 5;

/**
 * `seen` is the stamp of the preview that was looked at. Throws `UserError` where the draft is another one by now, where
 * something is against it, or where the ledger does not come to rest. Resolves to what was published.
 */
export async function publishPost(draft: Draft, seen: string, context: DeskContext): Promise<PostPlan> {
  // An exercise never comes near the ledger.
  if (draft.purpose === 'drill') return publishDrill(draft, seen, context);
  const { desk, store, asker } = context;
  const agreed = asker.id === draft.author ? {} : { approvedBy: asker.id };
  if (stampOf(draft) !== seen) throw new UserError('desk-unseen');
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const dossier = await desk.refresh();
    const plan = planPost(draft, { ...context, dossier });
    if (!plan.isDone) {
      if (!isSound(plan)) throw new UserError('desk-not-sound');
      const added = await store.append(
        plan.revisions.map((revision) => ({ ...revision, ...agreed })),
        dossier.head,
        { announce: plan.announce },
      );
      if (added === 'moved on') continue;
      await desk.refresh();
    }
    // Where this is not reached, the next press finds that it is published already.
    await desk.drafts.remove(draft);
    return plan;
  }
  throw new UserError('desk-busy');
}
