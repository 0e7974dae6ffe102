/** Everything that is wrong with a dossier's folder, as the start would say it, and files that the start ignores. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { KINDS } from '../core/dossier/kinds/index.ts';
import { type Baseline, BaselineError, CONFLICT_FILE } from './baseline.ts';
import { readBaseline } from './read-baseline.ts';
import { readTextFile } from './reading/read-text-file.ts';
import { repeatedKeys } from './reading/repeated-keys.ts';
import { REVISIONS_FILE } from './revisions-file.ts';

const NAMES: readonly string[] = [CONFLICT_FILE, ...Object.values(KINDS).map(({ file }) => file)];

export interface CheckedFolder {
  /** Undefined where something is wrong with the files. */
  readonly baseline: Baseline | undefined;
  /** One line for each thing wrong: file, entry, field, what to do. */
  readonly problems: readonly string[];
}

/** `folder` may be missing: that is a problem too. */
export async function checkFolder(folder: string): Promise<CheckedFolder> {
  try {
    const baseline = await readBaseline(folder);
    return { baseline, problems: [...(await repeatedIn(folder)), ...(await unknownFiles(folder))] };
  } catch (error) {
    if (!(error instanceof BaselineError)) throw error;
    return { baseline: undefined, problems: [...error.problems, ...(await unknownFiles(folder))] };
  }
}

/** The start does not look for these: it would take as long as all else that it does with the files. */
async function repeatedIn(folder: string): Promise<readonly string[]> {
  const lines = await Promise.all(
    NAMES.map(async (name) => {
      const file = await readTextFile(join(folder, name));
      return 'text' in file ? repeatedKeys(name, file.text) : [];
    }),
  );
  return lines.flat();
}

/** JSON files that the start does not read: most are names with a slip in them. */
async function unknownFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith('.json') && !NAMES.includes(name) && name !== REVISIONS_FILE)
    .map((name) => {
      const near = NAMES.toSorted((a, b) => distance(a, name) - distance(b, name))[0] ?? '';
      return `${name}: is none of a dossier's files, and is not read: rename it, for example to ${near}, or remove it`;
    });
}
