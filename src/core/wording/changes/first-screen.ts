/** /changes on one screen: corrections first, then the gravest news by day, then how much more there is (V1). */

import type { Change } from '../../changes/change.ts';
import { type Changes, changesInOrder } from '../../changes/changes.ts';
import { gravestFirst, type News, newestDayFirst } from '../../changes/gravest.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import { SECTIONS } from '../../dossier/kinds/index.ts';
import { memoise } from '../../dossier/memoise.ts';
import { dateOf } from '../../dossier/news.ts';
import { balanced, remarks } from '../../dossier/quotes.ts';
import { growToScreen } from '../../reply/screen.ts';
import type { Block, Spans } from '../../reply/span.ts';
import { briefFigures, type FigureLimits } from '../casualties/brief-figures.ts';
import type { NoteSize } from '../casualties/brief-group.ts';
import { heading, newQuotes } from '../sections.ts';
import type { WordingContext } from '../wording-context.ts';
import { briefCorrection, briefNews, briefRemark, type ChangeRoom } from './brief-change.ts';

/** The detail of /changes that leaves nothing out. */
export const ALL_CHANGES = 'all';

interface Level extends Omit<ChangeRoom, 'year' | 'dossier'> {
  readonly corrections: number;
  readonly news: number;
  /** Incidents with new figures, and groups of victims of each. */
  readonly incidents: number;
  readonly groups: number;
  /** Of each group of victims. */
  readonly claimants: number;
  readonly noteSize: NoteSize;
  readonly remarks: number;
  /** Whether what is not shown is counted by its kinds: all of it is always counted. */
  readonly kinds: boolean;
}

const CORE: Level = {
  corrections: 0,
  news: 0,
  incidents: 0,
  groups: 1,
  claimants: 2,
  noteSize: 'one',
  remarks: 0,
  kinds: false,
  names: 30,
  values: 16,
  reason: 30,
  headlines: false,
};

/**
 * The most wanted first. Several counts of one kind: as many of them as there is room for. `grave` is how much news is
 * too grave to give way to a figure.
 */
function stepsFor(grave: number): readonly Partial<Level>[] {
  const news = (from: number, to: number) => [1, 2, 3, 4, 5, 6, 8].filter((n) => n >= from && n <= to).map(toNews);
  const first = Math.max(1, Math.min(grave, MOST_GRAVE));
  return [
    { corrections: 1 },
    ...news(1, 1),
    ...(grave > 1 ? [{ headlines: true }] : []),
    { names: 60 },
    { values: 40, reason: 60 },
    { corrections: 2 },
    ...news(2, first),
    { incidents: 1 },
    { headlines: true },
    { kinds: true },
    { noteSize: 'whole' },
    { corrections: 3 },
    ...news(2, 3),
    { names: 90 },
    { corrections: 4 },
    { corrections: 5 },
    { claimants: 5 },
    { remarks: 2 },
    ...news(4, 5),
    { corrections: 6 },
    { corrections: 8 },
    { values: 60, reason: 100 },
    { groups: 2 },
    { incidents: 2 },
    ...news(6, 8),
    { remarks: 4 },
    { names: 120 },
    { reason: 200 },
    { incidents: 3 },
  ];
}

const MOST_GRAVE = 5;

function toNews(news: number): Partial<Level> {
  return { news };
}

interface Wanted {
  /** The figures that a new one stands beside are those of this one. */
  readonly dossier: Dossier;
  /** The title, and notes that are always shown. */
  readonly around: readonly Block[];
  /** The year that the title names, if any. */
  readonly year: number | undefined;
}

