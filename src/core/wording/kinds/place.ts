/** How places are worded. */
import { placeSchema } from '../../dossier/entries.ts';
import { ALIASES, choice, NAME, NO_VALUE } from '../forms/shared-fields.ts';
import { noAnswers, nothing, type WordingKind } from './kind.ts';

export const place = {
  kind: 'place',
  name: ({ name }, { language }) =>
    language.spans('name-entry', { kind: 'place', name: { kind: 'strong', text: name } }),
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
    admin1: { full: ({ admin1 }) => [admin1] },
    aliases: { full: ({ aliases }, { language }) => language.list(aliases) },
    country: 'name only',
    lat: 'no words',
    lon: 'no words',
    kind: 'name only',
  },
  counts: () => ({}),
  form: {
    prefix: 'place',
    named: 'name',
    initial: {},
    notAsked: [],
    fields: [
      NAME,
      { name: 'placeKind', path: 'kind', is: choice(placeSchema.shape.kind) },
      { name: 'country', path: 'country', is: { kind: 'text' }, empty: NO_VALUE },
      { name: 'admin1', path: 'admin1', is: { kind: 'text' }, empty: { value: '' } },
      { name: 'lat', path: 'lat', is: { kind: 'number', isWhole: false }, empty: NO_VALUE },
      { name: 'lon', path: 'lon', is: { kind: 'number', isWhole: false }, empty: NO_VALUE },
      ALIASES,
    ],
    answered: noAnswers,
  },
  columns: [],
} as const satisfies WordingKind<'place'>;
