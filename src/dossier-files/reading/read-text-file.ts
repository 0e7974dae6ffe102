/** Reads a file that a person named, and never something that only looks like one. */
import { readFile, stat } from 'node:fs/promises';

/** Bytes. A dossier of 50,000 entries has half as many; what is larger is some other file. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The text of the file, or why it cannot be had and what to do. Drops the mark that some editors put before it. */
export async function readTextFile(path: string): Promise<{ readonly text: string } | { readonly unreadable: string }> {
  try {
    // Opening a pipe would wait for whoever writes into it, and a device may never end.
    const found = await stat(path);
    if (!found.isFile()) return { unreadable: 'is not a file: give the path of one' };
    if (found.size > MOST_BYTES)
      return { unreadable: `is larger than ${MOST_BYTES / 1024 / 1024} MB: give it in parts` };
    // Refuses what is not UTF-8.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)) };
  } catch (error) {
    if (error instanceof TypeError) return { unreadable: 'is not UTF-8: save it again in that encoding' };
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { unreadable: `cannot be read (${code}): look whether it is there and may be read` };
  }
}
