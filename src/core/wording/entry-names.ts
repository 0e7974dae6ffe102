/** Entries whose history can be asked for by day, place, title, words or id: all news, also what was retracted. */

import { parseEdtf } from '../dossier/dates/edtf.ts';
import type { AnyEntry } from '../dossier/entries.ts';
import { dateOf, isNews, nameTurnOf } from '../dossier/news.ts';
import { withoutBrackets } from '../dossier/text/normalise.ts';
import { labelOf, nameOf } from './kinds/index.ts';
import type { Named } from './named.ts';
import type { NameContext } from './wording-context.ts';

/** Of each kind the last published first. */
export function entryNames({ dossier, language }: NameContext): readonly Named[] {
  const last = new Map<string, AnyEntry>();
  for (const { entry } of dossier.revisionsAfter(0).toReversed()) {
    if (isNews(entry) && !last.has(entry.fields.id)) last.set(entry.fields.id, entry);
  }
  const inOrder = [...last].toSorted(([, a], [, b]) => nameTurnOf(a) - nameTurnOf(b));
  return inOrder.map(([id, entry]) => ({
    id,
    label: nameOf(entry, { dossier, language })
      .map((span) => (typeof span === 'string' ? span : span.text))
      .join(''),
    aliases: [labelOf(entry)],
    days: [dateOf(entry) ?? []].flat().map(parseEdtf),
    mentions: [
      ...kindWords(entry, language),
      ...placesOf(entry).flatMap((place) => {
        const known = dossier.places.get(place);
        return known === undefined ? [] : [known.name, ...known.aliases].map(withoutBrackets);
      }),
    ],
  }));
}

function placesOf({ fields }: AnyEntry): readonly string[] {
  return 'places' in fields ? fields.places : [];
}

/** “Attacks” and “attack”. */
function kindWords({ kind, fields }: AnyEntry, language: NameContext['language']): readonly string[] {
  if (kind !== 'development') return [];
  return [language.text('topic-word', { topic: fields.category }), fields.category];
}
