/** For each kind of entry: an example with all it can have, what the kind says of itself, answers to its form. */
import type { AnyEntry } from '../../../../src/core/dossier/entries.ts';
import type { EntryKind, Section } from '../../../../src/core/dossier/kinds/index.ts';
import type { FormKind } from '../../../../src/core/wording/forms/form-kinds.ts';
import { ceasefire, claim, development, quote, talks } from '../crafted-dossier.ts';

/** The lists of changes, in the order in which they are told. */
export const TOLD_IN_ORDER: readonly Section[] = ['ceasefire', 'developments', 'figures', 'talks', 'quotes'];

interface Said {
  readonly mayLackFile: boolean;
  readonly isNews: boolean;
  /** Paths of the texts of the example that are our own words. */
  readonly ownWords: readonly string[];
  readonly links: readonly string[];
  readonly mayLieAhead: boolean;
  /** Whether the example, written twice, looks like itself. */
  readonly looksLikeItself: boolean;
  readonly reviewedAs: string | undefined;
}

interface Example<K extends EntryKind> {
  readonly entry: AnyEntry;
  readonly says: Said;
  /** Sound answers to all that the form asks for a new entry; null: it has no form. */
  readonly answers: K extends FormKind ? Readonly<Record<string, string>> : null;
}

const NAMES: Said = {
  mayLackFile: false,
  isNews: false,
  ownWords: [],
  links: [],
  mayLieAhead: false,
  looksLikeItself: false,
  reviewedAs: undefined,
};
const NEWS: Said = { ...NAMES, isNews: true };

const NEW_SOURCE = {
  sources: 'https://example.org/report',
  sourcePublisher: 'Example Press',
  sourceTitle: 'Officials speak',
  sourceDate: '2025-11-08',
  sourceKind: 'news-report',
};

/** In the order of the kinds. */
export const EXAMPLES: { readonly [K in EntryKind]: Example<K> } = {
  party: {
    entry: {
      kind: 'party',
      fields: {
        id: 'party-test',
        name: 'Test ministry',
        shortName: 'Test',
        kind: 'civilian-authority',
        side: 'pakistan',
        aliases: ['Ministry of tests'],
        parent: 'pakistan',
      },
    },
    says: NAMES,
    answers: null,
  },
  person: {
    entry: {
      kind: 'person',
      fields: { id: 'person-test', name: 'T. Ester', role: 'Spokesperson', party: 'pakistan', aliases: [] },
    },
    says: NAMES,
    answers: { name: 'A Person', role: 'Envoy', party: 'pakistan', aliases: 'Person\nThe Envoy' },
  },
  place: {
    entry: {
      kind: 'place',
      fields: {
        id: 'place-test',
        name: 'Testabad',
        country: 'PK',
        admin1: 'Balochistan',
        lat: 30,
        lon: 66,
        kind: 'city',
        aliases: [],
      },
    },
    says: NAMES,
    answers: {
      name: 'A Town',
      placeKind: 'city',
      country: 'AF',
      admin1: 'Kabul',
      lat: '34.5',
      lon: '69.2',
      aliases: 'Town',
    },
  },
  source: {
    entry: {
      kind: 'source',
      fields: {
        id: 'src-test',
        publisher: 'The Tester',
        title: 'A test',
        url: 'https://example.org/a-test',
        publishedOn: '2025-11-06',
        language: 'en',
        kind: 'news-report',
        accessNote: 'made up',
      },
    },
    says: { ...NAMES, looksLikeItself: true },
    answers: {
      url: 'https://example.org/other',
      sourcePublisher: 'Example Press',
      sourceTitle: 'Another report',
      sourceDate: '2025-11-08',
      sourceKind: 'wire',
      language: 'en',
      accessNote: 'Address given by hand.',
    },
  },
  development: {
    entry: development({
      related: ['dev-clashes-11-12-oct'],
      accusations: [{ by: 'pakistan', against: ['afghanistan'], quote: 'q-asif-open-war' }],
    }),
    says: { ...NEWS, ownWords: ['title', 'summary'], links: ['related'], reviewedAs: 'developments' },
    answers: {
      ...NEW_SOURCE,
      date: '2025-11-09',
      category: 'talks',
      title: 'Envoys meet again',
      summary: 'Both delegations said that they met again.',
      parties: 'pakistan, afghanistan',
      places: 'kabul',
      status: 'reported',
      significance: 'breaking',
      announce: 'yes',
      related: '',
    },
  },
  quote: {
    entry: quote({ development: 'dev-clashes-11-12-oct', variants: ['q-asif-open-war'] }),
    says: { ...NEWS, links: ['variants'], looksLikeItself: true, reviewedAs: 'quotes' },
    answers: {
      ...NEW_SOURCE,
      excerpt: 'The envoy said: “We will be back, God willing.”',
      text: 'We will be back, God willing',
      speaker: 'khawaja-asif',
      party: 'pakistan',
      date: '2025-11-09',
      venue: 'Istanbul',
      topics: 'talks',
      development: '',
      announce: 'yes',
    },
  },
  claim: {
    entry: claim({
      development: 'dev-clashes-11-12-oct',
      conflictsWith: ['cas-pak-soldiers-58'],
      scope: 'Soldiers of one post.',
    }),
    says: { ...NEWS, links: ['conflictsWith'], looksLikeItself: true, reviewedAs: 'claims' },
    answers: {
      ...NEW_SOURCE,
      claimedBy: 'pakistan',
      stance: 'asserts',
      victims: 'afghan-civilians',
      harm: 'killed',
      printed: 'at least seven people',
      qualifier: 'at-least',
      low: '7',
      high: '',
      period: '2025-11-07',
      reportedOn: '2025-11-08',
      attribution: 'An official told Example Press',
      places: '',
      development: '',
      scope: 'Also the injured who died later.',
      conflictsWith: '',
      announce: 'yes',
    },
  },
  talks: {
    entry: talks({ delegations: [{ party: 'pakistan', lead: 'zabihullah-mujahid', note: 'A delegation.' }] }),
    says: { ...NEWS, ownWords: ['outcomeSummary'], mayLieAhead: true, reviewedAs: 'talks' },
    answers: {
      ...NEW_SOURCE,
      round: '9',
      date: '2025-11-09',
      venue: 'A hotel',
      city: 'istanbul',
      mediators: 'turkiye',
      delegations: 'pakistan: led by a minister',
      outcome: 'deadlock',
      outcomeSummary: 'No agreement was reached.',
      announce: 'yes',
    },
  },
  ceasefire: {
    entry: ceasefire({ positions: [{ party: 'pakistan', summary: 'It holds.', quote: 'q-asif-open-war' }] }),
    says: { ...NEWS, ownWords: ['headline', 'terms.0', 'positions.0.summary'], reviewedAs: 'ceasefire' },
    answers: {
      ...NEW_SOURCE,
      effectiveFrom: '2025-11-09',
      state: 'strained',
      headline: 'Ceasefire holds along most of the line',
      agreed: 'nothing',
      terms: 'No fire\nNo support',
      mediators: 'qatar',
      positions: 'pakistan: it will answer violations',
      announce: 'yes',
    },
  },
};

export const examples: readonly AnyEntry[] = Object.values(EXAMPLES).map(({ entry }) => entry);
