/** The data files: everything that is wrong with them is said at once, each with file, entry and field. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BaselineError, CONFLICT_FILE, ENTRY_FILES, parseBaseline } from '../../../src/core/dossier/baseline.ts';
import { readBaseline } from '../../../src/storage/read-baseline.ts';
import { DATA_FOLDER } from './real-dossier.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
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

/** One entry changed, and what is said about it. */
const BROKEN: readonly (readonly [string, string, string, Readonly<Record<string, Json | undefined>>, RegExp])[] = [
  ['an unknown field', 'quotes.json', 'q-asif-open-war', { txet: 'x' }, /^quotes\.json: q-asif-open-war: .*txet/u],
  [
    'a missing field',
    'quotes.json',
    'q-asif-open-war',
    { venue: undefined },
    /^quotes\.json: q-asif-open-war: venue: /u,
  ],
  [
    'a bad date',
    'quotes.json',
    'q-asif-open-war',
    { date: '2025-02-30' },
    /^quotes\.json: q-asif-open-war: date: “2025-02-30” is not a date/u,
  ],
  [
    'a time of day',
    'sources.json',
    'src-seed',
    { publishedOn: '2025-11-08T10:00' },
    /^sources\.json: src-seed: publishedOn: /u,
  ],
  [
    'a title that is too long',
    'developments.json',
    'dev-clashes-11-12-oct',
    { title: 'x'.repeat(101) },
    /^developments\.json: dev-clashes-11-12-oct: title: /u,
  ],
  [
    'an unknown choice',
    'casualties.json',
    'cas-pak-soldiers-58',
    { harm: 'hurt' },
    /^casualties\.json: cas-pak-soldiers-58: harm: /u,
  ],
  [
    'no source',
    'casualties.json',
    'cas-pak-soldiers-58',
    { sources: [] },
    /^casualties\.json: cas-pak-soldiers-58: sources: needs at least one source/u,
  ],
  [
    'no claimant',
    'casualties.json',
    'cas-pak-soldiers-58',
    { claimedBy: undefined },
    /^casualties\.json: cas-pak-soldiers-58: claimedBy: /u,
  ],
  [
    'an address that is no web address',
    'sources.json',
    'src-seed',
    { url: 'javascript:alert(1)' },
    /^sources\.json: src-seed: url: /u,
  ],
  [
    'a direction override',
    'quotes.json',
    'q-asif-open-war',
    { text: 'open\u202ewar' },
    /^quotes\.json: q-asif-open-war: text: has control or direction characters/u,
  ],
  [
    'a quotation of two lines',
    'quotes.json',
    'q-asif-open-war',
    { text: 'open\nwar' },
    /^quotes\.json: q-asif-open-war: text: has control/u,
  ],
  [
    'a lone surrogate',
    'quotes.json',
    'q-asif-open-war',
    { text: 'war \ud800' },
    /^quotes\.json: q-asif-open-war: text: /u,
  ],
  [
    'an unknown topic',
    'quotes.json',
    'q-asif-open-war',
    { topics: ['weather'] },
    /^quotes\.json: q-asif-open-war: topics: “weather” is not a topic/u,
  ],
  [
    'a person who is not there',
    'quotes.json',
    'q-asif-open-war',
    { speaker: 'nobody' },
    /^quotes\.json: q-asif-open-war: speaker: there is no person “nobody”/u,
  ],
  [
    'a party where a person belongs',
    'quotes.json',
    'q-asif-open-war',
    { speaker: 'pakistan' },
    /^quotes\.json: q-asif-open-war: speaker: “pakistan” is a party, not a person/u,
  ],
  [
    'an unknown rendering',
    'quotes.json',
    'q-asif-open-war',
    { variants: ['q-gone'] },
    /^quotes\.json: q-asif-open-war: variants\.0: there is no quote “q-gone”/u,
  ],
  [
    'a source that is not there',
    'talks.json',
    'talks-doha-1',
    { sources: ['src-gone'] },
    /^talks\.json: talks-doha-1: sources\.0: there is no source “src-gone”/u,
  ],
  [
    'an unknown victim group',
    'casualties.json',
    'cas-pak-soldiers-58',
    { victims: 'aliens' },
    /^casualties\.json: cas-pak-soldiers-58: victims: “aliens” is not a victim group/u,
  ],
  [
    'words with a number',
    'casualties.json',
    'cas-pak-soldiers-58',
    { count: { low: 24, high: null, qualifier: 'words', asPrinted: 'dozens' } },
    /^casualties\.json: cas-pak-soldiers-58: count: “words” carries no numbers/u,
  ],
  [
    'a figure without a number',
    'casualties.json',
    'cas-pak-soldiers-58',
    { count: { low: null, high: null, qualifier: 'about', asPrinted: 'some' } },
    /^casualties\.json: cas-pak-soldiers-58: count: low is missing/u,
  ],
  [
    'an upside-down range',
    'casualties.json',
    'cas-pak-soldiers-58',
    { count: { low: 20, high: 15, qualifier: 'about', asPrinted: '15-20' } },
    /^casualties\.json: cas-pak-soldiers-58: count: high is below low/u,
  ],
  [
    'half of an exact count',
    'casualties.json',
    'cas-pak-soldiers-58',
    { count: { low: 58, high: null, qualifier: 'exact', asPrinted: '58' } },
    /^casualties\.json: cas-pak-soldiers-58: count: an exact count needs high/u,
  ],
  [
    'a denial with a figure',
    'casualties.json',
    'cas-pak-soldiers-58',
    { stance: 'denies' },
    /^casualties\.json: cas-pak-soldiers-58: count: “denies” and “denial” go together/u,
  ],
  [
    'a negative count',
    'casualties.json',
    'cas-pak-soldiers-58',
    { count: { low: -1, high: 3, qualifier: 'about', asPrinted: '3' } },
    /^casualties\.json: cas-pak-soldiers-58: count\.low: /u,
  ],
  [
    'a one-sided conflict',
    'casualties.json',
    'cas-pak-soldiers-58',
    { conflictsWith: [] },
    /^casualties\.json: cas-pak-soldiers-23: conflictsWith: cas-pak-soldiers-58 does not name this claim in turn/u,
  ],
  ['a place outside the world', 'places.json', 'kabul', { lat: 91 }, /^places\.json: kabul: lat: /u],
  [
    'two parties of one name',
    'parties.json',
    'ttp',
    { aliases: ['Pakistan'] },
    /^parties\.json: ttp: aliases: “Pakistan” is a name of pakistan already/u,
  ],
  [
    'a judging verb',
    'developments.json',
    'dev-clashes-11-12-oct',
    { summary: 'Kabul admitted losses.' },
    /^developments\.json: dev-clashes-11-12-oct: summary: “admitted” judges/u,
  ],
];

describe('parseBaseline', () => {
  it('takes the shipped files, all entries of them', () => {
    const { entries, conflict } = parseBaseline(real);
    const raw = Object.values(ENTRY_FILES).flatMap(entriesOf);
    expect(entries.map(({ fields }) => fields.id)).toEqual(raw.map((entry) => entry['id']));
    expect(entries.map(({ fields }) => fields)).toEqual(raw);
    expect(conflict.id).toBe('pakistan-afghanistan');
  });

  it.each(BROKEN)('names file, entry and field of %s', (_, file, id, change, problem) => {
    expect(problemsWith({ [file]: withEntry(file, id, change) })).toEqual([expect.stringMatching(problem)]);
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
    ['is no array', '{}', /^talks\.json: must be an array of entries/u],
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
    expect(() => parseBaseline(new Map())).toThrow(/11 problem\(s\)\nconflict\.json: there is no such file\n/u);
  });
});

describe('readBaseline', () => {
  it('says which setting names the folder, where there is none', async () => {
    await expect(readBaseline('/nowhere/at-all')).rejects.toThrow(
      /\/nowhere\/at-all: cannot be read \(ENOENT\): set DOSSIER/u,
    );
  });
});
