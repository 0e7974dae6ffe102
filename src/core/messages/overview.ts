/** The first digest, for a place that was told nothing yet: how things stand, not all that ever happened. */

import { type Filters, leftOutBy, newestDevelopments } from '../changes/filters.ts';
import { reply } from '../reply/reply.ts';
import type { Block } from '../reply/span.ts';
import { shortAsOf } from '../wording/as-of.ts';
import { ceasefireLead } from '../wording/ceasefire/lead.ts';
import { filterNotes } from '../wording/filter-notes.ts';
import { developmentLine } from '../wording/kinds/development.ts';
import { heading } from '../wording/sections.ts';
import { sideQuotes } from '../wording/side-quotes.ts';
import type { Composed, MessageContext } from './composed.ts';
import { pushedActions, wholeOf } from './pushed-actions.ts';
import { type DigestSlot, dayOfSlot, slotNotes } from './slot-notes.ts';

/** With the state of the ceasefire and each side's last words they are one screen. */
const DEVELOPMENTS = 3;

/** `to` is the last position of the ledger. */
interface Overview extends Filters, DigestSlot {
  readonly to: number;
}

export function composeOverview(content: Overview, context: MessageContext): Composed {
  const { dossier, language } = context;
  const lead = ceasefireLead(context);
  const developments = newestDevelopments(content, dossier, DEVELOPMENTS);
  const quotes = [...dossier.quotes.values()];
  const passing = quotes.filter((fields) => leftOutBy({ kind: 'quote', fields }, content, dossier) === undefined);
  const said = sideQuotes(passing, quotes, content, context);
  const blocks: readonly Block[] = [
    ...slotNotes(content, context),
    ...filterNotes(content, context),
    heading('changes-ceasefire', context),
    ...lead.blocks,
    heading('digest-newest', context),
    developments.length === 0
      ? { kind: 'text', spans: language.spans('digest-no-developments') }
      : { kind: 'list', items: developments.map((one) => developmentLine(one, context)) },
    ...(said.blocks.length + said.silent.length === 0 ? [] : [heading('digest-last-words', context)]),
    ...said.blocks,
    ...(said.silent.length === 0 ? [] : [{ kind: 'list' as const, items: said.silent }]),
    { kind: 'note', spans: language.spans('digest-from-now-on') },
  ];
  const dates = [...lead.dates, ...developments.map(({ date }) => date), ...said.dates];
  return {
    reply: reply({
      title: language.spans('digest-first', { day: dayOfSlot(content, context) }),
      blocks,
      footer: [shortAsOf(dates, {}, context)],
      actions: pushedActions(context),
    }),
    more: wholeOf('record', { ...content, from: 1 }, content.to, context),
    isEmpty: false,
    shown: [...developments.map(({ id }) => id), ...said.shown],
    states: lead.shown,
  };
}
