/** What the core needs from the world. Few methods; implementations live outside the core and share one contract suite. */
import type { Revision, RevisionDraft } from './dossier/revision.ts';

/**
 * The durable memory. A promise that resolved is on disk: it survives `kill -9` the next instant.
 * Implementations are checked by `tests/contracts/store.ts`.
 */
export interface Store {
  /**
   * Appends revisions in one transaction, in order, and returns them with their `seq`.
   * Resolves to `'moved on'`, with nothing written, where the ledger's last `seq` is no longer `after`
   * (another process wrote in between): read again, decide again.
   */
  append(drafts: readonly RevisionDraft[], after: number): Promise<readonly Revision[] | 'moved on'>;
  /** All revisions with a `seq` greater than `seq`, in ledger order. 0 reads the whole ledger. */
  revisionsAfter(seq: number): Promise<readonly Revision[]>;
  /** A small fact kept under a name (button arguments, hashes of what was registered). Overwrites. */
  remember(key: string, value: string): Promise<void>;
  recall(key: string): Promise<string | undefined>;
  close(): Promise<void>;
}
