/** The drafts of moderators, on every database that Kysely speaks. */

import type { Selectable, Transaction } from 'kysely';
import type { Drafts } from '../core/ports/drafts.ts';
import { type Draft, draftSchema } from '../core/posting/form/draft.ts';
import type { Database } from './database.ts';
import { storableText } from './rows/revision.ts';
import type { DraftsTable, Schema } from './schema.ts';

type DraftRow = Readonly<Selectable<DraftsTable>>;

export function createDrafts(database: Database): Drafts {
  return {
    save(draft) {
      const kept = { ...draft, version: draft.version + 1 };
      return database.write(async (transaction) => {
        if (!(await replaced(draft, draftToRow(kept), transaction))) return 'moved on';
        if (kept.isAsked) {
          await transaction
            .updateTable('drafts')
            .set({ is_asked: 0 })
            .where('author', '=', kept.author)
            .where('id', '!=', kept.id)
            .where('is_asked', '=', 1)
            .execute();
        }
        return kept;
      });
    },

    of: (id) =>
      database.read(async (db) => {
        // What was typed for one is no question to the database, which may refuse the text itself.
        if (!draftSchema.shape.id.safeParse(id).success) return undefined;
        const row = await db.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirst();
        return row && rowToDraft(row);
      }),

    remove: (draft) => database.write((transaction) => removeVersion(draft, transaction)),

    list: (query) =>
      database.read(async (db) => {
        const all = db.selectFrom('drafts').selectAll().orderBy('updated_at', 'desc').orderBy('id');
        const wanted = 'state' in query ? all.where('state', '=', query.state) : all.where('author', '=', query.author);
        const some = 'isAsked' in query ? wanted.where('is_asked', '=', 1) : wanted;
        return (await some.execute()).map(rowToDraft);
      }),
  };
}

/** Whether `row` took the place of the version that it was made from. */
async function replaced(made: Draft, row: DraftRow, transaction: Transaction<Schema>): Promise<boolean> {
  if (made.version === 0) {
    const { numInsertedOrUpdatedRows: inserted } = await transaction
      .insertInto('drafts')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (inserted === 1n) return true;
  }
  const before = await versionIn(made, transaction);
  if (before === undefined) return false;
  const { numUpdatedRows: updated } = await transaction
    .updateTable('drafts')
    .set(row)
    .where('id', '=', before.id)
    // By its text: two that read the same version may both come this far.
    .where('draft', '=', before.draft)
    .executeTakeFirst();
  return updated === 1n;
}

/** Resolves to whether that version was there. */
export async function removeVersion(
  draft: Pick<Draft, 'id' | 'version'>,
  transaction: Transaction<Schema>,
): Promise<boolean> {
  const row = await versionIn(draft, transaction);
  if (row === undefined) return false;
  const { numDeletedRows: removed } = await transaction
    .deleteFrom('drafts')
    .where('id', '=', row.id)
    .where('draft', '=', row.draft)
    .executeTakeFirst();
  return removed === 1n;
}

async function versionIn(
  { id, version }: Pick<Draft, 'id' | 'version'>,
  transaction: Transaction<Schema>,
): Promise<DraftRow | undefined> {
  const row = await transaction.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirst();
  return row && rowToDraft(row).version === version ? row : undefined;
}

function draftToRow(draft: Draft): DraftRow {
  return {
    id: draft.id,
    author: storableText(draft.author, 'author'),
    state: draft.state,
    is_asked: draft.isAsked ? 1 : 0,
    updated_at: draft.updatedAt,
    draft: JSON.stringify(draft),
  };
}

/** Which draft is asked is the column's to say: that of the others changes with it. */
function rowToDraft({ draft, is_asked }: Pick<DraftRow, 'draft' | 'is_asked'>): Draft {
  return { ...draftSchema.parse(JSON.parse(draft)), isAsked: is_asked === 1 };
}
