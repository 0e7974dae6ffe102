/** The state of the ceasefire as blocks: the state with its age, its terms, what each side says, and the talks. */

import type { CeasefireView, Position } from '../dossier/ceasefire.ts';
import { newestOf } from '../dossier/dates/age.ts';
import { parseEdtf } from '../dossier/dates/edtf.ts';
import type { Ceasefire, Talks } from '../dossier/entries.ts';
import { type Block, joinSpans, type Spans } from '../reply/span.ts';
import { ageWords } from './as-of.ts';
import { namesOf, quoteInline } from './cite.ts';
import type { NameContext, WordingContext } from './wording-context.ts';

/**
 * R15: past the threshold the answer does not begin with the old state, since the bot does not know how things stand
 * today. `day` (`YYYY-MM-DD`) is the day of the answer; `isPast`: the asker named it.
 */
export function leadBlocks(
  { state }: CeasefireView,
  day: string,
  isPast: boolean,
  context: Pick<WordingContext, 'language' | 'staleAfterDays'>,
): readonly Block[] {
  const { language, staleAfterDays } = context;
  const age = newestOf([state.effectiveFrom], day);
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

/** Since when, agreed when and by whose help, and the terms of the agreement and all that came since. */
export function stateBlocks(view: CeasefireView, { dossier, language }: WordingContext): readonly Block[] {
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

/** The last word of every side, and a row for one that has said nothing (R13). */
export function positionBlocks({ positions, silent }: CeasefireView, context: WordingContext): readonly Block[] {
  const { language } = context;
  const items = [
    ...positions.map((position) => toPosition(position, context)),
    ...silent.map(({ shortName }) => language.spans('ceasefire-silent', { party: shortName })),
  ];
  return [
    { kind: 'heading', spans: language.spans('ceasefire-positions') },
    { kind: 'list', items },
  ];
}

function toPosition({ party, summary, quote, from }: Position, { dossier, language }: WordingContext): Spans {
  const words = {
    party: { kind: 'strong' as const, text: party.shortName },
    date: language.date(parseEdtf(quote?.date ?? from.effectiveFrom)),
    summary,
  };
  const position = language.spans('ceasefire-position', words);
  return quote ? joinSpans([position, quoteInline(dossier, quote, language)]) : position;
}

/** Talks are shown beside the ceasefire, never as its state (R18). */
export function talksBlocks(round: Talks, day: string, context: WordingContext): readonly Block[] {
  return [{ kind: 'text', spans: talksSpans(round, day, context) }];
}

/** A round of talks, as it stood on `day`, with the reminder that it is not the ceasefire. */
export function talksSpans(round: Talks, day: string, { dossier, language }: NameContext): Spans {
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
  return language.spans(id, words);
}
