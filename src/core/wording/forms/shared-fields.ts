/** Questions that several forms ask in the same words. */
import { sourceSchema } from '../../dossier/entries.ts';
import { developmentNames, partyNames, placeNames } from '../names.ts';
import type { NameContext } from '../wording-context.ts';
import type { Answers, Field, FieldKind } from './form.ts';
import { newAddresses } from './source-addresses.ts';

/** Choices come from the schemas, so the two cannot say different things. */
export function choice(schema: { readonly options: readonly string[] }): FieldKind {
  return { kind: 'choice', choices: schema.options };
}

/** What a list, or a value, is where the question is left out. */
export const EMPTY_LIST = { value: [] };
export const NO_VALUE = { value: null };

const isNew = (answers: Answers, { dossier }: Pick<NameContext, 'dossier'>) =>
  newAddresses(answers['sources'] ?? '', dossier).length > 0;

/** The sources of an entry, and what a new one needs to be known by. */
export const SOURCES: readonly Field[] = [
  { name: 'sources', path: 'sources', is: { kind: 'sources' } },
  { name: 'sourcePublisher', path: null, is: { kind: 'text' }, when: isNew },
  { name: 'sourceTitle', path: null, is: { kind: 'text' }, when: isNew },
  { name: 'sourceDate', path: null, is: { kind: 'date' }, when: isNew },
  { name: 'sourceKind', path: null, is: choice(sourceSchema.shape.kind), when: isNew },
];

/** Whether alerts go out for what is published: see `alertedIn`. */
export const ANNOUNCE: Field = { name: 'announce', path: null, is: { kind: 'choice', choices: ['yes', 'no'] } };

export const DATE: Field = { name: 'date', path: 'date', is: { kind: 'date' } };
export const NAME: Field = { name: 'name', path: 'name', is: { kind: 'text' } };
export const VENUE: Field = { name: 'venue', path: 'venue', is: { kind: 'text' } };
export const ALIASES: Field = { name: 'aliases', path: 'aliases', is: { kind: 'lines' }, empty: EMPTY_LIST };
export const PARTY: Field = { name: 'party', path: 'party', is: { kind: 'name', names: partyNames } };
export const MEDIATORS: Field = {
  name: 'mediators',
  path: 'mediators',
  is: { kind: 'name', names: partyNames, several: true },
  empty: EMPTY_LIST,
};
export const PLACES: Field = {
  name: 'places',
  path: 'places',
  is: { kind: 'name', names: placeNames, several: true },
  empty: EMPTY_LIST,
};
export const DEVELOPMENT: Field = {
  name: 'development',
  path: 'development',
  is: { kind: 'name', names: developmentNames },
  empty: NO_VALUE,
};
