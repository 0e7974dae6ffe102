/** The command line as it is started: it writes all or nothing, also beside a bot; and its exit codes. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../src/core/ports/store.ts';
import { openDossier } from '../src/live-dossier.ts';
import { publish } from '../src/publish-files.ts';
import { openStore } from '../src/storage/open-store.ts';
import { development, source } from './core/dossier/build-entries.ts';
import { DATA_FOLDER, readRealBaseline } from './core/dossier/real-dossier.ts';
import { runTruceline } from './run-truceline.ts';

const baseline = await readRealBaseline();
const shipped = baseline.entries.length;
const parties = { parties: ['pakistan', 'afghanistan'], sources: ['src-new'] };
const breaking = development('dev-new', '2026-11-20', { ...parties, significance: 'breaking' }).fields;
const src = source('src-new', '2026-11-20').fields;

let folder: string;
let url: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truceline-command-line-'));
  url = `sqlite:${folder}/test.sqlite`;
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Writes a file of entries into the folder and returns its path. */
async function file(name: string, entries: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof entries === 'string' ? entries : JSON.stringify(entries));
  return path;
}

const truceline = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runTruceline(args, { DATABASE_URL: url, ...env });

/** What the ledger has beyond the shipped dossier, and which of it is announced. */
async function written() {
  const store = await openStore({ url, role: 'guest' });
  const revisions = await store.revisionsAfter(shipped);
  const announced = await store.announcementsAfter(0);
  await store.close();
  return { revisions, announced: announced.map(({ from, to }) => [from, to]) };
}

