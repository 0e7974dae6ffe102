/** The outbox as the core sees it: what is queued, claimed, sent and recorded. */
import type { Delivery, DeliveryKey, DeliveryState, NewDelivery } from '../messages/delivery.ts';
import type { Subscription } from '../subscriptions/subscription.ts';

/**
 * What is planned for one subscription: its next state beside what it is to be sent, so that neither is without the
 * other.
 */
export interface Planned {
  /**
   * The subscription as it was read. Where it was changed since, nothing of this is written; with an empty `next` it is
   * written as long as the subscription is there and active.
   */
  readonly subscription: Subscription;
  /** What becomes of it. */
  readonly next: Partial<Pick<Subscription, 'nextDueAt' | 'status' | 'reason' | 'resumeAt'>> & {
    readonly board?: Pick<Subscription['board'], 'seq' | 'dueAt'>;
  };
  readonly deliveries: readonly NewDelivery[];
}

/**
 * The place refuses, until `resumeAt` (Unix time in ms) or for good: its subscription is suspended, corrections of what
 * stands there wait as long or are given up, and `message` goes to whoever set it up.
 */
export interface Suspension {
  readonly resumeAt: number | null;
  readonly message?: NewDelivery;
}

/**
 * How an attempt ended, as the outbox is to record it. `at` is Unix time in ms. `follow` is the notice that is sent
 * next: instead of an edit that failed, or beside one that was made, then once in a place for each position.
 */
export type AttemptOutcome = {
  readonly delivery: Delivery;
  readonly at: number;
} & (
  | {
      readonly state: 'sent';
      readonly message: string | null;
      readonly head?: number;
      readonly follow?: NewDelivery;
    }
  /** `repeat`: sent again as a new delivery, marked as a possible repeat. */
  | { readonly state: 'unknown'; readonly reason: string; readonly repeat?: NewDelivery }
  /**
   * To be tried again. `place`: the chat has moved there, and so has its subscription and all that is queued for it but
   * edits: those of messages in the old chat. Its board is made anew.
   * `isUnsent`: certainly nothing was sent, by no attempt so far; the next one counts as the first (`attemptedAt`).
   * `suspend`: a correction in a place that refuses for now.
   */
  | {
      readonly state: 'pending';
      readonly reason: string;
      readonly dueAt: number;
      readonly place?: string;
      readonly isUnsent?: boolean;
      readonly suspend?: Suspension;
    }
  | {
      readonly state: 'dead';
      readonly reason: string;
      /** The message to edit is no more: the subscription's board is forgotten and due again, to be made anew. */
      readonly isMessageGone?: boolean;
      /** The chat has moved there: as for `pending`. */
      readonly place?: string;
      readonly follow?: NewDelivery;
      readonly suspend?: Suspension;
    }
);

/** Durable like `Store`. Checked by `tests/contracts/outbox.ts`. */
export interface Outbox {
  /**
   * Writes everything in one transaction. A delivery whose key is there already is left as it is.
   * A pending one that is overtaken by a later one of its subscription is skipped, with the reason.
   * Resolves to the number of deliveries written.
   */
  plan(planned: readonly Planned[]): Promise<number>;
  /**
   * Takes at most `limit` pending deliveries that are due, at most one for a chat and none for the chats in `except`,
   * by lane, then by due time (of one chat then by kind and id), and marks them as attempted at `now` by `holder`, for
   * `leaseMs`. Expired ones it makes dead and does not return.
   */
  claim(options: {
    readonly platform: string;
    readonly limit: number;
    readonly now: number;
    readonly holder: string;
    readonly leaseMs: number;
    readonly except: readonly string[];
    /** The end of the ledger that they are composed from, or earlier: kept as their `head` where they have none. */
    readonly head?: number;
  }): Promise<readonly Delivery[]>;
  /**
   * Records outcomes in one transaction. A digest that was sent, or may have been, moves its subscription's `sinceSeq`
   * on; a board that was sent becomes its board. Only what is still `attempting` by that same attempt is changed.
   */
  recordOutcomes(outcomes: readonly AttemptOutcome[]): Promise<void>;
  /**
   * Deliveries whose attempt was interrupted: attempting, and their lease ended by `now`, or they are of another
   * holder and `isAlone`.
   */
  interrupted(options: {
    readonly platform: string;
    readonly holder: string;
    readonly now: number;
    readonly isAlone: boolean;
  }): Promise<readonly Delivery[]>;
  /** Deletes at most `limit` deliveries that ended before `before` (Unix time in ms). Resolves to their number. */
  forget(platform: string, before: number, limit: number): Promise<number>;
  /**
   * Queues what is for one person, or greets a chat; instead of `last`, where that waits. Resolves to false, with
   * nothing written, where it is there already or `last` is not as it was read.
   */
  queueForPerson(delivery: NewDelivery, last?: Delivery): Promise<boolean>;
  find(key: DeliveryKey): Promise<Delivery | undefined>;
  /** Counts by state, for logs and tests; of one platform. */
  counts(platform: string): Promise<Readonly<Record<DeliveryState, number>>>;
}
