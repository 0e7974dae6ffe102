/** How sources are worded. */
import { sourceSchema } from '../../dossier/entries.ts';
import { sourceLink } from '../cite.ts';
import { choice, NO_VALUE } from '../forms/shared-fields.ts';
import { noAnswers, nothing, type WordingKind } from './kind.ts';
import { dateWords } from './value-words.ts';

export const source = {
  kind: 'source',
  name: (fields, { language }) => language.spans('name-entry', { kind: 'source', name: sourceLink(fields, language) }),
  headline: null,
  label: ({ title }) => title,
  line: ({ publisher, title }) => `${publisher}, ${title}`,
  row: nothing,
  inEachRow: nothing,
  lastWords: nothing,
  caveat: null,
  fields: {
    id: 'no words',
    publisher: { full: ({ publisher }) => [publisher] },
    url: { full: ({ url }) => (url === null ? [] : [{ kind: 'link', text: url, url }]) },
    publishedOn: { full: ({ publishedOn }, context) => dateWords(publishedOn, context) },
    accessNote: { full: ({ accessNote }) => [accessNote] },
    // Some were rebuilt from addresses, and are not shown as the page's own.
    title: 'name only',
    language: 'name only',
    kind: 'name only',
  },
  counts: ({ sources }) => ({ sources: sources.size }),
  form: {
    prefix: 'src',
    // Ids of sources that were written on their own have no words in them.
    named: null,
    initial: {},
    notAsked: [],
    fields: [
      { name: 'url', path: 'url', is: { kind: 'address' }, empty: NO_VALUE },
      { name: 'sourcePublisher', path: 'publisher', is: { kind: 'text' } },
      { name: 'sourceTitle', path: 'title', is: { kind: 'text' } },
      { name: 'sourceDate', path: 'publishedOn', is: { kind: 'date' } },
      { name: 'sourceKind', path: 'kind', is: choice(sourceSchema.shape.kind) },
      { name: 'language', path: 'language', is: { kind: 'text' } },
      { name: 'accessNote', path: 'accessNote', is: { kind: 'text' } },
    ],
    answered: noAnswers,
  },
  columns: [],
} as const satisfies WordingKind<'source'>;
