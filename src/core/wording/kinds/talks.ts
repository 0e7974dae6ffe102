/** How rounds of talks are worded. */
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import { dayOf } from '../../dossier/dates/knowledge.ts';
import { type Talks, talksSchema } from '../../dossier/entries.ts';
import type { Spans } from '../../reply/span.ts';
import { talksSpans, talksWords } from '../ceasefire/state-blocks.ts';
import { ANNOUNCE, choice, DATE, EMPTY_LIST, MEDIATORS, SOURCES, VENUE } from '../forms/shared-fields.ts';
import { placeNames } from '../names.ts';
import { partyName } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';
import { noAnswers, nothing, type WordingKind } from './kind.ts';
import { dateWords, partyWords, placeWords, sourceWords, withSources } from './value-words.ts';

export const talks = {
  kind: 'talks',
  name: (fields, context) =>
    context.language.spans('name-talks', {
      ...talksWords(fields, context),
      date: context.language.date(parseEdtf(fields.date)),
    }),
  headline: (fields, context) => context.language.spans('headline-talks', talksWords(fields, context)),
  label: ({ venue }) => venue,
  line: ({ date, venue, outcome }) => `${date}, ${venue}: ${outcome}`,
  row: (fields, context) =>
    withSources([talksSpans(fields, dayOf(context.now, context.timezone), context)], fields, context),
  inEachRow: nothing,
  lastWords: nothing,
  caveat: null,
  fields: {
    id: 'no words',
    outcome: { brief: ({ outcome }, { language }) => language.spans('outcome-word', { outcome }) },
    date: { brief: ({ date }, context) => dateWords(date, context) },
    venue: { brief: ({ venue }) => [venue] },
    mediators: { brief: ({ mediators }, context) => partyWords(mediators, context) },
    outcomeSummary: { brief: ({ outcomeSummary }) => [outcomeSummary] },
    sources: { full: sourceWords },
    outcomeBy: { brief: ({ outcomeBy = [] }, context) => partyWords(outcomeBy, context) },
    countedHere: 'name only',
    round: { full: ({ round }, { language }) => [language.number(round)] },
    city: { full: ({ city }, context) => placeWords([city], context) },
    delegations: { full: delegationWords },
  },
  counts: ({ talks: rounds }) => ({ rounds: rounds.size }),
  form: {
    prefix: 'talks',
    named: 'venue',
    initial: {},
    notAsked: ['outcomeBy', 'countedHere'],
    fields: [
      ...SOURCES,
      { name: 'round', path: 'round', is: { kind: 'number', isWhole: true } },
      DATE,
      VENUE,
      { name: 'city', path: 'city', is: { kind: 'name', names: placeNames } },
      MEDIATORS,
      {
        name: 'delegations',
        path: 'delegations',
        is: { kind: 'by party', words: 'note', nothing: { lead: null } },
        empty: EMPTY_LIST,
      },
      { name: 'outcome', path: 'outcome', is: choice(talksSchema.shape.outcome) },
      { name: 'outcomeSummary', path: 'outcomeSummary', is: { kind: 'text', isLong: true } },
      ANNOUNCE,
    ],
    answered: noAnswers,
  },
  columns: [],
} as const satisfies WordingKind<'talks'>;

function delegationWords({ delegations }: Talks, { dossier, language }: NameContext): Spans {
  return language.list(
    delegations.map(({ party, note }) =>
      language.text('party-words', { party: partyName(dossier, party), words: note }),
    ),
  );
}
