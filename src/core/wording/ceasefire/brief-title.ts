/** The title of an answer about the ceasefire, and how old that is (R15, R19). */

import { type CeasefireView, isOver, isStale } from '../../dossier/ceasefire/view.ts';
import { newestOf } from '../../dossier/dates/age.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import { joinSpans, type Spans } from '../../reply/span.ts';
import { agoText, type When } from '../as-of.ts';
import { sentenceEnd } from '../sentence-end.ts';
import type { NameContext, WordingContext } from '../wording-context.ts';
import { endText } from './agreement-lines.ts';

/** "Ceasefire: conditional, when last reported", with the day and what was known where those were asked for. */
export function titleSpans(view: CeasefireView, { on, known }: When, context: WordingContext): Spans {
  const { language } = context;
  return language.spans('truce-title', {
    clock: on && known ? 'both' : on ? 'on' : known ? 'known' : 'now',
    on: language.shortDate(parseEdtf(view.day)),
    known: known ? language.shortDate(known) : '',
    state: stateText(view, context),
    // What has ended has its day there.
    stale: !isOver(view) && isStale(view, context.staleAfterDays) ? 'yes' : 'no',
  });
}

function stateText({ standing, state, truce }: CeasefireView, context: NameContext): string {
  const { language } = context;
  if (standing === 'fell') {
    return language.text('truce-title-fell', {
      state: state.state,
      date: language.shortDate(parseEdtf(state.effectiveFrom)),
    });
  }
  if (standing === 'ran out' && truce?.until) {
    const named = truce.until.by.length > 0 ? 'yes' : 'no';
    return language.text('truce-title-ran-out', {
      named,
      date: endText(truce.until, (date) => language.shortDate(date)),
    });
  }
  const isPause = truce?.type === 'pause';
  return language.text(isPause ? 'truce-title-pause' : 'ceasefire-state-word', { state: state.state });
}

/**
 * The age of the newest entry, what that was, and that nobody knows more where it is old. `most`: UTF-16 units of what
 * happened; what is longer is left out.
 */
export function ageSpans(view: CeasefireView, isPast: boolean, most: number, context: WordingContext): Spans {
  const { language } = context;
  const age = newestOf([view.newest.effectiveFrom], view.day);
  if (!age) return [];
  const known = language.text('truce-age', {
    // Where nobody knows more, the day is said beside how long ago it was.
    dated: isDatedInTitle(view) && !isStale(view, context.staleAfterDays) ? 'yes' : 'no',
    date: language.shortDate(age.date),
    state: view.newest.state,
    told: toldOf(view),
    ago: agoText(age, !isPast, language),
  });
  const headline = eventOf(view, most);
  const spans: Spans = [
    { kind: 'strong', text: known },
    ...language.spans('truce-headline', {
      has: headline === '' ? 'no' : 'yes',
      headline: sentenceEnd([headline]) === 'closed' ? headline : `${headline}.`,
    }),
  ];
  if (!isStale(view, context.staleAfterDays)) return spans;
  const unknown = language.text('truce-unknown', { when: isPast ? 'then' : 'now' });
  return joinSpans([spans, [{ kind: 'strong', text: unknown }]]);
}

/** What the newest entry tells, beside its age; '' where that is too long, or is told as what was agreed. */
export function eventOf({ newest, truce, beside, agreedSince }: CeasefireView, most: number): string {
  const isAgreed = [...(truce ? [truce] : []), ...beside, ...agreedSince].some(({ entry }) => entry === newest);
  return isAgreed || newest.headline.length > most ? '' : newest.headline;
}

/** Whether the title has the day of the newest entry: it is not said again. */
function isDatedInTitle({ standing, state, newest }: CeasefireView): boolean {
  return standing === 'fell' && state === newest && state.state === 'collapsed';
}

/** Of what is over, its state is nobody’s any more. */
function toldOf({ overLast, state, newest }: CeasefireView): 'over' | 'yes' | 'no' {
  if (newest.state === state.state) return 'yes';
  return overLast === undefined ? 'no' : 'over';
}
