/** Which updates were handled: Telegram delivers again what was not confirmed to it, and now and then what was. */

import { z } from 'zod';
import type { Store } from '../../core/ports/store.ts';

/** Updates kept in mind while the bot runs. */
const IN_MIND = 1000;

const idsSchema = z.array(z.int()).readonly();

export interface Handled {
  readonly has: (update: number) => boolean;
  readonly add: (update: number) => void;
  /**
   * To be called once for a batch, before it is confirmed: what of it was handled is known after a restart too. Writes
   * nothing where nothing was. Rejects with the store's errors.
   */
  readonly remember: (batch: readonly number[]) => Promise<void>;
}

/**
 * Only the last batch is kept in the store: those before it were confirmed to Telegram. Two cases are not covered: a
 * process killed between sending an answer and remembering its batch answers twice, and an answer that took so long
 * that its batch was confirmed without it is lost. `seen` outlives a session with Telegram.
 */
export async function openHandled(
  store: Pick<Store, 'remember' | 'recall'>,
  botId: number,
  seen: Set<number>,
): Promise<Handled> {
  const key = `telegram:updates:${botId}`;
  const kept = await store.recall(key);
  let remembered = kept === undefined ? [] : idsSchema.parse(JSON.parse(kept));
  for (const id of remembered) seen.add(id);
  return {
    has: (update) => seen.has(update),
    add(update) {
      seen.add(update);
    },
    async remember(batch) {
      for (const id of [...seen].slice(0, -IN_MIND)) seen.delete(id);
      const handled = batch.filter((id) => seen.has(id));
      if (handled.every((id) => remembered.includes(id))) return;
      await store.remember(key, JSON.stringify(handled));
      remembered = handled;
    },
  };
}
