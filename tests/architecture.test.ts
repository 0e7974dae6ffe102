/** The house rules that a compiler cannot see: who may import whom, what lies where, how long a file may be. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { PROCESS_TESTS } from './process-tests.ts';

/** Folder → the folders of ours that it may import from, besides itself. The first folder that fits a file counts. */
const MAY_IMPORT: readonly (readonly [folder: string, allowed: readonly string[]])[] = [
  ['src/core/dossier', []],
  ['src/core/chat', ['src/core/dossier', 'src/core/ports.ts']],
  ['src/core/digest', ['src/core/dossier', 'src/core/chat', 'src/core/ports.ts']],
  ['src/core/desk', ['src/core/dossier', 'src/core/chat', 'src/core/digest', 'src/core/ports.ts']],
  ['src/core/messenger.ts', ['src/core/chat']],
  ['src/core/ports.ts', ['src/core/dossier', 'src/core/chat', 'src/core/digest']],
  ['commands', ['src/core']],
  ['src/storage', ['src/core', 'src/language']],
  ['src/delivery', ['src/core', 'src/language']],
  ['src/pictures', ['src/core', 'src/language']],
  ['src/http', ['src/core', 'src/language']],
  ['src/language', ['src/core']],
  ['src/adapters/discord', ['src/core', 'src/language', 'src/adapters/*.ts']],
  ['src/adapters/telegram', ['src/core', 'src/language', 'src/adapters/*.ts']],
  ['src/adapters/terminal', ['src/core', 'src/language', 'src/adapters/*.ts']],
  ['src/adapters', ['src/core', 'src/language']],
  ['src/config.ts', ['src/settings.ts']],
  ['src/settings.ts', ['src/people.ts']],
  ['src/people.ts', []],
  ['src/log.ts', []],
  ['src/exit.ts', ['src', 'commands']],
  ['src/main.ts', ['src', 'commands']],
  ['src/command-line-words.ts', ['src/core']],
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

const BOT_HAS_IT = 'its bot is a process, which has the clock of the machine';

/** Files under tests/ that may ask the real clock or the machine's time zone, by name, and why. No others may. */
const ASKS_THE_CLOCK: Readonly<Record<string, string>> = {
  'claim-alert.test.ts': BOT_HAS_IT,
  'command-line.test.ts': 'the command line is a process, which stamps what it writes with the clock of the machine',
  'crash-corrections.ts': BOT_HAS_IT,
  'crash-scene.ts': BOT_HAS_IT,
  'crash.ts': BOT_HAS_IT,
  'format-date.test.ts': 'it asks whether the machine is elsewhere: the test would prove nothing in UTC',
  'is-moved.ts': 'it asks whether the clock was moved',
  'move-clock.ts': 'it moves the clock',
  'moved-clock.test.ts': 'it asks whether the clock was moved',
  'newsroom.ts': 'pacing waits in real time, so its clock has to go on by itself',
  'platform-clock.ts': 'the SDKs compare the ids and times that the fakes make with the clock of the machine',
  'reminded-in-chat.test.ts': BOT_HAS_IT,
  'reported-in-chat.test.ts': BOT_HAS_IT,
  'run.ts': 'it works out how far to move the clock',
  'takeover.test.ts': BOT_HAS_IT,
  'timezone-at.ts': BOT_HAS_IT,
};

const REAL_CLOCK =
  /\bDate\.now\b|\bnew Date\(\)|\bDate\(\)|Temporal\.Now|performance\.now|process\.hrtime|\.[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds)\(|\bgetTimezoneOffset|\.toLocale(?:Date|Time)?String\(|DateTimeFormat\(\)/u;

const filesIn = (...folders: readonly string[]): readonly string[] =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file)),
  );
const files = filesIn('src', 'commands');
/** Without comments. */
const code = (file: string) => readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gmu, '');

function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const statement =
    /^(?:import\s+(?:[^'";]*?\sfrom\s+)?|export\s+[^'";=]*?\sfrom\s+)['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gmu;
  return [...text.matchAll(statement)].map(([, from, dynamic]) => from ?? dynamic ?? '');
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
    const edges = files.flatMap((file) =>
      importsOf(file)
        .filter((from) => from.startsWith('.'))
        .map((from) => [file, relative('.', join(dirname(file), from))] as const),
    );
    expect(edges.length).toBeGreaterThan(100);
    expect(edges.flatMap(([file, target]) => forbidden(file, target) ?? [])).toEqual([]);
  });

  test('the check itself sees a forbidden import', () => {
    expect(forbidden('src/core/dossier/claims.ts', 'src/core/chat/reply.ts')).toBeDefined();
    expect(forbidden('commands/quotes.ts', 'src/storage/store.ts')).toBeDefined();
    expect(forbidden('src/adapters/discord/render.ts', 'src/adapters/telegram/render.ts')).toBeDefined();
    expect(forbidden('src/adapters/discord/connect.ts', 'src/adapters/retry.ts')).toBeUndefined();
    expect(forbidden('src/surprise/x.ts', 'src/core/ports.ts')).toContain('in no folder');
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

  test('no test asks the real clock or the machine’s time zone without a reason', () => {
    const asking = filesIn('tests')
      .filter((file) => !file.endsWith('architecture.test.ts') && REAL_CLOCK.test(code(file)))
      .map((file) => basename(file));
    expect(asking.toSorted()).toEqual(Object.keys(ASKS_THE_CLOCK).toSorted());
  });

  test('the tests that start processes, which vitest runs apart, are where they are said to be', () => {
    expect(PROCESS_TESTS.filter((file) => !existsSync(file))).toEqual([]);
  });

  test('process.env is read in config.ts alone', () => {
    expect(files.filter((file) => readFileSync(file, 'utf8').includes('process.env'))).toEqual(['src/config.ts']);
  });

  test('commands/ is index.ts and the files it lists', () => {
    const found = readdirSync('commands').filter((file) => file !== 'index.ts');
    expect(found.toSorted()).toEqual(commands.map(({ name }) => `${name}.ts`).toSorted());
  });

  test('the adapters are twins: the same file names', () => {
    const twins = ['connect.ts', 'commands.ts', 'render.ts', 'errors.ts'];
    for (const adapter of ['discord', 'telegram', 'terminal']) {
      expect(readdirSync(`src/adapters/${adapter}`)).toEqual(expect.arrayContaining(twins));
    }
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
