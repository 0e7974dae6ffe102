/** The folder of what was recorded has the files of all groups, and no others. */
import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { FOLDER, GROUPS } from './recorded.ts';

// While all is recorded anew, not all of it is there.
test.skipIf(process.env['GOLDEN'] === 'record')('every file that was recorded is compared', async () => {
  expect((await readdir(FOLDER)).toSorted()).toEqual(GROUPS.map((group) => `${group}.txt`).toSorted());
});
