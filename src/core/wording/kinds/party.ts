/** How parties are worded. They are few and named in conflict.json: they come out of files alone. */
import { nothing, type WordingKind } from './kind.ts';

export const party = {
  kind: 'party',
  name: ({ name }, { language }) =>
    language.spans('name-entry', { kind: 'party', name: { kind: 'strong', text: name } }),
  headline: null,
  label: ({ name }) => name,
  line: ({ name }) => name,
  row: nothing,
  inEachRow: nothing,
  lastWords: nothing,
  caveat: null,
  fields: {
    id: 'no words',
    name: { full: ({ name }) => [name] },
    shortName: { full: ({ shortName }) => [shortName] },
    aliases: { full: ({ aliases }, { language }) => language.list(aliases) },
    kind: 'name only',
    side: 'name only',
    parent: 'no words',
  },
  counts: () => ({}),
  form: null,
  columns: [],
} as const satisfies WordingKind<'party'>;
