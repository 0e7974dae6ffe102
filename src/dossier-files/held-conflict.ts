/** Whose conflict a database holds. Two conflicts in one ledger would be told as one, so another one is refused. */
import { checkEntries } from '../core/dossier/check.ts';
import type { Conflict } from '../core/dossier/conflict.ts';
import { type Revision, type RevisionDraft, standingEntries } from '../core/dossier/revision.ts';
import type { Store } from '../core/ports/store.ts';
import { type EntryFile, ImportError } from './entry-files.ts';
import { problemLine } from './say-issue.ts';

/** The name of the fact that a store keeps. */
const HELD = 'conflict';

/** The database holds another conflict than the dossier's; its message says what to set. */
export class OtherConflictError extends Error {
  constructor(held: string | undefined, { id, name }: Conflict) {
    const holds = held === undefined ? 'another conflict' : `the conflict “${held}”`;
    super(
      `The database of DATABASE_URL holds ${holds}, and the folder of DOSSIER has “${id}” (${name}). ` +
        'Nothing was written. Set DATABASE_URL to a database of its own for this dossier, ' +
        `or DOSSIER to the folder ${held === undefined ? 'that the database was started with' : `of “${held}”`}.`,
    );
    this.name = 'OtherConflictError';
  }
}

/**
 * Throws `OtherConflictError` where the store holds another conflict. A store of a version that did not keep it holds
 * the conflict whose sides are among its parties. `ledger` is all that the store has.
 */
export async function refuseOtherConflict(
  conflict: Conflict,
  store: Pick<Store, 'recall'>,
  ledger: readonly Revision[],
): Promise<void> {
  const held = await store.recall(HELD);
  const isOther = held === undefined ? missingSides(conflict, ledger).length > 0 : held !== conflict.id;
  if (isOther) throw new OtherConflictError(held, conflict);
}

/** Keeps that the store holds this conflict. It is asked first, so that a start does not write for nothing. */
export async function holdConflict({ id }: Conflict, store: Pick<Store, 'recall' | 'remember'>): Promise<void> {
  if ((await store.recall(HELD)) === undefined) await store.remember(HELD, id);
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
  throw new ImportError(problems.map((problem) => problemLine(path, problem)));
}

/** The parties that stand for the conflict's sides and are not in `ledger`. None, where it has no parties at all. */
function missingSides({ sides }: Conflict, ledger: readonly RevisionDraft[]): readonly string[] {
  const parties = new Set(ledger.flatMap(({ entry }) => (entry.kind === 'party' ? [entry.fields.id] : [])));
  return parties.size === 0 ? [] : sides.map(({ party }) => party).filter((party) => !parties.has(party));
}
