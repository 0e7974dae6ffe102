/** Writing files into a folder: whole or not at all, and never over what somebody else put there. */
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeFolder } from '../../src/dossier-files/write-folder.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

const OWN = new Set(['a.json', 'b.json']);
const files = (text: string) => new Map([...OWN].map((name) => [name, `${text} ${name}`]));

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let target: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  target = join(folder.path, 'made', 'here');
});
afterEach(() => folder.remove());

const textsIn = async (path: string) =>
  Promise.all((await readdir(path)).toSorted().map((name) => readFile(join(path, name), 'utf8')));

describe('writeFolder', () => {
  test('makes the folder, and replaces its own files of an earlier time', async () => {
    await writeFolder(target, files('first'), { own: OWN, force: false });
    await writeFolder(target, files('then'), { own: OWN, force: false });
    expect(await readdir(target)).toEqual(['a.json', 'b.json']);
    expect(await textsIn(target)).toEqual(['then a.json', 'then b.json']);
  });

  test('refuses a folder with other files, unless it is told to; those stay', async () => {
    await mkdir(target, { recursive: true });
    for (const name of ['notes.txt', 'x', 'y', 'z']) await writeFile(join(target, name), 'mine');
    const refused = writeFolder(target, files('new'), { own: OWN, force: false });
    await expect(refused).rejects.toThrow(/has other files in it \(notes\.txt, x, y and 1 more\).*--force/u);
    expect(await readdir(target)).toHaveLength(4);
    await writeFolder(target, files('new'), { own: OWN, force: true });
    expect(await textsIn(target)).toEqual(['new a.json', 'new b.json', 'mine', 'mine', 'mine', 'mine']);
  });

  test('leaves everything as it was where one file cannot be written, and nothing of its own behind', async () => {
    await writeFolder(target, files('old'), { own: OWN, force: false });
    await mkdir(join(target, '.b.json.part'));
    const failed = writeFolder(target, files('new'), { own: OWN, force: false });
    await expect(failed).rejects.toThrow(/cannot be written \(EISDIR\)/u);
    expect(await readFile(join(target, 'a.json'), 'utf8')).toBe('old a.json');
    expect(await readdir(target)).not.toContain('.a.json.part');
  });

  test('goes on after a writing that was cut off', async () => {
    await writeFolder(target, files('old'), { own: OWN, force: false });
    await writeFile(join(target, '.a.json.part'), 'half');
    await writeFolder(target, files('new'), { own: OWN, force: false });
    expect(await readdir(target)).toEqual(['a.json', 'b.json']);
    expect(await textsIn(target)).toEqual(['new a.json', 'new b.json']);
  });

  test('writes nothing where a folder has the name of one of its files', async () => {
    await writeFolder(target, files('old'), { own: OWN, force: false });
    await rm(join(target, 'b.json'));
    await mkdir(join(target, 'b.json'));
    const failed = writeFolder(target, files('new'), { own: OWN, force: false });
    await expect(failed).rejects.toThrow(/^Nothing was written: .*b\.json is a folder\. Move it away/u);
    expect(await readFile(join(target, 'a.json'), 'utf8')).toBe('old a.json');
    expect((await readdir(target)).toSorted()).toEqual(['a.json', 'b.json']);
  });

  test('follows no link in the place of a file that it makes on the way', async () => {
    await mkdir(target, { recursive: true });
    await writeFile(join(folder.path, 'precious'), 'mine');
    await symlink(join(folder.path, 'precious'), join(target, '.a.json.part'));
    await writeFolder(target, files('new'), { own: OWN, force: false });
    expect(await readFile(join(folder.path, 'precious'), 'utf8')).toBe('mine');
    expect(await textsIn(target)).toEqual(['new a.json', 'new b.json']);
  });

  test('says of a file that it is no folder', async () => {
    const path = join(folder.path, 'file');
    await writeFile(path, '');
    await expect(writeFolder(path, files('x'), { own: OWN, force: true })).rejects.toThrow(
      /cannot be written \(ENOTDIR\)/u,
    );
  });
});
