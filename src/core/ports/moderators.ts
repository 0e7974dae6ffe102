/** Who moderates, as the core sees it. */

/** One term of a moderator (`id` is the person's): from being added to being removed, which stays on record. */
export interface ModeratorTerm {
  readonly id: string;
  readonly addedBy: string;
  /** Unix time in ms, as `removedAt`. */
  readonly addedAt: number;
  /** Both null while they moderate. */
  readonly removedBy: string | null;
  readonly removedAt: number | null;
}

/** What a change of the moderators is told: whom, by whom, and when (Unix time in ms). */
export interface ModeratorChange {
  readonly id: string;
  readonly by: string;
  readonly at: number;
}

/** Who moderates. Durable like `Store`; checked by `tests/contracts/moderators.ts`. */
export interface Moderators {
  /** Whether this person moderates now. Asked at each moderating command. */
  has(id: string): Promise<boolean>;
  /** All terms, ended ones too, in the order they began. */
  list(): Promise<readonly ModeratorTerm[]>;
  /** Begins a term. Resolves to false, with nothing written, where this person moderates already. */
  add(change: ModeratorChange): Promise<boolean>;
  /** Ends the term. Resolves to false, with nothing written, where this person does not moderate. */
  remove(change: ModeratorChange): Promise<boolean>;
}
