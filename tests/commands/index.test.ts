/** commands/index.ts and the files beside it are the same list: a command has no other place to be registered in. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';

const files = readdirSync(join(import.meta.dirname, '../../commands'))
  .filter((file) => file !== 'index.ts')
  .map((file) => file.replace(/\.ts$/u, ''));

describe('commands/index.ts', () => {
  it('lists each file of commands/, under its own name, once', () => {
    expect(files.length).toBeGreaterThan(3);
    expect(commands.map(({ name }) => name).toSorted()).toEqual(files.toSorted());
  });
});
