/** The baseline: reading the files of `data/`, and what of them the ledger does not have yet. */

import { z } from 'zod';
import { checkEntries } from '../core/dossier/check.ts';
import { type Conflict, conflictSchema } from '../core/dossier/conflict.ts';
import { type AnyEntry, anyEntrySchema, ENTRY_KINDS, type EntryKind, idSchema } from '../core/dossier/entries.ts';
import { KINDS } from '../core/dossier/kinds/index.ts';
import { BASELINE_AUTHOR, type Revision, type RevisionDraft } from '../core/dossier/revision.ts';
import { sameJson } from '../core/dossier/same-json.ts';

export const CONFLICT_FILE = 'conflict.json';

export interface Baseline {
  readonly conflict: Conflict;
  readonly entries: readonly AnyEntry[];
}

/** `problems` has one line for each thing wrong: file, entry, field, what to do. */
export class BaselineError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`the dossier's files have ${problems.length} problem(s)\n${problems.join('\n')}`);
    this.name = 'BaselineError';
    this.problems = problems;
  }
}

/**
 * Parses the texts of all files, by name. Throws `BaselineError` with every problem at once: bad JSON, bad fields,
 * broken references, broken rules. A missing file is a problem too, unless its kind may lack it.
 */
export function parseBaseline(files: ReadonlyMap<string, string>): Baseline {
  const problems: string[] = [];
  const conflict = conflictSchema.safeParse(parseJson(CONFLICT_FILE, files.get(CONFLICT_FILE), problems));
  if (!conflict.success) problems.push(...issuesOf(CONFLICT_FILE, undefined, conflict.error));
  const entries = ENTRY_KINDS.flatMap((kind) => {
    const { file, mayLackFile } = KINDS[kind];
    const text = files.get(file);
    return text === undefined && mayLackFile ? [] : parseEntries(kind, { name: file, text }, problems);
  });
  // Cross-checks only over sound entries: a bad entry would otherwise show up once more for everybody who names it.
  if (problems.length === 0 && conflict.success) {
    for (const { kind, id, field, message } of checkEntries(entries, conflict.data)) {
      problems.push(`${KINDS[kind].file}: ${id}: ${field}: ${message}`);
    }
  }
  if (!conflict.success || problems.length > 0) throw new BaselineError(problems);
  return { conflict: conflict.data, entries };
}

/** What an import would append, and what it leaves alone because somebody here has revised it since. */
export interface ImportPlan {
  readonly drafts: readonly RevisionDraft[];
  /** Ids of entries whose file differs from the ledger but that a moderator has revised: reported, not overwritten. */
  readonly leftAlone: readonly string[];
}

/** Compares the files with the ledger. `now` is Unix time in ms. An entry that left the files stays in the ledger. */
export function planImport(baseline: Baseline, ledger: readonly Revision[], now: number): ImportPlan {
  const histories = Map.groupBy(ledger, ({ entry }) => entry.fields.id);
  const drafts: RevisionDraft[] = [];
  const leftAlone: string[] = [];
  for (const entry of baseline.entries) {
    const { id } = entry.fields;
    const history = histories.get(id) ?? [];
    const last = history.at(-1);
    const ofBaseline = history.findLast(({ author }) => author === BASELINE_AUTHOR);
    const common = { author: BASELINE_AUTHOR, recordedAt: now, entry };
    // What was published here and is shipped by now, word for word, is in the ledger already.
    if (last && last.change !== 'retraction' && sameJson(last.entry, entry)) continue;
    if (!last) drafts.push({ ...common, change: 'original', reason: null });
    else if (ofBaseline && sameJson(ofBaseline.entry, entry)) continue;
    else if (last.author !== BASELINE_AUTHOR) leftAlone.push(id);
    else drafts.push({ ...common, change: 'update', reason: 'The shipped data file changed.' });
  }
  return { drafts, leftAlone };
}

/**
 * The sound entries of one file, in its order. What is wrong with the file or the other entries is added to `problems`,
 * one line for each, with the file's `name`. `text` is undefined where there is no such file.
 */
export function parseEntries(
  kind: EntryKind,
  { name, text }: { readonly name: string; readonly text: string | undefined },
  problems: string[],
): readonly AnyEntry[] {
  const json = parseJson(name, text, problems);
  // What there is to say of it is said; JSON itself is never undefined.
  if (json === undefined) return [];
  const list = z.array(z.unknown()).safeParse(json);
  if (!list.success) {
    problems.push(`${name}: must be a list of entries: put them between [ and ]`);
    return [];
  }
  return list.data.flatMap((fields, index) => {
    const parsed = anyEntrySchema.safeParse({ kind, fields });
    if (parsed.success) return [parsed.data];
    const named = z.object({ id: idSchema }).safeParse(fields);
    problems.push(...issuesOf(name, named.success ? named.data.id : `entry ${index + 1}`, parsed.error));
    return [];
  });
}

/** What there is to say of a text that is not JSON, or missing, is added to `problems`. */
export function parseJson(file: string, text: string | undefined, problems: string[]): unknown {
  if (text === undefined) {
    problems.push(
      `${file}: there is no such file: add it${file === CONFLICT_FILE ? '' : ', with [] in it where there are no entries'}`,
    );
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    problems.push(`${file}: is not JSON (${why}): look there for a missing comma, bracket or quotation mark`);
    return undefined;
  }
}

/** One line for each thing that the schema says, with the file, the entry and the field. */
export function issuesOf(file: string, entry: string | undefined, error: z.ZodError): readonly string[] {
  return error.issues.map((issue) => {
    const field = issue.path.filter((step) => step !== 'fields').join('.');
    return [file, entry, field, withCure(issue)].filter((part) => part !== undefined && part !== '').join(': ');
  });
}

/** What a schema says only as what it found, with what to do about it. */
function withCure(issue: z.core.$ZodIssue): string {
  const { code, message } = issue;
  if (code === 'invalid_type') return `${message}: give a value of that type`;
  if (code === 'unrecognized_keys') return `${message}: take it out, or correct its name`;
  if (code === 'invalid_format' && issue.format === 'url')
    return `${message}: give an address as https://example.org/page`;
  if (code === 'too_big') return `${message}: shorten it`;
  return code === 'too_small' && message.startsWith('Too small') ? `${message}: give more` : message;
}
