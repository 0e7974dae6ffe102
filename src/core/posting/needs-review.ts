/** Decides whether a post needs a second moderator. */

import type { Posting, Reviewed } from '../chat/command.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { ENTRY_KINDS, type EntryKind, reviewedAs } from '../dossier/kinds/index.ts';
import { referencesOf } from '../dossier/references.ts';
import { standingEntries } from '../dossier/revision.ts';
import type { WordingContext } from '../wording/wording-context.ts';
import { allShown } from './all-shown.ts';
import type { Draft } from './form/draft.ts';
import type { PostPlan } from './plan-post.ts';
import { dossierAfter } from './preview-post.ts';

/**
 * It depends on the kind of entry, on whether it is corrected or retracted, and on the reviewed entries around it: on
 * those that name what is changed, and on those that would show anything else, however far away what they read is.
 * `plan` is what the draft would write. Always false if there is no second moderator.
 */
export async function needsReview(
  { form, purpose, answers, changes }: Draft,
  plan: Pick<PostPlan, 'revisions'>,
  { posting: { review, moderators }, ...context }: WordingContext & { readonly posting: Posting },
): Promise<boolean> {
  // A drill for subscribers always needs review, whatever the settings; a drill for its author never does.
  if (purpose === 'drill') return answers['reach'] !== 'me' && (await moderators()) >= 2;
  if ((await moderators()) < 2) return false;
  const own: readonly (Reviewed | undefined)[] = [
    reviewedAs(form),
    ...(purpose === 'retract' ? (['retractions'] as const) : []),
    ...(purpose === 'correct' ? (['corrections'] as const) : []),
  ];
  const isReviewed = (word: Reviewed | undefined) => word !== undefined && review.has(word);
  if (own.some(isReviewed)) return true;
  const kinds = new Set(ENTRY_KINDS.filter((kind) => isReviewed(reviewedAs(kind))));
  const isNamed = changes !== null && isNamedBy(kinds, changes.entry, context.dossier);
  return isNamed || showOtherwise(kinds, context, { ...context, dossier: dossierAfter(context.dossier, plan) });
}

function isNamedBy(kinds: ReadonlySet<EntryKind>, id: string, dossier: Dossier): boolean {
  return standingEntries(dossier.revisionsAfter(0)).some(
    (entry) => kinds.has(entry.kind) && referencesOf(entry).some(({ target }) => target === id),
  );
}

function showOtherwise(kinds: ReadonlySet<EntryKind>, before: WordingContext, after: WordingContext): boolean {
  const then = allShown(kinds, after);
  return allShown(kinds, before).some((part) => part !== then.next().value) || then.next().done !== true;
}
