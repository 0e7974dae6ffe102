/** How quotations are worded. */
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Quote } from '../../dossier/entries.ts';
import { remarks } from '../../dossier/quotes.ts';
import type { Spans } from '../../reply/span.ts';
import { namesOf, quoteInline, speakerOf } from '../cite.ts';
import { ANNOUNCE, DATE, DEVELOPMENT, NO_VALUE, PARTY, SOURCES, VENUE } from '../forms/shared-fields.ts';
import { personNames, topicNames } from '../names.ts';
import { partyName } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';
import { nothing, type WordingKind } from './kind.ts';
import { dateWords, developmentWords, partyWords, sourceWords } from './value-words.ts';

export const quote = {
  kind: 'quote',
  name: (fields, { dossier, language }) =>
    language.spans('name-quote', {
      who: speakerOf(dossier, fields, language),
      venue: fields.venue,
      date: language.date(parseEdtf(fields.date)),
    }),
  headline: (fields, { dossier, language }) => {
    const name = fields.speaker === null ? undefined : dossier.people.get(fields.speaker)?.name;
    return language.spans('headline-quote', {
      who: name ?? partyName(dossier, fields.party),
      // Of a party it says whether somebody spoke there who is not named.
      is: name === undefined ? 'party' : 'person',
      venue: fields.venue,
      quote: { kind: 'quote', text: fields.text },
    });
  },
  label: ({ text }) => text,
  line: ({ text }) => `“${text}”`,
  row: (fields, { dossier, language }) => quoteInline(dossier, fields, language),
  inEachRow: nothing,
  lastWords: ({ text }) => [{ kind: 'quote', text }],
  caveat: null,
  fields: {
    id: 'no words',
    text: { brief: ({ text }) => [{ kind: 'quote', text }] },
    date: { brief: ({ date }, context) => dateWords(date, context) },
    speaker: {
      brief: ({ speaker }, { dossier, language }) =>
        namesOf(dossier.people, speaker === null ? [] : [speaker], language),
    },
    party: { brief: ({ party }, context) => partyWords([party], context) },
    venue: { brief: ({ venue }) => [venue] },
    sources: { full: sourceWords },
    topics: { full: topicWords },
    development: {
      full: ({ development }, context) => developmentWords(development === null ? [] : [development], context),
    },
    variants: { full: variantWords },
  },
  // As /quotes counts them: renderings of one remark are one.
  counts: ({ quotes }) => ({ quotes: quotes.size, remarks: remarks([...quotes.values()], quotes).length }),
  form: {
    prefix: 'q',
    named: 'text',
    initial: {},
    notAsked: ['variants'],
    fields: [
      ...SOURCES,
      { name: 'excerpt', path: null, is: { kind: 'verbatim', isLong: true } },
      { name: 'text', path: 'text', is: { kind: 'verbatim', isLong: true } },
      { name: 'speaker', path: 'speaker', is: { kind: 'name', names: personNames }, empty: NO_VALUE },
      PARTY,
      DATE,
      VENUE,
      { name: 'topics', path: 'topics', is: { kind: 'name', names: topicNames, several: true } },
      DEVELOPMENT,
      ANNOUNCE,
    ],
    // Whether the words are in the excerpt was checked when it was published.
    answered: ({ text }) => ({ excerpt: text }),
  },
  columns: [],
} as const satisfies WordingKind<'quote'>;

function topicWords({ topics }: Quote, { dossier, language }: NameContext): Spans {
  return language.list(topics.map((id) => dossier.conflict.topics.find((topic) => topic.id === id)?.label ?? id));
}

function variantWords({ variants = [] }: Quote, { dossier, language }: NameContext): Spans {
  const found = variants.flatMap((id) => dossier.quotes.get(id) ?? []);
  return language.list(found.map(({ text }) => ({ kind: 'quote', text })));
}
