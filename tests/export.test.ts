/** `truceline export` as it is started: the round trip of the shipped dossier, in bytes, and what it refuses. */
import { hash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ENTRY_KINDS } from '../src/core/dossier/entries.ts';
import { KINDS } from '../src/core/dossier/kinds/index.ts';
import { development, source } from './core/dossier/build-entries.ts';
import { DATA_FOLDER, readRealBaseline } from './core/dossier/real-dossier.ts';
import { fromCsv } from './dossier-files/read-csv.ts';
import { runTruceline } from './run-truceline.ts';
import { temporaryFolder } from './storage/temporary-folder.ts';

const { entries } = await readRealBaseline();

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const path = (name: string) => join(folder.path, name);
/** With a database of that name; `dossier` is what is shipped. */
const truceline = (args: readonly string[], database: string, dossier = DATA_FOLDER) =>
  runTruceline(args, { DATABASE_URL: `sqlite:${path(database)}`, DOSSIER: dossier });

/** Hashes, as a failure would print the whole dossier. */
async function bytesIn(where: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(where)).filter((name) => name.endsWith('.json'));
  const texts = names.map(async (name) => [name, await hashOf(join(where, name))] as const);
  return Object.fromEntries(await Promise.all(texts));
}

async function hashOf(file: string): Promise<string> {
  return hash('sha256', await readFile(file));
}

async function withoutHistory(where: string): Promise<Readonly<Record<string, string>>> {
  const { 'revisions.json': _history, ...files } = await bytesIn(where);
  return files;
}

/** An export has an empty list for a kind that came later, whose file the shipped dossier may lack. */
async function shippedBytes(): Promise<Readonly<Record<string, string>>> {
  const none = hash('sha256', '[]\n');
  const later = ENTRY_KINDS.filter((kind) => KINDS[kind].mayLackFile).map((kind) => [KINDS[kind].file, none]);
  return { ...Object.fromEntries(later), ...(await bytesIn(DATA_FOLDER)) };
}

const filesIn = async (where: string) => (await readdir(where)).map((name) => join(where, name));

