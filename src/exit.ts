/** Why the process cannot run, in words for whoever started it, and the exit code that says so to a supervisor. */
import { inspect } from 'node:util';
import { TokenRefused } from './adapters/token-refused.ts';
import { ConfigError } from './config.ts';
import { BaselineError } from './dossier-files/baseline.ts';
import { ImportError } from './dossier-files/entry-files.ts';
import { OtherConflictError } from './dossier-files/held-conflict.ts';
import { FolderError } from './dossier-files/write-folder.ts';
import { OpenStoreError } from './storage/open-store-error.ts';
import { SQLITE_CORRUPT, SQLITE_FULL, sqliteCode } from './storage/sqlite/result-codes.ts';

/** sysexits.h: EX_USAGE, EX_CONFIG and EX_DATAERR. Anything else that stops us is 1. */
export const EX_USAGE = 64;
const EX_CONFIG = 78;
const EX_DATAERR = 65;

/** Their messages are written for whoever started the process. */
const FOR_READER = [
  ConfigError,
  BaselineError,
  OtherConflictError,
  ImportError,
  OpenStoreError,
  FolderError,
  TokenRefused,
];

/** Text of a file must not drive the terminal that prints it, nor turn its lines. Only line ends stay as they are. */
export function printable(text: string): string {
  return text.replaceAll(
    /(?!\n)[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu,
    (one) => `\\u{${one.charCodeAt(0).toString(16)}}`,
  );
}

const DAMAGED =
  'The SQLite file that DATABASE_URL names is damaged inside. Keep a copy of it and of the files beside it, restore ' +
  'your last backup in its place, and start again.';

/** `SQLSTATE` disk_full: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const DISK_FULL = '53100';
const FULL =
  'The disk is full, or the quota of the user Truceline runs as: what was being written was not. Make room and start ' +
  'again.';

/** Of databases; undefined where an error is none that an operator can do something about. */
function cureOf(error: unknown): string | undefined {
  if (sqliteCode(error) === SQLITE_CORRUPT) return DAMAGED;
  return sqliteCode(error) === SQLITE_FULL || isCode(error, DISK_FULL) || isCode(error, 'ENOSPC') ? FULL : undefined;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Prints one clear text on standard error and returns the exit code. A bug is printed whole: no log has it. */
export function sayWhyNot(error: unknown): number {
  const isForReader = FOR_READER.some((known) => error instanceof known);
  const text = isForReader && error instanceof Error ? error.message : inspect(error);
  process.stderr.write(`${printable(cureOf(error) ?? text)}\n`);
  if (error instanceof ConfigError || error instanceof OtherConflictError) return EX_CONFIG;
  return error instanceof BaselineError || error instanceof ImportError ? EX_DATAERR : 1;
}
