/** The store on an SQLite file: folder made, lock taken, tables up to date. Its twin is `postgres/open.ts`. */
import { access, constants, mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, resolve } from 'node:path';
import { createDatabase, type Traits } from '../database.ts';
import { migrate } from '../migrations.ts';
import { OpenStoreError } from '../open-store-error.ts';
import { assembleStore, type OpenedStore } from '../opened-store.ts';
import { headOf } from '../store.ts';
import { takeBotLock } from './bot-lock.ts';
import { openSqlite } from './driver.ts';
import { createSqliteLeader } from './leader.ts';
import { pollLedger } from './listen.ts';
import { SQLITE_BUSY, SQLITE_CORRUPT, SQLITE_FULL, sqliteCode } from './result-codes.ts';

/** `guest`: may work beside a bot (terminal, command line). */
export type ProcessRole = 'bot' | 'guest';

const IN_MEMORY = ':memory:';
const EXAMPLE = 'sqlite:var/truceline.sqlite';

export const SQLITE: Traits = { locksRows: false, channel: undefined, isConflict: () => false };

/** @throws OpenStoreError saying what is wrong and what to do */
export async function openSqliteStore(url: string, role: ProcessRole, clock: () => number): Promise<OpenedStore> {
  const written = sqlitePath(url);
  const path = written === IN_MEMORY ? written : resolve(written);
  try {
    if (path !== IN_MEMORY) await haveFolder(dirname(path), isAbsolute(written));
    return await open(path, role, clock);
  } catch (error) {
    if (error instanceof OpenStoreError) throw error;
    throw new OpenStoreError(`Cannot use ${path} as the database: ${messageOf(error)}. ${cureOf(error)}`, {
      cause: error,
    });
  }
}

async function open(path: string, role: ProcessRole, clock: () => number): Promise<OpenedStore> {
  const db = await openSqlite(path);
  let release = (): void => undefined;
  try {
    if (path !== IN_MEMORY) {
      // SQLite opens a file it may not write without a word and fails at the first append.
      await access(path, constants.W_OK);
      if (role === 'bot') {
        await refuseHardLinks(path);
        release = takeBotLock(await realpath(path));
      }
    }
    await db.transaction().execute((transaction) => migrate(transaction, path));
  } catch (error) {
    await db.destroy();
    release();
    throw error;
  }
  const database = createDatabase(db, { traits: SQLITE, clock, release });
  return assembleStore(database, {
    becomeLeader: createSqliteLeader(role === 'bot'),
    listen: (notify, closing) => pollLedger(() => database.read(headOf), notify, closing),
  });
}

/** By another name the file would have another lock, and a second bot would send everything a second time. */
async function refuseHardLinks(path: string): Promise<void> {
  if ((await stat(path)).nlink === 1) return;
  throw new OpenStoreError(
    `${path} is a file with several names (hard links): remove the others, or copy it and use the copy.`,
  );
}

/**
 * A folder is made only below the working directory: elsewhere a slip of the pen would make folders where nobody looks
 * for them.
 */
async function haveFolder(folder: string, isElsewhere: boolean): Promise<void> {
  if (!isElsewhere) await mkdir(folder, { recursive: true });
  else if (!(await isThere(folder))) {
    throw new OpenStoreError(
      `DATABASE_URL names a file in ${folder}, and there is no such folder. Make it, or correct DATABASE_URL.`,
    );
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/** As written: SQLite itself would read `file:…?mode=…` as options and an empty name as a throw-away database. */
function sqlitePath(url: string): string {
  const path = /^sqlite:(?<path>.*)$/su.exec(url)?.groups?.['path']?.trim();
  if (path === undefined) {
    throw new OpenStoreError(`DATABASE_URL must begin with sqlite: and name a file: write DATABASE_URL=${EXAMPLE}`);
  }
  if (path === IN_MEMORY) return path;
  if (path === '' || path.includes('\0') || /^(\/\/|file:|:)/.test(path)) {
    throw new OpenStoreError(
      'DATABASE_URL must have the path of a file right after sqlite: — ' +
        `write DATABASE_URL=${EXAMPLE}, or DATABASE_URL=sqlite:/srv/truceline.sqlite for an absolute path`,
    );
  }
  return path;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Codes: https://sqlite.org/rescode.html */
function cureOf(error: unknown): string {
  switch (sqliteCode(error)) {
    case SQLITE_BUSY:
      return 'Another program is writing to it: try again, and close database browsers.';
    case SQLITE_CORRUPT:
      return 'It is damaged: keep a copy and restore the last backup.';
    case SQLITE_FULL:
      return 'The disk is full: make room and start again.';
    case 26: // NOTADB
      return 'Move that file away or point DATABASE_URL at another one.';
    case undefined: // not from SQLite: the folder could not be made or followed
    default:
      return 'Check that its folder and files may be written by the user Truceline runs as, or change DATABASE_URL.';
  }
}
