/** The subscriptions as the core sees them. */
import type { Delivery } from '../messages/delivery.ts';
import type { Subscription } from '../subscriptions/subscription.ts';

/**
 * Which subscriptions to read: `due` for a digest, with a `board` out of date, that want `alerts`, or are to `resume`
 * by themselves.
 */
export type SubscriptionQuery =
  | { readonly want: 'due' | 'resume'; readonly now: number }
  | { readonly want: 'board'; readonly now: number; readonly head: number }
  | { readonly want: 'alerts' };

/** Durable like `Store`. Checked by `tests/contracts/subscriptions.ts`. */
export interface Subscriptions {
  of(place: string): Promise<Subscription | undefined>;
  /**
   * Adds it, or replaces the one of its place. What is still queued for the place (and has another subscription's id,
   * or belongs to one that is no longer active) is skipped, with the reason. Where it becomes active, corrections that
   * wait for the place are due. Where its settings hold no alerts at this moment, those that were held are due, and
   * tell what was announced until then.
   */
  put(subscription: Subscription): Promise<void>;
  /** Those of a chat, its threads included, in order of id. */
  inChat(chat: string): Promise<readonly Subscription[]>;
  /**
   * A chat has another id now: its subscriptions, threads included, and what is queued for them follow it. A board is
   * made anew. Where the new one is subscribed already, that one stays.
   */
  move(from: string, to: string): Promise<void>;
  /** Resolves to whether there was one. What is still queued for it is skipped. */
  remove(place: string): Promise<boolean>;
  /**
   * In order of id, those after `after`, at most `limit`. Active ones, but for `resume`. `board` leaves out those for
   * which a board is on its way, `due` those of which a digest may have arrived and its outcome is not recorded.
   */
  read(
    platform: string,
    query: SubscriptionQuery,
    page: { readonly after: string; readonly limit: number },
  ): Promise<readonly Subscription[]>;
  /** Those that this person was the last to set up, whatever their status, by place, at most `limit`. */
  setUpBy(person: string, limit: number): Promise<readonly Subscription[]>;
  /** The newest deliveries for the place, the newest first. */
  deliveries(place: string, limit: number): Promise<readonly Delivery[]>;
}
