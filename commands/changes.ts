/** /changes: what changed in the dossier since a day or a position in the ledger: corrections first, then news. */

import { type Changes, changesInOrder, changesWhere, newestNews } from '../src/core/changes/changes.ts';
import { dossierAt } from '../src/core/changes/dossier-at.ts';
import { type Filters, leftOutBy } from '../src/core/changes/filters.ts';
import { kindsNear } from '../src/core/changes/kinds-near.ts';
import { type Args, type CommandContext, command } from '../src/core/chat/command.ts';
import { type LedgerRange, mayLieIn, parseLedgerRange, rangeNotes, whereIn } from '../src/core/chat/ledger-range.ts';
import { givenArguments } from '../src/core/chat/raw-arguments.ts';
import { parseEdtf } from '../src/core/dossier/dates/edtf.ts';
import { dayOf, endOfDay } from '../src/core/dossier/dates/knowledge.ts';
import { dateOf } from '../src/core/dossier/news.ts';
import { type RawArguments, type Reply, reply } from '../src/core/reply/reply.ts';
import { type Block, joinSpans } from '../src/core/reply/span.ts';
import { ALL, parseTopics, TOPICS } from '../src/core/subscriptions/topics.ts';
import { shortAsOf } from '../src/core/wording/as-of.ts';
import { changesChoices } from '../src/core/wording/changes/changes-choices.ts';
import { changesTitle } from '../src/core/wording/changes/changes-title.ts';
import { ALL_CHANGES, changesScreen } from '../src/core/wording/changes/first-screen.ts';
import { filterNotes, leftOutNotes } from '../src/core/wording/filter-notes.ts';
import { nameOf } from '../src/core/wording/kinds/index.ts';
import { sideNames } from '../src/core/wording/names.ts';
import {
  correctionBlocks,
  figureBlocks,
  figureFooter,
  heading,
  quoteBlocks,
  sectionBlocks,
  stateChangeBlocks,
} from '../src/core/wording/sections.ts';

/** Entries without a day of their own are named up to this many, the others counted. */
const ROUGHLY_KNOWN_NAMED = 3;

const params = {
  since: { kind: 'text', offered: ['today', 'yesterday'], rest: true },
  until: { kind: 'text', offered: ['today', 'yesterday'] },
  topics: { kind: 'text', offered: [ALL, ...TOPICS] },
  side: { kind: 'name', names: sideNames, strict: true, isFilter: true },
} as const;

export default command({
  name: 'changes',
  who: 'anyone',
  isKept: true,
  params,
  example: ({ dossier: { begins, conflict } }) => {
    const [first] = conflict.sides;
    return { ...(begins !== undefined && { since: begins }), ...(first !== undefined && { side: first.side }) };
  },
  run(args, context) {
    const filters = filtersOf(args);
    const span = parseLedgerRange(args, context, { params: Object.keys(params), raw: rawOf(args) });
    const changes = changesWhere(context.dossier, whereIn(context.dossier, span), filters);
    return changesInOrder(changes).length === 0
      ? nothing(changes, { span, filters, raw: rawOf(args) }, context)
      : all(changes, span, filters, context);
  },
});

/** What was asked, to be asked again. */
function rawOf({ side, ...texts }: Args<typeof params>): RawArguments {
  return givenArguments({ ...texts, side: side?.id });
}

function filtersOf({ topics, side }: Args<typeof params>): Filters {
  return {
    topics: topics === undefined ? [] : parseTopics(topics),
    side: side?.id ?? null,
  };
}

function all(changes: Changes, span: LedgerRange, filters: Filters, context: CommandContext): Reply {
  const { language } = context;
  const title = changesTitle(span, filters, context);
  // Beside what was known by then: later figures are not of that stretch.
  const dossier = asUntil(span, context);
  const found = changesInOrder(changes);
  const dates = found.flatMap(({ entry }) => dateOf(entry) ?? []);
  const footer = [...figureFooter(changes, context), shortAsOf(dates, {}, context)];
  const notes = [...leftOutNotes(changes, context), ...roughNotes(span, filters, 0, context)];
  const around: readonly Block[] = [{ kind: 'heading', spans: title }, ...notes, ...footer];
  return reply({
    title,
    blocks: [...changesScreen(changes, { dossier, around, year: yearOf(span) }, context), ...notes],
    details: [
      {
        name: ALL_CHANGES,
        label: language.text('changes-all', { count: found.length }),
        blocks: () => everything(changes, dossier, { span, filters }, context),
      },
    ],
    choices: changesChoices(changes, filters, context),
    footer,
    actions: actions(context),
  });
}

