/** An alert: what was just published and is significant enough, with who says so and the sources. */

import { z } from 'zod';
import type { Change } from '../../changes/change.ts';
import { type Changes } from '../../changes/changes.ts';
import { type Alerted, alertedIn } from '../../changes/news-level.ts';
import { sectionsOf } from '../../changes/sections.ts';
import { deniersOf } from '../../dossier/casualties/deniers.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import { dayOf } from '../../dossier/dates/knowledge.ts';
import type { Ceasefire } from '../../dossier/entries.ts';
import { laterState } from '../../dossier/kinds/ceasefire.ts';
import { dateOf } from '../../dossier/news.ts';
import { remarks } from '../../dossier/quotes.ts';
import { plainText } from '../../reply/quotation-marks.ts';
import { reply } from '../../reply/reply.ts';
import { type Block, joinSpans, type Spans } from '../../reply/span.ts';
import { slotSpan } from '../../subscriptions/schedule-words.ts';
import { accountSpans, accusationSpans } from '../../wording/account-spans.ts';
import { shortAsOf } from '../../wording/as-of.ts';
import { besideHeadline } from '../../wording/casualties/beside-headline.ts';
import { citeSources } from '../../wording/cite.ts';
import { filterNotes } from '../../wording/filter-notes.ts';
import { toldStateRow } from '../../wording/kinds/ceasefire.ts';
import { developmentFacts, developmentLine } from '../../wording/kinds/development.ts';
import { headlineOf, standingRow } from '../../wording/kinds/index.ts';
import { figureFooter, newQuotes, quoteBlocks, sectionBlocks } from '../../wording/sections.ts';
import { figuresAmongRivals } from '../alert-figures.ts';
import type { Composed, MessageContext } from '../composed.ts';
import { filterFields } from '../content-fields.ts';
import { heldNews } from '../held-news.ts';
import { instantKey, type MessageKind } from '../message-kind.ts';
import { pushedActions, wholeOf } from '../pushed-actions.ts';

/** `from` and `to` are positions in the ledger, both included. */
const schema = z.strictObject({
  kind: z.literal('alert'),
  ...filterFields,
  /** `major`: those that are not breaking, where breaking ones are let through quiet hours on their own. */
  alerts: z.enum(['breaking', 'major', 'all']),
  from: z.int(),
  /** Null: held over quiet hours; all that was announced from `from` on, before `heldUntil` (Unix time in ms). */
  to: z.int().nullable(),
  heldUntil: z.int().nullable(),
  /** How often it may have been sent before. */
  repeats: z.int(),
});
type Alert = z.infer<typeof schema>;

/** UTF-16 units: about what a lock screen shows. */
const MOST_WHAT = 150;

/** About what was announced together, or about the end of the quiet hours over which it is held. */
export const alert = {
  content: schema,
  lane: 1,
  audience: 'subscription',
  // What could not be sent for a day is no longer an alert.
  lifetimeMs: 24 * 3_600_000,
  about: ({ from, heldUntil }) => (heldUntil === null ? String(from) : instantKey(heldUntil)),
  overtakenBy: null,
  corrects: null,
  shows: 'entries',
  isSentEmpty: false,
  wantedBy: 'alerts',
  compose: (content, context) => composeAlert(content, context, { once: false }),
} as const satisfies MessageKind<Alert, Pick<Alert, 'from' | 'heldUntil'>>;

/** What it tells of is decided by `alertedIn`. `once`: no figure is told twice, as the message is read whole. */
export function composeAlert(content: Alert, context: MessageContext, { once }: { readonly once: boolean }): Composed {
  const { dossier, language, now, timezone, staleAfterDays } = context;
  const { from, repeats } = content;
  const to = content.to ?? dossier.head;
  const today = { day: dayOf(now, timezone), staleAfterDays };
  const found =
    content.to === null
      ? heldNews(content, context)
      : alertedIn(dossier, { from, to }, content, today, context.shownBefore);
  const news = sortedByKind(found);
  const lines = found.flatMap(({ change }) => lineOf(change, found.length === 1, context));
  const figures = figuresAmongRivals(news, context, { once });
  const level = found.some((one) => one.level === 'breaking') ? 'breaking' : 'major';
  const blocks: readonly Block[] = [
    ...(repeats > 0 ? [{ kind: 'note' as const, spans: language.spans('alert-repeat') }] : []),
    ...heldNote(content, context),
    ...filterNotes(content, context),
    ...(found.length === 0 ? [{ kind: 'text' as const, spans: language.spans('alert-nothing') }] : []),
    ...listOf(lines),
    // Those of the first two are in the list.
    ...sectionBlocks(
      news,
      { ceasefire: [], developments: [], figures: figures.blocks, quotes: quoteBlocks(news, context) },
      context,
    ),
  ];
  const dates = found.flatMap(({ change }) => dateOf(change.entry) ?? []);
  return {
    reply: reply({
      title: titleOf(found, context),
      tone: level === 'breaking' ? 'breaking' : 'normal',
      blocks,
      footer: [...figureFooter(news, context), shortAsOf(dates, {}, context)],
      actions: pushedActions(context),
    }),
    more: wholeOf('alert', content, to, context),
    isEmpty: found.length === 0,
    shown: found.map(({ change }) => change.id),
    states: [...figures.shown, ...wordingsOf(news, context), ...laterStates(news, context)],
  };
}

