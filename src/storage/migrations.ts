/** How the tables came to be, step by step, on SQLite and PostgreSQL; a step that was released is never edited. */
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { addMessageColumns } from './migrations/message-columns.ts';
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
  '0002-subscriptions-and-outbox': {
    async up(db) {
      await db.schema
        .createTable('announcements')
        .addColumn('from_seq', 'integer', (column) => column.primaryKey())
        .addColumn('to_seq', 'integer', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('subscriptions')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('place', 'text', (column) => column.notNull().unique())
        .addColumn('platform', 'text', (column) => column.notNull())
        .addColumn('chat', 'text', (column) => column.notNull())
        .addColumn('set_by', 'text', (column) => column.notNull())
        .addColumn('settings', 'text', (column) => column.notNull())
        .addColumn('alerts', 'text', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('reason', 'text')
        .addColumn('resume_at', 'bigint')
        .addColumn('next_due_at', 'bigint')
        .addColumn('since_seq', 'integer')
        .addColumn('doubtful_slot', 'bigint')
        .addColumn('board_wanted', 'integer', (column) => column.notNull())
        .addColumn('board_message', 'text')
        .addColumn('board_seq', 'integer', (column) => column.notNull())
        .addColumn('board_due_at', 'bigint', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex('subscriptions_to_read')
        .on('subscriptions')
        .columns(['platform', 'status', 'id'])
        .execute();
      await db.schema.createIndex('subscriptions_of_chat').on('subscriptions').column('chat').execute();
      await db.schema
        .createIndex('subscriptions_due')
        .on('subscriptions')
        .columns(['platform', 'status', 'next_due_at'])
        .execute();
      await db.schema
        .createTable('deliveries')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('subscription', 'text', (column) => column.notNull())
        .addColumn('place', 'text', (column) => column.notNull())
        .addColumn('platform', 'text', (column) => column.notNull())
        .addColumn('chat', 'text', (column) => column.notNull())
        .addColumn('lane', 'integer', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('slot', 'bigint', (column) => column.notNull())
        // Part of what is unique, so never null: two nulls would be two different ones.
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
        .addUniqueConstraint('deliveries_once', ['subscription', 'kind', 'slot', 'of'])
        .execute();
      await db.schema
        .createIndex('deliveries_to_claim')
        .on('deliveries')
        .columns(['platform', 'state', 'lane', 'due_at', 'chat'])
        .execute();
      await db.schema
        .createIndex('deliveries_to_expire')
        .on('deliveries')
        .columns(['platform', 'state', 'expires_at'])
        .execute();
      await db.schema
        .createIndex('deliveries_of_subscription')
        .on('deliveries')
        .columns(['subscription', 'state', 'kind'])
        .execute();
      await db.schema
        .createIndex('deliveries_of_place')
        .on('deliveries')
        .column('place')
        .expression(sql`coalesce(finished_at, due_at)`)
        .execute();
      await db.schema
        .createIndex('deliveries_to_correct')
        .on('deliveries')
        .columns(['platform', 'head', 'content'])
        .execute();
      await db.schema.createIndex('deliveries_that_correct').on('deliveries').columns(['of', 'slot']).execute();
      await db.schema.createIndex('deliveries_by_correction').on('deliveries').columns(['kind', 'slot']).execute();
    },
  },
  '0003-moderators': {
    async up(db) {
      await db.schema
        .createTable('moderators')
        .addColumn('person', 'text', (column) => column.notNull())
        .addColumn('term', 'integer', (column) => column.notNull())
        .addColumn('added_by', 'text', (column) => column.notNull())
        .addColumn('added_at', 'bigint', (column) => column.notNull())
        .addColumn('removed_by', 'text')
        .addColumn('removed_at', 'bigint')
        .addPrimaryKeyConstraint('moderators_once', ['person', 'term'])
        .execute();
    },
  },
  '0004-weight-of-corrections': {
    async up(db) {
      await db.schema.alterTable('revisions').addColumn('weight', 'text').execute();
    },
  },
  '0005-drafts': {
    async up(db) {
      await db.schema
        .createTable('drafts')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('author', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('is_asked', 'integer', (column) => column.notNull())
        .addColumn('updated_at', 'bigint', (column) => column.notNull())
        .addColumn('draft', 'text', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('drafts_of_author').on('drafts').columns(['author', 'updated_at']).execute();
      await db.schema.createIndex('drafts_of_state').on('drafts').columns(['state', 'updated_at']).execute();
    },
  },
  '0006-second-moderator': {
    async up(db) {
      await db.schema.alterTable('revisions').addColumn('approved_by', 'text').execute();
    },
  },
  '0007-message-columns': { up: addMessageColumns },
  '0008-names-of-chats': {
    async up(db) {
      await db.schema.alterTable('subscriptions').addColumn('name', 'text').execute();
    },
  },
  '0009-subscriptions-of-a-person': {
    async up(db) {
      await db.schema.createIndex('subscriptions_of_person').on('subscriptions').columns(['set_by', 'place']).execute();
    },
  },
  '0010-facts-that-end': {
    async up(db) {
      await db.schema.alterTable('facts').addColumn('used_at', 'bigint').execute();
      await db.schema.createIndex('facts_by_use').on('facts').column('used_at').execute();
      // Buttons that are in chats today may be pressed for as long as those of tomorrow.
      await db.updateTable('facts').set({ used_at: Date.now() }).where('name', 'like', 'button:%').execute();
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
