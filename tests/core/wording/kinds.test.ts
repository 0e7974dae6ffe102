/** What a compiler cannot see of a kind: each field has a name, a question and a column, and each list its words. */
import { describe, expect, it, test } from 'vitest';
import { ENTRY_KINDS } from '../../../src/core/dossier/entries.ts';
import { KINDS, SECTIONS } from '../../../src/core/dossier/kinds/index.ts';
import { isNews } from '../../../src/core/dossier/news.ts';
import { standingEntries } from '../../../src/core/dossier/revision.ts';
import { answersOf } from '../../../src/core/posting/form/build-entry.ts';
import { DRILL_KINDS, FORM_KINDS, formOf, hasForm } from '../../../src/core/wording/forms/form-kinds.ts';
import {
  countsOf,
  labelOf,
  lineOf,
  nameOf,
  standingRow,
  valuesOf,
  WORDING_KINDS,
} from '../../../src/core/wording/kinds/index.ts';
import { english } from '../chat/chat-for-tests.ts';
import { answerTo, baseline, dossierOf, NOW } from '../dossier/crafted-dossier.ts';
import { EXAMPLES, examples } from '../dossier/kinds/examples.ts';
import { foldRealDossier } from '../dossier/real-dossier.ts';

const dossier = await foldRealDossier();
const entries = [...standingEntries(dossier.revisionsAfter(0)), ...examples];
const context = { dossier, language: english };

/** The name of a field that the language does not know. */
const UNKNOWN = english.text('field-name', { field: '?' });

describe.each(ENTRY_KINDS)('%s', (kind) => {
  const { fields, columns, caveat } = WORDING_KINDS[kind];
  const all = entries.filter((entry) => entry.kind === kind);

  it('has a name for every field, but for those that have no words', () => {
    const names = Object.entries(fields).map(([field, words]) => ({
      field,
      isKnown: english.text('field-name', { field }) !== UNKNOWN,
      hasWords: words !== 'no words',
    }));
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter(({ isKnown, hasWords }) => isKnown !== hasWords)).toEqual([]);
  });

  it('has a name, a label and a line for each entry of the dossier and the example', () => {
    expect(all.length).toBeGreaterThan(0);
    for (const entry of all) {
      expect(nameOf(entry, context).length).toBeGreaterThan(0);
      expect([labelOf(entry), lineOf(entry)]).not.toContain('');
      const [brief, full] = [valuesOf(entry, 'brief', context), valuesOf(entry, 'full', context)];
      expect(full).toMatchObject(brief);
      expect(Object.keys(fields)).toEqual(expect.arrayContaining(Object.keys(full)));
    }
  });

  it('reads every field in some column of its table, where it has one', () => {
    const [first] = all;
    if (columns.length === 0 || first === undefined) return;
    const read = new Set<string>();
    const watched = new Proxy(first.fields, {
      get: (target, name) => {
        read.add(String(name));
        return Reflect.get(target, name);
      },
    });
    // The columns of a kind take its fields; which kind it is, is lost in a list of all kinds.
    for (const { cell } of columns) Reflect.apply(cell, undefined, [watched, dossier]);
    expect([...read].toSorted()).toEqual(Object.keys(fields).toSorted());
  });

  it('has a row, and /history tells it, where it is news', async () => {
    const { entry } = EXAMPLES[kind];
    const row = standingRow(entry, { ...context, now: NOW, timezone: 'UTC', staleAfterDays: 7 });
    expect(row.length > 0).toBe(isNews(entry));
    if (!isNews(entry)) return;
    const told = await answerTo(`/history ${entry.fields.id}`, dossierOf([...baseline.entries, entry]));
    expect(told).toContain('One version.');
  });

  it('has small print that the language knows, where it has any', () => {
    expect(caveat === null || english.has(caveat)).toBe(true);
  });
});

describe('forms', () => {
  test.each(FORM_KINDS)('%s: asks for each property of an entry, gives it at first, or leaves it to files', (kind) => {
    const { initial, notAsked, fields } = formOf(kind);
    const asked = fields.flatMap(({ path }) => (path === null ? [] : path.split('.', 1)));
    const covered = new Set(['id', ...Object.keys(initial), ...notAsked, ...asked]);
    expect(covered).toEqual(new Set(Object.keys(KINDS[kind].schema.shape)));
    expect(notAsked.filter((name) => asked.includes(name))).toEqual([]);
  });

  test('each has a name of its own', () => {
    const names = FORM_KINDS.map((form) => english.text('form-kind', { form }));
    expect(new Set(names).size).toBe(FORM_KINDS.length);
  });

  test('a new entry is listed by the answer that labels it once it is published', () => {
    const named = entries.filter(hasForm).filter(({ kind }) => formOf(kind).named !== null);
    expect(named.length).toBeGreaterThan(100);
    for (const entry of named) expect(answersOf(entry)[formOf(entry.kind).named ?? '']).toBe(labelOf(entry));
  });

  test('all that is news can be rehearsed', () => {
    expect(DRILL_KINDS.length).toBeGreaterThan(4);
    expect(DRILL_KINDS).toEqual(FORM_KINDS.filter((kind) => isNews(EXAMPLES[kind].entry)));
  });

  test.each([
    ['command-post-kind', FORM_KINDS],
    ['command-drill-kind', DRILL_KINDS],
  ])('%s names all that can be chosen', (id, kinds) => {
    expect(kinds.filter((kind) => !english.text(id).includes(kind))).toEqual([]);
  });
});

test('each list of changes has a heading, and words of its own for how many there are', () => {
  const names = SECTIONS.map(({ name }) => name);
  expect(names.filter((name) => !english.has(`changes-${name}`))).toEqual([]);
  const counted = ['corrections', ...names].map((what) => english.text('why-count', { count: 2, what }));
  expect(new Set(counted).size).toBe(names.length + 1);
});

test('/about counts what the kinds say that there are', () => {
  const counts = Object.fromEntries(Object.keys(countsOf(dossier)).map((name, index) => [name, 101 + index]));
  const said = english.text('about-counts', counts);
  expect(Object.keys(counts).length).toBeGreaterThan(4);
  for (const count of Object.values(counts)) expect(said).toContain(String(count));
});
