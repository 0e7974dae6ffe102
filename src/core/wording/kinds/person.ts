/** How people are worded. */
import { ALIASES, NAME, PARTY } from '../forms/shared-fields.ts';
import { noAnswers, nothing, type WordingKind } from './kind.ts';
import { partyWords } from './value-words.ts';

export const person = {
  kind: 'person',
  name: ({ name }, { language }) =>
    language.spans('name-entry', { kind: 'person', name: { kind: 'strong', text: name } }),
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
    role: { full: ({ role }) => [role] },
    party: { full: ({ party }, context) => partyWords([party], context) },
    aliases: { full: ({ aliases }, { language }) => language.list(aliases) },
  },
  counts: () => ({}),
  form: {
    prefix: 'person',
    named: 'name',
    initial: {},
    notAsked: [],
    fields: [NAME, { name: 'role', path: 'role', is: { kind: 'text' } }, PARTY, ALIASES],
    answered: noAnswers,
  },
  columns: [],
} as const satisfies WordingKind<'person'>;
