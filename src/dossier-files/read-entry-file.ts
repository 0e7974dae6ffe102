/** Reads the files of entries that somebody names on the command line, or the folder that has them. */
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ENTRY_KINDS } from '../core/dossier/entries.ts';
import { isConflictFile } from './conflict-additions.ts';
import { type EntryFile, kindOf } from './entry-files.ts';
import { readTextFile } from './reading/read-text-file.ts';
import { isRevisionsFile } from './revisions-file.ts';

interface EntryFiles {
  /** In the order of `paths`; those of a folder in the order of the kinds, so that names come first. */
  readonly files: readonly EntryFile[];
  /** JSON files of a folder whose names say nothing. */
  readonly leftOut: readonly string[];
}

/** Never rejects: what cannot be read says so, to be told together with all that is wrong. */
export async function readEntryFiles(paths: readonly string[]): Promise<EntryFiles> {
  const all = await Promise.all(paths.map(inFolder));
  return {
    files: await Promise.all(all.flatMap(({ taken }) => taken).map(readEntryFile)),
    leftOut: all.flatMap(({ leftOut }) => leftOut),
  };
}

/** The path itself, where it is no folder. */
async function inFolder(path: string): Promise<{ readonly taken: readonly string[]; readonly leftOut: string[] }> {
  const names = await readdir(path).catch(() => undefined);
  if (names === undefined) return { taken: [path], leftOut: [] };
  const turn = (name: string) => {
    const kind = kindOf(name);
    return kind === undefined ? ENTRY_KINDS.length : ENTRY_KINDS.indexOf(kind);
  };
  const json = names.filter((name) => /\.json$/iu.test(name)).toSorted((a, b) => turn(a) - turn(b));
  const isOurs = (name: string) => kindOf(name) !== undefined || isConflictFile({ name }) || isRevisionsFile({ name });
  return {
    taken: json.filter(isOurs).map((name) => join(path, name)),
    leftOut: json.filter((name) => !isOurs(name)).map((name) => join(path, name)),
  };
}

async function readEntryFile(path: string): Promise<EntryFile> {
  return { path, name: basename(path), ...(await readTextFile(path)) };
}
