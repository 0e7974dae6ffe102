/** Subscriptions of several chats, a line each: what /subscription shows in private. */

import { type Block, joinSpans, type Spans } from '../reply/span.ts';
import type { WordingContext } from '../wording/wording-context.ts';
import { digestItems } from './settings-blocks.ts';
import { statusSpans } from './status-blocks.ts';
import type { Subscription } from './subscription.ts';

export interface Listed {
  /** What its chat is called. */
  readonly chat: string;
  readonly subscription: Subscription;
}

/** `hidden` is how many more there are that the asker may not be shown. No blocks where there is nothing to tell. */
export function listedBlocks(
  listed: readonly Listed[],
  hidden: number,
  context: Pick<WordingContext, 'language' | 'now'>,
): readonly Block[] {
  const { language } = context;
  const items = listed.map((one) => lineOf(one, context));
  const title: Block = { kind: 'heading', spans: language.spans('subscriptions-title') };
  return [
    ...(items.length === 0 ? [] : [title, { kind: 'list' as const, items }]),
    ...(hidden === 0
      ? []
      : [{ kind: 'note' as const, spans: language.spans('subscriptions-hidden', { count: hidden }) }]),
  ];
}

function lineOf({ chat, subscription }: Listed, context: Pick<WordingContext, 'language' | 'now'>): Spans {
  const { language } = context;
  const items = digestItems(subscription, context).map((item) => language.spans('subscriptions-part', { item }));
  const status = subscription.status === 'active' ? [] : [statusSpans(subscription, context)];
  return joinSpans([language.spans('subscriptions-chat', { chat }), ...items, ...status]);
}
