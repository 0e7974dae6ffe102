/** The durable memory as the core sees it: the ledger, what was announced of it, and small facts. */
import type { Announcement, Revision, RevisionDraft } from '../dossier/revision.ts';
import type { Draft } from '../posting/form/draft.ts';

/**
 * The durable memory. A promise that resolved is on disk: it survives `kill -9` the next instant.
 * Implementations are checked by `tests/contracts/store.ts`.
 */
export interface Store {
  /**
   * Appends revisions in one transaction, in order, and returns them with their `seq`. In the same transaction
   * `announce` keeps that alerts are due for them, and `draft`, what they were written as, goes. Resolves to `'moved
   * on'`, with nothing written, where the ledger's last `seq` is no longer `after` (another process wrote in between)
   * or that version of the draft is gone: read again, decide again.
   */
  append(
    drafts: readonly RevisionDraft[],
    after: number,
    options?: { readonly announce?: boolean; readonly draft?: Pick<Draft, 'id' | 'version'> },
  ): Promise<readonly Revision[] | 'moved on'>;
  /** All revisions with a `seq` greater than `seq`, in ledger order. 0 reads the whole ledger. */
  revisionsAfter(seq: number): Promise<readonly Revision[]>;
  /** Announced batches that begin after `seq`, in ledger order. */
  announcementsAfter(seq: number): Promise<readonly Announcement[]>;
  /** A small fact kept under a name (how far something came, hashes of what was registered). Overwrites. */
  remember(key: string, value: string): Promise<void>;
  /** As `remember`, for what is asked for again within weeks or never (button arguments): see `forgetUnused`. */
  keep(key: string, value: string): Promise<void>;
  recall(key: string): Promise<string | undefined>;
  /**
   * Deletes of what `keep` kept all that was neither kept again nor recalled since `before` (Unix time in ms, to the
   * day), and beyond `most` what was used least lately. At most `limit`; resolves to how much that was.
   */
  forgetUnused(options: { readonly before: number; readonly most: number; readonly limit: number }): Promise<number>;
  close(): Promise<void>;
}
