/** The drafts of moderators as the core sees them. */
import type { Draft } from '../posting/form/draft.ts';

/** What moderators have begun to write. Durable like `Store`. Checked by `tests/contracts/form-drafts.ts`. */
export interface Drafts {
  /**
   * Adds it, or replaces the version that it was made from. Resolves to it as it is kept; to `'moved on'`, with nothing
   * written, where that version is gone. Where it `isAsked`, no other draft of its author is any more.
   */
  save(draft: Draft): Promise<Draft | 'moved on'>;
  of(id: string): Promise<Draft | undefined>;
  /** Resolves to whether that version was there. */
  remove(draft: Pick<Draft, 'id' | 'version'>): Promise<boolean>;
  /**
   * Those of one author, the one of them that is asked, or all that wait for a second moderator; what was changed last
   * comes first.
   */
  list(
    query: { readonly author: string; readonly isAsked?: true } | { readonly state: 'waiting' },
  ): Promise<readonly Draft[]>;
}
