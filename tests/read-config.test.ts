/** `.env` and the environment, read in a process of its own. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { misunderstood } from '../src/settings/env-file.ts';

describe('readConfig', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'truceline-config-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What it answers in a process of its own, whose working directory is the folder. */
  function read(env: Record<string, string>): string {
    const code = `import { readConfig } from ${JSON.stringify(new URL('../src/config.ts', import.meta.url).href)};
      try { const { timezone, staleAfterDays } = readConfig(); console.log(timezone, staleAfterDays); }
      catch (error) { console.log(error.message); }`;
    const args = ['--input-type=module', '--eval', code];
    return execFileSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' }).trim();
  }

  test('needs no .env, reads one quietly, and the environment wins over it', () => {
    expect(read({})).toBe('undefined 7');
    writeFileSync(join(folder, '.env'), 'TIMEZONE=Asia/Kabul\nSTALE_AFTER_DAYS=3\n');
    expect(read({ TIMEZONE: 'Asia/Karachi' })).toBe('Asia/Karachi 3');
  });

  test('lines of .env that set nothing are problems, by their numbers', () => {
    writeFileSync(join(folder, '.env'), 'TELEGRAM-TOKEN=x\n# a remark\n\nTIMEZONE Mars\nexport LOG_LEVEL=info\n');
    const said = read({});
    expect(said).toContain('.env, line 1 sets nothing: write NAME=value');
    expect(said).toContain('.env, line 4 sets nothing');
    expect(said).not.toMatch(/line [235]|Mars/u);
    writeFileSync(join(folder, '.env'), Buffer.from('TIMEZONE=Asia/Kabul\n', 'utf16le'));
    expect(read({})).toContain('.env is not UTF-8');
  });

  test('quoted values over several lines, and a byte order mark, are no problem', () => {
    expect(misunderstood('\ufeffA="one\ntwo = three\nfour"\r\nB=\'x\'\n  # remark\nC=')).toEqual([]);
    expect(misunderstood('A="one\ntwo"\nthree')).toEqual([
      '.env, line 3 sets nothing: write NAME=value, or # before a remark',
    ]);
  });

  test('a .env that cannot be read is a problem, not no configuration', () => {
    rmSync(join(folder, '.env'), { force: true });
    mkdirSync(join(folder, '.env'));
    expect(read({})).toContain('.env cannot be read: EISDIR');
  });
});
