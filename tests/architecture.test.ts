/** The house rules that a compiler cannot see: who may import whom, what lies where, how long a file may be. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { platforms } from '../src/adapters/index.ts';

/** Folder → the folders of ours that it may import from, besides itself. The first folder that fits a file counts. */
const MAY_IMPORT: readonly (readonly [folder: string, allowed: readonly string[]])[] = [
  ['src/core/dossier', []],
  ['src/core/reply', ['src/core/dossier']],
  ['src/core/changes', ['src/core/dossier']],
  ['src/core/wording', ['src/core/dossier', 'src/core/reply', 'src/core/changes']],
  ['src/core/subscriptions', ['src/core/dossier', 'src/core/reply', 'src/core/changes', 'src/core/wording']],
  [
    'src/core/messages',
    ['src/core/dossier', 'src/core/reply', 'src/core/changes', 'src/core/wording', 'src/core/subscriptions'],
  ],
  // Types alone: what the world is asked for is made of what the core knows.
  [
    'src/core/ports',
    [
      'src/core/dossier',
      'src/core/reply',
      'src/core/subscriptions',
      'src/core/messages',
      'src/core/posting/form/draft.ts',
    ],
  ],
  [
    'src/core/chat',
    [
      'src/core/dossier',
      'src/core/reply',
      'src/core/changes',
      'src/core/wording',
      'src/core/ports',
      'src/core/messages/coverage.ts',
    ],
  ],
  ['src/core/posting', ['src/core']],
  ['commands', ['src/core']],
  ['src/dossier-files', ['src/core']],
  ['src/storage', ['src/core']],
  ['src/delivery', ['src/core']],
  ['src/language', ['src/core']],
  ['src/adapters/discord', ['src/core', 'src/language', 'src/adapters/*.ts', 'src/settings/setting.ts']],
  ['src/adapters/telegram', ['src/core', 'src/language', 'src/adapters/*.ts', 'src/settings/setting.ts']],
  ['src/adapters/terminal', ['src/core', 'src/language', 'src/adapters/*.ts', 'src/settings/setting.ts']],
  ['src/adapters', ['src/core', 'src/language', 'src/settings/setting.ts']],
  ['src/config.ts', ['src/adapters/*.ts', 'src/settings.ts', 'src/settings']],
  ['src/settings.ts', ['src/adapters/*.ts', 'src/settings']],
  ['src/settings/setting.ts', []],
  ['src/settings', ['src/adapters/*.ts', 'src/people.ts', 'src/settings.ts']],
  ['src/people.ts', ['src/adapters/*.ts']],
  ['src/log.ts', []],
  ['src/live-dossier.ts', ['src/core', 'src/dossier-files']],
  ['src/exit.ts', ['src', 'commands']],
  ['src/serve.ts', ['src']],
  ['src/main.ts', ['src', 'commands']],
  ['src/command-line-words.ts', ['src/core', 'src/dossier-files']],
  ['src/command-line.ts', ['src', 'commands']],
];

/** What the pure core may take from outside: parsers and pure algorithms, no I/O, no SDK, no log. */
const PURE_PACKAGES = new Set([
  'edtf',
  'zod',
  'minisearch',
  'fastest-levenshtein',
  'node:crypto',
  'croner',
  'cronstrue',
]);

const files = ['src', 'commands'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file)),
);

/** Each import between two files of ours, type imports too. */
function edges(): readonly (readonly [file: string, target: string])[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((from) => from.startsWith('.'))
      .map((from) => [file, relative('.', join(dirname(file), from))] as const),
  );
}

