/** Somebody who is quoted, or who leads a delegation. */
import { z } from 'zod';
import { words } from '../text/readable.ts';
import { aliases, idSchema } from './field-schemas.ts';
import { entryOf, type Kind, none } from './kind.ts';
import { one } from './reference.ts';

const personSchema = z.strictObject({ id: idSchema, name: words, role: words, party: idSchema, aliases });
export type Person = z.infer<typeof personSchema>;

export const personKind = {
  kind: 'person',
  schema: personSchema,
  entry: entryOf('person', personSchema),
  file: 'people.json',
  mayLackFile: false,
  map: 'people',
  references: ({ party }) => one('party', 'party', party),
  links: [],
  correctedWhereNamed: true,
  ownWords: none,
  vocabulary: none,
  rules: none,
  repeats: none,
  likeness: null,
  news: null,
} as const satisfies Kind<'person', Person, unknown>;
