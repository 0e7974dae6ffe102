/** Where the world begins: the core is pure, one file reads the environment, platforms are named in one place. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { platforms } from '../../src/adapters/index.ts';
import { code, files, importsOf } from './sources.ts';

/** What the pure core may take from outside: parsers and pure algorithms, no I/O, no SDK, no log. */
const PURE_PACKAGES = new Set([
  'edtf',
  'zod',
  'minisearch',
  'fastest-levenshtein',
  'node:crypto',
  'croner',
  'cronstrue',
  'chrono-node/en',
]);

describe('the edges', () => {
  test('the core and the commands are pure: no I/O, no SDK, no clock, no randomness, no platform’s name', () => {
    const pure = files.filter((file) => file.startsWith('src/core/') || file.startsWith('commands/'));
    expect(pure.length).toBeGreaterThan(30);
    const foreign = pure.flatMap((file) =>
      importsOf(file)
        .filter((from) => !from.startsWith('.') && !PURE_PACKAGES.has(from))
        .map((from) => `${file} → ${from}`),
    );
    expect(foreign).toEqual([]);
    const impure =
      /\bDate\.now\b|\bnew Date\(\)|Temporal\.Now|Math\.random|randomUUID|process\.|console\.|\bfetch\(|\bset(Timeout|Interval)\b/u;
    expect(pure.filter((file) => impure.test(code(file)))).toEqual([]);
    expect(pure.filter((file) => /discord|telegram/iu.test(code(file)))).toEqual([]);
  });

  test('process.env is read in config.ts alone', () => {
    expect(files.filter((file) => readFileSync(file, 'utf8').includes('process.env'))).toEqual(['src/config.ts']);
  });

  test('commands/ is index.ts and the files it lists', () => {
    const found = readdirSync('commands').filter((file) => file !== 'index.ts');
    expect(found.toSorted()).toEqual(commands.map(({ name }) => `${name}.ts`).toSorted());
  });

  test('platforms are listed in src/adapters/index.ts alone: nobody else outside names one', () => {
    const outside = files.filter((file) => /^src\/(?:settings\/|delivery\/|storage\/|[^/]+$)/u.test(file));
    const some = ['src/main.ts', 'src/config.ts', 'src/settings.ts', 'src/people.ts', 'src/exit.ts', 'src/serve.ts'];
    expect(outside).toEqual(expect.arrayContaining(some));
    // `terminal` is also where a person reads; as a platform it would be quoted.
    const named = /discord|telegram|'terminal'/iu;
    expect(outside.filter((file) => named.test(code(file)))).toEqual([]);
    const lists = files.filter((file) => !/^src\/adapters\/\w+\//u.test(file) && /discord/iu.test(code(file)));
    expect(lists).toEqual(['src/adapters/index.ts']);
  });

  test('the adapters are twins: the same file names', () => {
    const twins = [
      'index.ts',
      'connect.ts',
      'commands.ts',
      'render.ts',
      'errors.ts',
      'place.ts',
      'sending/messenger.ts',
    ];
    // The terminal has no settings, no accounts, and nobody who refuses a message.
    const answering = ['people.ts', 'question.ts', 'rights.ts', 'answer.ts'];
    const ofBots = [...twins, ...answering, 'settings.ts', 'sending/outcome.ts', 'sending/pace.ts'];
    for (const { name, bot } of platforms) {
      const wanted = bot === undefined ? twins : ofBots;
      expect(readdirSync(`src/adapters/${name}`, { recursive: true })).toEqual(expect.arrayContaining(wanted));
    }
    const folders = readdirSync('src/adapters', { withFileTypes: true }).filter((one) => one.isDirectory());
    expect(folders.map(({ name }) => name)).toEqual(platforms.map(({ name }) => name));
  });
});
