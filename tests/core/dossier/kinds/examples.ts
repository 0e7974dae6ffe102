/** One entry of each kind with all that it can have: a kind without an example does not compile. */
import type { AnyEntry } from '../../../../src/core/dossier/entries.ts';
import type { Entry, EntryKind } from '../../../../src/core/dossier/kinds/index.ts';
import { ceasefire, claim, development, quote, talks } from '../crafted-dossier.ts';

type Examples = { readonly [K in EntryKind]: Entry<K> | AnyEntry };

const EXAMPLES: Examples = {
  party: {
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
  person: {
    kind: 'person',
    fields: { id: 'person-test', name: 'T. Ester', role: 'Spokesperson', party: 'pakistan', aliases: [] },
  },
  place: {
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
  source: {
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
  development: development({
    related: ['dev-clashes-11-12-oct'],
    accusations: [{ by: 'pakistan', against: ['afghanistan'], quote: 'q-asif-open-war' }],
  }),
  quote: quote({ development: 'dev-clashes-11-12-oct', variants: ['q-asif-open-war'] }),
  claim: claim({
    development: 'dev-clashes-11-12-oct',
    conflictsWith: ['cas-pak-soldiers-58'],
    scope: 'Soldiers of one post.',
  }),
  talks: talks({ delegations: [{ party: 'pakistan', lead: 'zabihullah-mujahid', note: 'A delegation.' }] }),
  ceasefire: ceasefire({ positions: [{ party: 'pakistan', summary: 'It holds.', quote: 'q-asif-open-war' }] }),
};

export const examples: readonly AnyEntry[] = Object.values(EXAMPLES);
