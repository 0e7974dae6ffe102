/** How the ceasefire stands, for the first screen: what is recorded of it. */

import { type AgreedEnd, type Agreement, endsReported, sidesWithout } from '../../dossier/ceasefire/agreements.ts';
import { type CeasefireView, isOver } from '../../dossier/ceasefire/view.ts';
import { newestOf } from '../../dossier/dates/age.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Ceasefire } from '../../dossier/entries.ts';
import { agreedIn } from '../../dossier/kinds/ceasefire.ts';
import { mainSideOf } from '../../dossier/speaking-for.ts';
import { joinSpans, type Spans } from '../../reply/span.ts';
import { cutNames } from '../brief/cut-names.ts';
import { cutAtWord } from '../brief/cut-words.ts';
import { sentenceEnd } from '../sentence-end.ts';
import type { NameContext } from '../wording-context.ts';
import { endText } from './agreement-lines.ts';
import { onWhoseWord } from './unconfirmed.ts';

/** For how many days an outlet's report of an end is news; after that it comes where there is room. */
const REPORTED_DAYS = 31;

/** How much of it is shown; lengths are in UTF-16 units. */
export interface StateDetail {
  /** Of what was agreed; what is longer is cut. */
  readonly headline: number;
  /** The same of what was agreed after a fall, or beside a truce. */
  readonly announced: number;
  /** Of what happened; what is longer is left out, as half of it would say something else. */
  readonly event: number;
  readonly names: number;
  /** What is not needed to know how it stands: who mediated, the last extension, the last report's headline. */
  readonly isFull: boolean;
  /** An end that somebody reported and no party is on record with. */
  readonly reportedEnd: boolean;
  /** Agreements named in a row; what is beyond is counted. */
  readonly agreements: number;
}

/** What is recorded: what it rests on, or what fell or ran out, and what was agreed since. */
export function recordedSpans(view: CeasefireView, detail: StateDetail, context: NameContext): Spans {
  const { standing, state, truce, fall, lapsed, agreedSince, maybeAgreedSince, beside, newest } = view;
  const others = beside.filter((one) => !agreedSince.includes(one));
  const sentence = (id: string, of: Ceasefire) =>
    context.language.spans(id, { state: of.state, date: dateOf(of, context), ...eventWords(of, detail) });
  const since = { date: fall ? dateOf(fall, context) : '' };
  /** Who has not confirmed it, and what became of it, unless the age of the newest has told that. */
  const more: typeof becameText = (one, ...how) => {
    const isAge = one.end === undefined && one.course.at(-1) === newest;
    const parts = [...onWhoseWord(one.entry, view.day, context, 'brief'), ...(isAge ? [] : [becameText(one, ...how)])];
    return parts
      .filter((text) => text !== '')
      .reduce((first, next) => (first === '' ? next : context.language.text('brief-joined', { first, next })), '');
  };
  const whole = { ...detail, headline: Math.max(detail.headline, detail.announced) };
  const agreed = (id: string, all: readonly Agreement[]): readonly Spans[] =>
    all.length === 0 ? [] : [context.language.spans(id, { ...since, agreements: listed(all, whole, context, more) })];
  return joinSpans([
    // What is as it was agreed has the day of that; the newest has told its own.
    ...(isOver(view) || [truce?.entry, newest].includes(view.since) ? [] : [sinceSpans(view, detail, context)]),
    ...(standing === 'fell' && state !== newest && state.headline.length <= detail.event
      ? [sentence('truce-fell', state)]
      : []),
    ...(truce ? truceSentences(view, truce, detail, context) : []),
    ...(standing === 'described' ? mediating(state, detail, context) : []),
    ...(fall && standing !== 'fell' ? [sentence('truce-fall-before', fall)] : []),
    ...(detail.isFull && view.fallen.length > 0
      ? [context.language.spans('truce-what-fell', { agreements: listed(view.fallen, detail, context, nothingMore) })]
      : []),
    ...(detail.isFull && lapsed
      ? [context.language.spans('truce-agreed-before', { agreement: agreementSpans(lapsed, detail, context) })]
      : []),
    ...(standing === 'fell' && agreedSince.length === 0 && !maybeAgreedSince
      ? [context.language.spans('truce-nothing-since')]
      : []),
    ...agreed('truce-agreed-since', agreedSince),
    ...agreed('truce-agreed-beside', others),
  ]);
}

function sinceSpans({ state, since, truce }: CeasefireView, detail: StateDetail, context: NameContext): Spans {
  // The headline of what was agreed comes with that; that of a later report of the same state is of another day.
  const event = truce?.entry === state || since !== state ? { has: 'no', headline: '' } : eventWords(state, detail);
  return context.language.spans('truce-since', { since: dateOf(since, context), ...event });
}

