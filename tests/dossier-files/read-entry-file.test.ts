/** Files that somebody names: what is none, is too large or says a thing twice is refused with what to do. */
import { spawnSync } from 'node:child_process';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BaselineError } from '../../src/dossier-files/baseline.ts';
import { parseEntryFiles } from '../../src/dossier-files/entry-files.ts';
import { readBaseline } from '../../src/dossier-files/read-baseline.ts';
import { readEntryFiles } from '../../src/dossier-files/read-entry-file.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { problemsOf } from './import-problems.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());
const at = (name: string) => join(folder.path, name);

const problemsIn = async (path: string) => {
  const { files } = await readEntryFiles([path]);
  return problemsOf(() => parseEntryFiles(files));
};

describe('what is no file', () => {
  test('a pipe and a device are refused at once: reading them would never end', async () => {
    expect(spawnSync('sh', ['-c', 'mkfifo "$0"', at('places.json')]).status).toBe(0);
    expect(await problemsIn(at('places.json'))).toEqual([`${at('places.json')}: is not a file: give the path of one`]);
    const { files } = await readEntryFiles(['/dev/zero']);
    expect(files).toMatchObject([{ unreadable: 'is not a file: give the path of one' }]);
  });

  test('of the dossier’s folder too', async () => {
    await mkdir(at('places.json'));
    await expect(readBaseline(folder.path)).rejects.toThrow(BaselineError);
    await expect(readBaseline(folder.path)).rejects.toThrow('places.json: is not a file');
  });
});

test('what is larger than any dossier is not read', async () => {
  const file = await open(at('places.json'), 'w');
  await file.truncate(65 * 1024 * 1024);
  await file.close();
  expect(await problemsIn(at('places.json'))).toEqual([`${at('places.json')}: is larger than 64 MB: give it in parts`]);
});

test('a field that is given twice is named with its line: the last would count, and the first may be meant', async () => {
  const text = `[
  {"id": "pl-a", "name": "A",
   "name": "B", "aliases": [{"x": 1, "x": 2}]},
  {"id": "pl-b", "name": "C"}
]`;
  await writeFile(at('places.json'), text);
  const problems = (await problemsIn(at('places.json'))).filter((line) => line.includes('twice'));
  expect(problems).toEqual([
    `${at('places.json')}: line 3: “name” is given twice: remove one of them`,
    `${at('places.json')}: line 3: “x” is given twice: remove one of them`,
  ]);
});

test('of a million mistakes the first are shown, and how many more there are', async () => {
  await writeFile(at('places.json'), JSON.stringify(Array.from({ length: 5000 }, () => ({}))));
  const { files } = await readEntryFiles([at('places.json')]);
  const told = (() => {
    try {
      return String(parseEntryFiles(files).length);
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
  })();
  const lines = told.split('\n');
  expect(lines).toHaveLength(202);
  expect(lines.at(-1)).toMatch(/^… and \d{4,} more: mend these first$/u);
});

test('a text and a list of an entry have an end, and what is beyond it is told with its field', async () => {
  const place = { id: 'pl-a', name: 'a'.repeat(10_000_000), aliases: Array.from({ length: 501 }, () => 'x') };
  await writeFile(at('places.json'), JSON.stringify([place]));
  expect(await problemsIn(at('places.json'))).toEqual([
    `${at('places.json')}: pl-a: name: has 10000000 characters, and 3000 at most are allowed: shorten it`,
    `${at('places.json')}: pl-a: aliases: has 501 items, and 500 at most are allowed: shorten it`,
  ]);
});