/**
 * What, who says so, and who says otherwise: all that a phone's notification shows. The gravest first, and how many
 * more there are.
 */
function titleOf(found: readonly Alerted[], context: MessageContext): Spans {
  const first = found.find(({ level }) => level === 'breaking') ?? found[0];
  if (!first) return context.language.spans('alert-title-nothing');
  return context.language.spans('alert-title', {
    level: first.level,
    what: whatOf(first.change, context),
    more: found.length - 1,
  });
}

function whatOf({ entry }: Change, context: MessageContext): Spans {
  const headline = headlineOf(entry, context);
  if (entry.kind === 'claim') {
    const whole = [...headline, ...besideHeadline(entry.fields, context)];
    return plainText(whole).length > MOST_WHAT ? headline : whole;
  }
  const isDisputed =
    entry.kind === 'development' &&
    (entry.fields.status === 'disputed' || deniersOf(context.dossier, entry.fields.id).length > 0);
  return isDisputed ? context.language.spans('headline-disputed', { headline }) : headline;
}

function sortedByKind(found: readonly Alerted[]): Changes {
  return { corrections: [], ...sectionsOf(found.map(({ change }) => change)), leftOut: [] };
}

function listOf(lines: readonly Spans[]): readonly Block[] {
  const [only, ...more] = lines;
  if (only === undefined) return [];
  return more.length === 0 ? [{ kind: 'text', spans: only }] : [{ kind: 'list', items: lines }];
}

/** A state of the ceasefire or a development; the others have blocks of their own. `isAlone`: the title names it. */
function lineOf({ entry }: Change, isAlone: boolean, context: MessageContext): readonly Spans[] {
  const { dossier, language, now, timezone } = context;
  if (entry.kind === 'ceasefire')
    return [
      joinSpans([
        isAlone ? toldStateRow(entry.fields, context) : standingRow(entry, context),
        ...laterNote(entry.fields, context),
      ]),
    ];
  if (entry.kind !== 'development') return [];
  return [
    joinSpans([
      isAlone ? developmentFacts(entry.fields, context) : developmentLine(entry.fields, context),
      ...accountSpans(entry.fields, dayOf(now, timezone), context),
      ...accusationSpans(entry.fields, dayOf(now, timezone), context),
      citeSources(dossier, entry.fields.sources, language),
    ]),
  ];
}

/** It may have been published late: where another state has followed, no reader is to take it for how things stand. */
function laterNote(state: Ceasefire, { dossier, language, now, timezone }: MessageContext): readonly Spans[] {
  const later = laterState(state, dossier, dayOf(now, timezone));
  return later ? [language.spans('alert-later-state', { date: language.date(parseEdtf(later.effectiveFrom)) })] : [];
}

/** Ids of the states that are told of as having followed. */
function laterStates({ ceasefire }: Changes, { dossier, now, timezone }: MessageContext): readonly string[] {
  return ceasefire.flatMap(({ entry }) =>
    entry.kind === 'ceasefire' ? (laterState(entry.fields, dossier, dayOf(now, timezone))?.id ?? []) : [],
  );
}

/** All renderings that stand with the quotations (R14). */
function wordingsOf({ quotes }: Changes, { dossier }: MessageContext): readonly string[] {
  return remarks(newQuotes(quotes), dossier.quotes).flatMap(({ quote, variants }) =>
    [quote, ...variants].map(({ id }) => id),
  );
}

function heldNote({ heldUntil, timezone }: Alert, { language }: MessageContext): readonly Block[] {
  if (heldUntil === null) return [];
  return [{ kind: 'note', spans: language.spans('alert-held', { time: slotSpan(heldUntil, timezone, language) }) }];
}
