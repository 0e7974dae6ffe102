/** How developments are worded. */
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import { dayOf } from '../../dossier/dates/knowledge.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import { type Development, developmentSchema } from '../../dossier/entries.ts';
import { isAttributed } from '../../dossier/text/neutral.ts';
import type { Spans } from '../../reply/span.ts';
import { accountSpans } from '../account-spans.ts';
import { ANNOUNCE, choice, DATE, EMPTY_LIST, PLACES, SOURCES } from '../forms/shared-fields.ts';
import { developmentNames, partyNames } from '../names.ts';
import { partyName } from '../short-names.ts';
import type { NameContext, WordingContext } from '../wording-context.ts';
import { nothing, type WordingKind } from './kind.ts';
import { dateWords, developmentWords, partyWords, placeWords, sourceWords, withSources } from './value-words.ts';

export const development = {
  kind: 'development',
  name: ({ title, date }, { language }) =>
    language.spans('name-development', {
      title: { kind: 'strong', text: title },
      date: language.date(parseEdtf(date)),
    }),
  headline: ({ title }) => [title],
  label: ({ title }) => title,
  line: ({ title }) => title,
  row: developmentRow,
  inEachRow: nothing,
  lastWords: nothing,
  caveat: null,
  fields: {
    id: 'no words',
    title: { brief: ({ title }) => [title] },
    date: { brief: ({ date }, context) => dateWords(date, context) },
    status: { brief: ({ status }, { language }) => language.spans('status-word', { status }) },
    significance: {
      brief: ({ significance }, { language }) => language.spans('significance-word', { significance }),
    },
    category: { brief: ({ category }, { language }) => language.spans('topic-word', { topic: category }) },
    parties: { brief: ({ parties }, context) => partyWords(parties, context) },
    places: { brief: ({ places }, context) => placeWords(places, context) },
    summary: { brief: ({ summary }) => [summary] },
    sources: { full: sourceWords },
    related: { full: ({ related }, context) => developmentWords(related, context) },
    accusations: { full: accusationWords },
    accounts: { full: accountWords },
  },
  counts: ({ developments }) => ({ developments: developments.size }),
  form: {
    prefix: 'dev',
    named: 'title',
    initial: { related: [] },
    notAsked: ['accusations'],
    fields: [
      ...SOURCES,
      DATE,
      { name: 'category', path: 'category', is: choice(developmentSchema.shape.category) },
      { name: 'title', path: 'title', is: { kind: 'text' } },
      { name: 'summary', path: 'summary', is: { kind: 'text', isLong: true } },
      { name: 'parties', path: 'parties', is: { kind: 'name', names: partyNames, several: true }, empty: EMPTY_LIST },
      PLACES,
      { name: 'status', path: 'status', is: choice(developmentSchema.shape.status) },
      {
        name: 'accounts',
        path: 'accounts',
        is: { kind: 'by party', words: 'summary', nothing: { quote: null } },
        empty: { value: undefined },
        when: ({ status, accounts = '' }) => status === 'disputed' || accounts !== '',
      },
      { name: 'significance', path: 'significance', is: choice(developmentSchema.shape.significance) },
      { ...ANNOUNCE, when: ({ significance }) => significance === 'breaking' || significance === 'major' },
      {
        name: 'related',
        path: 'related',
        is: { kind: 'name', names: developmentNames, several: true },
        empty: EMPTY_LIST,
      },
    ],
    answered: () => ({ announce: 'no' }),
  },
  columns: [],
} as const satisfies WordingKind<'development'>;

/** Also for entries that did not change: an overview's. */
function developmentRow(
  fields: Development,
  context: Pick<WordingContext, 'dossier' | 'language' | 'mostSources' | 'now' | 'timezone'>,
): Spans {
  const accounts = accountSpans(fields, dayOf(context.now, context.timezone), context);
  return withSources([developmentLine(fields, context), ...accounts], fields, context);
}

/** Title, date, significance and status, without the sources. */
export function developmentLine(
  { title, date, significance, ...how }: Development,
  { dossier, language }: NameContext,
): Spans {
  return language.spans('development-line', {
    title: { kind: 'strong', text: title },
    date: language.date(parseEdtf(date)),
    status: statusOf({ ...how, title }, dossier),
    significance,
  });
}

/** That a statement or a report was made is confirmed, and not what it says: “50 killed”, “both sides agreed”. */
export function statusOf(
  { title, category, status }: Pick<Development, 'title' | 'category' | 'status'>,
  { conflict }: Pick<Dossier, 'conflict'>,
): string {
  if (status !== 'confirmed') return status;
  if (category === 'humanitarian') return 'confirmed-report';
  return category === 'statement' || isAttributed(title, conflict) ? 'confirmed-statement' : status;
}

/** The same where the title stands above it. */
export function developmentFacts({ date, ...how }: Development, { dossier, language }: NameContext): Spans {
  return language.spans('development-facts', { date: language.date(parseEdtf(date)), status: statusOf(how, dossier) });
}

/** Who holds whom responsible. */
function accusationWords({ accusations = [] }: Development, { dossier, language }: NameContext): Spans {
  return language.list(
    accusations.map(({ by, against, of }) =>
      language.text('accusation-words', {
        what: of ?? 'responsible',
        by: partyName(dossier, by),
        against: partyWords(against, { dossier, language }),
      }),
    ),
  );
}

function accountWords({ accounts = [] }: Development, { dossier, language }: NameContext): Spans {
  return language.list(
    accounts.map(({ party, summary }) =>
      language.text('party-words', { party: partyName(dossier, party), words: summary }),
    ),
  );
}
