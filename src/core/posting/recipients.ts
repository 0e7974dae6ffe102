/** Reads the subscriptions that a publication reaches, on all platforms, in batches. */
import type { SubscriptionQuery } from '../ports/subscriptions.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { PostingContext } from './posting-context.ts';

/** Subscriptions in one query. */
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
