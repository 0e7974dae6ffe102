/** What is printed where the process cannot run. */
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test, vi } from 'vitest';
import { sayWhyNot } from '../src/exit.ts';
import { temporaryFolder } from './storage/temporary-folder.ts';

afterEach(() => vi.restoreAllMocks());

/** The error that reading a table meets, some of whose pages were written over. */
async function damaged(path: string): Promise<unknown> {
  const file = new DatabaseSync(path);
  file.exec("create table words (text); insert into words values ('a')");
  for (let doubled = 0; doubled < 14; doubled++)
    file.exec('insert into words select text || text from words limit 400');
  file.close();
  const size = (await readFile(path)).length;
  const handle = await open(path, 'r+');
  await handle.write(Buffer.alloc(size - 8192, 0xff), 0, size - 8192, 4096 * 2);
  await handle.close();
  const again = new DatabaseSync(path);
  try {
    again.prepare('select sum(length(text)) from words').get();
    return undefined;
  } catch (error) {
    return error;
  } finally {
    again.close();
  }
}

test('a database that is damaged inside is told of in words, not as a stack', async () => {
  const folder = await temporaryFolder();
  try {
    const printed: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
    const error = await damaged(join(folder.path, 'words.sqlite'));
    expect(error).toBeInstanceOf(Error);
    expect(sayWhyNot(error)).toBe(1);
    expect(printed.join('')).toMatch(
      /^The SQLite file that DATABASE_URL names is damaged inside\. [^\n]*backup[^\n]*\n$/u,
    );
  } finally {
    await folder.remove();
  }
});
