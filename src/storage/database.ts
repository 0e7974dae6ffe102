/** One open database as all parts of the store share it: reads, transactions in turn, a close that waits for both. */
import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** What the databases differ in, as data. */
export interface Traits {
  /**
   * Several writers work at a time, so rows are locked (`for update`, `skip locked`). Else there is one writer at a
   * time.
   */
  readonly locksRows: boolean;
  /** The channel on which other connections are told of what was appended; undefined where there is no such thing. */
  readonly channel: string | undefined;
  /** Whether a transaction failed only because another one was in its way: it is then run again. */
  readonly isConflict: (error: unknown) => boolean;
}

export interface Database {
  readonly traits: Traits;
  read<T>(query: (db: Kysely<Schema>) => Promise<T>): Promise<T>;
  /** One transaction, which may be run more than once: `work` has no effect outside it. Durable once this resolves. */
  write<T>(work: (transaction: Transaction<Schema>) => Promise<T>): Promise<T>;
  /** Unix time in ms, for what has no other: when a queued delivery was skipped. */
  readonly clock: () => number;
  /** Waits for what was asked before it; may be repeated. */
  close(): Promise<void>;
}

const ATTEMPTS = 5;

/** `db` is migrated and belongs to the database from now on; `release` runs once it is closed. */
export function createDatabase(
  db: Kysely<Schema>,
  { traits, clock, release }: { traits: Traits; clock: () => number; release: () => void },
): Database {
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  /** Kysely closes under a transaction that is still running: `close` waits for what was asked before it. */
  async function whileOpen<T>(work: () => Promise<T>): Promise<T> {
    if (closing !== undefined) throw new Error('The store is closed');
    const result = work();
    running.add(result);
    try {
      return await result;
    } finally {
      running.delete(result);
    }
  }

  async function transact<T>(work: (transaction: Transaction<Schema>) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await db.transaction().execute(work);
      } catch (error) {
        if (attempt === ATTEMPTS || !traits.isConflict(error)) throw error;
      }
    }
  }

  return {
    traits,
    clock,
    read: (query) => whileOpen(() => query(db)),
    write: (work) => whileOpen(() => transact(work)),
    close() {
      closing ??= (async () => {
        await Promise.allSettled(running);
        await db.destroy();
        release();
      })();
      return closing;
    },
  };
}
