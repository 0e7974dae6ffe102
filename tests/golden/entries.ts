/** Made-up entries of every kind in two wordings that differ in every field, told apart by a number. */
import { type AnyEntry, anyEntrySchema, type EntryKind } from '../../src/core/dossier/entries.ts';

/**
 * The kinds that are recorded, in the order in which they are published: what names others comes after them. A younger
 * kind is not among them, so that it changes nothing of what was recorded.
 */
export const KINDS = [
  'party',
  'person',
  'place',
  'source',
  'development',
  'quote',
  'claim',
  'ceasefire',
  'talks',
] as const satisfies readonly EntryKind[];

export type RecordedKind = (typeof KINDS)[number];

export type Wording = 'first' | 'second';

/** Fields in the first and in the second wording. `n` makes each another entry that names those of the same number. */
const FIELDS: Readonly<Record<RecordedKind, (n: number) => readonly [object, object]>> = {
  party: (n) => [
    { name: `Made-up League ${n}`, shortName: `League ${n}`, kind: 'intergovernmental', side: 'observer', aliases: [] },
    { name: `Made-up Union ${n}`, shortName: `Union ${n}`, kind: 'media', side: 'mediator', aliases: [`U${n}`] },
  ],
  person: (n) => [
    { name: `Envoy Number ${n}`, role: 'Envoy', party: 'pakistan', aliases: [] },
    { name: `Envoi Number ${n}`, role: 'Special envoy', party: 'afghanistan', aliases: [`Envoy ${n}`, `E. N. ${n}`] },
  ],
  place: (n) => [
    { name: `Post ${n}`, country: 'PK', admin1: 'Balochistan', lat: 31, lon: 66.5, kind: 'district', aliases: [] },
    { name: `Gate ${n}`, country: null, admin1: '', lat: 30.9, lon: 66.4, kind: 'border-crossing', aliases: [`G${n}`] },
  ],
  source: (n) => [
    {
      publisher: `Daily ${n}`,
      title: `Report ${n}`,
      url: `https://example.org/${n}`,
      publishedOn: '2026-11-23',
      language: 'en',
      kind: 'news-report',
      accessNote: 'Read in full.',
    },
    {
      publisher: `Wire ${n}`,
      title: `Another report ${n}`,
      url: n % 2 === 0 ? null : `https://example.org/other/${n}?a=(b)&c=[d]`,
      publishedOn: '2026-11-22~',
      language: 'ur',
      kind: 'wire',
      accessNote: 'An excerpt.',
    },
  ],
  development: (n) => [
    {
      date: '2026-11-23',
      category: 'clash',
      title: `Fire at post ${n}`,
      summary: `Each side says that the other fired first at post ${n}.`,
      parties: ['afghanistan', 'pakistan-military'],
      places: [`place-made-${n}`],
      status: 'disputed',
      significance: n % 3 === 0 ? 'breaking' : n % 3 === 1 ? 'major' : 'routine',
      sources: [`src-made-${n}`],
      related: [],
      accusations: [{ by: 'afghanistan', against: ['pakistan-military'], quote: null }],
    },
    {
      date: '2026-11-22/2026-11-23',
      category: 'border',
      title: `Gate ${n} closed *after* fire_at night`,
      summary: `Officials of both sides closed gate ${n}. They gave no reason`,
      parties: ['pakistan'],
      places: [`place-made-${n}`, 'kabul'],
      status: 'confirmed',
      significance: 'breaking',
      sources: [`src-made-${n}`, 'src-alj-1106'],
      related: ['dev-chaman-6-nov'],
      accusations: [
        { by: 'pakistan', against: ['afghanistan', 'ttp'], quote: `q-made-${n}` },
        { by: 'afghanistan', against: ['pakistan'], quote: null },
      ],
    },
  ],
  quote: (n) => [
    {
      date: '2026-11-23',
      speaker: `person-made-${n}`,
      party: 'pakistan',
      text: `We will come back ${n} times, God willing.`,
      venue: 'Press conference',
      topics: ['talks'],
      development: `dev-made-${n}`,
      sources: [`src-made-${n}`],
    },
    {
      date: '2026-11-22',
      speaker: null,
      party: 'afghanistan',
      text: `جنگ بندی ${n} will hold; “nobody” doubts it`,
      venue: 'post on X',
      topics: ['ceasefire', 'durand-line'],
      development: null,
      sources: ['src-alj-1106'],
      variants: ['q-mujahid-will-hold'],
    },
  ],
  claim: (n) => [
    {
      period: `2026-11-${10 + n}`,
      victims: 'pakistani-soldiers',
      harm: (['killed', 'killed', 'killed', 'captured', 'displaced', 'missing'] as const)[n] ?? 'killed',
      count: { low: 10 + n, high: 10 + n, qualifier: 'exact', asPrinted: `${10 + n} soldiers` },
      claimedBy: 'afghanistan',
      stance: 'asserts',
      attribution: 'A spokesman, to Daily',
      places: [`place-made-${n}`],
      development: `dev-made-${n}`,
      status: 'reported',
      conflictsWith: [],
      sources: [`src-made-${n}`],
      reportedOn: '2026-11-23',
    },
    {
      period: n === 2 ? '../2026-11-23' : n === 3 ? '2026-11-20/..' : `2026-11-${10 + n}/2026-11-23`,
      victims: 'afghan-civilians',
      harm: 'injured',
      count: { low: 1, high: 20 + n, qualifier: 'up-to', asPrinted: `up to ${20 + n} people` },
      claimedBy: 'pakistan',
      stance: (['reports', 'denies', 'acknowledges-own-loss'] as const)[n] ?? 'reports',
      attribution: 'Officials, unnamed',
      places: ['kabul', 'chaman'],
      development: null,
      status: n === 3 ? 'superseded' : 'disputed',
      conflictsWith: ['cas-6-nov-5-hospital'],
      sources: [`src-made-${n}`, 'src-alj-1106'],
      reportedOn: '2026-11-22~',
      scope: 'Also those who fled.',
    },
  ],
  ceasefire: (n) => [
    {
      effectiveFrom: `2026-11-${10 + n}`,
      state: n % 2 === 0 ? 'in-force' : 'strained',
      headline: `Made-up state ${n}`,
      terms: ['No fire', 'Talks go on'],
      mediators: ['qatar'],
      positions: [{ party: 'pakistan', summary: 'Will answer violations', quote: `q-made-${n}` }],
      sources: [`src-made-${n}`],
    },
    {
      effectiveFrom: `2026-11-${10 + n}~`,
      state: 'suspended',
      headline: `Another made-up state ${n}`,
      terms: [],
      mediators: ['turkiye', `party-made-${n}`],
      positions: [
        { party: 'pakistan', summary: 'Calls it void', quote: null },
        { party: 'afghanistan', summary: 'Will keep to it', quote: null },
      ],
      sources: ['src-alj-1106'],
    },
  ],
  talks: (n) => [
    {
      round: 3 + n,
      date: `2026-11-${10 + n}`,
      venue: 'A hotel',
      city: 'istanbul',
      mediators: ['turkiye'],
      delegations: [{ party: 'pakistan', lead: null, note: 'led by a minister' }],
      outcome: 'deadlock',
      outcomeSummary: 'No agreement was reached.',
      sources: [`src-made-${n}`],
    },
    {
      round: 20 + n,
      date: `2026-11-${10 + n}/2026-11-23`,
      venue: 'A palace',
      city: 'doha',
      mediators: ['qatar', 'turkiye'],
      delegations: [
        { party: 'pakistan', lead: `person-made-${n}`, note: 'led by another minister' },
        { party: 'afghanistan', lead: null, note: 'four officials' },
      ],
      outcome: 'partial',
      outcomeSummary: 'They agreed to meet again',
      sources: [`src-made-${n}`, 'src-alj-1106'],
    },
  ],
};

const PREFIXES: Readonly<Record<RecordedKind, string>> = {
  party: 'party',
  person: 'person',
  place: 'place',
  source: 'src',
  development: 'dev',
  quote: 'q',
  claim: 'cas',
  ceasefire: 'cf',
  talks: 'talks',
};

export function idOf(kind: RecordedKind, n: number): string {
  return `${PREFIXES[kind]}-made-${n}`;
}

export function entryOf(kind: RecordedKind, n: number, wording: Wording): AnyEntry {
  const [first, second] = FIELDS[kind](n);
  return anyEntrySchema.parse({ kind, fields: { id: idOf(kind, n), ...(wording === 'first' ? first : second) } });
}
