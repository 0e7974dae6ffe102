/** /ceasefire: how the ceasefire stands, since when, who says what about it, and how old that knowledge is (R15). */
import { citeSources, namesOf, quoteInline } from '../src/core/chat/cite.ts';
import { type CommandContext, command } from '../src/core/chat/command.ts';
import { type Block, type RawArguments, reply, type Spans } from '../src/core/chat/reply.ts';
import { UserError } from '../src/core/chat/user-error.ts';
import { type Age, ageWords, asOf, asOfNote, newestOf, whenParams } from '../src/core/chat/when.ts';
import { breachesBy, type CeasefireView, ceasefireOn, type Position, talksBy } from '../src/core/dossier/ceasefire.ts';
import { parseEdtf } from '../src/core/dossier/edtf.ts';
import type { Development } from '../src/core/dossier/entries.ts';

/** The latest breaches are shown; the others are counted. */
const BREACHES_SHOWN = 3;

export default command({
  name: 'ceasefire',
  who: 'anyone',
  params: whenParams,
  run(args, context) {
    const { dossier, language } = context;
    const day = asOf(args, context);
    const view = ceasefireOn(dossier, day);
    if (!view) {
      const [first] = dossier.ceasefire.values();
      const since = first ? language.date(parseEdtf(first.effectiveFrom)) : undefined;
      const on = language.date(parseEdtf(day));
      throw since
        ? new UserError('ceasefire-nothing', { on, since })
        : new UserError('ceasefire-nothing-at-all', { on });
    }
    const dates = [view.state.effectiveFrom, ...view.positions.flatMap(({ quote }) => quote?.date ?? [])];
    const age = newestOf([view.state.effectiveFrom], day);
    const again: RawArguments = {
      ...(args.on ? { on: args.on.text } : {}),
      ...(args.known ? { known: args.known.text } : {}),
    };
    return reply({
      blocks: [
        { kind: 'heading', spans: language.spans('ceasefire-title', { conflict: dossier.conflict.name }) },
        ...lead(view, age, args.on !== undefined || args.known !== undefined, day, context),
        ...howItStands(view, context),
        { kind: 'heading', spans: language.spans('ceasefire-positions') },
        { kind: 'list', items: positions(view, context) },
        ...breaches(day, context),
        ...talks(day, context),
        { kind: 'note', spans: citeSources(dossier, view.state.sources, language) },
      ],
      footer: [asOfNote(dates, args, context)],
      actions: ['casualties', 'quotes'].map((name) => ({
        label: language.text(`command-${name}-button`),
        command: name,
        args: again,
      })),
    });
  },
});

/** Past the threshold the old state is not what the answer begins with: what holds today is not known here. */
function lead(
  { state }: CeasefireView,
  age: Age | undefined,
  isPast: boolean,
  day: string,
  context: CommandContext,
): readonly Block[] {
  const { language, staleAfterDays } = context;
  const words = { state: state.state, headline: state.headline };
  if (!age || age.days <= staleAfterDays) {
    return [{ kind: 'text', spans: [{ kind: 'strong', text: language.text('ceasefire-state', words) }] }];
  }
  const known = { date: language.date(age.date), day: language.date(parseEdtf(day)), ...ageWords(age) };
  return [
    {
      kind: 'text',
      spans: [{ kind: 'strong', text: language.text(isPast ? 'ceasefire-stale-then' : 'ceasefire-stale', known) }],
    },
    { kind: 'text', spans: language.spans('ceasefire-stale-state', words) },
  ];
}

function howItStands(view: CeasefireView, { dossier, language }: CommandContext): readonly Block[] {
  const date = (text: string) => language.date(parseEdtf(text));
  const { state, since, agreement, course } = view;
  const brokers = namesOf(dossier.parties, state.mediators, language);
  const lines: Spans[] = [
    language.spans('ceasefire-since', { state: state.state, since: date(since.effectiveFrom) }),
    ...(agreement && agreement !== state
      ? [language.spans('ceasefire-agreement', { headline: agreement.headline, date: date(agreement.effectiveFrom) })]
      : []),
    ...(course.length > 1
      ? [
          language.spans('ceasefire-course', {
            steps: language.list(
              course.map((step) =>
                language.text('ceasefire-step', { state: step.state, date: date(step.effectiveFrom) }),
              ),
            ),
          }),
        ]
      : []),
    language.spans(state.mediators.length > 0 ? 'ceasefire-brokers' : 'ceasefire-no-brokers', { brokers }),
  ];
  const terms = termsOf(view);
  return [
    { kind: 'list', items: lines },
    {
      kind: 'text',
      spans: language.spans(terms ? 'ceasefire-terms' : 'ceasefire-no-terms', {
        date: terms ? date(terms.effectiveFrom) : '',
      }),
    },
    ...(terms ? [{ kind: 'list' as const, items: terms.terms.map((term) => [term]) }] : []),
  ];
}

