/** Whether a post needs a second moderator. */
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
 * By what it is an entry of, by what it does to it, and by what it changes through others' naming it: the source of a figure, the words
 * that a state of the ceasefire goes by. Only where there is a second one to ask.
 */
export async function needsReview(
  { form, purpose, answers, changes }: Draft,
  { posting: { review, moderators }, dossier }: { readonly posting: Posting; readonly dossier: Dossier },
): Promise<boolean> {
  // An exercise that reaches others always, whatever is reviewed; one's own never.
  if (purpose === 'drill') return answers['reach'] !== 'me' && (await moderators()) >= 2;
  const kinds: readonly (Reviewed | undefined)[] = [
    REVIEWED_AS[form],
    ...(purpose === 'retract' ? (['retractions'] as const) : []),
    ...(purpose === 'correct' ? (['corrections'] as const) : []),
    ...(changes === null ? [] : kindsReferringTo(changes.entry, dossier)),
  ];
  return kinds.some((kind) => kind !== undefined && review.has(kind)) && (await moderators()) >= 2;
}

/** What else would read differently. A claim that only names a rival says the same. */
function kindsReferringTo(id: string, dossier: Dossier): readonly (Reviewed | undefined)[] {
  return standingEntries(dossier.revisionsAfter(0)).flatMap((entry) =>
    entry.kind !== 'party' &&
    referencesOf(entry).some(({ target, field }) => target === id && !field.startsWith('conflictsWith'))
      ? [REVIEWED_AS[entry.kind]]
      : [],
  );
}
