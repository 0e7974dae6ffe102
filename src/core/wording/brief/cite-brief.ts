/** The sources of something in a few words: how many there are, and the first of them with their pages. */

import type { Source } from '../../dossier/entries.ts';
import type { Span, Spans } from '../../reply/span.ts';
import { citeSources, commonAgency } from '../cite.ts';
import type { NameContext } from '../wording-context.ts';
import { cutAtWord } from './cut-words.ts';

/** More are counted. */
const NAMED = 2;

/** "1 source: A", "1 source: AGENCY, via A and B" (R11, R12). `names`: length of a publisher's name; 0: none named. */
export function citeBrief(ids: readonly string[], names: number, { dossier, language }: NameContext): Spans {
  const sources = ids.flatMap((id) => dossier.sources.get(id) ?? []);
  if (sources.length === 0) return citeSources(dossier, ids, language);
  const agency = sources.length > 1 ? commonAgency(sources, dossier.conflict) : undefined;
  const count = agency === undefined ? sources.length : 1;
  if (names === 0) return language.spans('cite-count', { count });
  const others = sources.length - NAMED;
  const links = language.list([
    ...sources.slice(0, NAMED).map((source) => publisherLink(source, names)),
    ...(others > 0 ? [language.text('cite-others', { count: others })] : []),
  ]);
  return agency === undefined
    ? language.spans('cite-brief', { count, sources: links })
    : language.spans('cite-brief-agency', { agency, sources: links });
}

function publisherLink({ publisher, url }: Source, names: number): Span {
  const text = cutAtWord(publisher, names);
  return url === null ? text : { kind: 'link', text, url };
}
