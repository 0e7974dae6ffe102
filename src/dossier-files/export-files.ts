/** The dossier as files in its own format, written so that importing them gives the same dossier. */

import { checkEntries } from '../core/dossier/check.ts';
import type { Conflict } from '../core/dossier/conflict.ts';
import { type AnyEntry, anyEntrySchema, ENTRY_KINDS } from '../core/dossier/entries.ts';
import { KINDS } from '../core/dossier/kinds/index.ts';
import type { RevisionDraft } from '../core/dossier/revision.ts';
import { CONFLICT_FILE } from './baseline.ts';
import { REVISIONS_FILE, revisionsText } from './revisions-file.ts';
import { problemLine } from './say-issue.ts';

/**
 * Name → text of every file of a dossier's folder, empty lists too: an older export beneath is replaced, and the
 * folder can be the `DOSSIER` of another bot.
 * `history` are the revisions that made the entries what they are.
 */
export function dossierFiles(
  entries: readonly AnyEntry[],
  conflict: Conflict,
  history: readonly RevisionDraft[] = [],
): ReadonlyMap<string, string> {
  const lists = ENTRY_KINDS.map((kind): readonly [string, string] => {
    // The schema puts the keys into the order of the format.
    const fields = entries.filter((entry) => entry.kind === kind).map((entry) => anyEntrySchema.parse(entry).fields);
    return [KINDS[kind].file, toText(fields)];
  });
  return new Map([...lists, [CONFLICT_FILE, toText(conflict)], [REVISIONS_FILE, revisionsText(history)]]);
}

/**
 * What keeps the files from being read in again, one line each: entries that name one that was retracted, for example.
 * Empty where nothing does.
 */
export function unreadable(entries: readonly AnyEntry[], conflict: Conflict): readonly string[] {
  return checkEntries(entries, conflict).map((problem) => problemLine(KINDS[problem.kind].file, problem));
}

/** As the files were handed over: indented by two, keys in the order of the format, ending in a line feed. */
function toText(json: unknown): string {
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
