/** Publishing entries out of files: what is wrong with them, and what they change in the ledger. */

import { type Problem, problemsWith } from '../core/dossier/check.ts';
import type { Conflict } from '../core/dossier/conflict.ts';
import { FIRST_TIMEZONE, futureDate } from '../core/dossier/dates/future-date.ts';
import { dayOf } from '../core/dossier/dates/knowledge.ts';
import type { AnyEntry } from '../core/dossier/entries.ts';
import { KINDS } from '../core/dossier/kinds/index.ts';
import { type Revision, type RevisionDraft, standingEntries } from '../core/dossier/revision.ts';
import { sameJson } from '../core/dossier/same-json.ts';
import { type ConflictAdditions, withAdditions } from './conflict-additions.ts';
import { doubtsOf } from './doubts.ts';
import { type FileEntry, ImportError } from './entry-files.ts';
import { linkInTurn } from './link-in-turn.ts';
import { newWords } from './new-words.ts';
import { problemLine } from './say-issue.ts';

/** Author of what is published out of files. */
export const IMPORT_AUTHOR = 'import';

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
  /** In the order of the files; then published entries that get a link to one of them. */
  readonly drafts: readonly RevisionDraft[];
  readonly unchanged: readonly AnyEntry[];
  /** Topics and victim groups that the conflict does not have yet. */
  readonly additions: ConflictAdditions;
  /** What may not be meant as it is written; one line each. */
  readonly warnings: readonly string[];
}

/** Throws `ImportError` with everything that would be wrong with the dossier if the entries were in it. */
export function planFiles(
  files: readonly FileEntry[],
  ledger: readonly Revision[],
  { conflict, now, change, reason, weight }: Publishing,
): FilesPlan {
  const histories = Map.groupBy(ledger, ({ entry }) => entry.fields.id);
  const lastOf = (id: string) => histories.get(id)?.at(-1);
  const standing = standingEntries(ledger);
  const { entries, others, warnings: kept } = linkInTurn(files, standing);
  const [unchanged, written] = partition(entries, ({ entry }) => {
    const last = lastOf(entry.fields.id);
    return last !== undefined && last.change !== 'retraction' && sameJson(last.entry, entry);
  });
  const words = newWords(written, conflict);
  // With two entries of one id there is no telling what the dossier would be.
  refuse([
    ...givenTwice(files),
    ...written.flatMap((one) => clashes(one, lastOf(one.entry.fields.id), change)),
    ...written.flatMap((one) => inTheFuture(one, dayOf(now, FIRST_TIMEZONE))),
    ...words.problems,
  ]);
  const linked = others.map(({ entry }) => entry);
  refuse(brokenBy(written, linked, standing, withAdditions(conflict, words.additions)));
  const common = { author: IMPORT_AUTHOR, recordedAt: now };
  const drafts = written.map(({ file, entry }): RevisionDraft => {
    if (!lastOf(entry.fields.id)) return { ...common, entry, change: 'original', reason: null };
    const why = reason ?? `Imported from ${file.name}.`;
    if (change === 'update') return { ...common, entry, change, reason: why };
    return { ...common, entry, change, reason: why, ...(weight !== undefined && { weight }) };
  });
  const links = others.map(({ entry, namedBy }): RevisionDraft => {
    return { ...common, entry, change: 'update', reason: `${namedBy}, which was imported, names it.` };
  });
  return {
    drafts: [...drafts, ...links],
    unchanged: unchanged.map(({ entry }) => entry),
    additions: words.additions,
    warnings: [...words.warnings, ...kept, ...doubtsOf(written)],
  };
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new ImportError(problems);
}

function givenTwice(entries: readonly FileEntry[]): readonly string[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ file, entry }) => {
    const { id } = entry.fields;
    const earlier = first.get(id);
    first.set(id, earlier ?? file.path);
    return earlier === undefined
      ? []
      : [
          `${file.path}: ${id}: id: is the id of an entry of ${earlier} already: give this one another id, or take it out`,
        ];
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
    return problem(
      `is already the id of a ${last.entry.kind}: give this entry another id, as ids are unique over all kinds`,
    );
  }
  if (last.change !== 'retraction' || change === 'correction') return [];
  return problem(`was retracted here (“${last.reason}”): to publish it again, add --correction and --reason`);
}

/** Dates of what has been said or has happened. */
function inTheFuture({ file, entry }: FileEntry, today: string): readonly string[] {
  const future = futureDate(entry, today);
  return future
    ? [
        `${file.path}: ${entry.fields.id}: ${future.field}: “${future.date}” is in the future: give a day that has begun, or import it then`,
      ]
    : [];
}

/** One line for each problem, with the file that it comes from. `linked` are new versions of published entries. */
function brokenBy(
  written: readonly FileEntry[],
  linked: readonly AnyEntry[],
  standing: readonly AnyEntry[],
  conflict: Conflict,
): readonly string[] {
  const files = new Map(written.map(({ entry, file }) => [entry.fields.id, file.path]));
  const label = ({ kind, id }: Problem) => files.get(id) ?? `${KINDS[kind].file} as published`;
  const entries = [...linked, ...written.map(({ entry }) => entry)];
  return problemsWith(entries, standing, conflict).map((problem) => problemLine(label(problem), problem));
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  const { yes = [], no = [] } = Object.groupBy(all, (one) => (test(one) ? 'yes' : 'no'));
  return [yes, no];
}
