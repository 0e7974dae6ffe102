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
import { ageText, titleSpans } from './brief-title.ts';
import { areGoingOn } from './state-blocks.ts';

type Level = StateDetail & PositionsDetail & IncidentsDetail & { readonly talks: boolean };

/** What is always shown; the rest is in the details. */
const CORE: Level = {
  headline: 26,
  event: 0,
  names: 16,
  isFull: false,
  agreements: 1,
  role: 0,
  venue: 0,
  older: false,
  standpoint: 0,
  people: true,
  reportedEnd: false,
  latest: 0,
  blame: false,
  maybeBlame: false,
  apart: false,
  talks: false,
  summary: 18,
  words: 18,
  sentences: 0,
};

/** The most wanted first. */
const STEPS: readonly Partial<Level>[] = [
  // Who spoke for a side goes where there is no room for what it last said of whether the ceasefire holds.
  { summary: 48, people: false },
  { names: 20 },
  { standpoint: 42 },
  { names: 24 },
  { words: 24 },
  { people: true },
  { reportedEnd: true },
  { maybeBlame: true },
  // Cut before its ministry, a name would be the country's.
  { names: 30 },
  { headline: 40 },
  { words: 32 },
  { blame: true },
  { headline: 60 },
  { older: true },
  { words: 48 },
  { names: 40 },
  { words: 60 },
  { talks: true },
  { apart: true },
  { words: 80 },
  { latest: 80 },
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
  const age: Spans = [{ kind: 'strong', text: ageText(view, isPast(asked), context) }];
  // Talks of before what holds now, or fell, are in the details: beside it they would read as news.
  const began = view.from && parseEdtf(view.from.entry.effectiveFrom).earliest;
  const isOfNow = round && (began === undefined || parseEdtf(round.date).latest >= began);
  const talks = isOfNow ? [briefTalks(round, view.day, context)] : [];
  const state = once(['headline', 'event', 'names', 'isFull', 'agreements', 'reportedEnd'], (level) =>
    joinSpans([age, recordedSpans(view, level, context)]),
  );
  const positions = once(
    ['names', 'role', 'venue', 'older', 'standpoint', 'people', 'summary', 'words', 'sentences'],
    (level) => briefPositions(view, level, context),
  );
  const incidents = once(['latest', 'names', 'blame', 'maybeBlame', 'apart'], (level) =>
    briefIncidents(view, found, level, context),
  );
  const blocksOf = (level: Level): readonly Block[] => [
    { kind: 'text', spans: state(level) },
    positions(level),
    { kind: 'text', spans: joinSpans([incidents(level), ...(level.talks ? talks : [])]) },
  ];
  // Talks that go on are the news of the day.
  const steps = isOfNow && areGoingOn(round.date, view.day) ? [{ talks: true }, ...STEPS] : STEPS;
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
