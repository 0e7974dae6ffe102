/** The documents say what is so: generated tables, links, paths, scripts, the tree, and the form of decisions. */

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fillIn, generatedParts } from '../docs/generate.ts';
import packageJson from '../package.json' with { type: 'json' };
import { MAY_IMPORT } from './architecture/may-import.ts';

const DECISIONS = 'docs/decisions';
const read = (file: string) => readFileSync(file, 'utf8');

const readme = read('README.md');
const architecture = read('docs/architecture.md');
const decisions = readdirSync(DECISIONS).sort();
const documents = ['.', 'docs', DECISIONS].flatMap((folder) =>
  readdirSync(folder).flatMap((name) => (name.endsWith('.md') ? join(folder, name) : [])),
);

/** Targets of links and pictures in Markdown that are not addresses. */
function relativeLinks(text: string): readonly string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/gu)].map(([, target = '']) => target);
  return targets.filter((target) => !/^[a-z]+:/u.test(target));
}

/** What is wrong with a relative link of `file`; undefined where nothing is. */
function brokenLink(file: string, target: string): string | undefined {
  const [path = '', anchor] = target.split('#');
  const found = path === '' ? file : join(dirname(file), path);
  if (!existsSync(found)) return `${file}: there is no ${found}`;
  if (anchor === undefined || anchors(read(found)).includes(anchor)) return undefined;
  return `${file}: ${found} has no heading #${anchor}`;
}

/** As GitHub makes them from headings. */
function anchors(text: string): readonly string[] {
  const headings = [...text.matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) => heading.toLowerCase());
  return headings.map((heading) => heading.replace(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(' ', '-'));
}

