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

/** The error of a write for which there is no room. */
function full(): unknown {
  const database = new DatabaseSync(':memory:');
  database.exec('create table words (text); pragma max_page_count = 2');
  try {
    database.exec('insert into words values (zeroblob(100000))');
    return undefined;
  } catch (error) {
    return error;
  } finally {
    database.close();
  }
}

function printedOf(error: unknown): string {
  const printed: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  expect(sayWhyNot(error)).toBe(1);
  return printed.join('');
}

test('a full disk is told of in words, whichever database or file met it', () => {
  const words = /^The disk is full, [^\n]*Make room and start again\.\n$/u;
  expect(full()).toBeInstanceOf(Error);
  expect(printedOf(full())).toMatch(words);
  expect(printedOf(Object.assign(new Error('could not extend file'), { code: '53100' }))).toMatch(words);
  expect(printedOf(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }))).toMatch(words);
});

test('a database that is damaged inside is told of in words, not as a stack', async () => {
  const folder = await temporaryFolder();
  try {
    const error = await damaged(join(folder.path, 'words.sqlite'));
    expect(error).toBeInstanceOf(Error);
    expect(printedOf(error)).toMatch(
      /^The SQLite file that DATABASE_URL names is damaged inside\. [^\n]*backup[^\n]*\n$/u,
    );
  } finally {
    await folder.remove();
  }
});
