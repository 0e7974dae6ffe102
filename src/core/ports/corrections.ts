/** Corrections as the core sees them: what was sent that they have to reach, and how far they came. */
import type { Coverage } from '../messages/coverage.ts';
import type { Delivery, NewDelivery } from '../messages/delivery.ts';

/** One wording that was sent, to however many places. */
export interface Rendering {
  /** JSON of `Content`. */
  readonly content: string;
  /** The last position of the ledger that it was composed from. */
  readonly head: number;
  /** The quarter of an hour in which it was sent, Unix time in ms. */
  readonly at: number;
}

/** Durable like `Store`. Checked by `tests/contracts/corrections.ts`. */
export interface Corrections {
  /** What was sent, or may have been, from a ledger that ended before position `seq`: each rendering once. */
  renderingsBefore(platform: string, seq: number): Promise<readonly Rendering[]>;
  /** The messages of a rendering, as deliveries, in order of id, those after `after`, at most `limit`. */
  messagesOf(
    platform: string,
    rendering: Rendering,
    page: { readonly after: string; readonly limit: number },
  ): Promise<readonly Delivery[]>;
  /**
   * Queues corrections in one transaction, whatever has become of their subscriptions. What is there already is left as
   * it is; a pending one of the same message for an earlier position is overtaken. Those of a place that is suspended
   * until later are due then. Resolves to the number written.
   */
  queue(corrections: readonly NewDelivery[]): Promise<number>;
  /** The delivery of this id, as corrections name what they correct. */
  delivery(id: string): Promise<Delivery | undefined>;
  /** What has become of the correction at position `seq` of the ledger, over all platforms. */
  coverage(seq: number): Promise<Coverage>;
}
