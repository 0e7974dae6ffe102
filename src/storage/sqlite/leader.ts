/** Leadership on SQLite: only one bot may be on a file at all, so it is the leader from the start. */
import type { BecomeLeader } from '../leadership.ts';

export function createSqliteLeader(isAlone: boolean): BecomeLeader {
  return async (_platform, signal) => {
    signal.throwIfAborted();
    return { isAlone, lost: new AbortController().signal, release: async () => undefined };
  };
}
