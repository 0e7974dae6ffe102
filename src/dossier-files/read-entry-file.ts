/** Reads a file of entries that somebody names on the command line. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { EntryFile } from './import-files.ts';

/** Never rejects: what cannot be read says so, to be told together with all that is wrong. */
export async function readEntryFile(path: string): Promise<EntryFile> {
  const file = { path, name: basename(path) };
  try {
    // Refuses what is not UTF-8, and drops the mark that some editors put before it.
    return { ...file, text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)) };
  } catch (error) {
    if (error instanceof TypeError) return { ...file, unreadable: 'is not UTF-8: save it again in that encoding' };
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { ...file, unreadable: `cannot be read (${code})` };
  }
}
