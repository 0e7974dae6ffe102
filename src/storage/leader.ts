/** Leadership: which process sends for a platform. */

export interface Leadership {
  /** True where no other process can be sending for the platform, not even one that led before and has not noticed its end. */
  readonly isAlone: boolean;
  /** Aborts when leadership is lost: another process may have it. Not by `release`. */
  readonly lost: AbortSignal;
  readonly release: () => Promise<void>;
}

/** Resolves once this process leads for `platform`; rejects with the signal's reason where that aborts first. */
export type BecomeLeader = (platform: string, signal: AbortSignal) => Promise<Leadership>;

/** Where only one process may be there at all, it leads from the start. */
export function leadAtOnce(isAlone: boolean): BecomeLeader {
  return async (_platform, signal) => {
    signal.throwIfAborted();
    return { isAlone, lost: new AbortController().signal, release: async () => undefined };
  };
}
