/** The outbox as the core sees it: what is queued, taken, sent and recorded, and what was sent that a correction has to reach. */
import type { Coverage } from '../messages/coverage.ts';
import type { Delivery, NewDelivery } from '../messages/delivery.ts';
import type { Subscription } from '../subscriptions/subscription.ts';

/** One subscription's step: its next state beside what it is to be sent, so that neither is without the other. */
export interface Planned {
  /**
   * The subscription as it was read. Where it was changed since, nothing of this step is written; a step with an empty `next` is
   * written as long as it is there and active.
   */
  readonly subscription: Subscription;
  /** What becomes of it. */
  readonly next: Partial<Pick<Subscription, 'nextDueAt' | 'status' | 'reason' | 'resumeAt'>> & {
    readonly board?: Pick<Subscription['board'], 'seq' | 'dueAt'>;
  };
  readonly deliveries: readonly NewDelivery[];
}

/**
 * The place refuses, until `resumeAt` (Unix time in ms) or for good: its subscription is suspended, corrections of what stands there wait
 * as long or are given up, and `notice` goes to whoever set it up.
 */
interface Suspension {
  readonly resumeAt: number | null;
  readonly notice?: NewDelivery;
}

/**
 * How an attempt ended, as the outbox is to record it. `at` is Unix time in ms. `follow`: sent next, beside it or instead; beside it once in a place for each `slot`.
 */
export type Settlement = {
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
   * To be tried again. `place`: the chat has moved there, and so has its subscription and all that is queued for it but edits: those
   * of messages in the old chat. Its board is made anew.
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
   * Writes all steps in one transaction. A delivery whose (subscription, kind, slot) is there already is left as it is.
   * A pending digest or board of the same subscription is overtaken by a new one: skipped, with the reason.
   * Resolves to the number of deliveries written.
   */
  plan(steps: readonly Planned[]): Promise<number>;
  /**
   * Takes at most `limit` pending deliveries that are due, at most one for a chat and none for the chats in `except`, by
   * lane, then by due time, and marks them as attempted at `now` by `holder`, for `leaseMs`. Expired ones it makes dead
   * and does not return.
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
   * Records outcomes in one transaction. A digest that was sent, or may have been, moves its subscription's `sinceSeq` on; a board that
   * was sent becomes its board. Only what is still `attempting` by the attempt that is settled is changed.
   */
  settle(settlements: readonly Settlement[]): Promise<void>;
  /** Deliveries whose attempt was interrupted: attempting, and their lease ended by `now`, or they are of another holder and `isAlone`. */
  interrupted(options: {
    readonly platform: string;
    readonly holder: string;
    readonly now: number;
    readonly isAlone: boolean;
  }): Promise<readonly Delivery[]>;
  /** Deletes at most `limit` deliveries that ended before `before` (Unix time in ms). Resolves to their number. */
  forget(platform: string, before: number, limit: number): Promise<number>;
  /** Queues what is for one person; instead of `last`, where that waits. Resolves to false, with nothing written, where `last` is not as it was read. */
  tell(delivery: NewDelivery, last?: Delivery): Promise<boolean>;
  /** Counts by state, for logs and tests; of one platform. */
  counts(platform: string): Promise<Readonly<Record<Delivery['state'], number>>>;
  /** Corrections. What was sent, or may have been, from a ledger that ended before `seq`: each rendering once. */
  renderingsBefore(platform: string, seq: number): Promise<readonly Rendering[]>;
  /** The messages of a rendering, as deliveries, in order of id, those after `after`, at most `limit`. */
  messagesOf(
    platform: string,
    rendering: Rendering,
    page: { readonly after: string; readonly limit: number },
  ): Promise<readonly Delivery[]>;
  /**
   * Queues corrections in one transaction, whatever has become of their subscriptions. What is there already is left as it is; a
   * pending one of the same message for an earlier place in the ledger is overtaken. Those of a place that is suspended until later are
   * due then. Resolves to the number written.
   */
  correct(corrections: readonly NewDelivery[]): Promise<number>;
  delivery(id: string): Promise<Delivery | undefined>;
  /** What has become of the correction at this place in the ledger, over all platforms. */
  coverage(seq: number): Promise<Coverage>;
}

/** One wording that was sent, to however many places. */
export interface Rendering {
  /** JSON of `Content`. */
  readonly content: string;
  readonly head: number;
  /** The quarter of an hour in which it was sent, Unix time in ms. */
  readonly at: number;
}
