/** The entries whose history can be asked for by title, words or id: all that is news, also what was retracted. */

import type { AnyEntry } from '../dossier/entries.ts';
import { isNews } from '../dossier/news.ts';
import { labelOf, nameOf } from './kinds/index.ts';
import type { Named } from './named.ts';
import type { NameContext } from './wording-context.ts';

/** The last published first. */
export function entryNames({ dossier, language }: NameContext): readonly Named[] {
  const last = new Map<string, AnyEntry>();
  for (const { entry } of dossier.revisionsAfter(0).toReversed()) {
    if (isNews(entry) && !last.has(entry.fields.id)) last.set(entry.fields.id, entry);
  }
  return [...last].map(([id, entry]) => ({
    id,
    label: nameOf(entry, { dossier, language })
      .map((span) => (typeof span === 'string' ? span : span.text))
      .join(''),
    aliases: [labelOf(entry)],
  }));
}
