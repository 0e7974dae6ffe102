/** How an answer names sources, speakers and quotations; the claimant and the publisher stay apart (R2). */

import type { Conflict } from '../dossier/conflict.ts';
import { parseEdtf } from '../dossier/dates/edtf.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Quote, Source } from '../dossier/entries.ts';
import { isFragment, type Remark } from '../dossier/quotes.ts';
import type { Language } from '../reply/language.ts';
import type { Block, Span, Spans } from '../reply/span.ts';
import { partyName } from './short-names.ts';

/**
 * "Sources: A, 12 October 2025, and B, …", or "Single source: …" (R12), also where all carry one agency's text.
 * Headlines are not shown: some were rebuilt from addresses. Sources beyond `most` are counted.
 */
export function citeSources(
  dossier: Dossier,
  ids: readonly string[],
  language: Language,
  most = Number.POSITIVE_INFINITY,
): Spans {
  const sources = ids.flatMap((id) => dossier.sources.get(id) ?? []);
  if (sources.length === 0) return language.spans(areWithdrawn(dossier, ids) ? 'cite-withdrawn' : 'cite-none');
  const named = sources.slice(0, most).map((source) => sourceLink(source, language));
  const others = sources.length - named.length;
  const links = language.list([...named, ...(others > 0 ? [language.text('cite-others', { count: others })] : [])]);
  const agency = commonAgency(sources, dossier.conflict);
  if (sources.length > 1 && agency !== undefined) return language.spans('cite-one-agency', { agency, sources: links });
  return language.spans(sources.length === 1 ? 'cite-single' : 'cite-sources', { sources: links });
}

/**
 * Every entry names a source, and as known now every source is out: where none is left, all were retracted. In a view
 * of an earlier moment a source may also not have been published yet.
 */
function areWithdrawn(dossier: Dossier, ids: readonly string[]): boolean {
  if (dossier.viewOf === undefined) return true;
  return ids.length > 0 && ids.every((id) => dossier.history(id).at(-1)?.change === 'retraction');
}

/** Publisher and date, linked to the page where there is an address. */
export function sourceLink({ publisher, publishedOn, url }: Source, language: Language): Span {
  const text = language.text('cite-source', { publisher, date: language.date(parseEdtf(publishedOn)) });
  return url === null ? text : { kind: 'link', text, url };
}

/** R11: pages that carry one agency's text are one source. Publishers are written "Daily (Agency text)". */
export function commonAgency(sources: readonly Source[], { agencies: known = [] }: Conflict): string | undefined {
  const pattern = new RegExp(`\\((${known.map((one) => RegExp.escape(one)).join('|')})(?![\\p{L}\\p{N}])[^)]*\\)`, 'u');
  const agencies = new Set(
    sources.map(({ publisher }) => (known.length === 0 ? undefined : pattern.exec(publisher)?.[1])),
  );
  const [agency] = agencies;
  return agencies.size === 1 ? agency : undefined;
}

/** "Ann Lee, Chief spokesman of …", or the party that spoke. */
export function speakerOf(dossier: Dossier, quote: Quote, language: Language): Spans {
  const person = quote.speaker === null ? undefined : dossier.people.get(quote.speaker);
  const party = partyName(dossier, quote.party);
  if (!person) return [{ kind: 'strong', text: party }];
  return language.spans('cite-speaker', { name: { kind: 'strong', text: person.name }, role: person.role });
}

/** Who said it, where and when, and where it was read: the variables of every message about a quotation. */
function quoteWords(dossier: Dossier, quote: Quote, language: Language) {
  return {
    who: speakerOf(dossier, quote, language),
    // A comma after “NAME, ROLE”, none after a party's name.
    speaker: quote.speaker !== null && dossier.people.has(quote.speaker) ? 'person' : 'party',
    venue: quote.venue,
    date: language.date(parseEdtf(quote.date)),
    sources: citeSources(dossier, quote.sources, language),
  };
}

/** A quotation as a block of its own; a fragment inside reported speech instead (R14). */
function quoteBlock(dossier: Dossier, quote: Quote, language: Language): Block {
  if (!isFragment(quote.text))
    return {
      kind: 'quotation',
      text: quote.text,
      by: language.spans('cite-quote', quoteWords(dossier, quote, language)),
    };
  return { kind: 'text', spans: quoteInline(dossier, quote, language) };
}

/** A quotation inside a sentence of ours. */
export function quoteInline(dossier: Dossier, quote: Quote, language: Language): Spans {
  return language.spans(isFragment(quote.text) ? 'quote-fragment' : 'quote-sentence', {
    quote: { kind: 'quote', text: quote.text },
    ...quoteWords(dossier, quote, language),
  });
}

/** A remark with its other wordings beneath it (R14). */
export function remarkBlocks(dossier: Dossier, { quote, variants }: Remark, language: Language): readonly Block[] {
  const first = quoteBlock(dossier, quote, language);
  if (variants.length === 0) return [first];
  const items = variants.map((variant) => quoteInline(dossier, variant, language));
  return [
    first,
    { kind: 'note', spans: language.spans('quotes-variants', { count: variants.length }), staysWithNext: true },
    { kind: 'list', items },
  ];
}

/** The names of parties or places, in the order given; unknown ids are left out. */
export function namesOf(
  entries: ReadonlyMap<string, { readonly name: string; readonly shortName?: string }>,
  ids: readonly string[],
  language: Language,
): Spans {
  const found = ids.flatMap((id) => entries.get(id) ?? []);
  return language.list(found.map(({ name, shortName }) => shortName ?? name));
}
