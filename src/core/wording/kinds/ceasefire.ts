/** How states of the ceasefire are worded. */
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import { type Ceasefire, ceasefireSchema } from '../../dossier/entries.ts';
import type { Spans } from '../../reply/span.ts';
import { endWords } from '../ceasefire/agreement-lines.ts';
import { announcedText } from '../ceasefire/unconfirmed.ts';
import { ANNOUNCE, choice, EMPTY_LIST, MEDIATORS, SOURCES } from '../forms/shared-fields.ts';
import { partyName } from '../short-names.ts';
import type { NameContext, WordingContext } from '../wording-context.ts';
import { noAnswers, nothing, type WordingKind } from './kind.ts';
import { dateWords, partyWords, sourceWords, withSources } from './value-words.ts';

export const ceasefire = {
  kind: 'ceasefire',
  name: ({ headline, effectiveFrom }, { language }) =>
    language.spans('name-ceasefire', {
      headline: { kind: 'strong', text: headline },
      date: language.date(parseEdtf(effectiveFrom)),
    }),
  headline: ({ headline }) => [headline],
  label: ({ headline }) => headline,
  line: ({ headline }) => headline,
  row: (fields, context) => stateRow(fields, context),
  inEachRow: nothing,
  lastWords: nothing,
  caveat: null,
  fields: {
    id: 'no words',
    state: { brief: ({ state }, { language }) => language.spans('ceasefire-state-word', { state }) },
    headline: { brief: ({ headline }) => [headline] },
    effectiveFrom: { brief: ({ effectiveFrom }, context) => dateWords(effectiveFrom, context) },
    mediators: { brief: ({ mediators }, context) => partyWords(mediators, context) },
    terms: { brief: ({ terms }, { language }) => language.list(terms) },
    sources: { full: sourceWords },
    positions: { full: positionWords },
    agreed: { brief: ({ agreed }, { language }) => (agreed ? language.spans('agreed-word', { agreed }) : []) },
    agreedBy: { brief: ({ agreedBy = [] }, context) => partyWords(agreedBy, context) },
    until: { brief: ({ until }, context) => (until === undefined ? [] : dateWords(until, context)) },
    untilAsNamed: { full: ({ untilAsNamed }) => (untilAsNamed === undefined ? [] : [untilAsNamed]) },
    untilBy: { full: ({ untilBy = [] }, context) => partyWords(untilBy, context) },
    reportedEnds: { full: reportedEndWords },
    concerns: { full: concernWords },
  },
  counts: ({ ceasefire: states }) => ({ states: states.size }),
  form: {
    prefix: 'cf',
    named: 'headline',
    initial: {},
    notAsked: ['agreedBy', 'untilAsNamed', 'untilBy', 'reportedEnds', 'concerns'],
    fields: [
      ...SOURCES,
      { name: 'effectiveFrom', path: 'effectiveFrom', is: { kind: 'date' } },
      { name: 'state', path: 'state', is: choice(ceasefireSchema.shape.state) },
      { name: 'headline', path: 'headline', is: { kind: 'text' } },
      {
        name: 'agreed',
        path: 'agreed',
        is: choice(ceasefireSchema.shape.agreed.unwrap()),
        empty: { value: undefined },
      },
      {
        name: 'until',
        path: 'until',
        is: { kind: 'date', lies: 'ahead' },
        empty: { value: undefined },
        when: ({ agreed = '' }) => agreed !== '' && agreed !== 'nothing',
      },
      { name: 'terms', path: 'terms', is: { kind: 'lines' }, empty: EMPTY_LIST },
      MEDIATORS,
      {
        name: 'positions',
        path: 'positions',
        is: { kind: 'by party', words: 'summary', nothing: { quote: null } },
        empty: EMPTY_LIST,
      },
      ANNOUNCE,
    ],
    answered: noAnswers,
  },
  columns: [],
} as const satisfies WordingKind<'ceasefire'>;

/** The same where its headline stands above: what it is of that is not told yet. */
export function toldStateRow(fields: Ceasefire, context: WordingContext): Spans {
  return stateRow(fields, context, true);
}

function stateRow(fields: Ceasefire, context: WordingContext, isTold = false): Spans {
  const { state, headline, effectiveFrom } = fields;
  const { language } = context;
  const words = { state, headline, date: language.date(parseEdtf(effectiveFrom)) };
  const { until, untilAsNamed, untilBy = [] } = fields;
  const end =
    until === undefined
      ? []
      : [
          language.spans(
            'ceasefire-line-until',
            endWords({ date: until, asNamed: untilAsNamed, by: untilBy }, context),
          ),
        ];
  return withSources(
    [
      language.spans(isTold ? 'ceasefire-line-told' : 'ceasefire-line', words),
      ...announcedText(fields, context, 'sentence').map((text): Spans => [text]),
      ...end,
    ],
    fields,
    context,
  );
}

function positionWords({ positions }: Ceasefire, { dossier, language }: NameContext): Spans {
  return language.list(
    positions.map(({ party, summary }) =>
      language.text('party-words', { party: partyName(dossier, party), words: summary }),
    ),
  );
}

function reportedEndWords({ reportedEnds = [] }: Ceasefire, { dossier, language }: NameContext): Spans {
  return language.list(
    reportedEnds.flatMap(({ summary, source }) => {
      const publisher = dossier.sources.get(source)?.publisher;
      return publisher === undefined ? [] : language.text('party-words', { party: publisher, words: summary });
    }),
  );
}

function concernWords({ concerns = [] }: Ceasefire, { dossier, language }: NameContext): Spans {
  return language.list(concerns.flatMap((id) => dossier.ceasefire.get(id)?.headline ?? []));
}
