/** The reason that is given for a change: readers see it in edited messages, in digests and in /corrections. */
import { lintNeutral } from './neutral.ts';
import { newReasonSchema } from './revision.ts';

/** What is wrong with it, in a sentence; undefined where it is short, plain and in neutral words (R16). */
export function whyNoReason(reason: string): string | undefined {
  return newReasonSchema.safeParse(reason).error?.issues[0]?.message ?? lintNeutral(reason)[0];
}