/** A state recorded without terms of its own leaves the agreement's standing; they are shown with their own date. */
function termsOf({ state, agreement }: CeasefireView) {
  return [state, agreement].find((entry) => (entry?.terms.length ?? 0) > 0);
}

function positions({ positions: stated, silent }: CeasefireView, context: CommandContext): readonly Spans[] {
  return [
    ...stated.map((position) => toPosition(position, context)),
    ...silent.map(({ shortName }) => context.language.spans('ceasefire-silent', { party: shortName })),
  ];
}

function toPosition({ party, summary, quote, from }: Position, { dossier, language }: CommandContext): Spans {
  const words = {
    party: { kind: 'strong' as const, text: party.shortName },
    date: language.date(parseEdtf(quote?.date ?? from.effectiveFrom)),
    summary,
  };
  const position = language.spans('ceasefire-position', words);
  return quote ? [...position, ' ', ...quoteInline(dossier, quote, language)] : position;
}

function breaches(day: string, context: CommandContext): readonly Block[] {
  const { dossier, language } = context;
  const found = breachesBy(dossier, day);
  const shown = found.slice(0, BREACHES_SHOWN);
  return [
    { kind: 'heading', spans: language.spans('ceasefire-breaches') },
    ...(shown.length === 0 ? [{ kind: 'text' as const, spans: language.spans('ceasefire-no-breaches') }] : []),
    { kind: 'list', items: shown.flatMap(({ reports }) => toBreach(reports, day, context)) },
    ...(found.length > shown.length
      ? [
          {
            kind: 'note' as const,
            spans: language.spans('ceasefire-more-breaches', { count: found.length - shown.length }),
          },
        ]
      : []),
  ];
}

function toBreach(reports: readonly Development[], day: string, context: CommandContext): readonly Spans[] {
  const { dossier, language } = context;
  const [first, ...others] = reports;
  if (!first) return [];
  const accusations = reports
    .flatMap((report) => report.accusations ?? [])
    .map(({ by, against, quote }) => {
      const words = {
        by: namesOf(dossier.parties, [by], language),
        against: namesOf(dossier.parties, against, language),
      };
      const said = quote === null ? undefined : dossier.quotes.get(quote);
      const accusation = language.spans('breach-accusation', words);
      return said && parseEdtf(said.date).earliest <= day
        ? [...accusation, ' ', ...quoteInline(dossier, said, language)]
        : accusation;
    });
  const parts = [
    language.spans('breach', {
      title: { kind: 'strong', text: first.title },
      date: language.date(parseEdtf(first.date)),
      status: first.status,
      summary: first.summary,
    }),
    ...accusations,
    ...(others.length > 0
      ? [language.spans('breach-same', { titles: language.list(others.map(({ title }) => title)) })]
      : []),
    citeSources(dossier, [...new Set(reports.flatMap(({ sources }) => sources))], language),
  ];
  return [parts.flatMap((spans, index) => (index === 0 ? spans : [' ', ...spans]))];
}

/** Talks are shown beside the ceasefire, never as its state (R18). */
function talks(day: string, { dossier, language }: CommandContext): readonly Block[] {
  const round = talksBy(dossier, day);
  if (!round) return [];
  const words = {
    round: round.round,
    venue: round.venue,
    date: language.date(parseEdtf(round.date)),
    outcome: round.outcome,
    summary: round.outcomeSummary,
  };
  // The outcome is known only when the round is over; on a day inside it, it is still going on.
  const isOver = parseEdtf(round.date).latest <= day;
  return [{ kind: 'text', spans: language.spans(isOver ? 'ceasefire-talks' : 'ceasefire-talks-going-on', words) }];
}
