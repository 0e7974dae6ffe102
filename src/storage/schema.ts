/** The tables as Kysely sees them: the same on SQLite and PostgreSQL. Made by `migrations.ts`. */
import type { ColumnType } from 'kysely';

/** Written once: `never` as the update type keeps the ledger append-only (R9). */
type Written<T> = ColumnType<T, T, never>;

export interface RevisionsTable {
  /** Place in the ledger, 1, 2, 3 …; assigned by the store, unique by primary key. */
  readonly seq: Written<number>;
  readonly entry_kind: Written<string>;
  readonly entry_id: Written<string>;
  readonly change: Written<string>;
  readonly author: Written<string>;
  /** Unix time in ms. PostgreSQL's driver hands a bigint over as text. */
  readonly recorded_at: ColumnType<number | string, number, never>;
  readonly reason: Written<string | null>;
  /** JSON of the entry's fields, as text. */
  readonly fields: Written<string>;
}

export interface Schema {
  readonly revisions: RevisionsTable;
  /** Small facts kept under a name. */
  readonly facts: { readonly name: string; readonly value: string };
  /** Kysely's own record of what ran. */
  readonly kysely_migration: { readonly name: string; readonly timestamp: string };
}
