/** The answer about the ceasefire on one screen: as much of the state, the sides' words and the rest as fits (V1). */

import type { IncidentsFound } from '../../dossier/ceasefire/incidents-found.ts';
import type { CeasefireView } from '../../dossier/ceasefire/view.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Talks } from '../../dossier/entries.ts';
import { growToScreen } from '../../reply/screen.ts';
import { type Block, joinSpans, type Spans } from '../../reply/span.ts';
import { briefAsOf, isPast, type When } from '../as-of.ts';
import { roughlyKnownNotes } from '../roughly-known.ts';
import type { WordingContext } from '../wording-context.ts';
import { briefIncidents, briefTalks, type IncidentsDetail } from './brief-incidents.ts';
import { briefPositions, type PositionsDetail } from './brief-positions.ts';
import { recordedSpans, type StateDetail } from './brief-state.ts';
import { ageSpans, titleSpans } from './brief-title.ts';

type Level = StateDetail & PositionsDetail & IncidentsDetail & { readonly talks: boolean };

/** What is always shown; the rest is in the details. */
const CORE: Level = {
  headline: 26,
  announced: 26,
  news: 0,
  event: 0,
  names: 16,
  isFull: false,
  agreements: 1,
  role: 0,
  venue: 0,
  unnamedVenue: 20,
  older: false,
  standpoint: 0,
  people: false,
  reportedEnd: false,
  latest: 0,
  maybe: 0,
  answers: 18,
  pairs: false,
  blame: false,
  maybeBlame: false,
  eve: false,
  apart: false,
  talks: false,
  summary: 18,
  words: 18,
  sentences: 0,
};

/** The most wanted first. */
const STEPS: readonly Partial<Level>[] = [
  // What happened last, and what both sides say of it.
  { news: 80 },
  { answers: 80 },
  { summary: 80 },
  // What a side last said of whether the ceasefire holds is more than who spoke for it.
  { standpoint: 42 },
  // A title where there is no room for what each side says.
  { maybe: 40, latest: 40 },
  { maybe: 80, latest: 80 },
  { eve: true },
  // What somebody announced says nothing where it is cut to its beginning.
  { announced: 60 },
  // A government's own last word, where only others of its side spoke later.
  { older: true },
  { unnamedVenue: 60 },
  { names: 20 },
  { reportedEnd: true },
  // What one side takes for an attack of the other is not passed over.
  { apart: true },
  { pairs: true },
  { names: 24 },
  { headline: 50 },
  { words: 24 },
  { people: true },
  { maybeBlame: true },
  // A ministry's own name, where its country's stood for it.
  { names: 30 },
  { words: 32 },
  { blame: true },
  { headline: 60 },
  { words: 48 },
  { names: 40 },
  { words: 60 },
  { talks: true },
  { words: 80 },
  { news: 140 },
  { event: 140 },
  { words: 120 },
  { sentences: 80 },
  { words: 160 },
  { agreements: 3 },
  { sentences: 140 },
  { words: 200 },
  { sentences: 200 },
  { isFull: true },
  { headline: 100 },
  { names: 70 },
  { words: 300 },
  { role: 25 },
  { latest: 100 },
  { role: 60 },
  { words: 400, sentences: 400 },
];

/** What both the first screen and its details are made of. */
export interface CeasefireFacts {
  readonly view: CeasefireView;
  readonly found: IncidentsFound;
  readonly round: Talks | undefined;
  /** EDTF, of all facts in the answer. */
  readonly dates: readonly string[];
}

export interface FirstScreen {
  readonly title: Spans;
  readonly blocks: readonly Block[];
  readonly footer: readonly Block[];
}

export function firstScreen(
  { view, found, round, dates }: CeasefireFacts,
  asked: When,
  context: WordingContext,
): FirstScreen {
  const title = titleSpans(view, asked, context);
  const ids = [view.state, view.newest, ...[...found.shown, ...found.dayBefore].map(({ report }) => report)];
  const rough = roughlyKnownNotes(
    ids.map(({ id }) => id),
    context,
  );
  const footer = [...rough, briefAsOf(dates, asked, context)];
  // Talks of before what holds now, or fell, are in the details: beside it they would read as news.
  const began = view.from && parseEdtf(view.from.entry.effectiveFrom).earliest;
  const isOfNow = round && (began === undefined || parseEdtf(round.date).latest >= began);
  const talks = isOfNow ? [briefTalks(round, view.day, context)] : [];
  const state = once(
    ['headline', 'announced', 'news', 'event', 'names', 'isFull', 'agreements', 'reportedEnd'],
    (level) =>
      joinSpans([ageSpans(view, isPast(asked, context), level.news, context), recordedSpans(view, level, context)]),
  );
  const positions = once(
    [
      'names',
      'role',
      'venue',
      'unnamedVenue',
      'older',
      'standpoint',
      'people',
      'summary',
      'words',
      'sentences',
      'answers',
      'pairs',
    ],
    (level) => briefPositions(view, level, context),
  );
  const incidents = once(['latest', 'maybe', 'news', 'names', 'blame', 'maybeBlame', 'eve', 'apart'], (level) =>
    briefIncidents(view, found, level, context),
  );
  const blocksOf = (level: Level): readonly Block[] => [
    { kind: 'text', spans: state(level) },
    positions(level),
    { kind: 'text', spans: joinSpans([incidents(level), ...(level.talks ? talks : [])]) },
  ];
  // Talks that go on, or end that day, are the news of the day.
  const steps = isOfNow && parseEdtf(round.date).latest >= view.day ? [{ talks: true }, ...STEPS] : STEPS;
  const level = growToScreen(CORE, steps, (one) => [{ kind: 'heading', spans: title }, ...blocksOf(one), ...footer]);
  return { title, blocks: blocksOf(level), footer };
}

/** Composed anew only where one of `fields` is another than before. */
function once<Made>(fields: readonly (keyof Level)[], make: (level: Level) => Made): (level: Level) => Made {
  const made = new Map<string, Made>();
  return (level) => {
    const key = fields.map((field) => level[field]).join(' ');
    const one = made.get(key) ?? make(level);
    made.set(key, one);
    return one;
  };
}
