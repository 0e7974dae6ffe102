/** An alert: what was just published and is significant enough, each with what happened, who says so, and the sources. */
import { accusationSpans } from '../chat/breach-blocks.ts';
import { citeSources } from '../chat/cite.ts';
import { type Block, joinSpans, reply } from '../chat/reply.ts';
import { asOfNote } from '../chat/when.ts';
import type { Development } from '../dossier/entries.ts';
import { dayOf } from '../dossier/knowledge.ts';
import { developmentLine } from './change-rows.ts';
import { type Change, changesOf } from './changes.ts';
import type { Composed, Telling } from './composed.ts';
import type { Content } from './delivery.ts';
import { filterNotes } from './filter-note.ts';
import { pushedActions, wholeOf } from './pushed.ts';
import { slotInWords } from './schedule-words.ts';

type Alert = Extract<Content, { kind: 'alert' }>;

/** Corrections are not alerts. A development that became more significant is one, but not each further update of it. */
export function composeAlert(content: Alert, context: Telling): Composed {
  const { dossier, language, now, timezone } = context;
  const { from, alerts, repeats } = content;
  const to = content.to ?? dossier.head;
  const changes = changesOf(dossier, { from, to }, content);
  const found = [...firstHere(changes.corrections, from, context), ...changes.developments].flatMap((change) =>
    change.entry.kind === 'development' &&
    isWorth(change, alerts) &&
    isAnnounced(change.entry.fields.id, content, context)
      ? [change.entry.fields]
      : [],
  );
  const day = dayOf(now, timezone);
  const items = found.map((development) =>
    joinSpans([
      developmentLine(development, context),
      // A list of one: set apart from what follows where it runs the other way.
      language.list([development.summary]),
      ...accusationSpans(development, day, context),
      citeSources(dossier, development.sources, language),
    ]),
  );
  const level = found.some(({ significance }) => significance === 'breaking') ? 'breaking' : 'major';
  const blocks: readonly Block[] = [
    { kind: 'heading', spans: language.spans('alert-title', { level, conflict: dossier.conflict.name }) },
    ...(repeats > 0 ? [{ kind: 'note' as const, spans: language.spans('alert-repeat') }] : []),
    ...heldNote(content, context),
    ...filterNotes(content, context),
    ...(items.length === 0 ? [{ kind: 'text' as const, spans: language.spans('alert-nothing') }] : []),
    { kind: 'list', items },
  ];
  const footer = [
    asOfNote(
      found.map(({ date }) => date),
      {},
      context,
    ),
  ];
  return {
    reply: reply({ blocks, footer, actions: pushedActions(context) }),
    more: wholeOf(content, to),
    isEmpty: found.length === 0,
    shown: found.map(({ id }) => id),
  };
}

function heldNote({ heldUntil, timezone }: Alert, { language }: Telling): readonly Block[] {
  if (heldUntil === null) return [];
  return [{ kind: 'note', spans: language.spans('alert-held', { time: slotInWords(heldUntil, timezone, language) }) }];
}

/** What was published and corrected while alerts were held was not told here yet: it is an alert, in its corrected wording. */
function firstHere(corrections: readonly Change[], from: number, { dossier }: Telling): readonly Change[] {
  return corrections
    .filter(({ what, id }) => what === 'corrected' && (dossier.history(id)[0]?.seq ?? 0) >= from)
    .map((change) => ({ ...change, before: undefined }));
}

/** Of what came in while alerts were held, what was published quietly stays quiet, and what came after is an alert of its own. */
function isAnnounced(id: string, { from, to, heldUntil }: Alert, { dossier, announced = [] }: Telling): boolean {
  if (to !== null) return true;
  const held = announced.filter((one) => one.from >= from && (heldUntil === null || one.at < heldUntil));
  return dossier.history(id).some(({ seq }) => held.some((one) => one.from <= seq && seq <= one.to));
}

function isWorth({ entry, before }: Change, alerts: Alert['alerts']): boolean {
  if (entry.kind !== 'development' || !reaches(entry.fields, alerts)) return false;
  return before?.kind !== 'development' || !reaches(before.fields, alerts);
}

function reaches({ significance }: Development, alerts: Alert['alerts']): boolean {
  switch (alerts) {
    case 'breaking':
    case 'major':
      return significance === alerts;
    case 'all':
      return significance !== 'routine';
  }
}
