/** Opens the memory that `DATABASE_URL` names, ready to use: folder made, lock taken, tables up to date. */
import { access, constants, mkdir, realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Store } from '../core/ports.ts';
import { takeBotLock } from './bot-lock.ts';
import { migrate } from './migrations.ts';
import { OpenStoreError } from './open-store-error.ts';
import { openSqlite, sqliteCode } from './sqlite.ts';
import { createStore } from './store.ts';

const IN_MEMORY = ':memory:';
const EXAMPLE = 'sqlite:var/truceline.sqlite';

/**
 * `url` is `sqlite:` and a path (taken as it is, relative to the working directory), or `sqlite::memory:` for a memory of
 * its own that ends with `close`. A `'bot'` is alone on its file; a `'guest'` (terminal, command line) may work beside it.
 * @throws OpenStoreError saying what is wrong and what to do; it never repeats a URL that could hold a password
 */
export async function openStore({ url, role }: { url: string; role: 'bot' | 'guest' }): Promise<Store> {
  const path = sqlitePath(url);
  try {
    return await openSqliteStore(path, role);
  } catch (error) {
    if (error instanceof OpenStoreError) throw error;
    throw new OpenStoreError(`Cannot use ${path} as the database: ${messageOf(error)}. ${cureOf(error)}`, {
      cause: error,
    });
  }
}

async function openSqliteStore(path: string, role: 'bot' | 'guest'): Promise<Store> {
  if (path !== IN_MEMORY) await mkdir(dirname(path), { recursive: true });
  const db = await openSqlite(path);
  let release = (): void => undefined;
  try {
    if (path !== IN_MEMORY) {
      // SQLite opens a file it may not write without a word and fails at the first append.
      await access(path, constants.W_OK);
      if (role === 'bot') release = takeBotLock(await realpath(path));
    }
    await db.transaction().execute((transaction) => migrate(transaction, path));
  } catch (error) {
    await db.destroy();
    release();
    throw error;
  }
  return createStore(db, release);
}

/** An absolute path: SQLite itself would read `file:…?mode=…` as options and an empty name as a throw-away database. */
function sqlitePath(url: string): string {
  if (/^postgres(ql)?:/i.test(url)) {
    throw new OpenStoreError(`This version keeps its memory in SQLite only: write DATABASE_URL=${EXAMPLE}`);
  }
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
  return resolve(path);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Codes: https://sqlite.org/rescode.html */
function cureOf(error: unknown): string {
  switch (sqliteCode(error)) {
    case 5: // BUSY
      return 'Another program is writing to it: try again, and close database browsers.';
    case 11: // CORRUPT
      return 'It is damaged: keep a copy and restore the last backup.';
    case 13: // FULL
      return 'The disk is full: make room and start again.';
    case 26: // NOTADB
      return 'Move that file away or point DATABASE_URL at another one.';
    case undefined: // not from SQLite: the folder could not be made or followed
    default:
      return 'Check that its folder and files may be written by the user Truceline runs as, or change DATABASE_URL.';
  }
}
