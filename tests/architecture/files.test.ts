/** Files are short and say what they are for; folders are small; lines can be read. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { files, filesIn } from './sources.ts';

const all = filesIn('src', 'commands', 'tests', 'bench', 'docs');
const text = (file: string) => readFileSync(file, 'utf8');
const lengthOf = (file: string) => text(file).trimEnd().split('\n').length;

describe('files', () => {
  test('have 250 lines at most, those that are shipped 80 in the middle', () => {
    const lengths = files.map(lengthOf).toSorted((a, b) => a - b);
    expect(lengths.length).toBeGreaterThan(200);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80);
    expect(all.filter((file) => lengthOf(file) > 250)).toEqual([]);
  });

  test('have comments of 120 columns at most, but for addresses: the formatter sees to the code', () => {
    const wide = all.flatMap((file) =>
      text(file)
        .split('\n')
        .flatMap((line, index) =>
          /^\s*(?:\/\*\*|\*|\/\/)/u.test(line) && [...line].length > 120 && !line.includes('https://')
            ? [`${file}:${index + 1}`]
            : [],
        ),
    );
    expect(wide).toEqual([]);
  });

  test('are named in kebab-case, after nothing vague, and begin by saying what they are for', () => {
    expect(files.filter((file) => !text(file).startsWith('/** ') && !text(file).startsWith('/**\n'))).toEqual([]);
    expect(all.filter((file) => !/\/[a-z0-9-]+(\.test|\.d)?\.ts$/u.test(file))).toEqual([]);
    expect(all.filter((file) => /\/(utils?|helpers?|manager|handler|common|misc)\b/u.test(file))).toEqual([]);
  });

  test('are 20 in a folder at most, of commands one a command', () => {
    const folders = new Set(all.map((file) => file.slice(0, file.lastIndexOf('/'))));
    expect(folders.size).toBeGreaterThan(40);
    const crowded = [...folders].filter(
      (folder) => folder !== 'commands' && readdirSync(folder).filter((name) => name.includes('.')).length > 20,
    );
    expect(crowded).toEqual([]);
  });
});
