/** Leadership: which process sends for a platform. */

export interface Leadership {
  /**
   * True where no other process can be sending for the platform, not even a former leader that has not noticed its
   * end.
   */
  readonly isAlone: boolean;
  /** Aborts when leadership is lost: another process may have it. Not by `release`. */
  readonly lost: AbortSignal;
  readonly release: () => Promise<void>;
}

/**
 * Resolves once this process is the leader for `platform`; rejects with the signal's reason where that aborts first.
 */
export type BecomeLeader = (platform: string, signal: AbortSignal) => Promise<Leadership>;
