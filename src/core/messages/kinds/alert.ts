/** An alert: what was just published and is significant enough, each with what happened, who says so, and the sources. */

import { asTold } from '../../changes/as-corrected.ts';
import type { Change } from '../../changes/change.ts';
import { type Changes } from '../../changes/changes.ts';
import { type Alerted, alertedIn } from '../../changes/news-level.ts';
import { sectionsOf } from '../../changes/sections.ts';
import { type ClaimGroup, type ClaimRow, type Comparison, compareClaims } from '../../dossier/claims.ts';
import { parseEdtf } from '../../dossier/edtf.ts';
import type { Ceasefire } from '../../dossier/entries.ts';
import { laterState } from '../../dossier/kinds/ceasefire.ts';
import { dayOf } from '../../dossier/knowledge.ts';
import { dateOf } from '../../dossier/news.ts';
import { remarks } from '../../dossier/quotes.ts';
import { reply } from '../../reply/reply.ts';
import { type Block, joinSpans, type Spans } from '../../reply/span.ts';
import { slotInWords } from '../../subscriptions/schedule-words.ts';
import { asOfNote } from '../../wording/as-of.ts';
import { accusationSpans } from '../../wording/breach-blocks.ts';
import { citeSources } from '../../wording/cite.ts';
import { claimBlocks } from '../../wording/claim-blocks.ts';
import { filterNotes } from '../../wording/filter-notes.ts';
import { developmentLine } from '../../wording/kinds/development.ts';
import { standingRow } from '../../wording/kinds/index.ts';
import { figureFooter, heading, newQuotes, quoteBlocks, sectionBlocks } from '../../wording/sections.ts';
import type { Composed, MessageContext } from '../composed.ts';
import type { Content } from '../delivery.ts';
import { pushedActions, wholeOf } from '../pushed-actions.ts';

type Alert = Extract<Content, { kind: 'alert' }>;

/** What it tells of is decided by `alertedIn`. */
export function composeAlert(content: Alert, context: MessageContext): Composed {
  const { dossier, language, now, timezone, staleAfterDays } = context;
  const { from, repeats } = content;
  const to = content.to ?? dossier.head;
  const today = { day: dayOf(now, timezone), staleAfterDays };
  const found =
    content.to === null ? held(content, context) : alertedIn(dossier, { from, to }, content, today, context.told);
  const news = sortedByKind(found);
  const lines = found.flatMap(({ change }) => lineOf(change, context));
  const figures = figuresAmongRivals(news, context);
  const level = found.some((one) => one.level === 'breaking') ? 'breaking' : 'major';
  const blocks: readonly Block[] = [
    { kind: 'heading', spans: language.spans('alert-title', { level, conflict: dossier.conflict.name }) },
    ...(repeats > 0 ? [{ kind: 'note' as const, spans: language.spans('alert-repeat') }] : []),
    ...heldNote(content, context),
    ...filterNotes(content, context),
    ...(found.length === 0 ? [{ kind: 'text' as const, spans: language.spans('alert-nothing') }] : []),
    ...(lines.length === 0 ? [] : [{ kind: 'list' as const, items: lines }]),
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
      blocks,
      footer: [...figureFooter(news, context), asOfNote(dates, {}, context)],
      actions: pushedActions(context),
    }),
    more: wholeOf(content, to),
    isEmpty: found.length === 0,
    shown: found.map(({ change }) => change.id),
    states: [...figures.shown, ...wordingsOf(news, context), ...laterStates(news, context)],
  };
}

function sortedByKind(found: readonly Alerted[]): Changes {
  return { corrections: [], ...sectionsOf(found.map(({ change }) => change)), leftOut: [] };
}

