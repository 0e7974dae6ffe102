/** How the tables came to be, step by step; each step is valid on SQLite and PostgreSQL and is never edited once released. */
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { OpenStoreError } from './open-store-error.ts';
import type { Schema } from './schema.ts';

const migrations: Readonly<Record<string, Migration>> = {
  '0001-revisions-and-facts': {
    async up(db) {
      await db.schema
        .createTable('revisions')
        .addColumn('seq', 'integer', (column) => column.primaryKey())
        .addColumn('entry_kind', 'text', (column) => column.notNull())
        .addColumn('entry_id', 'text', (column) => column.notNull())
        .addColumn('change', 'text', (column) => column.notNull())
        .addColumn('author', 'text', (column) => column.notNull())
        .addColumn('recorded_at', 'bigint', (column) => column.notNull())
        .addColumn('reason', 'text')
        .addColumn('fields', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex('revisions_of_entry')
        .on('revisions')
        .columns(['entry_kind', 'entry_id', 'seq'])
        .execute();
      await db.schema
        .createTable('facts')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute();
    },
  },
};

/**
 * Brings the tables up to date. `place` names the database in messages and carries no credentials.
 * On SQLite pass a transaction, so that two processes starting at once cannot both migrate.
 * @throws OpenStoreError where a newer version of Truceline has already changed the tables
 */
export async function migrate(db: Kysely<Schema>, place: string): Promise<void> {
  const unknown = (await applied(db)).filter((name) => !(name in migrations));
  if (unknown.length > 0) {
    throw new OpenStoreError(
      `${place} was written by a newer version of Truceline (unknown here: ${unknown.join(', ')}). ` +
        'Start that version, or give this one a DATABASE_URL of its own.',
    );
  }
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error !== undefined) throw error;
}

async function applied(db: Kysely<Schema>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const rows = await db.selectFrom('kysely_migration').select('name').orderBy('name').execute();
  return rows.map((row) => row.name);
}