/** What stands between backticks within a line. */
function quotedCode(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\n]+)`/gu)].map(([, code = '']) => code);
}

/** Paths of files and folders of ours that a text names; a pattern (`src/adapters/*.ts`) counts as its folder. */
function namedPaths(text: string): readonly string[] {
  const paths = quotedCode(text).filter((code) => /^(?:src|commands|tests|docs|data|bench)\/[\w./*-]*$/u.test(code));
  return paths.map((path) => path.replace(/\*.*$/u, ''));
}

/** Names of npm scripts that a text tells the reader to run. */
function npmScripts(text: string): readonly string[] {
  const named = [...text.matchAll(/\bnpm (?:(start|test)|run ([a-z:]+))\b/gu)];
  return named.map(([, own, run]) => own ?? run ?? '');
}

/** The rows of tables with two columns of code: what the second column names, by what the first one does. */
function tableRows(text: string): ReadonlyMap<string, readonly string[]> {
  const rows = [...text.matchAll(/^\| `([^`]+)` \| ([^|]+) \|$/gmu)];
  return new Map(rows.map(([, first = '', second = '']) => [first, quotedCode(second)]));
}

describe('README', () => {
  test('is short', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(160);
  });

  test('it gives one command to start and one to test, and CI runs the latter as it stands', () => {
    expect(readme).toContain('```sh\nnpm ci && npm start\n```');
    expect(readme.match(/^<!-- test -->$/gmu)).toHaveLength(1);
    const ci = read('.ci/run');
    const extraction = /^command=\$\((awk '[^']+' README\.md)\)$/mu.exec(ci)?.[1];
    if (extraction === undefined) throw new Error('.ci/run does not take its command from README.md');
    expect(execFileSync('bash', ['-c', extraction], { encoding: 'utf8' })).toBe('npm ci && npm test\n');
    expect(statSync('.ci/run').mode & 0o111).toBe(0o111);
  });

  test('it leads to every other document but the decisions, which the architecture lists', () => {
    const linked = new Set(relativeLinks(readme).map((target) => target.split('#', 1)[0]));
    const others = documents.filter((file) => file !== 'README.md' && dirname(file) !== DECISIONS);
    expect(others.length).toBeGreaterThan(8);
    expect(others.filter((file) => !linked.has(file))).toEqual([]);
  });

  test('its picture is small and described', () => {
    const [, alt = '', file = ''] = /!\[([^\]]*)\]\(([^)]+)\)/u.exec(readme) ?? [];
    expect(alt.length).toBeGreaterThan(50);
    expect(statSync(file).size).toBeLessThanOrEqual(150_000);
  });
});

describe('generated tables', () => {
  const parts = [...generatedParts()];

  test.each(parts)('those of %s are up to date: npm run docs', (file, wanted) => {
    expect(wanted.size).toBeGreaterThan(0);
    expect(fillIn(read(file), wanted, file)).toBe(read(file));
  });

  test('a stale one is brought up to date, and a missing marker is reported', () => {
    const [, wanted] = parts.find(([file]) => file === 'README.md') ?? [];
    if (wanted === undefined) throw new Error('README.md has no generated part');
    const stale = readme.replace('| `/quotes` |', '| `/quotations` |');
    expect(stale).not.toBe(readme);
    expect(fillIn(stale, wanted, 'README.md')).toBe(readme);
    const unmarked = readme.replace('<!-- end of commands for anyone -->', '');
    expect(() => fillIn(unmarked, wanted, 'README.md')).toThrow(
      'README.md needs the lines <!-- generated: commands for anyone --> and <!-- end of commands for anyone -->',
    );
  });

  test('no marker is left of a part that nobody makes any more', () => {
    const marked = documents.flatMap((file) =>
      [...read(file).matchAll(/^<!-- generated: (.+) -->$/gmu)].map(([, name]) => `${file}: ${name}`),
    );
    const made = parts.flatMap(([file, wanted]) => [...wanted.keys()].map((name) => `${file}: ${name}`));
    expect(marked.toSorted()).toEqual(made.toSorted());
  });
});

describe('documents', () => {
  test('every relative link leads somewhere', () => {
    const links = documents.flatMap((file) => relativeLinks(read(file)).map((target) => [file, target] as const));
    expect(links.length).toBeGreaterThan(60);
    expect(links.flatMap(([file, target]) => brokenLink(file, target) ?? [])).toEqual([]);
  });

  test('the check itself sees a broken link', () => {
    expect(brokenLink('README.md', 'docs/nowhere.md')).toBe('README.md: there is no docs/nowhere.md');
    expect(brokenLink('README.md', '#no-such-heading')).toBe('README.md: README.md has no heading #no-such-heading');
    expect(brokenLink('README.md', '#try-it')).toBeUndefined();
    expect(brokenLink(`${DECISIONS}/001-runtime.md`, '../../README.md#what-you-can-ask')).toBeUndefined();
  });

  test('every path of ours that they name exists', () => {
    const named = documents.flatMap((file) => namedPaths(read(file)).map((path) => [file, path] as const));
    expect(named.length).toBeGreaterThan(100);
    // What the recipe for a command makes.
    const made = new Set(['commands/sides.ts', 'tests/commands/sides.test.ts']);
    const missing = named.filter(([, path]) => !made.has(path) && !existsSync(path));
    expect(missing).toEqual([]);
  });

  test('every npm script that they name exists', () => {
    const names = documents.flatMap((file) => npmScripts(read(file)));
    expect(names).toEqual(expect.arrayContaining(['start', 'test', 'docs', 'truceline', 'crash', 'bench']));
    expect(names.filter((name) => !Object.keys(packageJson.scripts).includes(name))).toEqual([]);
  });
});

describe('architecture', () => {
  test('names every folder under src, and the others that hold code', () => {
    const nested = readdirSync('src', { recursive: true, withFileTypes: true });
    const folders = nested.filter((one) => one.isDirectory()).map((one) => join(one.parentPath, one.name));
    expect(folders.length).toBeGreaterThan(20);
    const named = new Set(quotedCode(architecture));
    const wanted = [...folders, 'commands', 'data', 'tests', 'bench', 'docs'];
    expect(wanted.filter((folder) => !named.has(folder))).toEqual([]);
  });

  test('says who may import whom as tests/architecture enforces it', () => {
    const section = architecture.split(/^## /mu).find((part) => part.startsWith('Who may import whom')) ?? '';
    expect(new Map(MAY_IMPORT).size).toBeGreaterThan(20);
    expect([...tableRows(section)]).toEqual([...new Map(MAY_IMPORT)]);
  });
});

describe('decisions', () => {
  test('are all listed in the architecture', () => {
    const linked = relativeLinks(architecture).filter((target) => /^decisions\/\d/u.test(target));
    expect([...new Set(linked.slice(-decisions.length))]).toEqual(decisions.map((name) => `decisions/${name}`));
  });

  test.each(decisions)('%s has a number of its own, a status, context, decision and what was not adopted', (name) => {
    expect(name).toMatch(/^\d{3}-[a-z]+(?:-[a-z]+)*\.md$/u);
    const number = name.slice(0, 3);
    expect(Number(number)).toBe(decisions.indexOf(name) + 1);
    const [title, , status] = read(join(DECISIONS, name)).split('\n', 3);
    expect(title).toMatch(new RegExp(`^# ${number} \\S`, 'u'));
    expect(status).toMatch(/^\*\*Status:\*\* (?:Proposed|Accepted|Superseded by \[\d{3}\]\(\S+\)), \d{4}-\d\d-\d\d\./u);
    const headings = [...read(join(DECISIONS, name)).matchAll(/^## (.+)$/gmu)].map(([, heading]) => heading);
    expect(headings).toEqual(['Context', 'Decision', 'Not adopted']);
  });
});
