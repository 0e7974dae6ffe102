/** Decides whether a post needs a second moderator. */
import type { Posting, Reviewed } from '../chat/command.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { referencesOf } from '../dossier/references.ts';
import { standingEntries } from '../dossier/revision.ts';
import type { Draft, FormKind } from './form/draft.ts';

const REVIEWED_AS: Readonly<Partial<Record<FormKind, Reviewed>>> = {
  claim: 'claims',
  ceasefire: 'ceasefire',
  development: 'developments',
  quote: 'quotes',
  talks: 'talks',
};

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
    REVIEWED_AS[form],
    ...(purpose === 'retract' ? (['retractions'] as const) : []),
    ...(purpose === 'correct' ? (['corrections'] as const) : []),
    ...(changes === null ? [] : kindsReferringTo(changes.entry, dossier)),
  ];
  return kinds.some((kind) => kind !== undefined && review.has(kind)) && (await moderators()) >= 2;
}

/** Kinds of entries that refer to this one. A conflicting claim does not count: it reads the same. */
function kindsReferringTo(id: string, dossier: Dossier): readonly (Reviewed | undefined)[] {
  return standingEntries(dossier.revisionsAfter(0)).flatMap((entry) =>
    entry.kind !== 'party' &&
    referencesOf(entry).some(({ target, field }) => target === id && !field.startsWith('conflictsWith'))
      ? [REVIEWED_AS[entry.kind]]
      : [],
  );
}
