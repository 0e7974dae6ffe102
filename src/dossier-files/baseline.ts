/** The baseline: reading the files of `data/`, and what of them the ledger does not have yet. */

import { z } from 'zod';
import { checkEntries, type Unread } from '../core/dossier/check.ts';
import { type Conflict, conflictSchema } from '../core/dossier/conflict.ts';
import { type AnyEntry, anyEntrySchema, ENTRY_KINDS, type EntryKind, idSchema } from '../core/dossier/entries.ts';
import { KINDS } from '../core/dossier/kinds/index.ts';
import { BASELINE_AUTHOR, type Revision, type RevisionDraft } from '../core/dossier/revision.ts';
import { sameJson } from '../core/dossier/same-json.ts';
import { tooMuchIn } from './reading/entry-bounds.ts';
import { problemLines } from './reading/problem-lines.ts';
import { problemLine, sayIssue } from './say-issue.ts';

export const CONFLICT_FILE = 'conflict.json';

export interface Baseline {
  readonly conflict: Conflict;
  readonly entries: readonly AnyEntry[];
}

/** `problems` has one line for each thing wrong: file, entry, field, what to do. */
export class BaselineError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`the dossier's files have ${problems.length} problem(s)\n${problemLines(problems)}`);
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
  const given = parseJson(CONFLICT_FILE, files.get(CONFLICT_FILE), problems);
  const conflict = conflictSchema.safeParse(given);
  if (!conflict.success) problems.push(...issuesOf(CONFLICT_FILE, undefined, conflict.error));
  const entries = ENTRY_KINDS.flatMap((kind) => {
    const { file, mayLackFile } = KINDS[kind];
    const text = files.get(file);
    return text === undefined && mayLackFile ? [] : parseEntries(kind, { name: file, text }, problems);
  });
  const usable = conflict.data ?? withoutBroken(given, conflict.error);
  if (usable !== undefined) {
    // Only sound entries are checked against each other, and nobody is blamed for naming one that is not. The files
    // are read again for that alone: every start comes by here.
    const unread = problems.length === 0 ? undefined : unreadOf(files, entries);
    for (const problem of checkEntries(entries, usable, unread)) {
      problems.push(problemLine(KINDS[problem.kind].file, problem));
    }
  }
  if (!conflict.success || problems.length > 0) throw new BaselineError(problems);
  return { conflict: conflict.data, entries };
}

/** The conflict without the optional parts that are broken, so that the entries can be checked by the rest. */
function withoutBroken(given: unknown, error: z.ZodError | undefined): Conflict | undefined {
  const parts = z.record(z.string(), z.unknown()).safeParse(given);
  if (!parts.success) return undefined;
  const broken = new Set(error?.issues.map(({ path }) => path[0]));
  const sound = Object.entries(parts.data).filter(([name]) => !broken.has(name));
  return conflictSchema.safeParse(Object.fromEntries(sound)).data;
}

/** What is in the files, or may be, but is not among the sound entries. */
function unreadOf(files: ReadonlyMap<string, string>, sound: readonly AnyEntry[]): Unread {
  const known = new Set(sound.map(({ fields }) => fields.id));
  const lists = ENTRY_KINDS.map((kind) => {
    const { file, mayLackFile } = KINDS[kind];
    const list = z.array(z.unknown()).safeParse(parseJson(file, files.get(file), []));
    const isThere = list.success || (mayLackFile && !files.has(file));
    return { kind, isThere, entries: list.success ? list.data : [] };
  });
  const ids = lists
    .flatMap((list) => list.entries)
    .flatMap((fields) => z.object({ id: z.string() }).safeParse(fields).data?.id ?? []);
  return {
    ids: new Set(ids.filter((id) => !known.has(id))),
    kinds: new Set(lists.filter(({ isThere }) => !isThere).map(({ kind }) => kind)),
  };
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
    const named = z.object({ id: idSchema }).safeParse(fields);
    const id = named.success ? named.data.id : `entry ${index + 1}`;
    const tooMuch = tooMuchIn(fields);
    problems.push(...tooMuch.map((line) => `${name}: ${id}: ${line}`));
    if (tooMuch.length > 0) return [];
    const parsed = anyEntrySchema.safeParse({ kind, fields });
    if (parsed.success) return [parsed.data];
    problems.push(...issuesOf(name, id, parsed.error));
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
    return [file, entry, field, sayIssue(issue)].filter((part) => part !== undefined && part !== '').join(': ');
  });
}
