/** PostgreSQL for Kysely: a small pool in which neither a dead server nor a hanging process holds anything for long. */
import { Socket } from 'node:net';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Schema } from '../schema.ts';

/** Connections for queries; leadership and listening have one each beside these. */
const CONNECTIONS = 5;
const CONNECT_WITHIN_MS = 10_000;
/** A statement and a transaction in which nothing happens are ended by the server after this, in ms. */
const STATEMENT_WITHIN_MS = 30_000;
/** An answer that has not come by then comes from a server that is gone. */
const ANSWER_WITHIN_MS = 40_000;
export const APPLICATION = 'truceline';

/** `SQLSTATE`s: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const CONFLICTS = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '23505', // unique_violation: two added the same at the same moment
]);

/** Nothing is connected yet. */
export function openPostgres(url: string): Kysely<Schema> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    statement_timeout: STATEMENT_WITHIN_MS,
    idle_in_transaction_session_timeout: STATEMENT_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
    keepAlive: true,
    application_name: APPLICATION,
    types: { getTypeParser: readWith },
  });
  // A connection whose server is gone without a word fails every query that it is given: it is cut instead.
  pool.on('connect', (client) => {
    cutWhenSilent(client);
    // The pool listens to idle ones only. One that breaks in use fails its query: the event tells nothing more, and
    // unheard it would end the process.
    client.on('error', () => undefined);
  });
  // An idle connection that breaks leaves the pool; the next query opens another and is told if it cannot.
  pool.on('error', () => undefined);
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

/** The driver's types do not show the stream that it has. */
function cutWhenSilent(client: pg.PoolClient): void {
  const connection: unknown = Reflect.get(client, 'connection');
  const stream: unknown =
    typeof connection === 'object' && connection !== null ? Reflect.get(connection, 'stream') : undefined;
  if (!(stream instanceof Socket)) return;
  stream.setTimeout(ANSWER_WITHIN_MS + 500, () => stream.destroy(new Error('the server has not answered')));
}

/**
 * The `SQLSTATE` of an error of the server or the code of one on the way there; undefined for errors of another kind.
 */
export function postgresCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

export function isConflict(error: unknown): boolean {
  return CONFLICTS.has(postgresCode(error) ?? '');
}

/** The driver hands a `bigint` over as text; ours are instants and counts, far below 2^53. */
function readWith(...[id, format]: Parameters<pg.CustomTypesConfig['getTypeParser']>) {
  return id === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(id, format);
}
