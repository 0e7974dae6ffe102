/** Full-text search over quotations: text, speaker, party, topic and occasion, in Latin and Arabic script. */
import MiniSearch from 'minisearch';
import type { Dossier } from './dossier.ts';
import type { Quote } from './entries.ts';
import { onceFor } from './memoise.ts';
import { normalise, withoutBrackets, wordsOf } from './text/normalise.ts';

/**
 * Quotations that have every word of `text` (as a prefix, or with one letter wrong in longer words): those that say
 * just these words one after the other, then the best match.
 */
export function searchQuotes(dossier: Dossier, text: string): readonly Quote[] {
  const found = indexOf(dossier).search(text, {
    combineWith: 'AND',
    prefix: (word) => word.length > 2,
    fuzzy: (word) => (word.length > 5 ? 1 : false),
    boost: { text: 2, about: 0.5 },
  });
  const quotes = found.flatMap(({ id }) => dossier.quotes.get(String(id)) ?? []);
  const hasPhrase = phraseIn(text);
  return quotes.toSorted((a, b) => Number(hasPhrase(b)) - Number(hasPhrase(a)));
}

/** Whether the words of `text`, if several, are in a quotation one after the other, whatever their case and accents. */
export function phraseIn(text: string): (quote: Pick<Quote, 'text'>) => boolean {
  const typed = wordsOf(text);
  // Sorting asks of each again and again.
  return onceFor((quote) => typed.length > 1 && ` ${wordsOf(quote.text).join(' ')} `.includes(` ${typed.join(' ')} `));
}

/** Built when first asked for: a dossier is immutable, so its index is too. */
const indexOf = onceFor((dossier: Dossier): MiniSearch => {
  const index = new MiniSearch({
    fields: ['text', 'speaker', 'party', 'topics', 'about'],
    tokenize: (text) => [...wordsOf(text)],
    processTerm: (term) => normalise(term),
  });
  index.addAll([...dossier.quotes.values()].map((quote) => toDocument(dossier, quote)));
  return index;
});

function toDocument(dossier: Dossier, quote: Quote) {
  const speaker = quote.speaker === null ? undefined : dossier.people.get(quote.speaker);
  const party = dossier.parties.get(quote.party);
  const topics = dossier.conflict.topics.filter((topic) => quote.topics.includes(topic.id));
  const development = quote.development === null ? undefined : dossier.developments.get(quote.development);
  const places = (development?.places ?? []).flatMap((id) => {
    const place = dossier.places.get(id);
    return place ? [place.name, ...place.aliases].map(withoutBrackets) : [];
  });
  return {
    id: quote.id,
    text: quote.text,
    speaker: speaker ? [speaker.name, speaker.role, ...speaker.aliases.map(withoutBrackets)].join(' ') : '',
    party: party ? [party.shortName, ...[party.name, ...party.aliases].map(withoutBrackets)].join(' ') : '',
    about: development === undefined ? '' : [development.title, ...places].join(' '),
    topics: topics.flatMap((topic) => [topic.label, ...topic.aliases]).join(' '),
  };
}
