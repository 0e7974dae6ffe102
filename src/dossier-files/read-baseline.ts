/** Reads the files of the shipped dossier from its folder. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Baseline, BaselineError, parseBaseline } from './baseline.ts';
import { readTextFile } from './reading/read-text-file.ts';

/** Throws `BaselineError` with everything that is wrong in the folder's files, or that there is no such folder. */
export async function readBaseline(folder: string): Promise<Baseline> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new BaselineError([
      `${folder}: cannot be read (${error.code}): set DOSSIER to the folder with the dossier’s files`,
    ]);
  });
  const json = names.filter((name) => name.endsWith('.json'));
  const read = await Promise.all(json.map(async (name) => ({ name, ...(await readTextFile(join(folder, name))) })));
  const problems = read.flatMap((file) => ('unreadable' in file ? [`${file.name}: ${file.unreadable}`] : []));
  if (problems.length > 0) throw new BaselineError(problems);
  return parseBaseline(new Map(read.flatMap((file) => ('text' in file ? [[file.name, file.text] as const] : []))));
}
