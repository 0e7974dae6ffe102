/** Whether a post needs a second moderator. */
import type { Desk, Reviewed } from '../chat/command.ts';
import type { Draft, FormKind } from '../chat/form/draft.ts';

const REVIEWED_AS: Readonly<Partial<Record<FormKind, Reviewed>>> = {
  claim: 'claims',
  ceasefire: 'ceasefire',
  development: 'developments',
  quote: 'quotes',
  talks: 'talks',
};

/** By what it is an entry of, and by what it does to it; where there is a second one to ask. */
export async function needsReview({ form, purpose, answers }: Draft, { review, moderators }: Desk): Promise<boolean> {
  // An exercise that reaches others always, whatever is reviewed; one's own never.
  if (purpose === 'drill') return answers['reach'] !== 'me' && (await moderators()) >= 2;
  const kinds: readonly (Reviewed | undefined)[] = [
    REVIEWED_AS[form],
    ...(purpose === 'retract' ? (['retractions'] as const) : []),
    ...(purpose === 'correct' ? (['corrections'] as const) : []),
  ];
  return kinds.some((kind) => kind !== undefined && review.has(kind)) && (await moderators()) >= 2;
}
