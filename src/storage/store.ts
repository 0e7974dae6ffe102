/** The ledger, its announcements and facts, on every database that Kysely speaks. */

import type { Transaction } from 'kysely';
import type { Store } from '../core/ports/store.ts';
import type { Database } from './database.ts';
import { removeVersion } from './drafts.ts';
import { createFacts } from './facts.ts';
import { revisionToRow, rowToRevision } from './rows/revision.ts';
import type { Schema } from './schema.ts';

/**
 * Rows per INSERT: 9 columns each, well under the parameters a statement may have (SQLite 32,766, PostgreSQL 65,535).
 */
const ROWS_PER_INSERT = 1000;

/** Rolls a transaction back where another process wrote first. Never leaves this file. */
class MovedOn extends Error {}

/**
 * `database` belongs to the store from now on. `onAppend` is called after each append of its own that added something.
 */
export function createStore(database: Database, onAppend: () => void): Store {
  return {
    async append(drafts, after, { announce = false, draft } = {}) {
      const rows = drafts.map((one, index) => revisionToRow(one, after + 1 + index));
      const last = rows.at(-1);
      try {
        await database.write(async (transaction) => {
          if ((await headOf(transaction)) !== after) throw new MovedOn();
          for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
            const some = rows.slice(start, start + ROWS_PER_INSERT);
            // SQLite has one writer at a time. PostgreSQL may let two read the same head: the primary key decides.
            const { numInsertedOrUpdatedRows: inserted } = await transaction
              .insertInto('revisions')
              .values(some)
              .onConflict((conflict) => conflict.column('seq').doNothing())
              .executeTakeFirstOrThrow();
            if (inserted !== BigInt(some.length)) throw new MovedOn();
          }
          if (draft !== undefined && !(await removeVersion(draft, transaction))) throw new MovedOn();
          if (last === undefined) return;
          if (announce) {
            const announcement = { from_seq: after + 1, to_seq: last.seq, at: last.recorded_at };
            await transaction.insertInto('announcements').values(announcement).execute();
          }
          if (database.traits.channel !== undefined) await notify(transaction, database.traits.channel);
        });
      } catch (error) {
        if (error instanceof MovedOn) return 'moved on';
        throw error;
      }
      if (last !== undefined) onAppend();
      return rows.map(rowToRevision);
    },

    revisionsAfter: (seq) =>
      database.read(async (db) => {
        const rows = await db.selectFrom('revisions').selectAll().where('seq', '>', seq).orderBy('seq').execute();
        return rows.map(rowToRevision);
      }),

    announcementsAfter: (seq) =>
      database.read((db) =>
        db
          .selectFrom('announcements')
          .select(['from_seq as from', 'to_seq as to', 'at'])
          .where('from_seq', '>', seq)
          .orderBy('from_seq')
          .execute(),
      ),

    ...createFacts(database),

    close: () => database.close(),
  };
}

/** The last position in the ledger; 0 where it is empty. */
export async function headOf(db: Pick<Transaction<Schema>, 'selectFrom'>): Promise<number> {
  const last = await db.selectFrom('revisions').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return last?.seq ?? 0;
}

/** Sent when the transaction commits. */
async function notify(transaction: Transaction<Schema>, channel: string): Promise<void> {
  await transaction
    .selectNoFrom((eb) => eb.fn('pg_notify', [eb.val(channel), eb.val('')]).as('notified'))
    .executeTakeFirst();
}
