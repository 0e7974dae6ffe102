/** /ceasefire: how the ceasefire stands, since when, who says what about it, and how old that knowledge is (R15). */
import { citeSources, namesOf, quoteInline } from '../src/core/chat/cite.ts';
import { type CommandContext, command } from '../src/core/chat/command.ts';
import { type Block, type RawArguments, reply, type Spans } from '../src/core/chat/reply.ts';
import { UserError } from '../src/core/chat/user-error.ts';
import { type Age, ageWords, asOf, asOfNote, newestOf, whenParams } from '../src/core/chat/when.ts';
import {
  type Breach,
  breachesBy,
  type CeasefireView,
  ceasefireOn,
  type Position,
  talksBy,
} from '../src/core/dossier/ceasefire.ts';
import type { Dossier } from '../src/core/dossier/dossier.ts';
import { parseEdtf } from '../src/core/dossier/edtf.ts';
import type { Ceasefire, Development, Talks } from '../src/core/dossier/entries.ts';

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
    const found = breachesOf(view, day, dossier);
    const round = talksBy(dossier, day);
    const dates = [
      view.state.effectiveFrom,
      ...view.positions.flatMap(({ quote }) => quote?.date ?? []),
      ...found.shown.flatMap((breach) => datesOf(breach, day, dossier)),
      // A round that is still going on is a fact of the day it began.
      ...(round ? [parseEdtf(round.date).latest <= day ? round.date : parseEdtf(round.date).earliest] : []),
    ];
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
        ...breaches(view, found, day, context),
        ...(round ? talks(round, day, context) : []),
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
  const { state, since, truce, agreement, course, terms } = view;
  const brokers = (of: Ceasefire) => namesOf(dossier.parties, of.mediators, language);
  const lines: Spans[] = [
    language.spans('ceasefire-since', { state: state.state, since: date(since.effectiveFrom) }),
    ...(truce && truce !== agreement
      ? [language.spans('ceasefire-truce', { headline: truce.headline, date: date(truce.effectiveFrom) })]
      : []),
    ...(agreement && agreement !== state
      ? [language.spans('ceasefire-agreement', { headline: agreement.headline, date: date(agreement.effectiveFrom) })]
      : []),
    ...(agreement && agreement.mediators.length > 0
      ? [language.spans('ceasefire-brokers', { brokers: brokers(agreement), date: date(agreement.effectiveFrom) })]
      : []),
    ...(!agreement && state.mediators.length > 0
      ? [language.spans('ceasefire-mediators', { mediators: brokers(state) })]
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
  ];
  const items = terms.flatMap((entry) =>
    entry.terms.map((term) => language.spans('ceasefire-term', { term, date: date(entry.effectiveFrom) })),
  );
  return [
    { kind: 'list', items: lines },
    { kind: 'text', spans: language.spans(items.length > 0 ? 'ceasefire-terms' : 'ceasefire-no-terms') },
    ...(items.length > 0 ? [{ kind: 'list' as const, items }] : []),
  ];
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

interface BreachesFound {
  readonly shown: readonly Breach[];
  readonly alsoSince: number;
  readonly before: number;
}

/** Breaches belong to the agreement they break: reports of the days before it are counted, not shown under it. */
function breachesOf({ agreement }: CeasefireView, day: string, dossier: Dossier): BreachesFound {
  const all = breachesBy(dossier, day);
  const from = agreement ? parseEdtf(agreement.effectiveFrom).earliest : '';
  const since = all.filter(({ report }) => parseEdtf(report.date).latest >= from);
  const shown = since.slice(0, BREACHES_SHOWN);
  return { shown, alsoSince: since.length - shown.length, before: all.length - since.length };
}

function datesOf({ report, others }: Breach, day: string, dossier: Dossier): readonly string[] {
  const said = [report, ...others].flatMap(({ accusations }) =>
    (accusations ?? []).flatMap(({ quote }) => quote ?? []),
  );
  const quoted = said
    .flatMap((id) => dossier.quotes.get(id)?.date ?? [])
    .filter((date) => parseEdtf(date).earliest <= day);
  return [report.date, ...quoted];
}

function breaches(
  { agreement }: CeasefireView,
  { shown, alsoSince, before }: BreachesFound,
  day: string,
  context: CommandContext,
): readonly Block[] {
  const { language } = context;
  const date = agreement ? language.date(parseEdtf(agreement.effectiveFrom)) : '';
  const none = agreement ? 'ceasefire-no-breaches' : 'ceasefire-no-breaches-ever';
  return [
    { kind: 'heading', spans: language.spans('ceasefire-breaches') },
    ...(shown.length === 0 ? [{ kind: 'text' as const, spans: language.spans(none, { date }) }] : []),
    ...(shown.length > 0
      ? [{ kind: 'list' as const, items: shown.map((breach) => toItem(breach, day, context)) }]
      : []),
    ...(alsoSince > 0
      ? [{ kind: 'note' as const, spans: language.spans('ceasefire-more-breaches', { count: alsoSince }) }]
      : []),
    ...(before > 0
      ? [{ kind: 'note' as const, spans: language.spans('ceasefire-breaches-before', { count: before, date }) }]
      : []),
  ];
}

function toItem({ report, others }: Breach, day: string, context: CommandContext): Spans {
  const { dossier, language } = context;
  const all = [report, ...others];
  const accusations = all
    .flatMap(({ accusations: made }) => made ?? [])
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
      title: { kind: 'strong', text: report.title },
      date: language.date(parseEdtf(report.date)),
      status: report.status,
    }),
    summaryOf(report, context),
    ...accusations,
    ...others.map((other) => [
      ...language.spans('breach-same', { title: other.title, date: language.date(parseEdtf(other.date)) }),
      ' ',
      ...summaryOf(other, context),
    ]),
    citeSources(dossier, [...new Set(all.flatMap(({ sources }) => sources))], language),
  ];
  return parts.flatMap((spans, index) => (index === 0 ? spans : [' ', ...spans]));
}

/** In a view of an earlier day a summary that rests on later sources too would tell what was not known yet. */
function summaryOf({ id, summary }: Development, { dossier, language }: CommandContext): Spans {
  return dossier.partlyKnown.has(id) ? language.spans('summary-later') : [summary];
}

/** Talks are shown beside the ceasefire, never as its state (R18). */
function talks(round: Talks, day: string, { dossier, language }: CommandContext): readonly Block[] {
  const words = {
    round: round.round,
    venue: round.venue,
    date: language.date(parseEdtf(round.date)),
    outcome: round.outcome,
    summary: round.outcomeSummary,
  };
  // The outcome is known only when the round is over, and not from sources that were not out yet.
  const isOver = parseEdtf(round.date).latest <= day;
  const id = dossier.partlyKnown.has(round.id)
    ? 'ceasefire-talks-later'
    : isOver
      ? 'ceasefire-talks'
      : 'ceasefire-talks-going-on';
  return [{ kind: 'text', spans: language.spans(id, words) }];
}
