/** The board: one pinned message that is edited, with the same text for the same dossier and day. */

import { z } from 'zod';
import { newestNews } from '../../changes/changes.ts';
import { newestDevelopments } from '../../changes/filters.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import { knownDay } from '../../dossier/dates/knowledge.ts';
import { reply } from '../../reply/reply.ts';
import type { Block } from '../../reply/span.ts';
import { shortAsOf } from '../../wording/as-of.ts';
import { ceasefireLead } from '../../wording/ceasefire/lead.ts';
import { filterNotes } from '../../wording/filter-notes.ts';
import { developmentLine } from '../../wording/kinds/development.ts';
import { heading } from '../../wording/sections.ts';
import type { Composed, MessageContext } from '../composed.ts';
import { filterFields } from '../content-fields.ts';
import { instantKey, type MessageKind } from '../message-kind.ts';
import { pushedActions, wholeOf } from '../pushed-actions.ts';

const DEVELOPMENTS = 3;

const schema = z.strictObject({ kind: z.literal('board'), ...filterFields });
type Board = z.infer<typeof schema>;

/** About the instant in which it was planned. */
export const board = {
  content: schema,
  lane: 2,
  audience: 'subscription',
  // It is made anew at the next occasion anyway.
  lifetimeMs: 6 * 3_600_000,
  about: instantKey,
  overtakenBy: 'later',
  corrects: null,
  // It is brought up to date, not corrected.
  shows: null,
  isSentEmpty: true,
  wantedBy: 'board',
  compose: composeBoard,
} as const satisfies MessageKind<Board, number>;

function composeBoard(content: Board, context: MessageContext): Composed {
  const { dossier, language, timezone } = context;
  const lead = ceasefireLead(context);
  const developments = newestDevelopments(content, dossier, DEVELOPMENTS);
  const shown = new Set(developments.map(({ id }) => id));
  const newest = newestNews(dossier, ({ kind, fields }) => kind === 'ceasefire' || shown.has(fields.id));
  const changed =
    newest === undefined
      ? language.spans('board-kept')
      : language.spans('board-kept-changed', {
          date: language.date(parseEdtf(knownDay(newest.at, newest.revision, timezone))),
          rough: newest.isRough ? 'yes' : 'no',
        });
  const blocks: readonly Block[] = [
    ...filterNotes(content, context),
    ...lead.blocks,
    heading('digest-newest', context),
    developments.length === 0
      ? { kind: 'text', spans: language.spans('digest-no-developments') }
      : { kind: 'list', items: developments.map((one) => developmentLine(one, context)) },
  ];
  const dates = [...lead.dates, ...developments.map(({ date }) => date)];
  return {
    reply: reply({
      title: language.spans('board-title'),
      blocks,
      footer: [{ kind: 'note', spans: changed }, shortAsOf(dates, {}, context)],
      actions: pushedActions(context),
    }),
    // The ceasefire alone would leave out the developments that had no room.
    more: wholeOf('record', { ...content, from: 1 }, null, context),
    isEmpty: false,
    shown: [...shown],
  };
}
