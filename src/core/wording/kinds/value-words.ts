/** The values that several kinds have, in words: dates, parties, places, developments, sources. */
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Language } from '../../reply/language.ts';
import { joinSpans, type Spans } from '../../reply/span.ts';
import { citeSources, namesOf, sourceLink } from '../cite.ts';
import type { NameContext, WordingContext } from '../wording-context.ts';

/** `date` is EDTF. */
export function dateWords(date: string, { language }: { readonly language: Language }): Spans {
  return [language.date(parseEdtf(date))];
}

export function partyWords(ids: readonly string[], { dossier, language }: NameContext): Spans {
  return namesOf(dossier.parties, ids, language);
}

export function placeWords(ids: readonly string[], { dossier, language }: NameContext): Spans {
  return namesOf(dossier.places, ids, language);
}

export function developmentWords(ids: readonly string[], { dossier, language }: NameContext): Spans {
  return language.list(ids.map((id) => dossier.developments.get(id)?.title ?? id));
}

/** Each source as a link. */
export function sourceWords(
  { sources }: { readonly sources: readonly string[] },
  { dossier, language }: NameContext,
): Spans {
  const found = sources.flatMap((id) => dossier.sources.get(id) ?? []);
  return language.list(found.map((source) => sourceLink(source, language)));
}

/** Sentences about an entry, and what it rests on. */
export function withSources(
  sentences: readonly Spans[],
  { sources }: { readonly sources: readonly string[] },
  { dossier, language, mostSources }: Pick<WordingContext, 'dossier' | 'language' | 'mostSources'>,
): Spans {
  return joinSpans([...sentences, citeSources(dossier, sources, language, mostSources)]);
}
