/** `0007-message-columns`: what a delivery is, in columns of its own. Ids stay: the platforms know messages by them. */
import { type Kysely, type Selectable, sql } from 'kysely';
import { messageColumnsOf, reportedPosition } from './old-delivery.ts';

interface Kept {
  readonly id: string;
  readonly place: string;
  readonly platform: string;
  readonly chat: string;
  readonly lane: number;
  readonly kind: string;
  readonly content: string;
  readonly head: number | null;
  readonly state: string;
  readonly due_at: number;
  readonly expires_at: number;
  readonly attempts: number;
  readonly attempted_at: number | null;
  readonly message: string | null;
  readonly reason: string | null;
  readonly finished_at: number | null;
  readonly holder: string | null;
  readonly lease_until: number | null;
}

interface Tables {
  readonly deliveries: Kept & { readonly subscription: string; readonly slot: number; readonly of: string };
  readonly new_deliveries: Kept & {
    readonly audience: string;
    readonly about: string;
    readonly position: number;
    readonly repeat: number;
  };
  readonly revisions: { readonly seq: number; readonly author: string };
}

/** With 22 values for a row well under what a statement may have (SQLite 32,766, PostgreSQL 65,535). */
const ROWS_PER_STATEMENT = 1000;

/** The table is made anew, as SQLite cannot drop a column that is part of a constraint. */
export async function addMessageColumns(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('new_deliveries')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('audience', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    // Part of what is unique, so never null: two nulls would be two different ones.
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('repeat', 'integer', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('chat', 'text', (column) => column.notNull())
    .addColumn('lane', 'integer', (column) => column.notNull())
    .addColumn('head', 'integer')
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('attempted_at', 'bigint')
    .addColumn('message', 'text')
    .addColumn('reason', 'text')
    .addColumn('finished_at', 'bigint')
    .addColumn('holder', 'text')
    .addColumn('lease_until', 'bigint')
    .addPrimaryKeyConstraint('deliveries_by_id', ['id'])
    .addUniqueConstraint('deliveries_by_key', ['audience', 'kind', 'about', 'position', 'repeat'])
    .execute();
  await copy(db);
  await db.schema.dropTable('deliveries').execute();
  await db.schema.alterTable('new_deliveries').renameTo('deliveries').execute();
  await createIndexes(db);
}

async function copy(db: Kysely<Tables>): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('deliveries')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(ROWS_PER_STATEMENT)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    const authors = await authorsOf(rows, db);
    const values = rows.map(({ subscription, slot, of, ...kept }) => {
      const old = { ...kept, subscription, slot, of };
      return { ...kept, ...messageColumnsOf(old, authors.get(reportedPosition(old) ?? 0)) };
    });
    await db.insertInto('new_deliveries').values(values).execute();
    after = last.id;
  }
}

/** Of the corrections that are reported on, by their positions in the ledger. */
async function authorsOf(
  rows: readonly Selectable<Tables['deliveries']>[],
  db: Kysely<Tables>,
): Promise<ReadonlyMap<number, string>> {
  const positions = [...new Set(rows.flatMap((row) => reportedPosition(row) ?? []))];
  if (positions.length === 0) return new Map();
  const found = await db.selectFrom('revisions').select(['seq', 'author']).where('seq', 'in', positions).execute();
  return new Map(found.map(({ seq, author }) => [seq, author]));
}

async function createIndexes(db: Kysely<Tables>): Promise<void> {
  const indexes = {
    deliveries_to_claim: ['platform', 'state', 'lane', 'due_at', 'chat'],
    deliveries_to_expire: ['platform', 'state', 'expires_at'],
    deliveries_of_audience: ['audience', 'state', 'kind'],
    deliveries_to_correct: ['platform', 'head', 'content'],
    deliveries_that_correct: ['about', 'position'],
    deliveries_by_correction: ['kind', 'position'],
  };
  for (const [name, columns] of Object.entries(indexes)) {
    await db.schema.createIndex(name).on('deliveries').columns(columns).execute();
  }
  await db.schema
    .createIndex('deliveries_of_place')
    .on('deliveries')
    .column('place')
    .expression(sql`coalesce(finished_at, due_at)`)
    .execute();
}