/** Every change with its sources, section by section. */
function everything(
  changes: Changes,
  dossier: CommandContext['dossier'],
  { span, filters }: { readonly span: LedgerRange; readonly filters: Filters },
  context: CommandContext,
): readonly Block[] {
  const states = stateChangeBlocks(changes, context);
  const own = {
    ceasefire: [...(states.length === 0 ? [] : [heading('changes-ceasefire', context)]), ...states],
    figures: figureBlocks(changes, { ...context, dossier }),
    quotes: quoteBlocks(changes, context),
  };
  return [
    ...rangeNotes(span, context),
    ...filterNotes(filters, context),
    ...correctionBlocks(changes, context),
    ...sectionBlocks(changes, own, context),
    ...leftOutNotes(changes, context),
    ...roughNotes(span, filters, ROUGHLY_KNOWN_NAMED, context),
  ];
}

/** The year of the first day asked about: dates of that year are told without it. */
function yearOf({ since }: LedgerRange): number | undefined {
  return 'day' in since ? Temporal.PlainDate.from(since.day).year : undefined;
}

function asUntil({ until }: LedgerRange, { dossier }: CommandContext): CommandContext['dossier'] {
  if (until === undefined) return dossier;
  return 'position' in until ? dossierAt(dossier, until.position) : dossier.asKnownAt(endOfDay(until.day));
}

/** If nothing changed, a button leads to the newest change that passes the filters. */
function nothing(
  changes: Changes,
  { span, filters, raw }: { readonly span: LedgerRange; readonly filters: Filters; readonly raw: RawArguments },
  context: CommandContext,
): Reply {
  const { dossier, language } = context;
  const newest = newestNews(dossier, (entry) => leftOutBy(entry, filters, dossier) === undefined);
  const since = newest && dayOf(newest.at, 'UTC');
  const date = since === undefined ? '' : language.shortDate(parseEdtf(since));
  const { topics, side } = filters;
  const filtered = givenArguments({
    topics: topics.length === 0 ? undefined : topics.join(','),
    side: side ?? undefined,
  });
  const rough = roughNotes(span, filters, 1, context);
  const kinds = kindsNear(topics, changesWhere(dossier, whereIn(dossier, span), { topics: [], side }));
  const words = kinds.map(({ topic, count }) => language.text('changes-kind', { topic, count }));
  return reply({
    title: changesTitle(span, filters, context),
    blocks: [
      {
        kind: 'text',
        spans:
          kinds.length > 0
            ? language.spans('changes-other-kinds', {
                topics: language.list(topics.map((topic) => language.text('topic-word', { topic }))),
                kinds: language.list(words),
              })
            : language.spans('changes-nothing', { rough: rough.length > 0 ? 'yes' : 'no' }),
      },
      ...(since === undefined
        ? []
        : [
            {
              kind: 'text' as const,
              spans: language.spans('changes-newest', { date, rough: newest?.isRough === true ? 'yes' : 'no' }),
            },
          ]),
      ...leftOutNotes(changes, context),
      ...rough,
    ],
    footer: [shortAsOf([], {}, context)],
    actions: [
      ...(kinds.length === 0
        ? []
        : [
            {
              label: language.text('changes-other-kinds-button'),
              command: 'changes',
              args: { ...raw, topics: kinds.map(({ topic }) => topic).join(',') },
            },
          ]),
      ...(since === undefined
        ? []
        : [
            {
              label: language.text('changes-newest-button', { date }),
              command: 'changes',
              args: { since, ...filtered },
            },
          ]),
      ...actions(context),
    ],
  });
}

/**
 * What may have become known in that time or not is no news of it, but counted: what is left out is not denied. At most
 * `most` are named.
 */
function roughNotes(span: LedgerRange, filters: Filters, most: number, context: CommandContext): readonly Block[] {
  const { dossier, language } = context;
  const found = mayLieIn(dossier, span).filter((entry) => leftOutBy(entry, filters, dossier) === undefined);
  if (found.length === 0) return [];
  if (most === 0) return [{ kind: 'note', spans: language.spans('changes-roughly-left', { count: found.length }) }];
  const named = found.slice(0, most);
  const spans = language.spans('changes-roughly-known', {
    count: found.length,
    until: span.until === undefined ? 'no' : 'yes',
    names: joinSpans(
      named.map((entry) => nameOf(entry, context)),
      '; ',
    ),
    more: found.length - named.length,
  });
  return [{ kind: 'note', spans }];
}

function actions({ language }: CommandContext): Reply['actions'] {
  return ['ceasefire', 'casualties'].map((name) => ({
    label: language.text(`command-${name}-button`),
    command: name,
    args: {},
  }));
}
