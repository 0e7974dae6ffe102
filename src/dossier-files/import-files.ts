/** Publishing entries out of files: what is wrong with them, and what they change in the ledger. */

import { type Problem, problemsWith } from '../core/dossier/check.ts';
import type { Conflict } from '../core/dossier/conflict.ts';
import { FIRST_TIMEZONE, futureDate } from '../core/dossier/dates/future-date.ts';
import { dayOf } from '../core/dossier/dates/knowledge.ts';
import { type AnyEntry, ENTRY_KINDS, type EntryKind } from '../core/dossier/entries.ts';
import { KINDS } from '../core/dossier/kinds/index.ts';
import { type Revision, type RevisionDraft, standingEntries } from '../core/dossier/revision.ts';
import { sameJson } from '../core/dossier/same-json.ts';
import { CONFLICT_FILE, parseEntries, sameConflict } from './baseline.ts';

/** Author of what is published out of files. */
const IMPORT_AUTHOR = 'import';

/** `path` as it was given; `name` is its last part. */
export type EntryFile = { readonly path: string; readonly name: string } & (
  | { readonly text: string }
  | { readonly unreadable: string }
);

export interface FileEntry {
  readonly file: EntryFile;
  readonly entry: AnyEntry;
}

/** `problems` has one line for each thing wrong: file, entry, field, what to do. */
export class ImportError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    const count = problems.length === 1 ? 'there is a problem' : `there are ${problems.length} problems`;
    super(`Nothing was imported: ${count}\n${problems.join('\n')}`);
    this.name = 'ImportError';
    this.problems = problems;
  }
}

/**
 * Every entry of the files. Throws `ImportError` with all that is wrong with the files and with each entry by itself.
 */
export function parseEntryFiles(files: readonly EntryFile[]): readonly FileEntry[] {
  const problems: string[] = [];
  const entries = files.flatMap((file) => {
    const kind = kindOf(file.name);
    if (kind === undefined) {
      const names = Object.values(KINDS)
        .map(({ file: name }) => name)
        .join(', ');
      problems.push(
        `${file.path}: its name does not say what is in it: it must be ${names}, ` +
          'or end so, as in 2026-11-22-developments.json',
      );
      return [];
    }
    if ('unreadable' in file) {
      problems.push(`${file.path}: ${file.unreadable}`);
      return [];
    }
    const parsed = parseEntries(kind, { name: file.path, text: file.text }, problems);
    return parsed.map((entry): FileEntry => ({ file, entry }));
  });
  if (problems.length > 0) throw new ImportError(problems);
  return entries;
}

/**
 * The files but for `conflict.json`, which is in every folder of a dossier and has no entries. Throws `ImportError`
 * where it says something else than the one that the bot reads: that one is no part of the ledger.
 */
export function withoutConflict(files: readonly EntryFile[], conflict: Conflict): readonly EntryFile[] {
  const [given, others] = partition(files, ({ name }) => name.toLowerCase() === CONFLICT_FILE);
  const problems = given
    .filter((file) => !('text' in file) || !sameConflict(file.text, conflict))
    .map(({ path }) => `${path}: differs from the one in the folder of DOSSIER, which counts: change it there`);
  if (problems.length > 0) throw new ImportError(problems);
  return others;
}

export interface Publishing {
  readonly conflict: Conflict;
  /** Unix time in ms. */
  readonly now: number;
  /**
   * What a changed entry is: more is known, or what was published was wrong. A correction may publish again what was
   * retracted.
   */
  readonly change: 'update' | 'correction';
  /** Of the changed entries; undefined: the name of the file. */
  readonly reason: string | undefined;
  /** Of a correction: whether whoever was told is told of it aloud; left out: so it is. */
  readonly weight?: 'minor' | 'material';
}

export interface FilesPlan {
  /** In the order of the files. */
  readonly drafts: readonly RevisionDraft[];
  readonly unchanged: readonly AnyEntry[];
}

