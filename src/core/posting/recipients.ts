/** The subscriptions that something published reaches, over all platforms, some at a time. */
import type { SubscriptionQuery } from '../ports/subscriptions.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { PostingContext } from './posting-context.ts';

/** Subscriptions read at a time. */
const BATCH = 500;

export async function* matchingSubscriptions(
  query: SubscriptionQuery,
  { posting, subscriptions }: Pick<PostingContext, 'posting' | 'subscriptions'>,
): AsyncGenerator<Subscription> {
  for (const platform of posting.platforms) {
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