/** What stands or ran out: what was agreed when, by whose help, and until when. */
function truceSentences(
  { standing, newest, state, day }: CeasefireView,
  truce: Agreement,
  detail: StateDetail,
  context: NameContext,
): readonly Spans[] {
  const { language } = context;
  const { entry, course, until } = truce;
  const words = { headline: headline(entry, detail), date: dateOf(entry, context) };
  const alone = until && sidesWithout(context.dossier, until.by).length > 0 ? 'yes' : 'no';
  const end = until && { ...endWords(until.by, detail, context), alone, date: shortEnd(until, context) };
  if (standing === 'ran out') {
    const followed = newest === state ? 'no' : 'yes';
    const ended = { ...end, headline: closed(headline(entry, detail)), followed };
    return end ? [language.spans('truce-ran-out', ended)] : [];
  }
  const extension = course.findLast((one) => agreedIn(one) === 'extension');
  const mediators = detail.isFull ? cutNames(entry.mediators, detail, context) : [];
  return [
    language.spans('truce-rests', { ...words, mediated: mediators.length > 0 ? 'yes' : 'no', mediators }),
    ...onWhoseWord(entry, day, context, 'sentence').map((text): Spans => [text]),
    ...(extension && detail.isFull ? [language.spans('truce-extended', { date: dateOf(extension, context) })] : []),
    ...(end
      ? [
          language.spans('truce-until', {
            ...end,
            end: end.date,
            // What was named is no day, and says itself when it ends.
            isDay: until.asNamed === undefined && parseEdtf(until.date).latest === day ? 'yes' : 'no',
          }),
        ]
      : [language.spans('truce-no-end'), ...(detail.reportedEnd ? reportedEnd(truce, day, detail, context) : [])]),
  ];
}

/** The last end that somebody reported and no party is on record with, always with who reported it. */
function reportedEnd(truce: Agreement, day: string, detail: StateDetail, context: NameContext): readonly Spans[] {
  const { dossier, language } = context;
  const ends = endsReported(truce).flatMap(({ summary, source }) => {
    const found = dossier.sources.get(source);
    return found ? [{ summary, found }] : [];
  });
  const last = ends.at(-1);
  if (last === undefined) return [];
  const age = newestOf([last.found.publishedOn], day);
  if (age && age.days > REPORTED_DAYS && !detail.isFull) return [];
  const words = {
    summary: cutAtWord(last.summary, detail.headline),
    publisher: cutAtWord(last.found.publisher, detail.names),
    date: short(last.found.publishedOn, context),
    count: ends.length,
  };
  return [language.spans('truce-end-reported', words)];
}

function mediating({ mediators }: Ceasefire, detail: StateDetail, context: NameContext): readonly Spans[] {
  if (mediators.length === 0 || !detail.isFull) return [];
  return [context.language.spans('truce-mediating', { mediators: cutNames(mediators, detail, context) })];
}

/** The last of them, the newest first, each with what became of it; those before are counted. */
function listed(all: readonly Agreement[], detail: StateDetail, context: NameContext, more = becameText): Spans {
  const shown = all
    .slice(-detail.agreements)
    .toReversed()
    .map((one) => agreementSpans(one, detail, context, more));
  const left = all.length - shown.length;
  const counted = left > 0 ? [context.language.spans('truce-more-agreements', { count: left })] : [];
  return joinSpans([...shown, ...counted], '; ');
}

function agreementSpans(one: Agreement, detail: StateDetail, context: NameContext, more = becameText): Spans {
  const words = { headline: headline(one.entry, detail), date: dateOf(one.entry, context) };
  const became = more(one, detail, context);
  if (became === '') return context.language.spans('truce-agreement', words);
  return context.language.spans('truce-agreement-became', { ...words, became });
}

/** The sentence around says what became of it. */
function nothingMore(): string {
  return '';
}

function becameText({ end: ending, until, course }: Agreement, detail: StateDetail, context: NameContext): string {
  const { language } = context;
  if (ending?.how === 'ran out' && until) {
    const end = endWords(until.by, detail, context);
    const alone = sidesWithout(context.dossier, until.by).length > 0;
    const by = alone ? cutNames(standingFor(until.by, context), detail, context) : end.by;
    const named = alone ? 'alone' : end.named;
    return language.text('truce-became-ran-out', { named, by, date: shortEnd(until, context) });
  }
  if (ending) {
    return language.text('truce-became-ended', { how: ending.how, date: dateOf(ending.by, context) });
  }
  const last = course.at(-1);
  if (last === undefined) return '';
  return language.text('truce-became-state', { state: last.state, date: dateOf(last, context) });
}

/** The parties that stand for the sides of the conflict which `by` (party ids) are of. */
function standingFor(by: readonly string[], { dossier }: NameContext): readonly string[] {
  const sides = new Set(by.map((id) => mainSideOf(dossier, id)));
  return dossier.conflict.sides.filter(({ side }) => sides.has(side)).map(({ party }) => party);
}

function endWords(by: readonly string[], detail: StateDetail, context: NameContext) {
  return { named: by.length > 0 ? 'yes' : 'no', by: cutNames(by, detail, context) };
}

function headline(entry: Ceasefire, detail: StateDetail): string {
  return cutAtWord(entry.headline, detail.headline);
}

/** What happened, at the end of a sentence, where there is room for all of it. */
function eventWords({ headline: words }: Ceasefire, { event }: StateDetail) {
  if (words.length > event) return { has: 'no', headline: '' };
  return { has: 'yes', headline: closed(words) };
}

function closed(words: string): string {
  return sentenceEnd([words]) === 'closed' ? words : `${words}.`;
}

function dateOf({ effectiveFrom }: Ceasefire, context: NameContext): string {
  return short(effectiveFrom, context);
}

function shortEnd(until: AgreedEnd, { language }: NameContext): string {
  return endText(until, (date) => language.shortDate(date));
}

function short(date: string, { language }: NameContext): string {
  return language.shortDate(parseEdtf(date));
}
