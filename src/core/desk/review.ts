/** Whether a post needs a second moderator. */
import type { Desk, Reviewed } from '../chat/command.ts';
import type { Draft } from '../chat/form/draft.ts';

/** Claims, states of the ceasefire and retractions, where there is a second one to ask. */
export async function needsReview({ form, purpose }: Draft, { review, moderators }: Desk): Promise<boolean> {
  const kinds: readonly Reviewed[] = [
    ...(form === 'claim' ? (['claims'] as const) : []),
    ...(form === 'ceasefire' ? (['ceasefire'] as const) : []),
    ...(purpose === 'retract' ? (['retractions'] as const) : []),
  ];
  return kinds.some((kind) => review.has(kind)) && (await moderators()) >= 2;
}
