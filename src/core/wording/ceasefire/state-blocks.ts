/** The state of the ceasefire as blocks: how it stands and how old that is, what was agreed, and its terms. */

import type { Agreement } from '../../dossier/ceasefire/agreements.ts';
import { announcementOf } from '../../dossier/ceasefire/announced.ts';
import { type CeasefireView, isOver, isStale } from '../../dossier/ceasefire/view.ts';
import { newestOf } from '../../dossier/dates/age.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Ceasefire, Talks } from '../../dossier/entries.ts';
import type { Block, Spans } from '../../reply/span.ts';
import { ageWords } from '../as-of.ts';
import { capitalised, partyName } from '../short-names.ts';
import type { NameContext, WordingContext } from '../wording-context.ts';
import { agreedLine, agreementLines, endText, ranOutText } from './agreement-lines.ts';

/**
 * R15: past the threshold the answer does not begin with the old state, since the bot does not know how things stand
 * today. `isPast`: the asker named a day before it.
 */
export function leadBlocks(
  view: CeasefireView,
  isPast: boolean,
  context: Pick<WordingContext, 'dossier' | 'language' | 'staleAfterDays'>,
): readonly Block[] {
  const { language, staleAfterDays } = context;
  const { state, newest, day } = view;
  const age = newestOf([newest.effectiveFrom], day);
  const text = (spans: Spans): Block => ({ kind: 'text', spans });
  const strong = (words: string) => text([{ kind: 'strong', text: words }]);
  const over = view.overLast;
  const lastSpans = over
    ? agreedLine('ceasefire-agreed-last', over, context)
    : language.spans('ceasefire-newest', stateWords(newest, context));
  const last = newest === state ? [] : [text(lastSpans)];
  if (!age || !isStale(view, staleAfterDays)) return [strong(capitalised(standingText(view, context))), ...last];
  const known = { date: language.date(age.date), day: language.date(parseEdtf(day)), ...ageWords(age) };
  return [
    strong(language.text(isPast ? 'ceasefire-stale-then' : 'ceasefire-stale', known)),
    text(
      language.spans(isOver(view) ? 'ceasefire-stale-ended' : 'ceasefire-stale-state', {
        state: standingText(view, context),
      }),
    ),
    ...last,
  ];
}

/** How it stands, in a sentence: what has ended is said to have (R19). */
function standingText(view: CeasefireView, context: Pick<WordingContext, 'dossier' | 'language'>): string {
  const { standing, state, truce } = view;
  const words = stateWords(state, context);
  if (standing === 'fell') return context.language.text('ceasefire-fell', words);
  if (standing === 'ran out' && truce?.until) {
    return ranOutText(truce, truce.until, view.newest !== state, context);
  }
  return context.language.text('ceasefire-state', words);
}

function stateWords({ state, headline, effectiveFrom }: Ceasefire, { language }: Pick<WordingContext, 'language'>) {
  return { state, headline, date: language.date(parseEdtf(effectiveFrom)) };
}

/** Since when, agreed when and by whose help, what came of it, and the terms. */
export function stateBlocks(view: CeasefireView, context: WordingContext): readonly Block[] {
  const terms = termBlocks(view, context);
  return [
    { kind: 'list', items: agreementLines(view, context) },
    ...(terms.length > 0 ? terms : [{ kind: 'text' as const, spans: context.language.spans('ceasefire-no-terms') }]),
  ];
}

/** The terms of what stands; of what has ended as that, also beside what was agreed since. */
function termBlocks(
  { standing, state, truce, beside, fall, fallen, lapsed, agreedSince }: CeasefireView,
  context: WordingContext,
): readonly Block[] {
  const { language } = context;
  const date = (text: string) => language.date(parseEdtf(text));
  const open = [...(truce && truce.status !== 'ended' ? [truce] : []), ...beside];
  const described = standing === 'described' && open.length === 0 ? termItems([state], context) : [];
  return [
    ...termList(language.spans('ceasefire-terms'), [
      ...described,
      ...open.flatMap((one) => agreementTerms(one, context)),
    ]),
    ...[lapsed, truce, ...agreedSince].flatMap((one) => ranOutTerms(one, context)),
    ...(fall
      ? termList(
          language.spans('ceasefire-terms-fell', { date: date(fall.effectiveFrom) }),
          fallen.flatMap((one) => agreementTerms(one, context)),
        )
      : []),
  ];
}

/** Of what has run out; else none. */
function ranOutTerms(one: Agreement | undefined, context: WordingContext): readonly Block[] {
  if (one?.end?.how !== 'ran out' || !one.until) return [];
  const end = endText(one.until, (date) => context.language.date(date));
  return termList(context.language.spans('ceasefire-terms-ran-out', { end }), agreementTerms(one, context));
}

/** Nothing where there are none: no title stands over nothing. */
function termList(title: Spans, items: readonly Spans[]): readonly Block[] {
  if (items.length === 0) return [];
  return [
    { kind: 'text', spans: title, staysWithNext: true },
    { kind: 'list', items },
  ];
}

function agreementTerms({ entry, course }: Agreement, context: WordingContext): readonly Spans[] {
  return termItems([entry, ...course], context);
}

/** Terms that others announced are of the day of their words. */
function termItems(entries: readonly Ceasefire[], { dossier, language }: WordingContext): readonly Spans[] {
  return entries.flatMap((entry) => {
    const date = language.date(parseEdtf(announcementOf(dossier, entry)?.date ?? entry.effectiveFrom));
    return entry.terms.map((term) => language.spans('ceasefire-term', { term, date }));
  });
}

/** Talks are shown beside the ceasefire, never as its state (R18). */
export function talksBlocks(round: Talks, day: string, context: WordingContext): readonly Block[] {
  return [{ kind: 'text', spans: talksSpans(round, day, context) }];
}

/** A round of talks, as it stood on `day`, with the reminder that it is not the ceasefire. */
export function talksSpans(round: Talks, day: string, { dossier, language }: NameContext): Spans {
  const words = {
    ...talksWords(round, { dossier, language }),
    date: language.date(parseEdtf(round.date)),
    summary: round.outcomeSummary,
  };
  // The outcome is known only when the round is over, and not from sources that were not out yet.
  const id = dossier.partlyKnown.has(round.id)
    ? 'ceasefire-talks-later'
    : areGoingOn(round.date, day)
      ? 'ceasefire-talks-going-on'
      : 'ceasefire-talks';
  return language.spans(id, words);
}

/** Which round it was and by whose count, and how it ended and on whose word: variables of messages about talks. */
export function talksWords(
  { round, venue, outcome, outcomeBy = [], countedHere }: Talks,
  { dossier, language }: NameContext,
) {
  return {
    round,
    counted: countedHere === true ? 'here' : 'there',
    venue,
    outcome,
    says: outcomeBy.length === 0 ? 'nobody' : 'somebody',
    by: language.list(outcomeBy.map((id) => partyName(dossier, id))),
  };
}

/** Whether the talks of `date` (EDTF) go on after `day` (`YYYY-MM-DD`). */
export function areGoingOn(date: string, day: string): boolean {
  return parseEdtf(date).latest > day;
}