/** Files that import each other in a circle, each circle once; empty where there is none. */
function circles(graph: readonly (readonly [string, string])[]): readonly (readonly string[])[] {
  const targets = Map.groupBy(graph, ([file]) => file);
  const found = new Map<string, readonly string[]>();
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start !== -1) {
      const circle = path.slice(start);
      found.set(circle.toSorted().join(' '), circle);
    } else if (!done.has(file)) {
      for (const [, target] of targets.get(file) ?? []) walk(target, [...path, file]);
      done.add(file);
    }
  };
  for (const file of targets.keys()) walk(file, []);
  return [...found.values()];
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const statement =
    /^(?:import\s+(?:[^'";]*?\sfrom\s+)?|export\s+[^'";=]*?\sfrom\s+)['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gmu;
  return [...text.matchAll(statement)].map(([, from, dynamic]) => from ?? dynamic ?? '');
}

/** The file without its comments. */
function code(file: string): string {
  return readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');
}

/** What is wrong with `file` importing `target`, both paths from the project's root; undefined where nothing is. */
function forbidden(file: string, target: string): string | undefined {
  const rule = MAY_IMPORT.find(([folder]) => file === folder || file.startsWith(`${folder}/`));
  if (!rule) return `${file} is in no folder that architecture.test.ts knows`;
  const [folder, allowed] = rule;
  const fits = [folder, ...allowed].some((one) =>
    one.endsWith('/*.ts') ? dirname(target) === dirname(one) : target === one || target.startsWith(`${one}/`),
  );
  return fits ? undefined : `${file} → ${target}`;
}

describe('architecture', () => {
  test('every file imports only what its folder may', () => {
    expect(edges().length).toBeGreaterThan(600);
    expect(edges().flatMap(([file, target]) => forbidden(file, target) ?? [])).toEqual([]);
  });

  test('no file imports itself by way of others, not even for a type', () => {
    expect(circles(edges())).toEqual([]);
    const two = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
      ['c', 'd'],
      ['d', 'c'],
    ] as const;
    expect(circles(two)).toEqual([
      ['a', 'b', 'c'],
      ['c', 'd'],
    ]);
  });

  test('the check itself sees a forbidden import', () => {
    expect(forbidden('src/core/dossier/claims.ts', 'src/core/reply/reply.ts')).toBeDefined();
    expect(forbidden('commands/quotes.ts', 'src/storage/store.ts')).toBeDefined();
    expect(forbidden('src/adapters/discord/render.ts', 'src/adapters/telegram/render.ts')).toBeDefined();
    expect(forbidden('src/adapters/discord/connect.ts', 'src/adapters/retry.ts')).toBeUndefined();
    expect(forbidden('src/surprise/x.ts', 'src/core/ports/store.ts')).toContain('in no folder');
  });

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
    const twins = ['index.ts', 'connect.ts', 'commands.ts', 'render.ts', 'errors.ts', 'messenger.ts', 'place.ts'];
    // The terminal has no settings, no accounts, and nobody who refuses a message.
    const ofBots = [...twins, 'settings.ts', 'people.ts', 'outcome.ts', 'question.ts', 'rights.ts', 'answer.ts'];
    for (const { name, bot } of platforms) {
      const wanted = bot === undefined ? twins : ofBots;
      expect(readdirSync(`src/adapters/${name}`)).toEqual(expect.arrayContaining(wanted));
    }
    const folders = readdirSync('src/adapters', { withFileTypes: true }).filter((one) => one.isDirectory());
    expect(folders.map(({ name }) => name)).toEqual(platforms.map(({ name }) => name));
  });

  test('files are short, named in kebab-case, and begin by saying what they are for', () => {
    const lengths = files.map((file) => readFileSync(file, 'utf8').split('\n').length).toSorted((a, b) => a - b);
    expect(lengths.length).toBeGreaterThan(50);
    expect(lengths.at(-1)).toBeLessThanOrEqual(300);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(100);
    expect(files.filter((file) => !readFileSync(file, 'utf8').startsWith('/** '))).toEqual([]);
    expect(files.filter((file) => !/\/[a-z0-9-]+(\.d)?\.ts$/u.test(file))).toEqual([]);
    expect(files.filter((file) => /\/(utils?|helpers?|manager|handler|common|misc)\b/u.test(file))).toEqual([]);
  });
});
