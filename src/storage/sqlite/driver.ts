/** SQLite for Kysely on Node's own `node:sqlite`: the file opened and set up, writers taking turns without blocking. */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import {
  type Dialect,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { OpenStoreError } from '../open-store-error.ts';
import type { Schema } from '../schema.ts';
import { SQLITE_BUSY, sqliteCode } from './result-codes.ts';

/**
 * How long a statement waits for a lock inside SQLite, in ms. It blocks the process: writers wait in `untilFree`
 * instead.
 */
const BUSY_TIMEOUT_MS = 5_000;
/** How long a writer waits for its turn before giving up, and how often it asks, in ms. */
const PATIENCE_MS = 10_000;
const ASK_EVERY_MS = 3;

/**
 * Opens or creates the file and sets it up: WAL, `synchronous=FULL`, foreign keys, busy timeout. Tables are not
 * touched.
 * @throws OpenStoreError where the file is another program's database or its disk cannot do WAL; else SQLite's own
 * error
 */
export async function openSqlite(path: string): Promise<Kysely<Schema>> {
  const file = new DatabaseSync(path, { timeout: 0, enableForeignKeyConstraints: true });
  try {
    await untilFree(() => setUp(file, path));
  } catch (error) {
    file.close();
    throw error;
  }
  const db = new Kysely<Schema>({ dialect: nodeSqliteDialect(file) });
  // Kysely closes only what it has used once.
  await db.connection().execute(async () => undefined);
  return db;
}

function setUp(file: DatabaseSync, path: string): void {
  const tables = file.prepare("select name from sqlite_schema where type = 'table'").all();
  if (tables.length > 0 && !tables.some((table) => table['name'] === 'kysely_migration')) {
    throw new OpenStoreError(`${path} is the database of another program. Point DATABASE_URL at a file of its own.`);
  }
  const mode = file.prepare('pragma journal_mode = wal').get()?.['journal_mode'];
  if (mode !== 'wal' && mode !== 'memory') {
    throw new OpenStoreError(`${path} is on a disk without write-ahead logging. Put it on a local disk.`);
  }
  file.exec(`pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = ${BUSY_TIMEOUT_MS}`);
}

/**
 * Repeats a synchronous attempt while another connection holds the lock; other work of this process goes on meanwhile.
 */
async function untilFree(attempt: () => void): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      attempt();
      return;
    } catch (error) {
      if (sqliteCode(error) !== SQLITE_BUSY || performance.now() > giveUpAt) throw error;
    }
    await setTimeout(ASK_EVERY_MS);
  }
}

function nodeSqliteDialect(file: DatabaseSync): Dialect {
  return {
    createAdapter: () => new NodeSqliteAdapter(),
    createDriver: () => new NodeSqliteDriver(file),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** Lets the migrator work inside one transaction: SQLite can, Kysely's adapter only says it cannot. */
class NodeSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class NodeSqliteDriver extends SqliteDriver {
  readonly #file: DatabaseSync;

  constructor(file: DatabaseSync) {
    super({ database: asKyselyWants(file) });
    this.#file = file;
  }

  /**
   * IMMEDIATE: Kysely's plain BEGIN becomes a writer only at the first write, which fails at once when someone wrote in
   * between. The busy timeout is off meanwhile: with two handles in one process it would wait for itself.
   */
  override async beginTransaction(): Promise<void> {
    await untilFree(() => {
      this.#file.exec('pragma busy_timeout = 0');
      try {
        this.#file.exec('begin immediate');
      } finally {
        this.#file.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`);
      }
    });
  }

  /**
   * After a failing disk SQLite may have rolled back by itself; a second rollback would hide the error that says so.
   */
  override async rollbackTransaction(): Promise<void> {
    if (this.#file.isTransaction) this.#file.exec('rollback');
  }
}

/** Statements that are kept prepared: more than the program has, but for those with lists of values in them. */
const MOST_PREPARED = 200;
/** A statement with many rows in it is not kept, in UTF-16 units. */
const LONGEST_PREPARED = 4000;

function asKyselyWants(file: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
  return {
    close() {
      prepared.clear();
      file.close();
    },
    // Preparing takes as long as a short query itself. SQLite prepares again by itself where a table was changed.
    prepare(sql) {
      const known = prepared.get(sql);
      if (known) return known;
      const statement = prepare(file, sql);
      if (prepared.size >= MOST_PREPARED) prepared.clear();
      if (sql.length <= LONGEST_PREPARED) prepared.set(sql, statement);
      return statement;
    },
  };
}

function prepare(file: DatabaseSync, sql: string): ReturnType<SqliteDatabase['prepare']> {
  const statement = file.prepare(sql);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...parameters.map(bindable)),
    run: (parameters) => statement.run(...parameters.map(bindable)),
    // Two may go through the rows at the same time, each in a statement of its own.
    iterate: (parameters) => file.prepare(sql).iterate(...parameters.map(bindable)),
  };
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  throw new TypeError(`SQLite stores text, numbers and null, not ${typeof value}`);
}
