/** What became of one entry over a stretch of the ledger. */
import type { AnyEntry } from '../dossier/entries.ts';

/** What became of one entry, however often it was revised. */
export interface Change {
  readonly id: string;
  /** `updated`: more is known, nothing was wrong. `reinstated`: it stands again after a retraction. */
  readonly what: 'new' | 'updated' | 'corrected' | 'retracted' | 'reinstated';
  /** As it stands now; of a retraction the last wording. */
  readonly entry: AnyEntry;
  /**
   * As it stood before, or as it was first published where that was corrected in the stretch; undefined where it did
   * not.
   */
  readonly before: AnyEntry | undefined;
  /** Why it was revised, in the words of whoever did; null where it is new. */
  readonly reason: string | null;
  /** The place in the ledger of its last revision in the stretch. */
  readonly seq: number;
  /**
   * How it came from `before` to `entry`, one revision at a time, the oldest first, where it took several; else left
   * out.
   */
  readonly steps?: readonly Change[];
}
