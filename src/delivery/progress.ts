/** How far a correction came, out of what is stored: also for a process that was not there when it was made. */

import { isDone, type Progress } from '../core/messages/coverage.ts';
import type { Corrections } from '../core/ports/corrections.ts';
import type { Store } from '../core/ports/store.ts';

/** Under this name the store keeps the last position up to which a platform's corrections are all queued. */
export function correctedKey(platform: string): string {
  return `corrected:${platform}`;
}

/**
 * `platforms`: each of them that was ever served, by whichever process, has to have looked for what it sent. `seq` is a
 * correction's position in the ledger.
 */
export async function progressOf(
  seq: number,
  parts: {
    readonly store: Pick<Store, 'recall'>;
    readonly corrections: Pick<Corrections, 'coverage'>;
    readonly platforms: readonly string[];
  },
): Promise<Progress> {
  const { store, corrections, platforms } = parts;
  // First: what was queued since then is in the coverage.
  const upTo = await Promise.all(platforms.map((platform) => store.recall(correctedKey(platform))));
  const coverage = await corrections.coverage(seq);
  return {
    coverage,
    isFinished: isDone(coverage) && upTo.every((kept) => kept === undefined || Number(kept) >= seq),
  };
}
