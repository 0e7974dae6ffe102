/** /changes: what changed in the dossier since a day or a position in the ledger: corrections first, then news. */

import { type Changes, changesInOrder, changesWhere, newestNews } from '../src/core/changes/changes.ts';
import { dossierAt } from '../src/core/changes/dossier-at.ts';
import { type Filters, leftOutBy } from '../src/core/changes/filters.ts';
import { type Args, type CommandContext, command } from '../src/core/chat/command.ts';
import { type LedgerRange, parseLedgerRange, rangeNotes, whereIn } from '../src/core/chat/ledger-range.ts';
import { parseEdtf } from '../src/core/dossier/dates/edtf.ts';
import { dayOf, endOfDay } from '../src/core/dossier/dates/knowledge.ts';
import { dateOf } from '../src/core/dossier/news.ts';
import { type RawArguments, type Reply, reply } from '../src/core/reply/reply.ts';
import type { Block } from '../src/core/reply/span.ts';
import { ALL, parseTopics, TOPICS } from '../src/core/subscriptions/topics.ts';
import { asOfNote } from '../src/core/wording/as-of.ts';
import { filterNotes, leftOutNotes } from '../src/core/wording/filter-notes.ts';
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

const params = {
  since: { kind: 'text', offered: ['today', 'yesterday'], rest: true },
  until: { kind: 'text', offered: ['today', 'yesterday'] },
  topics: { kind: 'text', offered: [ALL, ...TOPICS] },
  side: { kind: 'name', names: sideNames, strict: true },
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
      ? nothing(changes, span, filters, context)
      : all(changes, span, filters, context);
  },
});

/** What was asked, to be asked again. */
function rawOf({ side, ...texts }: Args<typeof params>): RawArguments {
  const given = { ...texts, side: side?.id };
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function filtersOf({ topics, side }: Args<typeof params>): Filters {
  return {
    topics: topics === undefined ? [] : parseTopics(topics),
    side: side?.id ?? null,
  };
}

function all(changes: Changes, span: LedgerRange, filters: Filters, context: CommandContext): Reply {
  const states = stateChangeBlocks(changes, context);
  const own = {
    ceasefire: [...(states.length === 0 ? [] : [heading('changes-ceasefire', context)]), ...states],
    // Beside what was known by then: later figures are not of that stretch.
    figures: figureBlocks(changes, { ...context, dossier: asUntil(span, context) }),
    quotes: quoteBlocks(changes, context),
  };
  const dates = changesInOrder(changes).flatMap(({ entry }) => dateOf(entry) ?? []);
  return reply({
    blocks: [
      ...opening(span, filters, context),
      ...correctionBlocks(changes, context),
      ...sectionBlocks(changes, own, context),
      ...leftOutNotes(changes, context),
    ],
    footer: [...figureFooter(changes, context), asOfNote(dates, {}, context)],
    actions: actions(context),
  });
}

function asUntil({ until }: LedgerRange, { dossier }: CommandContext): CommandContext['dossier'] {
  if (until === undefined) return dossier;
  return 'position' in until ? dossierAt(dossier, until.position) : dossier.asKnownAt(endOfDay(until.day));
}

/** If nothing changed, a button leads to the newest change that passes the filters. */
function nothing(changes: Changes, span: LedgerRange, filters: Filters, context: CommandContext): Reply {
  const { dossier, language } = context;
  const newest = newestNews(dossier, (entry) => leftOutBy(entry, filters, dossier) === undefined);
  const since = newest && dayOf(newest.at, 'UTC');
  const date = since === undefined ? '' : language.date(parseEdtf(since));
  const { topics, side } = filters;
  const filtered = { ...(topics.length === 0 ? {} : { topics: topics.join(',') }), ...(side === null ? {} : { side }) };
  return reply({
    blocks: [
      ...opening(span, filters, context),
      { kind: 'text', spans: language.spans('changes-nothing') },
      ...(since === undefined ? [] : [{ kind: 'text' as const, spans: language.spans('changes-newest', { date }) }]),
      ...leftOutNotes(changes, context),
    ],
    footer: [asOfNote([], {}, context)],
    actions: [
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

function opening(span: LedgerRange, filters: Filters, context: CommandContext): readonly Block[] {
  const { dossier, language } = context;
  return [
    { kind: 'heading', spans: language.spans('changes-title', { conflict: dossier.conflict.name }) },
    ...rangeNotes(span, context),
    ...filterNotes(filters, context),
  ];
}

function actions({ language }: CommandContext): Reply['actions'] {
  return ['ceasefire', 'casualties'].map((name) => ({
    label: language.text(`command-${name}-button`),
    command: name,
    args: {},
  }));
}
