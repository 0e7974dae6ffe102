/** Where tests put temporary files: in memory, because a commit to SQLite mostly waits for the disk. */
import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Of Linux: a file system in memory. In a container it may be 64 MB, too few for a PostgreSQL. */
const IN_MEMORY = '/dev/shm';
const NEEDED_BYTES = 1024 ** 3;

/** A folder for temporary files; the usual one where there is none in memory. What a kill loses is the same in both. */
export function temporaryRoot(): string {
  try {
    accessSync(IN_MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize >= NEEDED_BYTES ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}
