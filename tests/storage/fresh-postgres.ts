/** A PostgreSQL database for one test, on the server that the run shares. */
import pg from 'pg';
import { inject } from 'vitest';

export interface PostgresForTest {
  readonly url: string;
  /** Wants all connections of stores to be closed. */
  readonly remove: () => Promise<void>;
}

/** The address of a database, and a connection to empty it by. */
interface Emptied {
  readonly url: string;
  readonly client: pg.Client;
  /** Some tests cut all connections. */
  readonly isCut: boolean;
}

/** Databases of this worker whose tables are empty again. */
const free: Emptied[] = [];

const EMPTY_ALL = `do $$ begin execute (
  select 'truncate ' || string_agg(quote_ident(tablename), ', ') || ' restart identity'
  from pg_tables where schemaname = 'public' and tablename not like 'kysely%'
); end $$`;

/** With all tables, and nothing in them. Tests that change tables take an empty database: this one is used again. */
export async function freshPostgres(): Promise<PostgresForTest> {
  const database = free.pop() ?? (await connected(await create('migrated')));
  return {
    url: database.url,
    async remove() {
      const whole = database.isCut ? await connected(database.url) : database;
      await whole.client.query(EMPTY_ALL);
      free.push(whole);
    },
  };
}

/** Without any table, of this test alone. Connections that are left are cut when it is removed. */
export async function emptyPostgres(encoding = 'UTF8'): Promise<PostgresForTest> {
  const url = await create(encoding);
  return {
    url,
    async remove() {
      const server = new URL(url);
      const name = server.pathname.slice(1);
      server.pathname = '/postgres';
      const { client } = await connected(server.href);
      await client.query(`drop database ${name} with (force)`);
      await client.end();
    },
  };
}

async function connected(url: string): Promise<Emptied> {
  const client = new pg.Client(url);
  const emptied = { url, client, isCut: false };
  // Without a listener it would be an error of the worker, also where the server ends before it.
  client.on('error', () => {
    emptied.isCut = true;
  });
  await client.connect();
  return emptied;
}

async function create(what: string): Promise<string> {
  const response = await fetch(`${inject('postgres')}/${what}`);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}
