/** A folder of its own for a test that needs files, removed when the test is over. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'truceline-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
