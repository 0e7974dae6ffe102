/** Writes files into a folder whole: all of them under other names first, then each renamed into its place. */
import { lstat, mkdir, open, readdir, rename, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder is not one to write into. `message` says why and what to do. */
export class FolderError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FolderError';
  }
}

/** Names of others that are told where a folder is refused. */
const MOST_NAMED = 3;

interface Writing {
  /** Names of files that may be there and be replaced, or stay: those of an earlier writing. */
  readonly own: ReadonlySet<string>;
  /** Write beside whatever else is there; left out: that is not offered. */
  readonly force?: boolean;
}

/**
 * Writes `files` (name → text, UTF-8), making the folder where there is none. Until all are on the disk none has its
 * name; what else is in the folder is left as it is. Throws `FolderError` where there are other files and not
 * `force`, or nothing can be written.
 */
export async function writeFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
  { own, force }: Writing,
): Promise<void> {
  const written: string[] = [];
  try {
    const others = await othersIn(folder, own);
    if (others.length > 0 && force !== true) {
      const named = others.slice(0, MOST_NAMED).join(', ');
      const more = others.length > MOST_NAMED ? ` and ${others.length - MOST_NAMED} more` : '';
      throw new FolderError(
        `Nothing was written: ${folder} has other files in it (${named}${more}). ` +
          `Give another folder${force === undefined ? '' : ', or --force to write beside them'}`,
      );
    }
    await mkdir(folder, { recursive: true });
    await refuseFolders(folder, [...files.keys()]);
    for (const [name, text] of files) {
      written.push(partOf(folder, name));
      await writeThrough(partOf(folder, name), text);
    }
    for (const name of files.keys()) await rename(partOf(folder, name), join(folder, name));
  } catch (error) {
    // What went wrong first is what is told.
    await Promise.allSettled(written.map((path) => rm(path, { force: true })));
    if (error instanceof FolderError || !(error instanceof Error && 'code' in error)) throw error;
    throw new FolderError(`${folder} cannot be written (${String(error.code)}): give another folder`);
  }
}

/** What is there besides our own files, and what is left of a writing that was cut off. */
async function othersIn(folder: string, own: ReadonlySet<string>): Promise<readonly string[]> {
  const ours = new Set([...own].flatMap((name) => [name, partOf('', name)]));
  try {
    return (await readdir(folder)).filter((name) => !ours.has(name)).toSorted();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function partOf(folder: string, name: string): string {
  return join(folder, `.${name}.part`);
}

/** Before anything has its name: half of the files would be those of an earlier time. */
async function refuseFolders(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const there = await lstat(join(folder, name)).catch(() => undefined);
    if (there?.isDirectory()) {
      throw new FolderError(
        `Nothing was written: ${join(folder, name)} is a folder. Move it away, or give another folder`,
      );
    }
  }
}

/** Follows no link that somebody left in its place: what that points to is not ours to write. */
async function writeThrough(path: string, text: string): Promise<void> {
  await unlink(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
