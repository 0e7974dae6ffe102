/** What sending needs, and what is sent. */

import type { Logger } from 'pino';
import type { Delivery } from '../core/messages/delivery.ts';
import type { Corrections } from '../core/ports/corrections.ts';
import type { Messenger } from '../core/ports/messenger.ts';
import type { Outbox } from '../core/ports/outbox.ts';
import type { Subscriptions } from '../core/ports/subscriptions.ts';
import type { Page } from '../core/reply/page.ts';
import type { Settings } from '../core/subscriptions/subscription.ts';
import type { Pacer } from './pacing.ts';
import type { WakeSignal } from './wake-signal.ts';

/** A message that is ready to leave. */
export interface Prepared {
  readonly page: Page;
  /** The end of the ledger that it was composed from. */
  readonly head: number;
  /** Of a correction: the position of what is to be announced. */
  readonly materialSeq: number | undefined;
  /** Of the subscription of its chat; undefined where there is none, and of what is no new message to a chat. */
  readonly settings: Settings | undefined;
}

export interface Sending {
  readonly messenger: Messenger;
  readonly outbox: Outbox;
  readonly corrections: Pick<Corrections, 'delivery'>;
  readonly subscriptions: Pick<Subscriptions, 'of'>;
  readonly pacer: Pacer;
  /** The message as it reads now; undefined where there is nothing to say any more. */
  readonly pageOf: (delivery: Delivery, now: number) => Promise<Omit<Prepared, 'settings'> | undefined>;
  /** The last position in the ledger that is known here. */
  readonly head: () => number;
  /** Of this process, and unique. */
  readonly holder: string;
  /** True where no other process can be sending for this platform. */
  readonly isAlone: boolean;
  /** Unix time in ms. */
  readonly clock: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  readonly log: Logger;
  /** Rings when something was planned. */
  readonly wake: WakeSignal;
  readonly signal: AbortSignal;
}
