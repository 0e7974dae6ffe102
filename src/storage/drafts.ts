/** The drafts of moderators, on every database that Kysely speaks. */
import { type Draft, draftSchema } from '../core/chat/form/draft.ts';
import type { Drafts } from '../core/ports.ts';
import type { Database } from './database.ts';
import { storableText } from './revision-row.ts';

export function createDrafts(database: Database): Drafts {
  return {
    async save(draft) {
      const row = {
        id: draft.id,
        author: storableText(draft.author, 'author'),
        state: draft.state,
        is_asked: draft.isAsked ? 1 : 0,
        updated_at: draft.updatedAt,
        draft: JSON.stringify(draft),
      };
      await database.write(async (transaction) => {
        if (draft.isAsked) {
          await transaction
            .updateTable('drafts')
            .set({ is_asked: 0 })
            .where('author', '=', row.author)
            .where('id', '!=', row.id)
            .where('is_asked', '=', 1)
            .execute();
        }
        await transaction
          .insertInto('drafts')
          .values(row)
          .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
          .execute();
      });
    },

    of: (id) =>
      database.read(async (db) => {
        // What was typed for one is no question to the database, which may refuse the text itself.
        if (!draftSchema.shape.id.safeParse(id).success) return undefined;
        const row = await db.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirst();
        return row && rowToDraft(row);
      }),

    remove: (id) =>
      database.write(async (transaction) => {
        const removed = await transaction.deleteFrom('drafts').where('id', '=', id).returning('id').executeTakeFirst();
        return removed !== undefined;
      }),

    list: (query) =>
      database.read(async (db) => {
        const all = db.selectFrom('drafts').selectAll().orderBy('updated_at', 'desc').orderBy('id');
        const wanted =
          'author' in query ? all.where('author', '=', query.author) : all.where('state', '=', query.state);
        return (await wanted.execute()).map(rowToDraft);
      }),
  };
}

/** Which draft is asked is the column's to say: that of the others changes with it. */
function rowToDraft({ draft, is_asked }: { readonly draft: string; readonly is_asked: number }): Draft {
  return { ...draftSchema.parse(JSON.parse(draft)), isAsked: is_asked === 1 };
}