/** Throws `ImportError` with everything that would be wrong with the dossier if the entries were in it. */
export function planFiles(
  entries: readonly FileEntry[],
  ledger: readonly Revision[],
  { conflict, now, change, reason, weight }: Publishing,
): FilesPlan {
  const histories = Map.groupBy(ledger, ({ entry }) => entry.fields.id);
  const lastOf = (id: string) => histories.get(id)?.at(-1);
  const [unchanged, written] = partition(entries, ({ entry }) => {
    const last = lastOf(entry.fields.id);
    return last !== undefined && last.change !== 'retraction' && sameJson(last.entry, entry);
  });
  const problems = [
    ...givenTwice(entries),
    ...written.flatMap((one) => clashes(one, lastOf(one.entry.fields.id), change)),
    ...written.flatMap((one) => inTheFuture(one, dayOf(now, FIRST_TIMEZONE))),
  ];
  // With two entries of one id there is no telling what the dossier would be.
  if (problems.length > 0) throw new ImportError(problems);
  const broken = brokenBy(written, standingEntries(ledger), conflict);
  if (broken.length > 0) throw new ImportError(broken);
  const drafts = written.map(({ file, entry }): RevisionDraft => {
    const common = { author: IMPORT_AUTHOR, recordedAt: now, entry };
    if (!lastOf(entry.fields.id)) return { ...common, change: 'original', reason: null };
    const why = reason ?? `Imported from ${file.name}.`;
    if (change === 'update') return { ...common, change, reason: why };
    return { ...common, change, reason: why, ...(weight !== undefined && { weight }) };
  });
  return { drafts, unchanged: unchanged.map(({ entry }) => entry) };
}

/** `developments.json`, or with something before it: `2026-11-22-developments.json`. */
function kindOf(name: string): EntryKind | undefined {
  const lower = name.toLowerCase();
  return ENTRY_KINDS.find((kind) => lower === KINDS[kind].file || /[-_. ]$/u.test(before(lower, KINDS[kind].file)));
}

/** What of `text` is before `ending`; empty where it does not end in it. */
function before(text: string, ending: string): string {
  return text.endsWith(ending) ? text.slice(0, -ending.length) : '';
}

function givenTwice(entries: readonly FileEntry[]): readonly string[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ file, entry }) => {
    const { id } = entry.fields;
    const earlier = first.get(id);
    first.set(id, earlier ?? file.path);
    return earlier === undefined ? [] : [`${file.path}: ${id}: id: is the id of an entry of ${earlier} already`];
  });
}

/** What the entry's id has been until now, where the entry cannot go on from it. */
function clashes(
  { file, entry }: FileEntry,
  last: Revision | undefined,
  change: Publishing['change'],
): readonly string[] {
  const problem = (message: string) => [`${file.path}: ${entry.fields.id}: id: ${message}`];
  if (!last) return [];
  if (last.entry.kind !== entry.kind) {
    return problem(`is already the id of a ${last.entry.kind}; ids are unique over all kinds`);
  }
  if (last.change !== 'retraction' || change === 'correction') return [];
  return problem(`was retracted here (“${last.reason}”): only a correction, with its reason, publishes it again`);
}

/** Dates of what has been said or has happened. */
function inTheFuture({ file, entry }: FileEntry, today: string): readonly string[] {
  const future = futureDate(entry, today);
  return future ? [`${file.path}: ${entry.fields.id}: ${future.field}: “${future.date}” is in the future`] : [];
}

/** One line for each problem, with the file that it comes from. */
function brokenBy(written: readonly FileEntry[], standing: readonly AnyEntry[], conflict: Conflict): readonly string[] {
  const files = new Map(written.map(({ file, entry }) => [entry.fields.id, file.path]));
  const label = ({ kind, id }: Problem) => files.get(id) ?? `${KINDS[kind].file} as published`;
  const entries = written.map(({ entry }) => entry);
  return problemsWith(entries, standing, conflict).map(
    (problem) => `${label(problem)}: ${problem.id}: ${problem.field}: ${problem.message}`,
  );
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  const { yes = [], no = [] } = Object.groupBy(all, (one) => (test(one) ? 'yes' : 'no'));
  return [yes, no];
}
