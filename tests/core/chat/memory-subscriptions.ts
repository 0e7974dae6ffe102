/** Subscriptions in memory: what commands need of them. `tests/contracts` tests the stored ones. */

import type { Delivery } from '../../../src/core/messages/delivery.ts';
import type { Subscriptions } from '../../../src/core/ports/subscriptions.ts';
import { chatOf, type Subscription } from '../../../src/core/subscriptions/subscription.ts';

/** `deliveries`: what is told of every place, the newest first. */
export function createMemorySubscriptions(deliveries: readonly Delivery[] = []): Subscriptions {
  const byPlace = new Map<string, Subscription>();
  return {
    of: (place) => Promise.resolve(byPlace.get(place)),
    put(subscription) {
      byPlace.set(subscription.place, { ...subscription, version: subscription.version + 1 });
      return Promise.resolve();
    },
    inChat: (chat) => Promise.resolve([...byPlace.values()].filter(({ place }) => chatOf(place) === chat)),
    move: () => Promise.reject(new Error('Commands move nothing')),
    remove: (place) => Promise.resolve(byPlace.delete(place)),
    read: () => Promise.reject(new Error('Commands read the subscription of one place')),
    setUpBy: (person, limit) =>
      Promise.resolve([...byPlace.values()].filter(({ setBy }) => setBy === person).slice(0, limit)),
    deliveries: (place, limit) => Promise.resolve(deliveries.filter((one) => one.place === place).slice(0, limit)),
  };
}
