/** What was published, where and when: every fact rests on one. */
import { z } from 'zod';
import { isSamePage } from '../text/address.ts';
import { address, words } from '../text/readable.ts';
import { edtf, idSchema } from './field-schemas.ts';
import { entryOf, type Kind, none } from './kind.ts';

export const sourceSchema = z.strictObject({
  id: idSchema,
  publisher: words,
  title: words,
  url: address.nullable(),
  publishedOn: edtf,
  language: z.string().regex(/^[a-z]{2,3}$/),
  kind: z.enum(['news-report', 'official-statement', 'un-report', 'analysis', 'wire']),
  accessNote: words,
});
export type Source = z.infer<typeof sourceSchema>;

export const sourceKind = {
  kind: 'source',
  schema: sourceSchema,
  entry: entryOf('source', sourceSchema),
  file: 'sources.json',
  mayLackFile: false,
  map: 'sources',
  references: none,
  links: [],
  ownWords: none,
  vocabulary: none,
  rules: none,
  repeats: none,
  likeness: {
    what: 'same-address',
    isLike: (written, other) => written.url !== null && other.url !== null && isSamePage(other.url, written.url),
  },
  news: null,
} as const satisfies Kind<'source', Source, unknown>;
