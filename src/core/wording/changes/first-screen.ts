/** /changes on one screen: corrections first, then the most significant news, then how much more there is (V1). */

import type { Change } from '../../changes/change.ts';
import { type Changes, changesInOrder } from '../../changes/changes.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import { SECTIONS } from '../../dossier/kinds/index.ts';
import { memoise } from '../../dossier/memoise.ts';
import { balanced, remarks } from '../../dossier/quotes.ts';
import { growToScreen } from '../../reply/screen.ts';
import type { Block, Spans } from '../../reply/span.ts';
import { briefFigures } from '../casualties/brief-figures.ts';
import { heading, newQuotes } from '../sections.ts';
import type { WordingContext } from '../wording-context.ts';
import { briefCorrection, briefNews, briefRemark, type ChangeRoom } from './brief-change.ts';

/** The detail of /changes that leaves nothing out. */
export const ALL_CHANGES = 'all';

interface Level extends ChangeRoom {
  readonly corrections: number;
  readonly news: number;
  /** Incidents with new figures, and groups of victims of each. */
  readonly incidents: number;
  readonly groups: number;
  readonly remarks: number;
}

const CORE: Level = { corrections: 0, news: 0, incidents: 0, groups: 1, remarks: 0, names: 30, values: 16, reason: 30 };

/** The most wanted first. Several counts of one kind: as many of them as there is room for. */
const STEPS: readonly Partial<Level>[] = [
  { corrections: 1 },
  { news: 1 },
  { names: 60 },
  { values: 40, reason: 60 },
  { corrections: 2 },
  { news: 2 },
  { incidents: 1 },
  { corrections: 3 },
  { news: 3 },
  { names: 90 },
  { corrections: 4 },
  { corrections: 5 },
  { remarks: 2 },
  { news: 4 },
  { news: 5 },
  { corrections: 6 },
  { corrections: 8 },
  { values: 60, reason: 100 },
  { groups: 2 },
  { incidents: 2 },
  { news: 6 },
  { news: 8 },
  { remarks: 4 },
  { names: 120 },
  { reason: 200 },
  { incidents: 3 },
];

interface Wanted {
  /** The figures that a new one stands beside are those of this one. */
  readonly dossier: Dossier;
  /** The title, and notes that are always shown. */
  readonly around: readonly Block[];
}

/** Not empty where something changed. What has no room is counted. */
export function changesScreen(
  changes: Changes,
  { dossier, around }: Wanted,
  context: WordingContext,
): readonly Block[] {
  const figures = changes.figures.filter(({ what }) => what === 'new');
  const fresh = new Set(figures.map(({ id }) => id));
  const news = newsInOrder(changes);
  const said = balanced(context.dossier, remarks(newQuotes(changes.quotes), context.dossier.quotes));
  const beside = memoise((room: { readonly incidents: number; readonly groups: number }) =>
    briefFigures(fresh, { ...context, dossier }, room),
  );
  const blocksOf = (level: Level): readonly Block[] => {
    const shown = {
      corrections: changes.corrections.slice(0, level.corrections),
      news: news.slice(0, level.news),
      figures: fresh.size === 0 ? NO_FIGURES : beside({ incidents: level.incidents, groups: level.groups }),
      remarks: said.slice(0, level.remarks),
    };
    const ids = new Set([
      ...[...shown.corrections, ...shown.news].map(({ id }) => id),
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
        shown.news.map((one) => briefNews(one, level, context)),
        context,
      ),
      ...(shown.figures.blocks.length === 0 ? [] : [heading('changes-figures', context), ...shown.figures.blocks]),
      ...(shown.remarks.length === 0
        ? []
        : [
            heading('changes-new-quotes', context),
            ...shown.remarks.map((remark) => briefRemark(remark, level, context)),
          ]),
      ...countsOf(changes, ids, context),
    ];
  };
  return blocksOf(growToScreen(CORE, STEPS, (level) => [...around, ...blocksOf(level)]));
}

const NO_FIGURES = { blocks: [], shown: [] };

/** The newest state of the ceasefire, developments by their significance, talks, then what more is known. */
function newsInOrder({ ceasefire, developments, talks, figures, quotes }: Changes): readonly Change[] {
  const [newest, ...states] = ceasefire;
  const updated = [...figures, ...quotes].filter(({ what }) => what !== 'new');
  return [...(newest ? [newest] : []), ...developments, ...talks, ...states, ...updated];
}

/** "Not shown: 2 corrections and 14 casualty figures." */
function countsOf(changes: Changes, shown: ReadonlySet<string>, { language }: WordingContext): readonly Block[] {
  const counts = (['corrections', ...SECTIONS.map(({ name }) => name)] as const).flatMap((what) => {
    const count = changes[what].filter(({ id }) => !shown.has(id)).length;
    return count === 0 ? [] : [language.text('why-count', { count, what })];
  });
  if (counts.length === 0) return [];
  const isAll = shown.size === 0 && changesInOrder(changes).length > 0;
  return [
    {
      kind: 'text',
      spans: language.spans('changes-more', { counts: language.list(counts), shown: isAll ? 'nothing' : 'some' }),
    },
  ];
}

function listOf(id: string, items: readonly Spans[], context: WordingContext): readonly Block[] {
  return items.length === 0 ? [] : [heading(id, context), { kind: 'list', items }];
}