describe('import', { timeout: 180_000 }, () => {
  test('publishes new entries with an alert, and the shipped dossier first where there is none yet', async () => {
    const paths = [await file('2026-11-22-developments.json', [breaking]), await file('sources.json', [src])];
    const before = Date.now();
    const { code, out, err } = await truceline(['import', ...paths, '--alert']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      [
        `First, ${shipped} revisions were imported from the shipped dossier.`,
        'New: 2',
        '  dev-new: Fighting (dev-new)',
        '  src-new: src-new daily, Report of 2026-11-20',
        'Alerts go to the subscriptions that want them: dev-new (breaking).',
        `Published: 2 revision(s), up to number ${shipped + 2} of the ledger.`,
        '',
      ].join('\n'),
    );
    const { revisions, announced } = await written();
    expect(revisions.map(({ entry }) => entry.fields)).toEqual([breaking, src]);
    for (const { author, change, recordedAt } of revisions) {
      expect({ author, change }).toEqual({ author: 'import', change: 'original' });
      expect(recordedAt).toBeGreaterThanOrEqual(before);
      expect(recordedAt).toBeLessThanOrEqual(Date.now());
    }
    expect(announced).toEqual([[shipped + 1, shipped + 2]]);
  });

  test('announces nothing without --alert, nor with it where nothing new is breaking or major; says so', async () => {
    const sources = await file('sources.json', [src]);
    const first = await truceline(['import', sources, await file('developments.json', [breaking])]);
    expect(first.out).toContain(
      'No alert goes out: the next digests carry what is news. --alert sends one for dev-new',
    );
    const routine = { ...breaking, id: 'dev-routine', significance: 'routine' };
    const second = await truceline(['import', await file('developments.json', [routine]), '--alert']);
    expect(second.out).toContain('No alert will go out: nothing in it is news that is breaking or major.');
    const wrong = await file('developments.json', [{ ...routine, title: 'Another title' }]);
    const third = await truceline(['import', wrong, '--alert', '--correction', '--reason', 'Misread.']);
    expect(third.out).toContain('breaking or major. Corrections are told by the next digest.');
    const { revisions, announced } = await written();
    expect(revisions).toHaveLength(4);
    expect(announced).toEqual([]);
  });

  test('writes nothing at all where one entry is wrong, and lists every problem; exit code 65', async () => {
    const paths = [
      await file('developments.json', [breaking, { ...breaking, id: 'dev-bad', date: 'soon', sources: [] }]),
      await file('sources.json', [src]),
    ];
    const wrong = await truceline(['import', ...paths, join(folder, 'quotes.json')]);
    expect(wrong).toMatchObject({ code: 65, out: '' });
    const lines = wrong.err.trimEnd().split('\n');
    expect(lines[0]).toBe('Nothing was imported: there are 3 problems');
    expect(lines[1]).toMatch(/developments\.json: dev-bad: date: “soon” is not a date/u);
    expect(lines[2]).toMatch(/developments\.json: dev-bad: sources: needs at least one source/u);
    expect(lines[3]).toBe(
      `${join(folder, 'quotes.json')}: cannot be read (ENOENT): look whether it is there and may be read`,
    );
    // Sound by itself, but not in the dossier: the source is not among the files this time.
    const unsourced = await truceline(['import', await file('developments.json', [breaking])]);
    expect(unsourced.code).toBe(65);
    expect(unsourced.err).toContain('dev-new: sources.0: there is no source “src-new”');
    expect((await written()).revisions).toEqual([]);
  });

  test('tells unchanged entries and does not write them', async () => {
    const people = join(DATA_FOLDER, 'people.json');
    // As editors on Windows save it.
    const marked = await file('our-people.json', `\ufeff${await readFile(people, 'utf8')}`);
    const { code, out } = await truceline(['import', marked, '--alert']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Unchanged: \d+\n {2}khawaja-asif: /mu);
    expect(out).toContain('No alert will go out');
    expect(out).toMatch(/Nothing was written\.\n$/u);
    expect((await written()).revisions).toEqual([]);
  });

  test('writes what changes as updates, or as corrections with their reason', async () => {
    const [first] = baseline.entries.flatMap((entry) => (entry.kind === 'person' ? [entry.fields] : []));
    if (!first) throw new Error('there is nobody');
    const changed = (role: string) => file('people.json', [{ ...first, role }]);
    const update = await truceline(['import', await changed('Minister')]);
    expect(update.out).toContain(
      `Updated: 1\n  ${first.id}: ${first.name}\n    role: ${JSON.stringify(first.role)} → "Minister"\n`,
    );
    const why = ['--correction', '--reason', 'The office was\nwrong.'];
    const correction = await truceline(['import', await changed('Defence Minister'), ...why]);
    expect(correction.out).toContain(
      `Corrected: 1\n  ${first.id}: ${first.name}\n    role: "Minister" → "Defence Minister"\n`,
    );
    const { revisions } = await written();
    expect(revisions.map(({ change, reason }) => [change, reason])).toEqual([
      ['update', 'Imported from people.json.'],
      ['correction', 'The office was wrong.'],
    ]);
  });

  test('shows with --dry-run what it would do, also before the first start, and writes nothing', async () => {
    const paths = [await file('developments.json', [breaking]), await file('sources.json', [src])];
    const { code, out } = await truceline(['import', ...paths, '--alert', '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('New: 2\n  dev-new: ');
    expect(out).toMatch(/This was a dry run: nothing was written\.\n$/u);
    const store = await openStore({ url, role: 'guest' });
    expect(await store.revisionsAfter(0)).toEqual([]);
    await store.close();
  });

  test('works beside a running bot, whose dossier has the entries at its next look', async () => {
    const bot = await openStore({ url, role: 'bot' });
    const live = await openDossier(baseline, bot, Date.now());
    const paths = [await file('developments.json', [breaking]), await file('sources.json', [src])];
    // Two at once: the later one finds them published.
    const runs = await Promise.all([truceline(['import', ...paths]), truceline(['import', ...paths])]);
    expect(runs.map(({ code, err }) => ({ code, err }))).toEqual([
      { code: 0, err: '' },
      { code: 0, err: '' },
    ]);
    expect(await live.refresh()).toBe(2);
    expect(live.current().developments.get('dev-new')).toEqual(breaking);
    await bot.close();
  });

  test('plans again where another process wrote first, and says so', async () => {
    const store = await openStore({ url, role: 'guest' });
    const meanwhile = source('src-new', '2026-11-20', { title: 'Written meanwhile' });
    let isFirst = true;
    const overtaken: Store = {
      ...store,
      append: async (drafts, after, options) => {
        const [draft] = drafts;
        if (isFirst && draft?.author === 'import') {
          isFirst = false;
          await store.append([{ ...draft, entry: meanwhile }], after);
        }
        return store.append(drafts, after, options);
      },
    };
    const [path, text] = ['sources.json', JSON.stringify([src])];
    const said: string[] = [];
    const say = (line: string) => said.push(line);
    const files = [{ path, name: path, text }];
    let asked = 0;
    const agreed = () => Promise.resolve((asked += 1) > 0);
    const config = { timezone: 'UTC', staleAfterDays: 7 };
    await publish(files, { store: overtaken, baseline, config, options: {}, say, agreed });
    // What was agreed to is not what it has become.
    expect(asked).toBe(2);
    expect(said.slice(1).map((line) => line.split('\n', 1)[0])).toEqual([
      'New: 1',
      'Another process published at the same moment: looking again.',
      'Updated: 1',
      `Published: 1 revision(s), up to number ${shipped + 2} of the ledger.`,
    ]);
    const revisions = await store.revisionsAfter(shipped);
    expect(revisions.map(({ change }) => change)).toEqual(['original', 'update']);
    await store.close();
  });

  test.each([
    ['no command', []],
    ['no file', ['import']],
    ['an unknown option', ['import', 'quotes.json', '--loud']],
    ['a correction without a reason', ['import', 'quotes.json', '--correction']],
    ['an empty reason', ['import', 'quotes.json', '--reason', ' ']],
    ['an unknown command', ['imprt']],
  ])('says of %s how it is used; exit code 64', async (_, args) => {
    const { code, out, err } = await truceline(args);
    expect({ code, out }).toEqual({ code: 64, out: '' });
    expect(err).toMatch(/^(error: |Usage: truceline)/u);
  });

  test('ends with 0 where help is asked for, and with 78 where the configuration is wrong', async () => {
    const help = await truceline(['import', '--help']);
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain('--alert');
    const wrong = await truceline(['import', 'quotes.json'], { DATABASE_URL: 'nowhere' });
    expect(wrong.code).toBe(78);
    expect(wrong.err).toContain('DATABASE_URL');
  });
});
