/** The store on a PostgreSQL database: reached, checked, tables up to date. Its twin is `sqlite/open.ts`. */
import type { Kysely } from 'kysely';
import { createDatabase, type Traits } from '../database.ts';
import { migrate } from '../migrations.ts';
import { OpenStoreError } from '../open-store-error.ts';
import { assembleStore, type OpenedStore } from '../opened-store.ts';
import type { Schema } from '../schema.ts';
import { isConflict, openPostgres, postgresCode } from './driver.ts';
import { createPostgresLeader } from './leader.ts';
import { listenTo } from './listen.ts';

const CHANNEL = 'truceline_appended';
const EXAMPLE = 'postgres://user:password@db.example:5432/truceline';

const POSTGRES: Traits = { locksRows: true, channel: CHANNEL, isConflict };

/** @throws OpenStoreError saying what is wrong and what to do, without the user's name and password */
export async function openPostgresStore(url: string, clock: () => number): Promise<OpenedStore> {
  const place = placeOf(url);
  const db = openPostgres(url);
  try {
    await refuseOtherEncodings(db, place);
    await migrate(db, place);
  } catch (error) {
    await db.destroy();
    if (error instanceof OpenStoreError) throw error;
    throw new OpenStoreError(`Cannot use ${place} as the database: ${problemOf(error)}`, { cause: error });
  }
  const database = createDatabase(db, { traits: POSTGRES, clock, release: () => undefined });
  return assembleStore(database, {
    becomeLeader: createPostgresLeader(url),
    listen: (notify, closing) => listenTo(url, CHANNEL, notify, closing),
  });
}

/** Names the database in messages, without the user's name and password. */
function placeOf(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) {
    throw new OpenStoreError(`DATABASE_URL is not a PostgreSQL address: write DATABASE_URL=${EXAMPLE}`);
  }
  const name = parsed.pathname.slice(1) || '(by default)';
  return `the PostgreSQL database ${name} at ${parsed.host || 'the default host'}`;
}

/** What is said in each language must fit, and length be the same everywhere. */
async function refuseOtherEncodings(db: Kysely<Schema>, place: string): Promise<void> {
  const { encoding } = await db
    .selectNoFrom((eb) => eb.fn<string>('current_setting', [eb.val('server_encoding')]).as('encoding'))
    .executeTakeFirstOrThrow();
  if (encoding === 'UTF8') return;
  throw new OpenStoreError(
    `Cannot use ${place} as the database: its encoding is ${encoding}, which cannot hold every script. ` +
      "Make one for Truceline: create database truceline encoding 'UTF8' template template0",
  );
}

const UNREACHABLE =
  'it cannot be reached. Check that the server runs and that DATABASE_URL has the right host and port.';
const REFUSED = 'it refuses the user or the password in DATABASE_URL. Check both.';
/**
 * Codes: https://nodejs.org/api/errors.html#common-system-errors,
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const PROBLEMS = new Map([
  ...['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'].map(
    (code) => [code, UNREACHABLE] as const,
  ),
  ...['ENOTFOUND', 'EAI_AGAIN', 'ENOENT'].map((code) => [code, UNREACHABLE] as const),
  // cannot_connect_now, too_many_connections, invalid_password, invalid_authorization_specification
  ['57P03', 'it is starting up or shutting down. Try again in a moment.'],
  ['53300', 'it has no connection left. Raise max_connections or stop what does not need one.'],
  ['28P01', REFUSED],
  ['28000', REFUSED],
  // invalid_catalog_name, insufficient_privilege, duplicate_table, read_only_sql_transaction
  ['3D000', 'there is no such database. Create it, or correct the name at the end of DATABASE_URL.'],
  ['42501', 'the user in DATABASE_URL may not create tables there. Make that user the owner of the database.'],
  ['42P07', 'another program has tables of the same names there. Point DATABASE_URL at a database of its own.'],
  ['25006', 'it is read-only, as a standby is. Point DATABASE_URL at the primary.'],
]);

/** Not the error's own words where it has a code we know: those can name the user. */
function problemOf(error: unknown): string {
  const code = postgresCode(error) ?? '';
  const message = error instanceof Error ? error.message : String(error);
  // The pool's own error has no code.
  if (/timeout/i.test(message)) return UNREACHABLE;
  return PROBLEMS.get(code) ?? `${message || code}. Check DATABASE_URL and that the server runs.`;
}
