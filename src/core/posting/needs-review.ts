/** Decides whether a post needs a second moderator. */

import type { Posting, Reviewed } from '../chat/command.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { reviewedAs } from '../dossier/kinds/index.ts';
import { referencesOf } from '../dossier/references.ts';
import { standingEntries } from '../dossier/revision.ts';
import type { Draft } from './form/draft.ts';

/**
 * It depends on the kind of entry, on whether it is corrected or retracted, and on the kinds of entries that refer to
 * it: a source is part of every figure taken from it. Always false if there is no second moderator.
 */
export async function needsReview(
  { form, purpose, answers, changes }: Draft,
  { posting: { review, moderators }, dossier }: { readonly posting: Posting; readonly dossier: Dossier },
): Promise<boolean> {
  // A drill for subscribers always needs review, whatever the settings; a drill for its author never does.
  if (purpose === 'drill') return answers['reach'] !== 'me' && (await moderators()) >= 2;
  const kinds: readonly (Reviewed | undefined)[] = [
    reviewedAs(form),
    ...(purpose === 'retract' ? (['retractions'] as const) : []),
    ...(purpose === 'correct' ? (['corrections'] as const) : []),
    ...(changes === null ? [] : kindsReferringTo(changes.entry, dossier)),
  ];
  return kinds.some((kind) => kind !== undefined && review.has(kind)) && (await moderators()) >= 2;
}

/** Kinds of entries that refer to this one. A conflicting claim does not count: it reads the same. */
function kindsReferringTo(id: string, dossier: Dossier): readonly (Reviewed | undefined)[] {
  return standingEntries(dossier.revisionsAfter(0)).flatMap((entry) =>
    referencesOf(entry).some(({ target, field }) => target === id && !field.startsWith('conflictsWith'))
      ? [reviewedAs(entry.kind)]
      : [],
  );
}
