/** One change as a row: what it is about, what is new or was → is, why, and out of which sources. */

import type { Change } from '../changes/change.ts';
import { withShortDates } from '../reply/language.ts';
import { joinSpans, type Spans } from '../reply/span.ts';
import { zonedSpan } from '../reply/zoned-time.ts';
import { citeSources } from './cite.ts';
import { briefDifferences, differences } from './differences.ts';
import { type Detail, inEachRow, lastWords, nameOf, standingRow } from './kinds/index.ts';
import { sentenceEnd } from './sentence-end.ts';
import type { WordingContext } from './wording-context.ts';

/** A row of its own for each change, whatever its kind. */
export function changeRow(change: Change, context: WordingContext, detail: Detail = 'brief'): Spans {
  const { language } = context;
  const { what, entry } = change;
  if (what === 'new') return standingRow(entry, context);
  return joinSpans([
    language.spans('change-line', { what, name: nameOf(entry, context) }),
    ...details(change, context, detail),
  ]);
}

/**
 * For a message that was sent already: when it was corrected, `at` (Unix time in ms), what, "5 → 7" and why.
 * The sources stand in the message that it corrects, and a button away from a notice.
 */
export function correctionRow(change: Change, at: number, context: WordingContext, detail: Detail = 'terse'): Spans {
  const short = { ...context, language: withShortDates(context.language) };
  const { what, entry, reason } = change;
  const changes = briefChanges(change, short, { detail });
  const words = {
    what,
    time: zonedSpan(at, context.timezone, short.language),
    name: nameOf(entry, short),
    has: changes.length > 0 ? 'yes' : 'no',
    changes,
    end: sentenceEnd(changes),
  };
  return joinSpans([
    short.language.spans('correction-line', words),
    ...(reason === null ? [] : [reasonSpans(reason, short)]),
  ]);
}

/** What was and what is, or what was taken back or stands again, in a few words; see `briefDifferences`. */
export function briefChanges(
  { what, entry, before }: Change,
  context: WordingContext,
  room: { readonly detail?: Detail; readonly longest?: number } = {},
): Spans {
  if (what === 'corrected' || what === 'updated')
    return before === undefined ? [] : briefDifferences(before, entry, context, room);
  return lastWords(entry, context);
}

/** What is different, why, and the sources; step by step where there were several. */
function details(change: Change, context: WordingContext, detail: Detail): readonly Spans[] {
  const { what, entry, reason, steps } = change;
  const always = what === 'retracted' ? [] : ifAny(inEachRow(entry, context));
  if (steps !== undefined) {
    return [
      ...stepByStep(steps, context, detail),
      ...(what === 'reinstated' ? [] : always),
      ...asItStands(change, context),
    ];
  }
  return [
    ...(what === 'reinstated' ? [standingRow(entry, context)] : []),
    ...whatChanged(change, context, detail),
    ...always,
    ...(reason === null ? [] : [reasonSpans(reason, context)]),
    ...(what === 'reinstated' ? [] : asItStands(change, context)),
  ];
}

function stepByStep(steps: readonly Change[], context: WordingContext, detail: Detail): readonly Spans[] {
  return steps.flatMap((step, index) => [
    context.language.spans(index === 0 ? 'change-step-first' : 'change-step-next', { what: step.what }),
    ...whatChanged(step, context, detail),
    ...(step.reason === null ? [] : [reasonSpans(step.reason, context)]),
  ]);
}

/** What was taken back, or what was and what is. */
function whatChanged(change: Change, context: WordingContext, detail: Detail): readonly Spans[] {
  const { what, entry, before } = change;
  if (what !== 'retracted') return before === undefined ? [] : differences(before, entry, context, detail);
  return ifAny(lastWords(entry, context)).map((words) =>
    context.language.spans('change-read', { words, end: sentenceEnd(words) }),
  );
}

/** What it rests on; of what stands again all of it. */
function asItStands({ what, entry }: Change, context: WordingContext): readonly Spans[] {
  if (what === 'reinstated') return [standingRow(entry, context)];
  const { dossier, language, mostSources } = context;
  return 'sources' in entry.fields ? [citeSources(dossier, entry.fields.sources, language, mostSources)] : [];
}

/** Why something was changed, in the words of whoever did. */
export function reasonSpans(reason: string, { language }: Pick<WordingContext, 'language'>): Spans {
  return language.spans('change-reason', { reason, end: sentenceEnd([reason]) });
}

function ifAny(spans: Spans): readonly Spans[] {
  return spans.length === 0 ? [] : [spans];
}
