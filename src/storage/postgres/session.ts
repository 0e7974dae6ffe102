/** A PostgreSQL connection of its own, held open for an advisory lock or for listening. */
import pg from 'pg';
import { APPLICATION } from './driver.ts';

const CONNECT_WITHIN_MS = 5000;
const BEAT_EVERY_MS = 3000;
const ANSWER_WITHIN_MS = 3000;
/**
 * The server ends the session when nobody answers on the other side (6 + 2 × 2 s), or when a process that hangs has not
 * asked for anything for 10 s: with it goes its lock.
 * https://www.postgresql.org/docs/current/runtime-config-client.html
 */
const SERVER_OPTIONS = [
  'tcp_keepalives_idle=6',
  'tcp_keepalives_interval=2',
  'tcp_keepalives_count=2',
  'idle_session_timeout=10000',
];

export interface Session {
  readonly query: (text: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;
  /** Aborts when the connection has ended, or no longer answers and was given up. */
  readonly ended: AbortSignal;
  readonly end: () => Promise<void>;
}

/** `onNotification` is called for all that the session listens to. Rejects where the server cannot be reached. */
export async function openSession(url: string, onNotification: () => void = () => undefined): Promise<Session> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
    keepAlive: true,
    application_name: APPLICATION,
    options: SERVER_OPTIONS.map((option) => `-c ${option}`).join(' '),
  });
  const ended = new AbortController();
  let beating: NodeJS.Timeout | undefined;
  const stop = () => {
    clearInterval(beating);
    ended.abort();
  };
  client.on('error', stop);
  client.on('end', stop);
  client.on('notification', onNotification);
  try {
    await client.connect();
  } catch (error) {
    client.end().catch(() => undefined);
    throw error;
  }
  const end = async () => {
    stop();
    await client.end();
  };
  beating = setInterval(() => {
    client.query('select 1').catch(() => void end().catch(() => undefined));
  }, BEAT_EVERY_MS);
  beating.unref();
  return {
    query: async (text, values = []) => (await client.query(text, [...values])).rows,
    ended: ended.signal,
    end,
  };
}
