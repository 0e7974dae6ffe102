/** The status of a subscription in words: active, paused, snoozed or suspended, and why. */

import type { Block, Spans } from '../reply/span.ts';
import type { WordingContext } from '../wording/wording-context.ts';
import { slotSpan } from './schedule-words.ts';
import type { Subscription } from './subscription.ts';

export function statusBlocks(subscription: Subscription, context: Pick<WordingContext, 'language'>): readonly Block[] {
  const { doubtfulSlot, settings } = subscription;
  const { language } = context;
  const { timezone } = settings;
  const doubt =
    doubtfulSlot === null
      ? []
      : [language.spans('subscription-doubtful', { time: slotSpan(doubtfulSlot, timezone, language) })];
  const { status, board } = subscription;
  const hasOldBoard = status !== 'active' && settings.board !== 'off' && board.message !== null;
  const old = hasOldBoard ? [language.spans('subscription-board')] : [];
  return [statusSpans(subscription, context), ...old, ...doubt].map((spans) => ({ kind: 'text', spans }));
}

export function statusSpans(
  { status, reason, resumeAt, settings: { timezone } }: Subscription,
  { language }: Pick<WordingContext, 'language'>,
): Spans {
  const until = resumeAt === null ? undefined : { time: slotSpan(resumeAt, timezone, language) };
  switch (status) {
    case 'active':
      return language.spans(reason === null ? 'subscription-active' : 'subscription-active-again');
    case 'paused':
      return until ? language.spans('subscription-snoozed', until) : language.spans('subscription-paused');
    case 'suspended':
      return until ? language.spans('subscription-suspended-until', until) : language.spans('subscription-suspended');
  }
}
