/** A digest: what changed since the last one, corrections first. */

import { z } from 'zod';
import { type Changes, changesInOrder, changesOf } from '../../changes/changes.ts';
import { NO_FILTERS } from '../../changes/filters.ts';
import { newestDayBefore } from '../../changes/newest-day.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import { dateOf } from '../../dossier/news.ts';
import { reply } from '../../reply/reply.ts';
import { type Block, joinSpans } from '../../reply/span.ts';
import { shortAsOf } from '../../wording/as-of.ts';
import { ceasefireLead } from '../../wording/ceasefire/lead.ts';
import { changeRow } from '../../wording/change-rows.ts';
import { filterNotes, leftOutNotes, leftOutSpans } from '../../wording/filter-notes.ts';
import {
  comparedFigures,
  correctionBlocks,
  figureBlocks,
  figureFooter,
  heading,
  newQuotes,
  sectionBlocks,
  stateChangeBlocks,
} from '../../wording/sections.ts';
import { type SideQuotes, sideQuotes } from '../../wording/side-quotes.ts';
import type { Composed, MessageContext } from '../composed.ts';
import { filterFields } from '../content-fields.ts';
import { instantKey, type MessageKind } from '../message-kind.ts';
import { composeOverview } from '../overview.ts';
import { pushedActions, wholeOf } from '../pushed-actions.ts';
import { dayOfSlot, slotNotes } from '../slot-notes.ts';

/** `from` and `to` are positions in the ledger, both included. */
const schema = z.strictObject({
  kind: z.literal('digest'),
  ...filterFields,
  /** Null: the first one, an overview. */
  from: z.int().nullable(),
  to: z.int(),
  /** Unix time in ms. */
  slot: z.int(),
  /** Sent noticeably after its slot, as the bot was not running or the platform not reachable. */
  isLate: z.boolean(),
  /** The slot of the digest before, where it may not have arrived. */
  doubtfulSlot: z.int().nullable(),
});
type Digest = z.infer<typeof schema>;

export const digest = {
  content: schema,
  lane: 3,
  audience: 'subscription',
  // Until halfway to the next slot.
  lifetimeMs: null,
  about: instantKey,
  overtakenBy: 'later',
  corrects: null,
  shows: 'entries',
  isSentEmpty: true,
  wantedBy: null,
  compose: composeDigest,
} as const satisfies MessageKind<Digest, number>;

function composeDigest(content: Digest, context: MessageContext): Composed {
  const { from } = content;
  if (from === null) return composeOverview(content, context);
  const changes = changesOf(context.dossier, { ...content, from }, content);
  return changesInOrder(changes).length === 0
    ? nothingNew({ ...content, from }, changes, context)
    : whatChanged({ ...content, from }, changes, context);
}

type Later = Digest & { readonly from: number };

/**
 * Two lines: since when, and what is on record that the filters leave out. Neither the state of the ceasefire nor a
 * figure is told again.
 */
function nothingNew(content: Later, changes: Changes, context: MessageContext): Composed {
  const { dossier, language } = context;
  const { from, to } = content;
  const since = newestDayBefore(from, content, dossier);
  const notes = filterNotes(content, context).map((block) => (block.kind === 'note' ? block.spans : []));
  const left = leftOutSpans(changes, context);
  const only = left.length === 0 ? notes : [...notes, left];
  const title = language.spans('digest-nothing', {
    date: since === undefined ? '' : language.shortDate(parseEdtf(since)),
    dated: since === undefined ? 'no' : 'yes',
  });
  const dates = [...dossier.developments.values()].map(({ date }) => date);
  return {
    reply: reply({
      title,
      blocks: [
        ...slotNotes(content, context),
        ...(only.length === 0 ? [] : [{ kind: 'text' as const, spans: joinSpans(only) }]),
      ],
      footer: [
        shortAsOf([...dates, ...[...dossier.ceasefire.values()].map((state) => state.effectiveFrom)], {}, context),
      ],
      actions: pushedActions(context),
    }),
    more: wholeOf('digest', content, to, context),
    isEmpty: true,
    shown: [],
  };
}

function whatChanged(content: Later, changes: Changes, context: MessageContext): Composed {
  const { dossier, language } = context;
  const lead = ceasefireLead(context);
  const more = wholeOf('digest', content, content.to, context);
  const unfiltered = changesOf(dossier, content, NO_FILTERS);
  const said = sideQuotes(newQuotes(changes.quotes), newQuotes(unfiltered.quotes), content, context);
  const unsaid = newQuotes(changes.quotes).filter(({ id }) => !said.shown.has(id));
  const unshown = new Set(unsaid.map(({ id }) => id));
  const shown = changesInOrder(changes).filter(({ id }) => !unshown.has(id));
  const own = {
    ceasefire: [
      heading('changes-ceasefire', context),
      ...lead.blocks,
      ...stateChangeBlocks(changes, context, lead.told),
    ],
    figures: figureBlocks(changes, context),
    quotes: [
      ...wordsBlocks(changes, said, context),
      ...(unshown.size === 0
        ? []
        : [{ kind: 'note' as const, spans: language.spans('digest-more-quotes', { count: unshown.size }) }]),
    ],
  };
  const blocks: readonly Block[] = [
    ...slotNotes(content, context),
    ...filterNotes(content, context),
    ...correctionBlocks(changes, context),
    ...sectionBlocks(changes, own, context),
    ...leftOutNotes(changes, context),
  ];
  const dates = [...lead.dates, ...shown.flatMap(({ entry }) => dateOf(entry) ?? [])];
  return {
    reply: reply({
      title: language.spans('digest-title', { day: dayOfSlot(content, context) }),
      blocks,
      footer: [...figureFooter(changes, context), shortAsOf(dates, {}, context)],
      actions: pushedActions(context, unshown.size === 0 ? undefined : more),
    }),
    more,
    isEmpty: false,
    shown: shown.map(({ id }) => id),
    states: [...lead.shown, ...(changes.figures.length === 0 ? [] : comparedFigures(changes, context))],
  };
}

/** A side that said nothing new is only missed where somebody did. */
function wordsBlocks({ quotes }: Changes, said: SideQuotes, context: MessageContext): readonly Block[] {
  const updated = quotes.filter(({ what }) => what !== 'new').map((change) => changeRow(change, context));
  const items = [...(said.blocks.length > 0 ? said.silent : []), ...updated];
  if (said.blocks.length === 0 && items.length === 0) return [];
  return [
    heading('changes-quotes', context),
    ...said.blocks,
    ...(items.length === 0 ? [] : [{ kind: 'list' as const, items }]),
  ];
}
