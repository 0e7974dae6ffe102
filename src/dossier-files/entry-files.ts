/** The entries of files that somebody wants to publish, and all that is wrong with each by itself. */
import { type AnyEntry, ENTRY_KINDS, type EntryKind } from '../core/dossier/entries.ts';
import { KINDS } from '../core/dossier/kinds/index.ts';
import { parseEntries } from './baseline.ts';
import { problemLines } from './reading/problem-lines.ts';
import { repeatedKeys } from './reading/repeated-keys.ts';

/** `path` as it was given; `name` is its last part. */
export type EntryFile = { readonly path: string; readonly name: string } & (
  | { readonly text: string }
  | { readonly unreadable: string }
);

export interface FileEntry {
  readonly file: Pick<EntryFile, 'path' | 'name'>;
  readonly entry: AnyEntry;
}

/** `problems` has one line for each thing wrong: file, entry, field, what to do. */
export class ImportError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    const count = problems.length === 1 ? 'there is a problem' : `there are ${problems.length} problems`;
    super(`Nothing was imported: ${count}\n${problemLines(problems)}`);
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
    problems.push(...repeatedKeys(file.path, file.text));
    const parsed = parseEntries(kind, { name: file.path, text: file.text }, problems);
    return parsed.map((entry): FileEntry => ({ file, entry }));
  });
  if (problems.length > 0) throw new ImportError(problems);
  return entries;
}

/** The text of a file. Throws `ImportError` where it cannot be read. */
export function textOf(file: EntryFile): string {
  if ('unreadable' in file) throw new ImportError([`${file.path}: ${file.unreadable}`]);
  return file.text;
}

/** `developments.json`, or with something before it: `2026-11-22-developments.json`. */
export function kindOf(name: string): EntryKind | undefined {
  const lower = name.toLowerCase();
  return ENTRY_KINDS.find((kind) => lower === KINDS[kind].file || /[-_. ]$/u.test(before(lower, KINDS[kind].file)));
}

/** What of `text` is before `ending`; empty where it does not end in it. */
function before(text: string, ending: string): string {
  return text.endsWith(ending) ? text.slice(0, -ending.length) : '';
}
