/** Tables for corrections that reach what was sent: what a message showed, what a delivery corrects, how much a correction weighs. */
import { type Kysely, sql } from 'kysely';

/** Part of `migrations.ts`; never edited once released. SQLite cannot drop a constraint: the table is made anew. */
// oxlint-disable-next-line typescript/no-explicit-any -- Kysely's own type for migrations: the tables are not those of today
export async function addCorrections(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('revisions').addColumn('weight', 'text').execute();
  await db.schema
    .createTable('deliveries_anew')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('subscription', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('chat', 'text', (column) => column.notNull())
    .addColumn('lane', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('slot', 'bigint', (column) => column.notNull())
    .addColumn('of', 'text', (column) => column.notNull().defaultTo(''))
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
    .execute();
  const columns =
    'id subscription place platform chat lane kind slot content state due_at expires_at attempts attempted_at message reason finished_at holder lease_until'.split(
      ' ',
    );
  await db
    .insertInto('deliveries_anew')
    .columns(columns)
    .expression(db.selectFrom('deliveries').select(columns))
    .execute();
  await db.schema.dropTable('deliveries').execute();
  await db.schema.alterTable('deliveries_anew').renameTo('deliveries').execute();
  const index = (name: string, ...columnsOf: string[]) =>
    db.schema.createIndex(name).on('deliveries').columns(columnsOf);
  await index('deliveries_once', 'subscription', 'kind', 'slot', 'of').unique().execute();
  await index('deliveries_to_claim', 'platform', 'state', 'lane', 'due_at', 'chat').execute();
  await index('deliveries_to_expire', 'platform', 'state', 'expires_at').execute();
  await index('deliveries_of_subscription', 'subscription', 'state', 'kind').execute();
  await db.schema
    .createIndex('deliveries_of_place')
    .on('deliveries')
    .column('place')
    .expression(sql`coalesce(finished_at, due_at)`)
    .execute();
  await index('deliveries_to_correct', 'platform', 'head', 'content').execute();
  await index('deliveries_that_correct', 'of', 'slot').execute();
  await index('deliveries_by_correction', 'kind', 'slot').execute();
}
