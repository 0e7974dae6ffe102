/** What was agreed on the ceasefire and what became of it, a line each. */

import {
  type AgreedEnd,
  type Agreement,
  endsReported,
  sidesWithout,
  whatItWas,
} from '../../dossier/ceasefire/agreements.ts';
import { type CeasefireView, isOver } from '../../dossier/ceasefire/view.ts';
import { type Edtf, parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Ceasefire } from '../../dossier/entries.ts';
import { agreedIn } from '../../dossier/kinds/ceasefire.ts';
import { joinSpans, type Spans } from '../../reply/span.ts';
import { namesOf } from '../cite.ts';
import type { WordingContext } from '../wording-context.ts';
import { onWhoseWord } from './unconfirmed.ts';

type Context = Pick<WordingContext, 'dossier' | 'language'>;

/** Without `overLast`, which has its line in the lead. */
export function agreementLines(view: CeasefireView, context: Context): readonly Spans[] {
  const { standing, state, truce, beside, fall, fallen, lapsed, overLast, agreedSince, maybeAgreedSince } = view;
  const { language } = context;
  const brokered = standing === 'described' && state.mediators.length > 0;
  const others = beside.filter((one) => !agreedSince.includes(one));
  return [
    ...(isOver(view)
      ? []
      : [language.spans('ceasefire-since', { state: state.state, since: dateOf(view.since, context) })]),
    ...(truce ? truceLines(truce, context) : []),
    ...(brokered ? [language.spans('ceasefire-mediators', { mediators: brokers(state, context) })] : []),
    ...(fall && standing !== 'fell' ? [fallLine(fall, context)] : []),
    ...(fallen.length > 0 ? [language.spans('ceasefire-what-fell', { agreements: named(fallen, context) })] : []),
    ...(lapsed ? [agreedLine('ceasefire-agreed-before', lapsed, context)] : []),
    ...(standing === 'fell' && agreedSince.length === 0 && !maybeAgreedSince
      ? [language.spans('ceasefire-nothing-agreed-since')]
      : []),
    ...agreedSince.filter((one) => one !== overLast).map((one) => confirmed('ceasefire-agreed-since', one)),
    ...others.map((one) => confirmed('ceasefire-agreed-beside', one)),
  ];

  function confirmed(id: string, one: Agreement): Spans {
    const unconfirmed = onWhoseWord(one.entry, view.day, context, 'sentence');
    return joinSpans([agreedLine(id, one, context), ...unconfirmed.map((text): Spans => [text])]);
  }
}

/** A pause, or a truce that ran out, does not undo the fall before it. */
function fallLine(fall: Ceasefire, context: Context): Spans {
  const { state, headline } = fall;
  return context.language.spans('ceasefire-fall-before', { state, headline, date: dateOf(fall, context) });
}

/** What was agreed and how it stands. */
export function agreedLine(id: string, one: Agreement, context: Context): Spans {
  return joinSpans([context.language.spans(id, words(one, context)), became(one, context)]);
}

function truceLines(truce: Agreement, context: Context): readonly Spans[] {
  const { language } = context;
  const { entry, course, until, status } = truce;
  const extension = course.findLast((one) => agreedIn(one) === 'extension');
  const date = dateOf(entry, context);
  const what = whatItWas(truce);
  return [
    language.spans('ceasefire-agreement', { ...words(truce, context), what }),
    ...(entry.agreedBy === undefined || entry.agreedBy.length === 0
      ? []
      : [
          language.spans('ceasefire-agreed-by', {
            parties: namesOf(context.dossier.parties, entry.agreedBy, language),
          }),
        ]),
    ...(entry.mediators.length > 0
      ? [language.spans('ceasefire-brokers', { what, brokers: brokers(entry, context), date })]
      : []),
    ...(extension
      ? [language.spans('ceasefire-extended', { headline: extension.headline, date: dateOf(extension, context) })]
      : []),
    ...(status === 'ended'
      ? []
      : until
        ? [language.spans('ceasefire-until', endWords(until, context))]
        : [language.spans('ceasefire-no-end'), ...reportedEnds(truce, context)]),
    ...(course.length > 1 ? [language.spans('ceasefire-course', { what, steps: steps(course, context) })] : []),
  ];
}

/** Ends that were reported, but that no party is on record with; each with who reported it. */
function reportedEnds(truce: Agreement, { dossier, language }: Context): readonly Spans[] {
  return endsReported(truce).flatMap(({ summary, source }) => {
    const found = dossier.sources.get(source);
    if (!found) return [];
    const date = language.date(parseEdtf(found.publishedOn));
    return [language.spans('ceasefire-end-reported', { summary, publisher: found.publisher, date })];
  });
}

/** Its agreed end has passed; what followed is told by a later entry, or not known (R19). */
export function ranOutText({ entry }: Agreement, until: AgreedEnd, isFollowed: boolean, context: Context): string {
  const followed = isFollowed ? 'yes' : 'no';
  return context.language.text('ceasefire-ran-out', {
    headline: entry.headline,
    followed,
    ...endWords(until, context),
  });
}

/** How what was agreed beside or after a truce stands. */
export function became(one: Agreement, context: Context): Spans {
  const { language } = context;
  const { end, until, course, entry } = one;
  if (end?.how === 'ran out' && until) return language.spans('ceasefire-became-ran-out', endWords(until, context));
  if (end) return language.spans('ceasefire-became-ended', { how: end.how, date: dateOf(end.by, context) });
  const last = course.at(-1) ?? entry;
  return language.spans('ceasefire-became', { state: last.state, date: dateOf(last, context) });
}

/** The variables of sentences about an agreed end. */
export function endWords(until: AgreedEnd, { dossier, language }: Context) {
  const { by } = until;
  return {
    end: endText(until, (date) => language.date(date)),
    named: by.length > 0 ? 'yes' : 'no',
    by: namesOf(dossier.parties, by, language),
    others: namesOf(dossier.parties, sidesWithout(dossier, by), language),
    hasOthers: sidesWithout(dossier, by).length > 0 ? 'yes' : 'no',
  };
}

/** As it was named, else its last day as `format` has it. */
export function endText({ date, asNamed }: AgreedEnd, format: (date: Edtf) => string): string {
  return asNamed ?? format(parseEdtf(date));
}

function words({ entry }: Agreement, context: Context) {
  return { headline: entry.headline, date: dateOf(entry, context) };
}

function named(agreements: readonly Agreement[], context: Context): Spans {
  return context.language.list(
    agreements.map((one) => context.language.text('ceasefire-agreement-named', words(one, context))),
  );
}

function steps(course: readonly Ceasefire[], context: Context): Spans {
  const { language } = context;
  return language.list(
    course.map((step) => language.text('ceasefire-step', { state: step.state, date: dateOf(step, context) })),
  );
}

function brokers({ mediators }: Ceasefire, { dossier, language }: Context): Spans {
  return namesOf(dossier.parties, mediators, language);
}

function dateOf({ effectiveFrom }: Ceasefire, { language }: Context): string {
  return language.date(parseEdtf(effectiveFrom));
}
