/** The tables as Kysely sees them: the same on SQLite and PostgreSQL. Made by `migrations.ts`. */
import type { ColumnType, Generated } from 'kysely';

/** Written once: `never` as the update type keeps the ledger append-only (R9). */
type Written<T> = ColumnType<T, T, never>;

export interface RevisionsTable {
  /** Position in the ledger, 1, 2, 3 …; assigned by the store, unique by primary key. */
  readonly seq: Written<number>;
  readonly entry_kind: Written<string>;
  readonly entry_id: Written<string>;
  readonly change: Written<string>;
  readonly author: Written<string>;
  /** The second moderator; null where none had to agree. */
  readonly approved_by: Written<string | null>;
  /** Unix time in ms. */
  readonly recorded_at: Written<number>;
  readonly reason: Written<string | null>;
  /** Of corrections and retractions: `minor`, `material`, or null where it was not said. */
  readonly weight: Written<string | null>;
  /** JSON of the entry's fields, as text. */
  readonly fields: Written<string>;
}

/** Revisions that were published together with alerts: positions in the ledger, both included. */
interface AnnouncementsTable {
  readonly from_seq: Written<number>;
  readonly to_seq: Written<number>;
  /** Unix time in ms. */
  readonly at: Written<number>;
}

/**
 * Instants (`…_at`, `doubtful_slot`, `lease_until`) are Unix time in ms. The columns that are also in `settings` are
 * there to be searched.
 */
export interface SubscriptionsTable {
  readonly id: string;
  readonly place: string;
  readonly platform: string;
  /** What `place` is in: it moves as a whole. */
  readonly chat: string;
  readonly name: string | null;
  readonly set_by: string;
  /** JSON of `Settings`. */
  readonly settings: string;
  readonly alerts: string;
  readonly status: string;
  readonly reason: string | null;
  readonly resume_at: number | null;
  readonly next_due_at: number | null;
  readonly since_seq: number | null;
  readonly doubtful_slot: number | null;
  /** 1 where the settings want a board, else 0. */
  readonly board_wanted: number;
  readonly board_message: string | null;
  readonly board_seq: number;
  readonly board_due_at: number;
  readonly version: number;
}

/** One for each `kind`, `audience`, `about`, `position` and `repeat`: see `DeliveryKey`. */
export interface DeliveriesTable {
  readonly id: string;
  readonly kind: string;
  readonly audience: string;
  readonly about: string;
  /** 0 where there is none. */
  readonly position: number;
  readonly repeat: number;
  readonly place: string;
  readonly platform: string;
  readonly chat: string;
  readonly lane: number;
  /** The end of the ledger when it was composed, or before. */
  readonly head: number | null;
  /** JSON of `Content`. */
  readonly content: string;
  readonly state: string;
  readonly due_at: number;
  readonly expires_at: number;
  readonly attempts: Generated<number>;
  readonly attempted_at: number | null;
  readonly message: string | null;
  readonly reason: string | null;
  readonly finished_at: number | null;
  /** The process that is sending it, and until when nobody else may look into it; null unless `attempting`. */
  readonly holder: string | null;
  readonly lease_until: number | null;
}

/** A term of a moderator; an ended one stays. Instants are Unix time in ms. */
interface ModeratorsTable {
  readonly person: Written<string>;
  /** 1, 2 … for each time that this person was added. */
  readonly term: Written<number>;
  readonly added_by: Written<string>;
  readonly added_at: Written<number>;
  /** Both null while they moderate. */
  readonly removed_by: string | null;
  readonly removed_at: number | null;
}

/** `state`, `author`, `is_asked` and `updated_at` are also in `draft`: they are there to be searched. */
export interface DraftsTable {
  readonly id: string;
  readonly author: string;
  readonly state: string;
  /** 1 for the one draft of its author that is being asked, else 0. */
  readonly is_asked: number;
  /** Unix time in ms. */
  readonly updated_at: number;
  /** JSON of `Draft`. */
  readonly draft: string;
}

interface FactsTable {
  readonly name: string;
  readonly value: string;
  /** When it was kept or recalled last, to the day, in Unix time in ms; null of what is never forgotten. */
  readonly used_at: number | null;
}

export interface Schema {
  readonly revisions: RevisionsTable;
  readonly announcements: AnnouncementsTable;
  readonly subscriptions: SubscriptionsTable;
  readonly deliveries: DeliveriesTable;
  readonly moderators: ModeratorsTable;
  readonly drafts: DraftsTable;
  /** Small facts kept under a name. */
  readonly facts: FactsTable;
  /** Kysely's own record of what ran. */
  readonly kysely_migration: { readonly name: string; readonly timestamp: string };
}
