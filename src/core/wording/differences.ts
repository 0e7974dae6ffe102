/** What two versions of an entry say differently, field by field, in words: "was … → is …". */

import { LINKS } from '../changes/same-news.ts';
import type { AnyEntry } from '../dossier/entries.ts';
import type { Spans } from '../reply/span.ts';
import { type Detail, valuesOf } from './kinds/index.ts';
import { sentenceEnd } from './sentence-end.ts';
import type { NameContext } from './wording-context.ts';

/**
 * A sentence for each changed field that has words in this detail, and one that names the other fields except links.
 * None where nothing differs.
 */
export function differences(was: AnyEntry, is: AnyEntry, context: NameContext, detail: Detail): readonly Spans[] {
  const { language } = context;
  const [wordsWas, wordsIs] = [valuesOf(was, detail, context), valuesOf(is, detail, context)];
  const sentences: Spans[] = [];
  const others = new Set<string>();
  for (const field of changedFields(was, is)) {
    const [before, now] = [wordsWas[field], wordsIs[field]];
    const name = language.text('field-name', { field });
    if (before === undefined || now === undefined) {
      if (!LINKS.has(field)) others.add(name);
    } else {
      const none = language.spans('change-none');
      const words = { field: name, was: before.length > 0 ? before : none, is: now.length > 0 ? now : none };
      sentences.push(language.spans('change-difference', { ...words, end: sentenceEnd(words.is) }));
    }
  }
  if (others.size > 0) sentences.push(language.spans('change-also', { fields: language.list([...others]) }));
  return sentences;
}

function changedFields(was: AnyEntry, is: AnyEntry): readonly string[] {
  const [a, b] = [asJson(was), asJson(is)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((field) => a.get(field) !== b.get(field));
}

function asJson({ fields }: AnyEntry): ReadonlyMap<string, string> {
  return new Map(Object.entries(fields).map(([field, value]) => [field, JSON.stringify(value)]));
}
