/** The files that a new dossier begins with: a made-up example of each kind of entry, to be replaced. */
import type { Conflict } from '../core/dossier/conflict.ts';
import { type AnyEntry, anyEntrySchema, ENTRY_KINDS, type EntryKind } from '../core/dossier/entries.ts';
import type { FieldsOf, RequiredKind } from '../core/dossier/kinds/index.ts';
import { ENGLISH_WORDS } from './english-words.ts';
import { dossierFiles } from './export-files.ts';
import { REVISIONS_FILE } from './revisions-file.ts';

/** A kind without an example does not compile, unless dossiers may lack its file. */
const EXAMPLES: { readonly [K in RequiredKind]: readonly FieldsOf[K][] } = {
  party: [
    { id: 'north', name: 'Republic of the North', shortName: 'North', kind: 'state', side: 'north', aliases: [] },
    { id: 'south', name: 'Kingdom of the South', shortName: 'South', kind: 'state', side: 'south', aliases: [] },
    {
      id: 'south-army',
      name: 'Army of the South',
      shortName: 'Southern army',
      kind: 'state',
      side: 'south',
      aliases: ['Southern forces'],
      parent: 'south',
    },
    {
      id: 'island',
      name: 'Island Republic',
      shortName: 'Island',
      kind: 'mediator-state',
      side: 'mediator',
      aliases: [],
    },
    {
      id: 'unattributed',
      name: 'Reports that name nobody',
      shortName: 'unattributed reports',
      kind: 'media',
      side: 'observer',
      aliases: [],
    },
  ],
  person: [{ id: 'jane-doe', name: 'Jane Doe', role: 'Foreign minister of the North', party: 'north', aliases: [] }],
  place: [
    { id: 'river-village', name: 'River Village', country: null, admin1: '', kind: 'village', aliases: [] },
    {
      id: 'island-city',
      name: 'Island City',
      country: null,
      admin1: '',
      lat: 10.5,
      lon: -20,
      kind: 'city',
      aliases: [],
    },
  ],
  source: [
    {
      id: 'src-example',
      publisher: 'Example News',
      title: 'Each side blames the other for shooting at River Village',
      url: 'https://example.org/shooting',
      publishedOn: '2026-01-11',
      language: 'en',
      kind: 'news-report',
      accessNote: 'An example: replace it.',
    },
  ],
  development: [
    {
      id: 'dev-shooting',
      date: '2026-01-10',
      category: 'clash',
      title: 'Shooting at River Village',
      summary: 'North said that Southern soldiers fired first; South said the opposite.',
      parties: ['north', 'south'],
      places: ['river-village'],
      status: 'disputed',
      significance: 'major',
      sources: ['src-example'],
      related: [],
      accusations: [{ by: 'north', against: ['south'], quote: 'q-doe-first' }],
    },
  ],
  quote: [
    {
      id: 'q-doe-first',
      date: '2026-01-10',
      speaker: 'jane-doe',
      party: 'north',
      text: 'They fired first.',
      venue: 'statement',
      topics: ['ceasefire'],
      development: 'dev-shooting',
      sources: ['src-example'],
    },
  ],
  claim: [
    {
      id: 'cas-shooting-north',
      period: '2026-01-10',
      victims: 'southern-soldiers',
      harm: 'killed',
      count: { low: 5, high: null, qualifier: 'at-least', asPrinted: 'at least five' },
      claimedBy: 'north',
      stance: 'asserts',
      attribution: 'Jane Doe in a statement',
      places: ['river-village'],
      development: 'dev-shooting',
      status: 'disputed',
      conflictsWith: ['cas-shooting-south'],
      sources: ['src-example'],
      reportedOn: '2026-01-11',
    },
    {
      id: 'cas-shooting-south',
      period: '2026-01-10',
      victims: 'southern-soldiers',
      harm: 'killed',
      count: { low: 2, high: 2, qualifier: 'exact', asPrinted: 'two soldiers' },
      claimedBy: 'south-army',
      stance: 'acknowledges-own-loss',
      attribution: 'the army in a statement',
      places: ['river-village'],
      development: 'dev-shooting',
      status: 'disputed',
      conflictsWith: ['cas-shooting-north'],
      sources: ['src-example'],
      reportedOn: '2026-01-11',
    },
  ],
  talks: [
    {
      id: 'talks-island-1',
      round: 1,
      date: '2026-01-20/2026-01-21',
      venue: 'Island House',
      city: 'island-city',
      mediators: ['island'],
      delegations: [
        { party: 'north', lead: 'jane-doe', note: 'three delegates' },
        { party: 'south', lead: null, note: 'not named' },
      ],
      outcome: 'agreement',
      outcomeSummary: 'Both delegations agreed to a truce.',
      sources: ['src-example'],
    },
  ],
  ceasefire: [
    {
      id: 'cf-island',
      effectiveFrom: '2026-01-21',
      state: 'in-force',
      headline: 'Truce agreed on the Island',
      terms: ['Soldiers stay on their side of the river.'],
      mediators: ['island'],
      positions: [{ party: 'north', summary: 'It will keep to the truce', quote: null }],
      sources: ['src-example'],
      agreed: 'truce',
    },
  ],
};

function exampleConflict(id: string, name: string): Conflict {
  return {
    id,
    name,
    sides: [
      { side: 'north', party: 'north' },
      { side: 'south', party: 'south' },
    ],
    unattributed: ['unattributed'],
    topics: [
      { id: 'ceasefire', label: 'ceasefire', aliases: ['truce'] },
      { id: 'talks', label: 'talks', aliases: ['negotiations'] },
    ],
    victimGroups: [
      { id: 'northern-soldiers', label: 'Northern soldiers', sides: ['north'], status: 'combatant', aliases: [] },
      { id: 'southern-soldiers', label: 'Southern soldiers', sides: ['south'], status: 'combatant', aliases: [] },
      { id: 'northern-civilians', label: 'Northern civilians', sides: ['north'], status: 'civilian', aliases: [] },
      { id: 'southern-civilians', label: 'Southern civilians', sides: ['south'], status: 'civilian', aliases: [] },
      { id: 'unspecified', label: 'people whose side is not given', sides: [], status: 'unknown', aliases: ['people'] },
    ],
    language: 'en',
    watchedWords: { en: ENGLISH_WORDS },
    ambiguousNames: [],
    timezones: [{ id: 'UTC', aliases: [] }],
    agencies: ['Example Agency'],
    about: ['Limits: these are examples. Say here how the sources were read and what is missing.'],
  };
}

/** Name → text of every file. `folder` is what the conflict's id and name are made of, for a start. */
export function skeletonFiles(folder: string): ReadonlyMap<string, string> {
  const entries = ENTRY_KINDS.flatMap((kind) => examplesOf(kind));
  const files = new Map(dossierFiles(entries, exampleConflict(idOf(folder), folder)));
  // Nothing has happened to them yet.
  files.delete(REVISIONS_FILE);
  return files;
}

function examplesOf(kind: EntryKind): readonly AnyEntry[] {
  const all: { readonly [K in EntryKind]?: readonly FieldsOf[K][] } = EXAMPLES;
  return (all[kind] ?? []).map((fields) => anyEntrySchema.parse({ kind, fields }));
}

function idOf(folder: string): string {
  const slug = folder
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, 64)
    .replaceAll(/^-+|-+$/gu, '');
  return slug === '' ? 'my-conflict' : slug;
}
