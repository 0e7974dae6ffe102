/** History that must not begin a database: more than one, another conflict's, or one that ends in a broken dossier. */
import { checkEntries } from '../core/dossier/check.ts';
import type { Conflict } from '../core/dossier/conflict.ts';
import { type Revision, type RevisionDraft, standingEntries } from '../core/dossier/revision.ts';
import { type EntryFile, ImportError } from './entry-files.ts';
import { missingSides } from './held-conflict.ts';

/** The one file of revisions among those given. Throws `ImportError` where there are more. */
export function oneHistory(files: readonly EntryFile[]): EntryFile | undefined {
  const [file, ...others] = files;
  if (others.length === 0) return file;
  const paths = files.map(({ path }) => path).join(', ');
  throw new ImportError([`${paths}: is more than one history: import one at a time, each into a database of its own`]);
}

/** Throws `ImportError` where the parties of the history are not those of the conflict's sides. */
export function refuseOtherHistory({ path }: EntryFile, history: readonly RevisionDraft[], conflict: Conflict): void {
  const missing = missingSides(conflict, history);
  if (missing.length === 0) return;
  throw new ImportError([
    `${path}: is the history of another conflict: its parties do not include ${missing.join(', ')}, which stand for ` +
      `the sides of “${conflict.id}” (${conflict.name}). Set DOSSIER to the folder of the conflict that it was ` +
      'exported from, and DATABASE_URL to a new database, or leave this file out',
  ]);
}

/** Throws `ImportError` with all that is wrong with the entries that stand at the end of `ledger`. */
export function refuseBrokenEnd({ path }: EntryFile, ledger: readonly Revision[], conflict: Conflict): void {
  const problems = checkEntries(standingEntries(ledger), conflict);
  if (problems.length === 0) return;
  throw new ImportError(problems.map(({ id, field, message }) => `${path}: ${id}: ${field}: ${message}`));
}
