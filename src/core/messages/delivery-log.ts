/** What became of each delivery to a subscription and why, and what the next digest would tell and leave out. */

import { type Changes, changesInOrder, changesOf } from '../changes/changes.ts';
import { SECTIONS } from '../dossier/kinds/index.ts';
import { type Block, joinSpans, type Spans } from '../reply/span.ts';
import { slotInWords } from '../subscriptions/schedule-words.ts';
import type { Settings, Subscription } from '../subscriptions/subscription.ts';
import type { WordingContext } from '../wording/wording-context.ts';
import { compose } from './compose.ts';
import { decodeContent } from './content.ts';
import type { Delivery } from './delivery.ts';
import { reasonWords } from './reason-words.ts';

/** `deliveries` as they are to be shown, the newest first. */
export function sentBlocks(
  deliveries: readonly Delivery[],
  { timezone }: Settings,
  context: Pick<WordingContext, 'language' | 'now'>,
): readonly Block[] {
  const { language } = context;
  const title: Block = { kind: 'heading', spans: language.spans('why-title') };
  if (deliveries.length === 0) return [title, { kind: 'text', spans: language.spans('why-none') }];
  return [
    title,
    { kind: 'list', items: deliveries.map((delivery) => sentRow(delivery, timezone, context)) },
    { kind: 'note', spans: language.spans('why-times', { timezone }) },
  ];
}

function sentRow(
  delivery: Delivery,
  timezone: string,
  { language, now }: Pick<WordingContext, 'language' | 'now'>,
): Spans {
  const { kind, state, reason, finishedAt, dueAt, attempts } = delivery;
  // What was passed over is known by the time it was for.
  const at = (kind === 'digest' && state === 'skipped' ? slotOf(delivery) : undefined) ?? finishedAt ?? dueAt;
  const time = slotInWords(at, timezone, language);
  const what = language.spans('why-sent', { time, kind, state });
  // What once delayed a message that was sent in the end is of no use to its readers.
  const isHeld = kind === 'alert' && state === 'pending' && attempts === 0 && dueAt > now;
  if (isHeld && reason === null) return joinSpans([what, language.spans('why-quiet')]);
  if (reason === null || state === 'sent') return what;
  return joinSpans([what, reasonWords(reason, language)]);
}

/** Of a digest; undefined for all others. */
function slotOf({ content }: Delivery): number | undefined {
  const decoded = decodeContent(content);
  return decoded.kind === 'digest' ? decoded.slot : undefined;
}

/** Counts only: /subscription do:preview shows it. */
export function nextDigestBlocks({ settings, sinceSeq }: Subscription, context: WordingContext): readonly Block[] {
  const { dossier, language } = context;
  const title: Block = { kind: 'heading', spans: language.spans('why-next-title') };
  if (settings.board === 'instead') return [title, { kind: 'text', spans: language.spans('why-next-none') }];
  if (sinceSeq === null) return [title, { kind: 'text', spans: language.spans('why-next-first') }];
  const changes = changesOf(dossier, { from: sinceSeq + 1, to: dossier.head }, settings);
  const { topics, side, timezone } = settings;
  const slot = { slot: context.now, isLate: false, doubtfulSlot: null };
  const { shown } = compose(
    { kind: 'digest', topics, side, timezone, from: sinceSeq + 1, to: dossier.head, ...slot },
    context,
  );
  const counts = countsOf(changes, new Set(shown), context);
  const left = leftCounts(changes, new Set(shown), context);
  return [
    title,
    counts.length === 0
      ? { kind: 'text', spans: language.spans('why-next-nothing') }
      : { kind: 'text', spans: language.spans('why-next') },
    ...(counts.length === 0 ? [] : [{ kind: 'list' as const, items: counts }]),
    ...(left.length === 0 ? [] : [{ kind: 'text' as const, spans: language.spans('why-left') }]),
    ...(left.length === 0 ? [] : [{ kind: 'list' as const, items: left }]),
  ];
}

const PARTS = ['corrections', ...SECTIONS.map(({ name }) => name)] as const;
const REASONS = ['topic', 'side', 'not-news', 'withdrawn', 'unchanged'] as const;

function countsOf(
  changes: Changes,
  shown: ReadonlySet<string>,
  { language }: Pick<WordingContext, 'language'>,
): readonly Spans[] {
  return PARTS.flatMap((what) => {
    const count = changes[what].filter(({ id }) => shown.has(id)).length;
    return count === 0 ? [] : [language.spans('why-count', { count, what })];
  });
}

function leftCounts(
  changes: Changes,
  shown: ReadonlySet<string>,
  { language }: Pick<WordingContext, 'language'>,
): readonly Spans[] {
  const more = changesInOrder(changes).filter(({ id }) => !shown.has(id)).length;
  const counts = [
    ...(more === 0 ? [] : [{ count: more, what: 'quotes-more' }]),
    ...REASONS.map((what) => ({ count: changes.leftOut.filter(({ why }) => why === what).length, what })),
  ];
  return counts.filter(({ count }) => count > 0).map((words) => language.spans('why-left-count', words));
}