/** A state of the ceasefire or a development; the others have blocks of their own. */
function lineOf({ entry }: Change, context: MessageContext): readonly Spans[] {
  const { dossier, language, now, timezone } = context;
  if (entry.kind === 'ceasefire')
    return [joinSpans([standingRow(entry, context), ...laterNote(entry.fields, context)])];
  if (entry.kind !== 'development') return [];
  return [
    joinSpans([
      developmentLine(entry.fields, context),
      // A list of one: set apart from what follows where it runs the other way.
      language.list([entry.fields.summary]),
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

/**
 * Every new figure, then, under words that say so, the others that /casualties shows it among (R7), but for what their own claimant has
 * replaced; a side that gave none has its row (R13). In this order, as the end of a message can be cut off. `shown`: ids of all of these.
 */
function figuresAmongRivals(
  { figures }: Changes,
  context: MessageContext,
): { readonly blocks: readonly Block[]; readonly shown: readonly string[] } {
  if (figures.length === 0) return { blocks: [], shown: [] };
  const { dossier } = context;
  const fresh = new Set(figures.map(({ id }) => id));
  const isFresh = ({ claim }: ClaimRow) => fresh.has(claim.id);
  const groups = compareClaims(dossier, [...dossier.claims.values()]).map((group) => ({
    ...group,
    comparisons: group.comparisons.filter(({ rows }) => rows.some(isFresh)),
  }));
  const part = (of: (comparison: Comparison) => Pick<Comparison, 'rows' | 'noFigureFrom'>): readonly ClaimGroup[] =>
    groups
      .map((group) => ({ ...group, comparisons: group.comparisons.map((one) => ({ ...one, ...of(one) })) }))
      .map((group) => ({
        ...group,
        comparisons: group.comparisons.filter(({ rows, noFigureFrom }) => rows.length + noFigureFrom.length > 0),
      }))
      .filter(({ comparisons }) => comparisons.length > 0);
  const news = part(({ rows }) => ({ rows: rows.filter(isFresh), noFigureFrom: [] }));
  const beside = part(({ rows, noFigureFrom }) => ({
    rows: rows.filter((row) => !isFresh(row) && row.superseded !== 'claimant'),
    noFigureFrom,
  }));
  const blocks = (some: readonly ClaimGroup[]) => some.flatMap((group) => claimBlocks(group, context));
  return {
    blocks: [
      heading('changes-figures', context),
      ...blocks(news),
      ...(beside.length === 0 ? [] : [heading('alert-figures-beside', context), ...blocks(beside)]),
    ],
    shown: [...news, ...beside].flatMap(({ comparisons }) =>
      comparisons.flatMap(({ rows }) => rows.map(({ claim }) => claim.id)),
    ),
  };
}

/** All renderings that stand with the quotations (R14). */
function wordingsOf({ quotes }: Changes, { dossier }: MessageContext): readonly string[] {
  return remarks(newQuotes(quotes), dossier.quotes).flatMap(({ quote, variants }) =>
    [quote, ...variants].map(({ id }) => id),
  );
}

function heldNote({ heldUntil, timezone }: Alert, { language }: MessageContext): readonly Block[] {
  if (heldUntil === null) return [];
  return [{ kind: 'note', spans: language.spans('alert-held', { time: slotInWords(heldUntil, timezone, language) }) }];
}

/**
 * What was announced while alerts were held, in its wording of now, by what it was when it was announced: what has become breaking since,
 * or is no longer recent, is told all the same. What was told at once then is not told again; what was published quietly stays quiet.
 */
function held(content: Alert, context: MessageContext): readonly Alerted[] {
  const { dossier, announced = [], timezone, staleAfterDays, now } = context;
  const { from, heldUntil, alerts } = content;
  const meanwhile = announced.filter((one) => one.from >= from && (heldUntil === null || one.at < heldUntil));
  const asAnnounced = meanwhile.map((one) => ({ one, dossierThen: asTold(dossier, one.to) }));
  const idsOf = (levels: Alert['alerts']) =>
    new Set(
      asAnnounced.flatMap(({ one, dossierThen }) => {
        const day = { day: dayOf(one.at, timezone), staleAfterDays };
        return alertedIn(dossierThen, one, { ...content, alerts: levels }, day).map(({ change }) => change.id);
      }),
    );
  const wanted = idsOf(alerts);
  const atOnce = alerts === 'major' ? idsOf('breaking') : new Set<string>();
  const today = { day: dayOf(now, timezone), staleAfterDays };
  return alertedIn(dossier, { from, to: dossier.head }, { ...content, alerts: 'all' }, today).filter(
    ({ change: { id } }) => wanted.has(id) && !atOnce.has(id),
  );
}
