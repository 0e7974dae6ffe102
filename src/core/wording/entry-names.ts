/** The entries that askers can name for their history: all that is news, also what was retracted, by title, words or id. */

import type { AnyEntry } from '../dossier/entries.ts';
import { isNews } from '../dossier/news.ts';
import type { Spans } from '../reply/span.ts';
import { nameOf } from './change-rows.ts';
import type { Named } from './named.ts';
import type { WordingContext } from './wording-context.ts';

/** The last published first. */
export function entryNames({ dossier, language }: Pick<WordingContext, 'dossier' | 'language'>): readonly Named[] {
  const last = new Map<string, AnyEntry>();
  for (const { entry } of dossier.revisionsAfter(0).toReversed()) {
    if (isNews(entry) && !last.has(entry.fields.id)) last.set(entry.fields.id, entry);
  }
  return [...last].map(([id, entry]) => ({
    id,
    label: plain(nameOf(entry, { dossier, language })),
    aliases: words(entry),
  }));
}

/** What readers remember of it. */
function words({ kind, fields }: AnyEntry): readonly string[] {
  switch (kind) {
    case 'development':
      return [fields.title];
    case 'quote':
      return [fields.text];
    case 'claim':
      return [fields.count.asPrinted];
    case 'ceasefire':
      return [fields.headline];
    case 'talks':
      return [fields.venue];
    case 'party':
    case 'person':
    case 'place':
    case 'source':
      return [];
  }
}

function plain(spans: Spans): string {
  return spans.map((span) => (typeof span === 'string' ? span : span.text)).join('');
}
