/** Entries of a small made-up conflict, to vary one field at a time, and the dossier that they fold into. */
import { type Conflict, conflictSchema } from '../../../src/core/dossier/conflict.ts';
import { type Dossier, foldDossier } from '../../../src/core/dossier/dossier.ts';
import type {
  AnyEntry,
  Ceasefire,
  Claim,
  Development,
  Party,
  Person,
  Place,
  Quote,
  Source,
  Talks,
} from '../../../src/core/dossier/entries.ts';
import { BASELINE_AUTHOR, type Revision, type RevisionDraft } from '../../../src/core/dossier/revision.ts';

/** When the small baseline was imported: after everything in it was published. */
export const IMPORTED_AT = Date.UTC(2026, 10, 22);

export const smallConflict: Conflict = conflictSchema.parse({
  id: 'small',
  name: 'North–South',
  sides: [
    { side: 'pakistan', party: 'north' },
    { side: 'afghanistan', party: 'south' },
  ],
  unattributed: ['press'],
  agencies: ['AFP', 'AP', 'Reuters'],
  topics: [
    { id: 'talks', label: 'talks', aliases: ['negotiations'] },
    { id: 'border', label: 'border', aliases: [] },
  ],
  victimGroups: [
    { id: 'north-soldiers', label: 'northern soldiers', sides: ['pakistan'], status: 'combatant', aliases: [] },
    { id: 'south-civilians', label: 'southern civilians', sides: ['afghanistan'], status: 'civilian', aliases: [] },
    {
      id: 'south-and-rebels',
      label: 'southern and rebel fighters',
      sides: ['afghanistan', 'armed-group'],
      status: 'combatant',
      aliases: [],
    },
    { id: 'people', label: 'people', sides: [], status: 'unknown', aliases: [] },
  ],
});

function party(id: string, side: Party['side'], fields: Partial<Party> = {}): AnyEntry {
  const name = `${id} party`;
  return { kind: 'party', fields: { id, name, shortName: id, kind: 'state', side, aliases: [], ...fields } };
}

/** Two parties of each fighting side, and one of each other. */
const smallParties: readonly AnyEntry[] = [
  party('north', 'pakistan'),
  party('north-army', 'pakistan', { parent: 'north' }),
  party('south', 'afghanistan'),
  party('south-officials', 'afghanistan', { parent: 'south' }),
  party('rebels', 'armed-group', { kind: 'non-state-armed-group' }),
  party('mediator', 'mediator', { kind: 'mediator-state' }),
  party('un', 'observer', { kind: 'intergovernmental' }),
  party('press', 'observer', { kind: 'media' }),
];

export function source(id: string, publishedOn: string, fields: Partial<Source> = {}): AnyEntry {
  const base = { publisher: `${id} daily`, title: `Report of ${publishedOn}`, url: `https://example.org/${id}` };
  const rest = { language: 'en', kind: 'news-report' as const, accessNote: 'made up' };
  return { kind: 'source', fields: { id, publishedOn, ...base, ...rest, ...fields } };
}

export function person(id: string, fields: Partial<Person> = {}): AnyEntry {
  return {
    kind: 'person',
    fields: { id, name: `${id} by name`, role: `role of ${id}`, party: 'north', aliases: [], ...fields },
  };
}

export function place(id: string, fields: Partial<Place> = {}): AnyEntry {
  const where = { country: 'PK', admin1: 'Province', lat: 31, lon: 66, kind: 'city' as const };
  return { kind: 'place', fields: { id, name: id, aliases: [], ...where, ...fields } };
}

export function development(id: string, date: string, fields: Partial<Development> = {}): AnyEntry {
  return {
    kind: 'development',
    fields: {
      id,
      date,
      category: 'clash',
      title: `Fighting (${id})`,
      summary: 'Both sides reported fighting.',
      parties: ['north', 'south'],
      places: [],
      status: 'reported',
      significance: 'routine',
      sources: ['src'],
      related: [],
      ...fields,
    },
  };
}

export function quoteFields(id: string, fields: Partial<Quote> = {}): Quote {
  const said = { date: '2025-10-12', speaker: null, party: 'north', text: `Words of ${id}`, venue: 'statement' };
  return { id, ...said, topics: ['talks'], development: null, sources: ['src'], ...fields };
}

export function quote(id: string, fields: Partial<Quote> = {}): AnyEntry {
  return { kind: 'quote', fields: quoteFields(id, fields) };
}

export function claimFields(id: string, fields: Partial<Claim> = {}): Claim {
  return {
    id,
    period: '2025-10-11/2025-10-12',
    victims: 'north-soldiers',
    harm: 'killed',
    count: { low: 58, high: 58, qualifier: 'exact', asPrinted: '58' },
    claimedBy: 'south',
    stance: 'asserts',
    attribution: 'a spokesman',
    places: [],
    development: null,
    status: 'reported',
    conflictsWith: [],
    sources: ['src'],
    reportedOn: '2025-10-12',
    ...fields,
  };
}

export function claim(id: string, fields: Partial<Claim> = {}): AnyEntry {
  return { kind: 'claim', fields: claimFields(id, fields) };
}

export function ceasefire(id: string, effectiveFrom: string, fields: Partial<Ceasefire> = {}): AnyEntry {
  const rest = { headline: `State ${id}`, terms: [], mediators: [], positions: [], sources: ['src'] };
  return { kind: 'ceasefire', fields: { id, effectiveFrom, state: 'in-force', ...rest, ...fields } };
}

export function talksRound(id: string, fields: Partial<Talks> = {}): AnyEntry {
  const where = { venue: 'Doha', city: 'doha', mediators: ['mediator'], delegations: [] };
  const end = { outcome: 'deadlock' as const, outcomeSummary: 'No agreement.', sources: ['src'] };
  return { kind: 'talks', fields: { id, round: 1, date: '2025-10-18', ...where, ...end, ...fields } };
}

/** The first version of an entry, as the baseline's import writes it. */
export function original(entry: AnyEntry): RevisionDraft {
  return { author: BASELINE_AUTHOR, recordedAt: IMPORTED_AT, change: 'original', reason: null, entry };
}

/** A moderator's later version, published at `recordedAt` (Unix time in ms). */
export function revised(
  entry: AnyEntry,
  recordedAt: number,
  change: 'update' | 'correction' | 'retraction' = 'correction',
  reason = 'a better source',
): RevisionDraft {
  return { author: 'telegram:7', recordedAt, change, reason, entry };
}

/** Drafts as a store hands them back. */
export function numbered(drafts: readonly RevisionDraft[]): readonly Revision[] {
  return drafts.map((draft, index) => ({ ...draft, seq: index + 1 }));
}

/** Everything in a dossier but its functions and the moment it is a view of. */
export function contentsOf(dossier: Dossier) {
  const maps = Object.values<unknown>({ ...dossier }).filter((one) => one instanceof Map);
  return { entries: maps.map((one): readonly unknown[] => [...one]), begins: dossier.begins, head: dossier.head };
}

/** The small parties and one source, `src`, of 12 October 2025: the first entries of every small ledger. */
export const smallNames: readonly AnyEntry[] = [...smallParties, source('src', '2025-10-12')];

/** The dossier of these entries, with the small names before them. */
export function smallDossier(
  entries: readonly AnyEntry[],
  later: readonly RevisionDraft[] = [],
  conflict: Conflict = smallConflict,
): Dossier {
  const all = [...smallNames, ...entries];
  return foldDossier(numbered([...all.map(original), ...later]), conflict);
}
