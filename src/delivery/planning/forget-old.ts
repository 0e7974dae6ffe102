/** What became of deliveries, and the arguments of buttons, are kept for a while, then deleted. */
import type { Outbox } from '../../core/ports/outbox.ts';
import type { Store } from '../../core/ports/store.ts';

const KEPT_FOR_MS = 90 * 86_400_000;
/** Facts that nobody may use any more, however many are made: one busy person makes 28,800 in a day. */
const MOST_UNUSED = 200_000;
/** Deleted at a time: a transaction stays short. */
const BATCH = 500;

interface Forgetting {
  readonly outbox: Pick<Outbox, 'forget'>;
  readonly store: Pick<Store, 'forgetUnused'>;
}

/** Deletes what ended, or was used last, long ago. Resolves to how much that was. */
export async function forgetOld({ outbox, store }: Forgetting, platform: string, now: number): Promise<number> {
  const before = now - KEPT_FOR_MS;
  const deliveries = await inBatches(() => outbox.forget(platform, before, BATCH));
  return deliveries + (await inBatches(() => store.forgetUnused({ before, most: MOST_UNUSED, limit: BATCH })));
}

async function inBatches(some: () => Promise<number>): Promise<number> {
  for (let forgotten = 0; ; ) {
    const count = await some();
    forgotten += count;
    if (count < BATCH) return forgotten;
  }
}
