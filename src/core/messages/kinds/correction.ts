/** A message that was sent, corrected: as it read then but for what was corrected since: each correction has a line of its own first. */

import { asCorrected, asTold, correctionsSince } from '../../changes/as-corrected.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import { isNews } from '../../dossier/news.ts';
import { referencesOf } from '../../dossier/references.ts';
import type { Revision } from '../../dossier/revision.ts';
import { reply } from '../../reply/reply.ts';
import type { Block, Spans } from '../../reply/span.ts';
import { slotInWords } from '../../subscriptions/schedule-words.ts';
import { correctionRow } from '../../wording/change-rows.ts';
import type { Composed, Composing, MessageContext } from '../composed.ts';
import { type Content, decodeContent } from '../delivery.ts';
import { pushedActions } from '../pushed-actions.ts';

type Correction = Extract<Content, { kind: 'correction' }>;
/** `compose` itself, given here as it gives everything to this file. */
type Compose = (content: Content, composing: Composing) => Composed;

/**
 * The message stays what it was: what became news after it does not come into it, and its ages are those of its day. All
 * corrections up to now are in it, the newest first, however many it takes, each as it was published: beside what it corrected,
 * with its own reason.
 */
export function composeCorrection(content: Correction, context: MessageContext, compose: Compose): Composed {
  const { form, at } = content;
  const original = decodeContent(content.original);
  const before = asTold(context.dossier, content.head);
  const told = compose(original, { ...context, dossier: before, now: at });
  const corrections = entriesIn(told, before)
    .flatMap((id) => correctionsSince(id, content.head, context.dossier))
    .toSorted((a, b) => b.seq - a.seq);
  const rows = corrections.map((step) => correctionRow(step, step.at, context, isNews(step.entry) ? 'brief' : 'full'));
  const material = corrections.filter(({ revision }) => !('weight' in revision && revision.weight === 'minor'));
  const common = {
    isEmpty: corrections.length === 0,
    shown: told.shown,
    ...(material[0] && { materialSeq: material[0].seq }),
  };
  if (form === 'notice') return { ...common, ...noticeOf(rows, content, context) };
  const dossier = asCorrected(context.dossier, content.head);
  const { reply: now, more } = compose(original, { ...context, dossier, now: at, told: told.shown });
  const lines = rows.map((spans): Block => ({ kind: 'text', spans }));
  return { ...common, more, reply: { ...now, blocks: [...lines, ...now.blocks] } };
}

/** Ids of the entries that a message of this content told of, sent when the ledger ended at `head`. `at` is Unix time in ms. */
export function shownIn(
  { content, head, at }: { readonly content: string; readonly head: number; readonly at: number },
  composing: Composing,
  compose: Compose,
): readonly string[] {
  const decoded = decodeContent(content);
  if (decoded.kind === 'correction') {
    // A notice tells of what had been corrected by then.
    const told = shownIn({ ...decoded, content: decoded.original }, composing, compose);
    const before = asTold(composing.dossier, head);
    return told.filter((id) => correctionsSince(id, decoded.head, before).length > 0);
  }
  const dossier = asTold(composing.dossier, head);
  return entriesIn(compose(decoded, { ...composing, dossier, now: at }), dossier);
}

/** With the people, places and sources that these name: readers were told those too. */
function entriesIn({ shown, states = [] }: Composed, dossier: Dossier): readonly string[] {
  const told = [...new Set([...states, ...shown])];
  const named = told.flatMap((id) => {
    const entry = dossier.history(id).at(-1)?.entry;
    return entry === undefined
      ? []
      : referencesOf(entry).flatMap(({ to, target }) =>
          to === 'person' || to === 'place' || to === 'source' ? [target] : [],
        );
  });
  return [...new Set([...told, ...named])];
}

/** Corrections and retractions: what has to reach those who were told before. */
export function isCorrection({ change }: Pick<Revision, 'change'>): boolean {
  return change === 'correction' || change === 'retraction';
}

function noticeOf(
  rows: readonly Spans[],
  { at, head, timezone }: Correction,
  context: MessageContext,
): Pick<Composed, 'reply' | 'more'> {
  const { language } = context;
  const more = { command: 'changes', args: { since: `#${head}` } };
  const blocks: readonly Block[] = [
    { kind: 'heading', spans: language.spans('correction-title') },
    {
      kind: 'text',
      spans: language.spans('correction-of', { time: slotInWords(at, timezone, language), timezone }),
    },
    ...rows.map((spans): Block => ({ kind: 'text', spans })),
  ];
  return { reply: reply({ blocks, actions: pushedActions(context) }), more };
}
