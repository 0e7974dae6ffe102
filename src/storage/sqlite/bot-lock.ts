/** One bot per SQLite file: a lock that the operating system takes back when its holder dies, however it dies. */
import { DatabaseSync } from 'node:sqlite';
import { OpenStoreError } from '../open-store-error.ts';
import { sqliteCode } from './result-codes.ts';

const SQLITE_BUSY = 5;

/**
 * Takes the lock beside `path` (which must be a real path: two names of one file must meet at one lock) and returns
 * what releases it. The lock is SQLite's own exclusive lock on a small file, so the same process is refused too.
 *
 * Never open or delete `<path>.lock` by other means: closing another descriptor on it drops the lock (POSIX), and a
 * deleted one would let a second bot lock a new file of the same name. Left behind after the bot stops; harmless.
 * @throws OpenStoreError where another bot holds it
 */
export function takeBotLock(path: string): () => void {
  const lock = new DatabaseSync(`${path}.lock`, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (sqliteCode(error) !== SQLITE_BUSY) throw error;
    throw new OpenStoreError(
      `Another Truceline bot is running on ${path}; stop it first or give this one its own DATABASE_URL.`,
      { cause: error },
    );
  }
  return () => lock.close();
}
