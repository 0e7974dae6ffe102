/** What became of deliveries is kept for a while, then deleted. */
import type { Outbox } from '../../core/ports/outbox.ts';

const KEPT_FOR_MS = 90 * 86_400_000;
/** Deleted at a time: a transaction stays short. */
const BATCH = 500;

/** Deletes what ended long ago. Resolves to how much that was. */
export async function forgetOld(outbox: Pick<Outbox, 'forget'>, platform: string, now: number): Promise<number> {
  for (let forgotten = 0; ; ) {
    const some = await outbox.forget(platform, now - KEPT_FOR_MS, BATCH);
    forgotten += some;
    if (some < BATCH) return forgotten;
  }
}
