/** The reason that is given for a change: readers see it in edited messages, in digests and in /corrections. */
import type { Conflict } from '../conflict.ts';
import { lintNeutral } from './neutral.ts';
import { words } from './readable.ts';

/** Words for everybody, in each message that is corrected: short, and in one direction. */
export const reasonSchema = words.max(300);

/** What is wrong with it, in a sentence; undefined where it is short, plain and in neutral words (R16). */
export function whyNoReason(reason: string, conflict: Conflict): string | undefined {
  return reasonSchema.safeParse(reason).error?.issues[0]?.message ?? lintNeutral(reason, conflict)[0];
}
