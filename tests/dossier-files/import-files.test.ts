/** Publishing out of files: what becomes a revision, and how all that is refused is named. */
import { describe, expect, it } from 'vitest';
import { type AnyEntry, ENTRY_KINDS } from '../../src/core/dossier/entries.ts';
import { KINDS } from '../../src/core/dossier/kinds/index.ts';
import { type Revision, revisionDraftSchema } from '../../src/core/dossier/revision.ts';
import { planImport } from '../../src/dossier-files/baseline.ts';
import { type EntryFile, parseEntryFiles } from '../../src/dossier-files/entry-files.ts';
import { type Publishing, planFiles } from '../../src/dossier-files/import-files.ts';
import { claim, development, IMPORTED_AT, numbered, quote, revised, source } from '../core/dossier/build-entries.ts';
import { readRealBaseline } from '../core/dossier/real-dossier.ts';
import { problemsOf } from './import-problems.ts';

const NOW = Date.UTC(2026, 10, 22, 21, 30);
const { entries: shipped, conflict } = await readRealBaseline();
const ledger = numbered(planImport({ conflict, entries: shipped }, [], IMPORTED_AT).drafts);

const src = source('src-new', '2026-11-22');
const parties = { parties: ['pakistan', 'afghanistan'], sources: ['src-new'] };
const breaking = development('dev-new', '2026-11-22', { ...parties, significance: 'breaking' });

/** The entries as the text of the one file for their kind, with a prefix. */
function files(entries: readonly AnyEntry[]): readonly EntryFile[] {
  const groups = Map.groupBy(entries, ({ kind }) => `new-${KINDS[kind].file}`);
  return [...groups].map(([name, group]) => {
    return { name, path: `inbox/${name}`, text: JSON.stringify(group.map(({ fields }) => fields)) };
  });
}

function plan(entries: readonly AnyEntry[], options: Partial<Publishing> = {}, before: readonly Revision[] = ledger) {
  const publishing: Publishing = { conflict, now: NOW, change: 'update', reason: undefined, ...options };
  return planFiles(parseEntryFiles(files(entries)), before, publishing);
}

function shippedEntry<K extends AnyEntry['kind']>(kind: K, id: string): Extract<AnyEntry, { kind: K }> {
  const isIt = (entry: AnyEntry): entry is Extract<AnyEntry, { kind: K }> =>
    entry.kind === kind && entry.fields.id === id;
  const entry = shipped.find(isIt);
  if (!entry) throw new Error(`there is no ${kind} ${id}`);
  return entry;
}

const openWar = shippedEntry('quote', 'q-asif-open-war');
const moved: AnyEntry = { ...openWar, fields: { ...openWar.fields, venue: 'television' } };

/** The ledger with one more revision. */
function after(...drafts: Parameters<typeof numbered>[0]): readonly Revision[] {
  return numbered([...ledger, ...drafts]);
}

