/** Words for the fields that digests only name: sources, links to other entries, positions, and what a name or a source is. */

import { parseEdtf } from '../dossier/edtf.ts';
import type { Spans } from '../reply/span.ts';
import { namesOf, sourceLink } from './cite.ts';
import type { FieldWords } from './differences.ts';

/** With those of `differences`, words for every field that an entry has, but for the few whose values say nothing to readers. */
export const linkWords: FieldWords = (entry, context) => ({
  ...sourceWords(entry, context),
  ...ownWords(entry, context),
});

const sourceWords: FieldWords = ({ fields }, { dossier, language }) => {
  if (!('sources' in fields)) return {};
  const sources = fields.sources.flatMap((id) => dossier.sources.get(id) ?? []);
  return { sources: language.list(sources.map((source) => sourceLink(source, language))) };
};

const ownWords: FieldWords = ({ kind, fields }, { dossier, language }) => {
  const party = (id: string) => dossier.parties.get(id)?.shortName ?? id;
  const parties = (ids: readonly string[]) => namesOf(dossier.parties, ids, language);
  const places = (ids: readonly string[]) => namesOf(dossier.places, ids, language);
  const developments = (ids: readonly string[]) =>
    language.list(ids.map((id) => dossier.developments.get(id)?.title ?? id));
  const quotes = (ids: readonly string[]) =>
    language.list(ids.flatMap((id) => dossier.quotes.get(id) ?? []).map(({ text }) => ({ kind: 'quote', text })));
  switch (kind) {
    case 'development':
      return {
        related: developments(fields.related),
        accusations: language.list(
          (fields.accusations ?? []).map(({ by, against }) =>
            language.text('accusation-words', { by: party(by), against: parties(against) }),
          ),
        ),
      };
    case 'quote':
      return {
        topics: language.list(
          fields.topics.map((id) => dossier.conflict.topics.find((topic) => topic.id === id)?.label ?? id),
        ),
        development: developments(fields.development === null ? [] : [fields.development]),
        variants: quotes(fields.variants ?? []),
      };
    case 'claim':
      return {
        stance: language.spans('stance-word', { stance: fields.stance }),
        development: developments(fields.development === null ? [] : [fields.development]),
        conflictsWith: rivals(fields.conflictsWith),
      };
    case 'talks':
      return {
        round: [language.number(fields.round)],
        city: places([fields.city]),
        delegations: language.list(
          fields.delegations.map(({ party: id, note }) =>
            language.text('party-words', { party: party(id), words: note }),
          ),
        ),
      };
    case 'ceasefire':
      return {
        positions: language.list(
          fields.positions.map(({ party: id, summary }) =>
            language.text('party-words', { party: party(id), words: summary }),
          ),
        ),
      };
    case 'party':
      return { name: [fields.name], shortName: [fields.shortName], aliases: language.list(fields.aliases) };
    case 'person':
      return {
        name: [fields.name],
        role: [fields.role],
        party: parties([fields.party]),
        aliases: language.list(fields.aliases),
      };
    case 'place':
      return { name: [fields.name], admin1: [fields.admin1], aliases: language.list(fields.aliases) };
    // Not the title: some were rebuilt from addresses, and are not shown as the page's own.
    case 'source':
      return {
        publisher: [fields.publisher],
        url: fields.url === null ? [] : [{ kind: 'link', text: fields.url, url: fields.url }],
        publishedOn: [language.date(parseEdtf(fields.publishedOn))],
        accessNote: [fields.accessNote],
      };
  }

  function rivals(ids: readonly string[]): Spans {
    const claims = ids.flatMap((id) => dossier.claims.get(id) ?? []);
    return language.list(
      claims.map(({ claimedBy, count }) =>
        language.text('rival-words', { party: party(claimedBy), printed: { kind: 'quote', text: count.asPrinted } }),
      ),
    );
  }
};
