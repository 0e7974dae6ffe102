/** The moderators of the core, on every database that Kysely speaks. */
import type { Moderators } from '../core/ports/moderators.ts';
import type { Database } from './database.ts';
import { storableText } from './rows/revision.ts';

export function createModerators(database: Database): Moderators {
  return {
    has: (id) =>
      database.read(async (db) => {
        const term = await db
          .selectFrom('moderators')
          .select('term')
          .where('person', '=', id)
          .where('removed_at', 'is', null)
          .executeTakeFirst();
        return term !== undefined;
      }),

    list: () =>
      database.read((db) =>
        db
          .selectFrom('moderators')
          .select([
            'person as id',
            'added_by as addedBy',
            'added_at as addedAt',
            'removed_by as removedBy',
            'removed_at as removedAt',
          ])
          .orderBy('added_at')
          .orderBy('person')
          .orderBy('term')
          .execute(),
      ),

    async add({ id, by, at }) {
      const given = { person: storableText(id, 'id'), added_by: storableText(by, 'asker'), added_at: at };
      return database.write(async (transaction) => {
        const last = await transaction
          .selectFrom('moderators')
          .select(['term', 'removed_at'])
          .where('person', '=', given.person)
          .orderBy('term', 'desc')
          .limit(1)
          .executeTakeFirst();
        if (last?.removed_at === null) return false;
        const term = (last?.term ?? 0) + 1;
        // PostgreSQL may let two begin the same term: the primary key decides.
        const { numInsertedOrUpdatedRows: inserted } = await transaction
          .insertInto('moderators')
          .values({ ...given, term, removed_by: null, removed_at: null })
          .onConflict((conflict) => conflict.columns(['person', 'term']).doNothing())
          .executeTakeFirstOrThrow();
        return inserted === 1n;
      });
    },

    async remove({ id, by, at }) {
      const removed = { removed_by: storableText(by, 'asker'), removed_at: at };
      return database.write(async (transaction) => {
        const { numUpdatedRows: updated } = await transaction
          .updateTable('moderators')
          .set(removed)
          .where('person', '=', id)
          .where('removed_at', 'is', null)
          .executeTakeFirstOrThrow();
        return updated > 0n;
      });
    },
  };
}
