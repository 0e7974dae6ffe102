/** Reads the files of the shipped dossier from its folder. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Baseline, BaselineError, parseBaseline } from './baseline.ts';

/** Throws `BaselineError` with everything that is wrong in the folder's files, or that there is no such folder. */
export async function readBaseline(folder: string): Promise<Baseline> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new BaselineError([
      `${folder}: cannot be read (${error.code}): set DOSSIER to the folder with the dossier’s files`,
    ]);
  });
  const files = names
    .filter((name) => name.endsWith('.json'))
    .map(async (name): Promise<[string, string]> => [name, await readFile(join(folder, name), 'utf8')]);
  return parseBaseline(new Map(await Promise.all(files)));
}
