/** Waiting for something a bot should do, with an error that names what was waited for. */

/** A promise whose two ends are apart; settling it twice is harmless. */
export type Deferred<T> = {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
};

export function createDeferred<T>(): Deferred<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}

/** The promise's value, or an error that names `what` after `ms` milliseconds. */
export async function within<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  const late = createDeferred<never>();
  const timer = setTimeout(() => late.reject(new Error(`waited ${ms} ms for ${what}, in vain`)), ms);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** A log that can be read from a mark on, and waited on for the next entry that fits. */
export type Feed<T> = {
  readonly all: readonly T[];
  readonly push: (entry: T) => void;
  /** Index and entry of the first at or after `from` that fits, now or later. */
  readonly next: (
    from: number,
    fits: (entry: T) => boolean,
    ms: number,
    what: string,
  ) => Promise<{ index: number; entry: T }>;
};

export function createFeed<T>(): Feed<T> {
  const all: T[] = [];
  const waiting = new Set<() => void>();
  return {
    all,
    push(entry) {
      all.push(entry);
      for (const look of waiting) look();
    },
    async next(from, fits, ms, what) {
      const found = createDeferred<{ index: number; entry: T }>();
      let at = from;
      const look = (): void => {
        for (; at < all.length; at += 1) {
          const entry = all[at];
          if (entry !== undefined && fits(entry)) {
            found.resolve({ index: at, entry });
            return;
          }
        }
      };
      waiting.add(look);
      try {
        look();
        return await within(found.promise, ms, what);
      } finally {
        waiting.delete(look);
      }
    },
  };
}
