/** The `Store` of the core on every database that Kysely speaks: nothing below knows which one it is. */
import type { Kysely } from 'kysely';
import type { Store } from '../core/ports.ts';
import { revisionToRow, rowToRevision, storableText } from './revision-row.ts';
import type { Schema } from './schema.ts';

/** Rows per INSERT: 8 columns each, well under the parameters a statement may have (SQLite 32,766, PostgreSQL 65,535). */
const ROWS_PER_INSERT = 1000;

/** Rolls a transaction back where another process wrote first. Never leaves this file. */
class MovedOn extends Error {}

/** `db` is migrated and belongs to the store from now on; `release` runs once it is closed. */
export function createStore(db: Kysely<Schema>, release: () => void): Store {
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

  return {
    append: (drafts, after) =>
      whileOpen(async () => {
        const rows = drafts.map((draft, index) => revisionToRow(draft, after + 1 + index));
        try {
          await db.transaction().execute(async (transaction) => {
            const last = await transaction
              .selectFrom('revisions')
              .select('seq')
              .orderBy('seq', 'desc')
              .limit(1)
              .executeTakeFirst();
            if ((last?.seq ?? 0) !== after) throw new MovedOn();
            for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
              const some = rows.slice(start, start + ROWS_PER_INSERT);
              // SQLite has one writer at a time. PostgreSQL may let two read the same `last`: the primary key decides.
              const { numInsertedOrUpdatedRows: inserted } = await transaction
                .insertInto('revisions')
                .values(some)
                .onConflict((conflict) => conflict.column('seq').doNothing())
                .executeTakeFirstOrThrow();
              if (inserted !== BigInt(some.length)) throw new MovedOn();
            }
          });
        } catch (error) {
          if (error instanceof MovedOn) return 'moved on';
          throw error;
        }
        return rows.map(rowToRevision);
      }),

    revisionsAfter: (seq) =>
      whileOpen(async () => {
        const rows = await db.selectFrom('revisions').selectAll().where('seq', '>', seq).orderBy('seq').execute();
        return rows.map(rowToRevision);
      }),

    remember: (key, value) =>
      whileOpen(async () => {
        const fact = { name: storableText(key, 'key'), value: storableText(value, 'value') };
        // In a transaction because that is where a writer waits for its turn without stopping the process (sqlite.ts).
        await db.transaction().execute((transaction) =>
          transaction
            .insertInto('facts')
            .values(fact)
            .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: fact.value }))
            .execute(),
        );
      }),

    recall: (key) =>
      whileOpen(async () => {
        const fact = await db.selectFrom('facts').select('value').where('name', '=', key).executeTakeFirst();
        return fact?.value;
      }),

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
