/** Subscriptions read, planned for and written some at a time. */

import type { Dossier } from '../../core/dossier/dossier.ts';
import type { Composed } from '../../core/messages/compose.ts';
import type { Outbox, Planned } from '../../core/ports/outbox.ts';
import type { Store } from '../../core/ports/store.ts';
import type { SubscriptionQuery, Subscriptions } from '../../core/ports/subscriptions.ts';
import type { Subscription } from '../../core/subscriptions/subscription.ts';

/** Subscriptions read and planned for at a time: memory stays bounded, a transaction short. */
const BATCH = 500;

export interface Planning {
  readonly platform: string;
  readonly store: Pick<Store, 'announcementsAfter' | 'remember' | 'recall'>;
  readonly subscriptions: Pick<Subscriptions, 'read'>;
  readonly outbox: Pick<Outbox, 'plan'>;
  readonly dossier: () => Dossier;
  /** Says that a subscription could not be planned for; the others go on. */
  readonly onProblem: (error: unknown, subscription: Subscription) => void;
  /** Contents that are equal are composed once. */
  readonly compose: (content: string, now: number) => Composed;
}

/** Resolves to the number of deliveries written. */
export async function inBatches(
  { subscriptions, outbox, platform, onProblem }: Planning,
  query: SubscriptionQuery,
  plan: (subscription: Subscription) => Planned,
): Promise<number> {
  let written = 0;
  let after = '';
  for (;;) {
    const batch = await subscriptions.read(platform, query, { after, limit: BATCH });
    const planned = batch
      .flatMap((subscription) =>
        attempt(
          () => plan(subscription),
          (error) => onProblem(error, subscription),
        ),
      )
      .filter(({ next, deliveries }) => deliveries.length > 0 || Object.keys(next).length > 0);
    if (planned.length > 0) written += await outbox.plan(planned);
    const last = batch.at(-1);
    if (last === undefined || batch.length < BATCH) return written;
    after = last.id;
  }
}

/** What `work` comes to; nothing where it fails. */
function attempt<T>(work: () => T, onProblem: (error: unknown) => void): readonly T[] {
  try {
    return [work()];
  } catch (error) {
    onProblem(error);
    return [];
  }
}
