/** The documents say what is so: generated tables, links, commands, and the form of the decision records. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fillIn, generatedParts } from '../docs/generate.ts';
import packageJson from '../package.json' with { type: 'json' };

const DECISIONS = 'docs/decisions';
const read = (file: string) => readFileSync(file, 'utf8');

const readme = read('README.md');
const decisions = readdirSync(DECISIONS).sort();
const documents = ['README.md', ...decisions.map((name) => join(DECISIONS, name))];

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

/** Names of npm scripts that a text tells the reader to run. */
function npmScripts(text: string): readonly string[] {
  const named = [...text.matchAll(/\bnpm (?:(start|test)|run ([a-z:]+))\b/gu)];
  return named.map(([, own, run]) => own ?? run ?? '');
}

describe('README', () => {
  test.each([...generatedParts()])('its table of %s is up to date: npm run docs', (name, part) => {
    expect(readme).toContain(`<!-- generated: ${name} -->\n\n${part}\n\n<!-- end of ${name} -->`);
  });

  test('generating it again changes nothing, and a missing marker is told', () => {
    expect(fillIn(readme)).toBe(readme);
    const stale = readme.replace('| `/quotes` |', '| `/quotations` |');
    expect(stale).not.toBe(readme);
    expect(fillIn(stale)).toBe(readme);
    expect(() => fillIn(readme.replace('<!-- end of options -->', ''))).toThrow('<!-- end of options -->');
  });

  test('every npm script it names exists', () => {
    const names = npmScripts(readme);
    expect(names).toEqual(expect.arrayContaining(['start', 'test', 'docs']));
    expect(names.filter((name) => !Object.keys(packageJson.scripts).includes(name))).toEqual([]);
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

  test('it links every decision record', () => {
    const linked = relativeLinks(readme).filter((target) => target.startsWith(`${DECISIONS}/`));
    expect([...new Set(linked)].sort()).toEqual(documents.slice(1));
  });

  test('its picture is small and described', () => {
    const [, alt = '', file = ''] = /!\[([^\]]*)\]\(([^)]+)\)/u.exec(readme) ?? [];
    expect(alt.length).toBeGreaterThan(50);
    expect(statSync(file).size).toBeLessThanOrEqual(150_000);
  });
});

describe('documents', () => {
  test('every relative link leads somewhere', () => {
    const links = documents.flatMap((file) => relativeLinks(read(file)).map((target) => [file, target] as const));
    expect(links.length).toBeGreaterThan(10);
    expect(links.flatMap(([file, target]) => brokenLink(file, target) ?? [])).toEqual([]);
  });

  test('the check itself sees a broken link', () => {
    expect(brokenLink('README.md', 'docs/nowhere.md')).toBe('README.md: there is no docs/nowhere.md');
    expect(brokenLink('README.md', '#no-such-heading')).toBe('README.md: README.md has no heading #no-such-heading');
    expect(brokenLink('README.md', '#try-it')).toBeUndefined();
    expect(brokenLink(`${DECISIONS}/001-runtime.md`, '../../README.md#what-you-can-ask')).toBeUndefined();
  });

  test.each(decisions)('%s has a number of its own, context, decision and what was not adopted', (name) => {
    expect(name).toMatch(/^\d{3}-[a-z]+(?:-[a-z]+)*\.md$/u);
    const number = name.slice(0, 3);
    expect(Number(number)).toBe(decisions.indexOf(name) + 1);
    const text = read(join(DECISIONS, name));
    expect(text.split('\n', 1)[0]).toMatch(new RegExp(`^# ${number} \\S`, 'u'));
    const headings = [...text.matchAll(/^## (.+)$/gmu)].map(([, heading]) => heading);
    expect(headings).toEqual(['Context', 'Decision', 'Not adopted']);
  });
});
