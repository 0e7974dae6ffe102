/** What the parts of `describeOutbox` work with: a store, and short ways to plan, claim and read back. */

import type { Delivery } from '../../../src/core/messages/delivery.ts';
import type { Planned } from '../../../src/core/ports/outbox.ts';
import type { Subscription } from '../../../src/core/subscriptions/subscription.ts';
import type { OpenedStore } from '../../../src/storage/opened-store.ts';

export interface Bench {
  readonly store: () => OpenedStore;
  /** Opens the same database once more, as another process would. */
  readonly open: () => Promise<OpenedStore>;
  /** Stores the subscription and returns it as it was stored. */
  readonly stored: (one: Subscription) => Promise<Subscription>;
  /** Stores the plain subscription of this chat with these deliveries planned for it. */
  readonly planned: (chat: string, deliveries: (of: Subscription) => Planned['deliveries']) => Promise<Subscription>;
  readonly statesOf: (place: string) => Promise<readonly string[]>;
  readonly claim: (now: number, options?: ClaimOptions) => Promise<readonly Delivery[]>;
}

export interface ClaimOptions {
  readonly limit?: number;
  readonly except?: readonly string[];
  readonly holder?: string;
  readonly platform?: string;
}

/** Claims the one delivery that is due; throws where there is none, or more than one. */
export async function claimOne(claim: Bench['claim'], now = 1000): Promise<Delivery> {
  const [delivery, ...rest] = await claim(now);
  if (delivery === undefined || rest.length > 0) throw new Error('Exactly one should be claimed');
  return delivery;
}
