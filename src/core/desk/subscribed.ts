/** The subscriptions that something published reaches, over all platforms, some at a time. */
import type { Subscription } from '../digest/subscription.ts';
import type { SubscriptionQuery } from '../ports.ts';
import type { DeskContext } from './telling.ts';

/** Subscriptions read at a time. */
const BATCH = 500;

export async function* subscribed(
  query: SubscriptionQuery,
  { desk, subscriptions }: Pick<DeskContext, 'desk' | 'subscriptions'>,
): AsyncGenerator<Subscription> {
  for (const platform of desk.platforms) {
    let after = '';
    for (;;) {
      const batch = await subscriptions.read(platform, query, { after, limit: BATCH });
      yield* batch;
      const last = batch.at(-1);
      if (last === undefined || batch.length < BATCH) break;
      after = last.id;
    }
  }
}
