/** SQLite's primary result codes: https://sqlite.org/rescode.html */

export const SQLITE_BUSY = 5;
/** The file is damaged inside, which is met only where it is read. */
export const SQLITE_CORRUPT = 11;

export const SQLITE_FULL = 13;

/** The primary result code of an error thrown by `node:sqlite`; undefined for errors of another kind. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return undefined;
  return error.errcode % 256;
}
