/** Messages and code name each other: every id in the code is in en.ftl, every message of en.ftl is used. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { SECTIONS } from '../../../src/core/dossier/kinds/index.ts';
import { english } from './chat-for-tests.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** The TypeScript files below `folder`, by path, without their comments. */
function sources(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(ROOT, folder, file), 'utf8');
      return [join(folder, file), text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gmu, '')];
    }),
  );
}

const ftl = readFileSync(join(ROOT, 'src/language/en.ftl'), 'utf8');
const messages = [...ftl.matchAll(/^([a-z][\w-]*) *=/gmu)].map(([, id = '']) => id);
const core = new Map([...sources('src/core'), ...sources('commands')]);
const all = new Map([...sources('src'), ...sources('commands')]);

/** Ids made of parts in the code: what they may become. */
const DYNAMIC: ReadonlySet<string> = new Set([
  ...commands.flatMap(({ name, params }) => [
    ...['summary', 'example', 'button', 'what'].map((part) => `command-${name}-${part}`),
    ...Object.keys(params).flatMap((param) => [`command-${name}-${param}`, `param-${param}`]),
  ]),
  ...SECTIONS.map(({ name }) => `changes-${name}`),
  ...['attribution', 'side-by-side', 'no-totals', 'quotes', 'dates', 'corrections', 'neutral', 'limits'].map(
    (rule) => `about-${rule}`,
  ),
]);

describe('messages', () => {
  it('are there for every id that the core and the commands name', () => {
    const called = [...core].flatMap(([file, text]) =>
      [...text.matchAll(/(?:UserError|\.text|\.spans)\(([^;{]*?)[,){]/gu)].flatMap(([, argument = '']) =>
        [...argument.matchAll(/'([a-z][\w-]*)'/gu)].map(([, id = '']) => ({ file, id })),
      ),
    );
    expect(called.length).toBeGreaterThan(60);
    expect(called.filter(({ id }) => !english.has(id))).toEqual([]);
    // Ids that reach a UserError by way of a variable.
    const errors = [...core].flatMap(([file, text]) =>
      [...text.matchAll(/'(error-[\w-]+)'/gu)].map(([, id = '']) => ({ file, id })),
    );
    expect(errors.length).toBeGreaterThan(15);
    expect(errors.filter(({ id }) => !english.has(id))).toEqual([]);
  });

  it('are there for every section of changes: its heading, and how many of it there are', () => {
    const counted = /^why-count = [^]*?^ {2}\}$/mu.exec(ftl)?.[0] ?? '';
    expect(SECTIONS.length).toBeGreaterThan(4);
    expect(SECTIONS.filter(({ name }) => !english.has(`changes-${name}`))).toEqual([]);
    expect(SECTIONS.filter(({ name }) => !counted.includes(`[${name}]`))).toEqual([]);
  });

  it('are all used: by the code, by another message, or as a part of a command', () => {
    const code = [...all.values()].join('\n');
    const isUsed = (id: string) =>
      DYNAMIC.has(id) ||
      new RegExp(`['"\`]${id}['"\`]`, 'u').test(code) ||
      new RegExp(`\\{ ?${id} ?\\}`, 'u').test(ftl);
    expect(messages.length).toBeGreaterThan(100);
    expect(messages.filter((id) => !isUsed(id))).toEqual([]);
  });

  it('have no id twice', () => {
    expect(messages.filter((id, index) => messages.indexOf(id) !== index)).toEqual([]);
  });
});