/** Not empty where something changed. What has no room is counted. */
export function changesScreen(
  changes: Changes,
  { dossier, around, year }: Wanted,
  context: WordingContext,
): readonly Block[] {
  const figures = changes.figures.filter(({ what }) => what === 'new');
  const fresh = new Set(figures.map(({ id }) => id));
  const news = gravestFirst(changes, context.dossier);
  // A state without its headline does not say what happened.
  const apart = news.flatMap((one) => tellsOf(one).map((change): News => ({ ...one, change, also: undefined })));
  const said = balanced(context.dossier, remarks(newQuotes(changes.quotes), context.dossier.quotes));
  const beside = memoise((room: FigureLimits) => briefFigures(fresh, { ...context, dossier }, room));
  const blocksOf = (level: Level): readonly Block[] => {
    const shown = {
      corrections: changes.corrections.slice(0, level.corrections),
      news: newestDayFirst((level.headlines ? news : apart).slice(0, level.news)),
      figures: level.incidents === 0 ? NO_FIGURES : beside(figureRoom(level)),
      remarks: said.slice(0, level.remarks),
    };
    const ids = new Set([
      ...[...shown.corrections, ...shown.news.flatMap(tellsOf)].map(({ id }) => id),
      ...shown.figures.shown,
      ...shown.remarks.flatMap(({ quote, variants }) => [quote, ...variants].map(({ id }) => id)),
    ]);
    return [
      ...listOf(
        'changes-corrections',
        shown.corrections.map((one) => briefCorrection(one, level, context)),
        context,
      ),
      ...listOf(
        'changes-news',
        shown.news.map(({ change }) =>
          briefNews(change, { ...level, dossier, year: sharedYear(shown.news, year) }, context),
        ),
        context,
      ),
      ...(shown.figures.blocks.length === 0 ? [] : [heading('changes-figures', context), ...shown.figures.blocks]),
      ...(shown.remarks.length === 0
        ? []
        : [
            heading('changes-new-quotes', context),
            ...shown.remarks.map((remark) => briefRemark(remark, level, context)),
          ]),
      ...countsOf(changes, ids, level, context),
    ];
  };
  return blocksOf(
    growToScreen<Level>(CORE, stepsFor(news.filter(({ isGrave }) => isGrave).length), (level) => [
      ...around,
      ...blocksOf(level),
    ]),
  );
}

function figureRoom({ incidents, groups, claimants, noteSize }: Level): FigureLimits {
  return { incidents, groups, claimants, noteSize };
}

const NO_FIGURES = { blocks: [], shown: [] };

/** `year` where it is that of all these days; else each has its own. */
function sharedYear(news: readonly News[], year: number | undefined): number | undefined {
  const days = news.flatMap(({ change }) => dateOf(change.entry) ?? []).map(parseEdtf);
  const isOf = (day: string) => Number(day.slice(0, 4)) === year;
  return days.every(({ earliest, latest }) => isOf(earliest) && isOf(latest)) ? year : undefined;
}

function tellsOf({ change, also }: News): readonly Change[] {
  return also ? [change, also] : [change];
}

/** "16 of 20 not shown: 2 corrections and 14 casualty figures." */
function countsOf(
  changes: Changes,
  shown: ReadonlySet<string>,
  { kinds }: Pick<Level, 'kinds'>,
  { language }: WordingContext,
): readonly Block[] {
  const counts = (['corrections', ...SECTIONS.map(({ name }) => name)] as const).flatMap((what) => {
    const count = changes[what].filter(({ id }) => !shown.has(id)).length;
    return count === 0 ? [] : [language.text('why-count', { count, what })];
  });
  if (counts.length === 0) return [];
  const all = changesInOrder(changes);
  const left = all.filter(({ id }) => !shown.has(id)).length;
  return [
    {
      kind: 'text',
      spans: language.spans('changes-more', {
        counts: language.list(counts),
        shown: shown.size === 0 ? 'nothing' : kinds ? 'some' : 'few',
        left,
        all: all.length,
      }),
    },
  ];
}

function listOf(id: string, items: readonly Spans[], context: WordingContext): readonly Block[] {
  return items.length === 0 ? [] : [heading(id, context), { kind: 'list', items }];
}