describe('parseEntryFiles', () => {
  it('tells the kind by the end of the name, whatever comes before it', () => {
    for (const kind of ENTRY_KINDS) {
      const all = shipped.filter((entry) => entry.kind === kind);
      const text = JSON.stringify(all.map(({ fields }) => fields));
      for (const prefix of ['', '2026-11-22-', 'our ', 'v2.', 'X_']) {
        const name = `${prefix}${KINDS[kind].file}`;
        expect(parseEntryFiles([{ path: name, name, text }]).map(({ entry }) => entry)).toEqual(all);
      }
    }
    const upper = { path: 'QUOTES.JSON', name: 'QUOTES.JSON', text: '[]' };
    expect(parseEntryFiles([upper])).toEqual([]);
  });

  it('says of every file and every entry what is wrong, all at once', () => {
    const named = (name: string) => ({ path: `inbox/${name}`, name });
    const bad = { ...openWar.fields, date: '2026-02-30', venue: '' };
    const problems = problemsOf(() =>
      parseEntryFiles([
        { ...named('subtalks.json'), text: '[]' },
        { ...named('conflict.json'), text: '{}' },
        { ...named('notes.txt'), text: '' },
        { ...named('people.json'), unreadable: 'cannot be read (ENOENT)' },
        { ...named('places.json'), text: '[' },
        { ...named('talks.json'), text: 'null' },
        {
          ...named('quotes.json'),
          text: JSON.stringify([openWar.fields, bad, { ...bad, id: 'No Slug', date: '2026' }]),
        },
      ]),
    );
    expect(problems).toEqual([
      expect.stringMatching(/^inbox\/subtalks\.json: its name does not say what is in it.*, talks\.json/u),
      expect.stringMatching(/^inbox\/conflict\.json: its name does not say/u),
      expect.stringMatching(/^inbox\/notes\.txt: its name does not say/u),
      'inbox/people.json: cannot be read (ENOENT)',
      expect.stringMatching(/^inbox\/places\.json: is not JSON \(/u),
      'inbox/talks.json: must be a list of entries: put them between [ and ]',
      expect.stringMatching(/^inbox\/quotes\.json: q-asif-open-war: date: “2026-02-30” is not a date/u),
      expect.stringMatching(/^inbox\/quotes\.json: q-asif-open-war: venue: /u),
      expect.stringMatching(/^inbox\/quotes\.json: entry 3: id: must be a lower-case slug/u),
      expect.stringMatching(/^inbox\/quotes\.json: entry 3: venue: /u),
    ]);
  });
});

describe('planFiles', () => {
  it('makes originals of new entries, updates of changed ones, and leaves equal ones alone', () => {
    const same = shippedEntry('source', 'src-seed');
    const { drafts, unchanged } = plan([breaking, src, moved, same]);
    const common = { author: 'import', recordedAt: NOW };
    expect(drafts).toEqual([
      { ...common, change: 'original', reason: null, entry: breaking },
      { ...common, change: 'original', reason: null, entry: src },
      { ...common, change: 'update', reason: 'Imported from new-quotes.json.', entry: moved },
    ]);
    expect(drafts.every((draft) => revisionDraftSchema.safeParse(draft).success)).toBe(true);
    expect(unchanged).toEqual([same]);
  });

  it('makes corrections, with their reason, where it is told so; what is new stays an original', () => {
    const { drafts } = plan([moved, src], { change: 'correction', reason: 'Misheard.' });
    expect(drafts.map(({ change, reason }) => [change, reason])).toEqual([
      ['correction', 'Misheard.'],
      ['original', null],
    ]);
    expect(plan([moved], { reason: 'The venue is known.' }).drafts[0]).toMatchObject({
      change: 'update',
      reason: 'The venue is known.',
    });
  });

  it('compares with what stands now, not with what was first published', () => {
    const later = after(revised(moved, NOW - 1));
    expect(plan([moved], {}, later)).toMatchObject({ drafts: [], unchanged: [moved] });
    expect(plan([openWar], {}, later).drafts.map(({ change }) => change)).toEqual(['update']);
  });

  it('checks references and rules over the whole dossier with the files in place', () => {
    expect(problemsOf(() => plan([breaking]))).toEqual([
      'inbox/new-developments.json: dev-new: sources.0: there is no source “src-new”: add it, or correct the id',
    ]);
    const loaded = development('dev-new', '2026-11-22', { ...parties, title: 'The regime admitted it' });
    expect(problemsOf(() => plan([loaded, src]))).toEqual([
      expect.stringMatching(/^inbox\/new-developments\.json: dev-new: title: “regime” judges.*\(R16\)$/u),
    ]);
  });

  it('also says what an entry that changes breaks elsewhere', () => {
    const tarar = shippedEntry('person', 'attaullah-tarar');
    const twin: AnyEntry = { kind: 'place', fields: { ...shippedEntry('place', 'kabul').fields, id: tarar.fields.id } };
    expect(problemsOf(() => plan([twin]))).toEqual([
      'inbox/new-places.json: attaullah-tarar: id: is already the id of a person: give this entry another id, as ids are unique over all kinds',
    ]);
    const taliban: AnyEntry = {
      kind: 'party',
      fields: { ...shippedEntry('party', 'qatar').fields, aliases: ['Islamabad'] },
    };
    expect(problemsOf(() => plan([taliban]))).toEqual([
      expect.stringMatching(/“Islamabad” is a name of (pakistan|qatar) already: take it out of one of the two/u),
    ]);
  });

  it('does not hold against the files what was wrong without them', () => {
    const orphan = quote('q-orphan', { party: 'pakistan', topics: ['talks'], sources: ['src-gone'] });
    const before = after(revised(orphan, NOW - 1));
    expect(plan([moved], {}, before).drafts).toHaveLength(1);
    const still = quote('q-orphan', { party: 'pakistan', topics: ['talks'], sources: ['src-gone'], venue: 'radio' });
    expect(problemsOf(() => plan([still], {}, before))).toEqual([
      'inbox/new-quotes.json: q-orphan: sources.0: there is no source “src-gone”: add it, or correct the id',
    ]);
  });

  it('refuses an id that is given twice, or is of another kind', () => {
    expect(problemsOf(() => plan([src, src, quote('src-seed')]))).toEqual([
      'inbox/new-sources.json: src-new: id: is the id of an entry of inbox/new-sources.json already: give this one another id, or take it out',
      'inbox/new-quotes.json: src-seed: id: is already the id of a source: give this entry another id, as ids are unique over all kinds',
    ]);
  });

  it('publishes what was retracted again only as a correction', () => {
    const before = after(revised(openWar, NOW - 1, 'retraction'));
    expect(problemsOf(() => plan([openWar], {}, before))).toEqual([
      'inbox/new-quotes.json: q-asif-open-war: id: was retracted here (“a better source”): to publish it again, add --correction and --reason',
    ]);
    const { drafts } = plan([openWar], { change: 'correction', reason: 'It was said after all.' }, before);
    expect(drafts).toMatchObject([{ change: 'correction', entry: openWar }]);
  });

  it.each([
    ['2026-11-23', []],
    ['2026-11', []],
    ['2026', []],
    ['2026-11-20/..', []],
    ['2026-11-24', ['dev-new: date: “2026-11-24” is in the future: give a day that has begun, or import it then']],
    ['2026-12', ['dev-new: date: “2026-12” is in the future: give a day that has begun, or import it then']],
    [
      '2026-11-22/2026-11-25',
      ['dev-new: date: “2026-11-22/2026-11-25” is in the future: give a day that has begun, or import it then'],
    ],
    ['../2027', ['dev-new: date: “../2027” is in the future: give a day that has begun, or import it then']],
  ])('takes a date only where that day has begun somewhere: %s', (date, problems) => {
    const found = problemsOf(() => plan([src, development('dev-new', date, parties)]));
    expect(found).toEqual(problems.map((problem) => `inbox/new-developments.json: ${problem}`));
  });

  it('looks at the dates of quotations, figures and ceasefire states too', () => {
    const state = shipped.find((entry) => entry.kind === 'ceasefire');
    if (state?.kind !== 'ceasefire') throw new Error('there is no ceasefire state');
    const ahead: readonly AnyEntry[] = [
      quote('q-new', { date: '2026-12-01', party: 'pakistan' }),
      claim('cas-new', { reportedOn: '2026-12-01' }),
      { ...state, fields: { ...state.fields, effectiveFrom: '2026-12-01' } },
    ];
    expect(problemsOf(() => plan(ahead))).toEqual([
      'inbox/new-quotes.json: q-new: date: “2026-12-01” is in the future: give a day that has begun, or import it then',
      'inbox/new-casualties.json: cas-new: reportedOn: “2026-12-01” is in the future: give a day that has begun, or import it then',
      `inbox/new-ceasefire.json: ${state.fields.id}: effectiveFrom: “2026-12-01” is in the future: give a day that has begun, or import it then`,
    ]);
  });
});
