/** The data files: everything that is wrong with them is said at once, each with file, entry and field. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../src/core/dossier/kinds/index.ts';
import { BaselineError, CONFLICT_FILE, parseBaseline } from '../../src/dossier-files/baseline.ts';
import { readBaseline } from '../../src/dossier-files/read-baseline.ts';
import { BROKEN_ENTRIES, type Json } from '../core/dossier/broken-entries.ts';
import { DATA_FOLDER } from '../core/dossier/real-dossier.ts';

type Fields = Record<string, Json>;

const real: ReadonlyMap<string, string> = new Map(
  readdirSync(DATA_FOLDER).map((name) => [name, readFileSync(join(DATA_FOLDER, name), 'utf8')]),
);

/** The problems of the shipped files with some of their texts replaced (or, with `undefined`, left out). */
function problemsWith(changes: Readonly<Record<string, string | undefined>>): readonly string[] {
  const files = new Map(real);
  for (const [file, text] of Object.entries(changes)) {
    if (text === undefined) files.delete(file);
    else files.set(file, text);
  }
  try {
    parseBaseline(files);
  } catch (error) {
    if (error instanceof BaselineError) return error.problems;
    throw error;
  }
  return [];
}

/** The file's text with the fields of one entry replaced; `undefined` removes a field. */
function withEntry(file: string, id: string, change: Readonly<Record<string, Json | undefined>>): string {
  let changed = 0;
  const text = JSON.stringify(
    entriesOf(file).map((entry) => {
      if (entry['id'] !== id) return entry;
      changed++;
      return { ...entry, ...change };
    }),
  );
  if (changed !== 1) throw new Error(`${file} has ${changed} entries “${id}”`);
  return text;
}

function entriesOf(file: string): readonly Fields[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shipped file, which other tests parse
  return JSON.parse(real.get(file) ?? '[]') as Fields[];
}

/** Verbs in the imperative, as a cure begins. */
const CURE = /\b(add|correct|exchange|give|make|must be|name a|needs|set|shorten|take|use|write|expected one of)\b/u;

describe('parseBaseline', () => {
  it('takes the shipped files, all entries of them', () => {
    const { entries, conflict } = parseBaseline(real);
    const raw = Object.values(KINDS).flatMap(({ file }) => entriesOf(file));
    expect(entries.map(({ fields }) => fields.id)).toEqual(raw.map((entry) => entry['id']));
    expect(entries.map(({ fields }) => fields)).toEqual(raw);
    expect(conflict.id).toBe('pakistan-afghanistan');
  });

  it.each(BROKEN_ENTRIES)('names file, entry and field of %s', (_, file, id, change, problem) => {
    const problems = problemsWith({ [file]: withEntry(file, id, change) });
    expect(problems).toEqual([expect.stringMatching(problem)]);
    // What is wrong is said with what to do about it.
    for (const line of problems) expect(line).toMatch(CURE);
  });

  it('names an entry without an id by its place in the file', () => {
    const [first, second, ...others] = entriesOf('talks.json');
    const problems = problemsWith({
      'talks.json': JSON.stringify([first, { ...second, id: 'Not A Slug' }, ...others]),
    });
    expect(problems).toEqual([expect.stringMatching(/^talks\.json: entry 2: id: must be a lower-case slug/u)]);
    expect(problemsWith({ 'talks.json': '[7]' })).toEqual([expect.stringMatching(/^talks\.json: entry 1: /u)]);
  });

  it('finds an id that two entries share, also across kinds', () => {
    const [talks] = entriesOf('talks.json');
    const places = [...entriesOf('places.json'), { ...entriesOf('places.json')[0], id: talks?.['id'] ?? '' }];
    expect(problemsWith({ 'places.json': JSON.stringify(places) })).toEqual([
      expect.stringMatching(/^talks\.json: talks-doha-1: id: is already the id of a place/u),
    ]);
  });

  it('finds the same figure of the same claimant twice', () => {
    const claims = entriesOf('casualties.json');
    const twin = { ...claims.find((entry) => entry['id'] === 'cas-taliban-wounded-16'), id: 'cas-twin' };
    expect(problemsWith({ 'casualties.json': JSON.stringify([...claims, twin]) })).toEqual([
      expect.stringMatching(/^casualties\.json: cas-twin: count: says what cas-taliban-wounded-16 says/u),
    ]);
  });

  it.each([
    ['is not JSON', '{"id":', /^talks\.json: is not JSON \(/u],
    ['is no array', '{}', /^talks\.json: must be a list of entries/u],
    ['is missing', undefined, /^talks\.json: there is no such file/u],
  ])('says of a file that it %s', (_, text, problem) => {
    expect(problemsWith({ 'talks.json': text })).toEqual([expect.stringMatching(problem)]);
  });

  it('says what is wrong with conflict.json', () => {
    expect(problemsWith({ [CONFLICT_FILE]: '{}' }).join('\n')).toMatch(/^conflict\.json: sides: /mu);
    const conflict = (real.get(CONFLICT_FILE) ?? '').replace('"party": "afghanistan"', '"party": "atlantis"');
    expect(problemsWith({ [CONFLICT_FILE]: conflict })).toEqual([
      expect.stringMatching(/^parties\.json: atlantis: id: is named in conflict\.json/u),
    ]);
  });

  it('says everything at once: files, fields of several entries, several fields of one', () => {
    const problems = problemsWith({
      'talks.json': undefined,
      'places.json': '[',
      'quotes.json': withEntry('quotes.json', 'q-asif-open-war', { date: 'soon', text: '' }),
      'people.json': withEntry('people.json', 'khawaja-asif', { role: undefined }),
    });
    expect(problems).toHaveLength(5);
    for (const start of [
      'talks.json: there is no',
      'places.json: is not JSON',
      'quotes.json: q-asif-open-war: date: ',
      'quotes.json: q-asif-open-war: text: ',
      'people.json: khawaja-asif: role: ',
    ]) {
      expect(problems.filter((problem) => problem.startsWith(start))).toHaveLength(1);
    }
  });

  it('says every broken reference and rule at once', () => {
    const problems = problemsWith({
      'quotes.json': withEntry('quotes.json', 'q-asif-open-war', { topics: ['weather', 'sport'], speaker: 'nobody' }),
      'casualties.json': withEntry('casualties.json', 'cas-pak-soldiers-58', { conflictsWith: [] }),
    });
    expect(problems).toHaveLength(4);
  });

  it('is an error whose message has all of it', () => {
    expect(() => parseBaseline(new Map())).toThrow(/11 problem\(s\)\nconflict\.json: there is no such file: add it\n/u);
  });
});

describe('readBaseline', () => {
  it('says which setting names the folder, where there is none', async () => {
    await expect(readBaseline('/nowhere/at-all')).rejects.toThrow(
      /\/nowhere\/at-all: cannot be read \(ENOENT\): set DOSSIER/u,
    );
  });
});