describe('export', { timeout: 180_000 }, () => {
  test('import into an empty store, export: the same bytes', async () => {
    const imported = await truceline(['import', ...(await filesIn(DATA_FOLDER))], 'a');
    expect(imported).toMatchObject({ code: 0, err: '' });
    const exported = await truceline(['export', path('out')], 'a');
    expect(exported).toEqual({
      code: 0,
      err: '',
      out: `Exported: ${entries.length} entries, in ${ENTRY_KINDS.length + 2} file(s) in ${path('out')}.\n`,
    });
    expect(await withoutHistory(path('out'))).toEqual(await shippedBytes());
  });

  test('export of what was added and corrected, import into an empty store, export: the same bytes', async () => {
    const parties = { parties: ['pakistan', 'afghanistan'], sources: ['src-new'] };
    const [first] = entries.flatMap(({ kind, fields }) => (kind === 'person' ? [fields] : []));
    await writeFile(path('sources.json'), JSON.stringify([source('src-new', '2026-11-20').fields]));
    await writeFile(path('developments.json'), JSON.stringify([development('dev-new', '2026-11-20', parties).fields]));
    await writeFile(path('people.json'), JSON.stringify([{ ...first, role: 'Somebody else', aliases: [] }]));
    const changes = ['sources.json', 'developments.json', 'people.json'].map(path);
    await truceline(['import', ...changes, '--correction', '--reason', 'It was wrong.'], 'a');
    await truceline(['export', path('out')], 'a');
    const out = await bytesIn(path('out'));
    expect(Object.keys(out)).toHaveLength(ENTRY_KINDS.length + 2);
    expect(await withoutHistory(path('out'))).not.toEqual(await shippedBytes());
    // As the shipped dossier of another bot, and into a bot that ships the old one: history comes with it.
    const moved = await truceline(['import', path('out')], 'b', path('out'));
    expect(moved.out).toMatch(/^With their history: \d+ revisions\.\n/u);
    await truceline(['export', path('again')], 'b', path('out'));
    expect(await bytesIn(path('again'))).toEqual(out);
    await truceline(['import', ...(await filesIn(path('out')))], 'c');
    await truceline(['export', path('over')], 'c');
    expect(await bytesIn(path('over'))).toEqual(out);
    // What is here already is no history of somebody else.
    await writeFile(path('out/notes.json'), '{}');
    const twice = await truceline(['import', path('out')], 'c');
    expect(twice.out).toContain('notes.json is left out: its name does not say what is in it.');
    expect(twice).toMatchObject({ code: 0, err: '' });
    expect(twice.out).toMatch(/Nothing was written\.\n$/u);
    const other = await truceline(['import', path('people.json')], 'd');
    expect(other.code).toBe(0);
    const refused = await truceline(['import', path('out')], 'd');
    expect(refused).toMatchObject({ code: 65 });
    expect(refused.err).toMatch(/revisions\.json: history goes into an empty database, .* leave this file out/u);
  });

  test('of an empty database is the shipped dossier, and stays empty', async () => {
    const first = await truceline(['export', path('out')], 'a');
    expect(first.out).toMatch(/^The database is empty: this is the shipped dossier\.\nExported: /u);
    expect(await withoutHistory(path('out'))).toEqual(await shippedBytes());
    const again = await truceline(['export', path('out'), '--format', 'csv'], 'a');
    expect(again.out).toMatch(/^The database is empty.*\nExported: \d+ entries, in 1 file\(s\) in /u);
    const claims = entries.filter(({ kind }) => kind === 'claim');
    const table = fromCsv(await readFile(path('out/casualties.csv'), 'utf8'));
    expect(table).toHaveLength(2 + claims.length);
    expect(table[1]?.[0]).toBe('#meta+id');
  });

  test('refuses a folder with other files, a file, and another format; says what to do', async () => {
    await mkdir(path('mine'));
    await writeFile(path('mine/notes.txt'), 'mine');
    const refused = await truceline(['export', path('mine')], 'a');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/^Nothing was written: .*mine has other files in it \(notes\.txt\)\. .*--force/u);
    expect(await readdir(path('mine'))).toEqual(['notes.txt']);
    const forced = await truceline(['export', path('mine'), '--force'], 'a');
    expect(forced.code).toBe(0);
    // A file for each kind, conflict.json, revisions.json and the notes.
    expect(await readdir(path('mine'))).toHaveLength(ENTRY_KINDS.length + 3);
    const file = await truceline(['export', path('mine/notes.txt')], 'a');
    expect(file).toMatchObject({ code: 1, err: expect.stringContaining('cannot be written (ENOTDIR)') });
    expect(await truceline(['export', path('x'), '--format', 'xml'], 'a')).toMatchObject({ code: 64, out: '' });
    expect(await truceline(['export'], 'a')).toMatchObject({ code: 64, out: '' });
  });

  test('a conflict.json among the files may add to the one that counts, and change nothing of it', async () => {
    const text = await readFile(join(DATA_FOLDER, 'conflict.json'), 'utf8');
    await writeFile(path('conflict.json'), text.replace('"Pakistan', '"Other'));
    const wrong = await truceline(['import', path('conflict.json')], 'a');
    expect(wrong).toMatchObject({ code: 65, out: '' });
    expect(wrong.err).toContain('conflict.json: name: differs from that of the dossier: an import only adds');
    const topics = [{ id: 'water', label: 'water', aliases: [] }];
    await writeFile(path('conflict.json'), JSON.stringify({ topics }));
    const added = await truceline(['import', path('conflict.json')], 'a');
    expect(added).toMatchObject({ code: 0, err: '' });
    await truceline(['export', path('out')], 'a');
    expect(await readFile(path('out/conflict.json'), 'utf8')).toContain('"water"');
  });
});
