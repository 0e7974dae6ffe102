/** The queue of updates of the fake Telegram, taken by long polling as the Bot API describes getUpdates. */
import { count, type Json, list } from '../json.ts';
import { createDeferred } from '../waiting.ts';

type Entry = {
  readonly update: Json;
  readonly id: number;
  /** A repeat of an old update: an offset beyond its id does not drop it before it was delivered once. */
  readonly repeated: boolean;
  delivered: boolean;
  readonly processed: ReturnType<typeof createDeferred<void>>;
};

export type TelegramUpdates = {
  /** Queues a new update; resolves `processed` once the bot asks for more after it was delivered. */
  readonly push: (kind: string, content: Json) => { readonly update: Json; readonly processed: Promise<void> };
  /** Queues the very same update, id and all. */
  readonly repeat: (update: Json) => { readonly update: Json; readonly processed: Promise<void> };
  /** `undefined`: another poll took over and this one is answered 409. */
  readonly poll: (params: Json, onGone: (listener: () => void) => void) => Promise<readonly Json[] | undefined>;
  readonly clear: () => void;
  readonly pending: () => number;
};

/** What an unset allowed_updates leaves out. Source: core.telegram.org/bots/api#getupdates. */
const outByDefault = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

export function createTelegramUpdates(): TelegramUpdates {
  let queue: Entry[] = [];
  let lastId = 100_000;
  let allowed: ReadonlySet<unknown> | undefined;
  let current: { wake(): void; conflict(): void } | undefined;

  const isAllowed = (kind: string): boolean =>
    allowed === undefined || allowed.size === 0 ? !outByDefault.has(kind) : allowed.has(kind);

  function enqueue(update: Json, kind: string, repeated: boolean): { update: Json; processed: Promise<void> } {
    const processed = createDeferred<void>();
    const entry: Entry = { update, id: count(update['update_id']), repeated, delivered: false, processed };
    if (isAllowed(kind)) queue.push(entry);
    current?.wake();
    return { update, processed: processed.promise };
  }

  function confirm(offset: number | undefined): void {
    for (const entry of queue) if (entry.delivered) entry.processed.resolve();
    if (offset === undefined) return;
    if (offset < 0) queue = queue.slice(offset);
    else queue = queue.filter((entry) => entry.id >= offset || (entry.repeated && !entry.delivered));
  }

  function take(limit: number): readonly Json[] {
    const batch = queue.slice(0, limit);
    for (const entry of batch) entry.delivered = true;
    return batch.map((entry) => entry.update);
  }

  return {
    push(kind, content) {
      lastId += 1;
      return enqueue({ update_id: lastId, [kind]: content }, kind, false);
    },
    repeat(update) {
      const kind = Object.keys(update).find((key) => key !== 'update_id') ?? '';
      return enqueue(update, kind, true);
    },
    async poll(params, onGone) {
      current?.conflict();
      if (params['allowed_updates'] !== undefined) allowed = new Set(list(params['allowed_updates']));
      confirm(typeof params['offset'] === 'number' ? params['offset'] : undefined);
      const limit = params['limit'] === undefined ? 100 : count(params['limit']);
      if (queue.length > 0) return take(limit);
      const done = createDeferred<readonly Json[] | undefined>();
      const own = {
        wake: () => {
          current = undefined;
          done.resolve(take(limit));
        },
        conflict: () => done.resolve(undefined),
      };
      const timer = setTimeout(() => done.resolve([]), count(params['timeout']) * 1000);
      current = own;
      onGone(() => {
        if (current === own) current = undefined;
        done.resolve([]);
      });
      try {
        return await done.promise;
      } finally {
        clearTimeout(timer);
        if (current === own) current = undefined;
      }
    },
    clear: () => {
      queue = [];
    },
    pending: () => queue.length,
  };
}
