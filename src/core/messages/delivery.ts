/** Deliveries: one row for every message that somebody is owed, from planned to its end, with what it shows. */
import { createHash } from 'node:crypto';
import { type DeliveryKind, traitsOf } from './kinds/index.ts';

/**
 * - `attempting`: handed to the platform, outcome not recorded yet
 * - `unknown`: it may have arrived
 * - `dead`: it did not arrive and will not be tried again
 * - `skipped`: it was never tried, for a reason
 */
export type DeliveryState = 'pending' | 'attempting' | 'sent' | 'unknown' | 'dead' | 'skipped';

/** What makes a delivery the one that it is: there is one of each, however often it is planned. */
export interface DeliveryKey {
  readonly kind: DeliveryKind;
  /** The id of a subscription or of a person, or a place, as the kind says. */
  readonly audience: string;
  /** What it is about, as its kind writes it: compared, never read. */
  readonly about: string;
  /** The position in the ledger of what it is about; null where that is none. */
  readonly position: number | null;
  /** 0 for the first one. Where it may not have arrived, it is sent again as a delivery of its own: 1, 2 … */
  readonly repeat: number;
}

/** Instants are Unix time in ms. */
export interface Delivery extends DeliveryKey {
  /** 22 characters of base64url: the idempotency key and read-back marker. */
  readonly id: string;
  readonly place: string;
  readonly lane: number;
  /** JSON of `Content`, of this kind. Only a correction of a notice has the notice's content, to be shown anew. */
  readonly content: string;
  readonly state: DeliveryState;
  /** Not to be sent before. */
  readonly dueAt: number;
  /** Not to be sent after: it is then dead. */
  readonly expiresAt: number;
  /** Times it was handed to the platform. */
  readonly attempts: number;
  /** When it was first handed to the platform; null before. */
  readonly attemptedAt: number | null;
  /**
   * The last position of the ledger that it was composed from, or an earlier one where an attempt was interrupted; null
   * before the first.
   */
  readonly head: number | null;
  /** The platform's id of the message: of the one sent, or of the one to edit (boards, corrections). */
  readonly message: string | null;
  /** Why it is not (or may not be) sent; why it is tried again. */
  readonly reason: string | null;
  /** When it reached its last state; null before. */
  readonly finishedAt: number | null;
}

/**
 * What is planned: the rest is the outbox's to fill in. Planned as `skipped` where it is recorded only for its reason.
 */
export type NewDelivery = DeliveryKey &
  Pick<Delivery, 'place' | 'lane' | 'content' | 'dueAt' | 'expiresAt' | 'message' | 'reason'> & {
    readonly state: 'pending' | 'skipped';
  };

/** `position` and `message` are null, `repeat` is 0 and the state `pending` where they are left out. */
export function newDelivery(
  delivery: Pick<NewDelivery, 'kind' | 'audience' | 'about' | 'place' | 'content' | 'dueAt' | 'expiresAt'> &
    Partial<NewDelivery>,
): NewDelivery {
  const { lane } = traitsOf(delivery.kind);
  return { position: null, repeat: 0, message: null, reason: null, state: 'pending', lane, ...delivery };
}

/** Not to be recomputed for what is stored: deliveries of earlier versions have ids that were made otherwise. */
export function newDeliveryId({ kind, audience, about, position, repeat }: DeliveryKey): string {
  const key = JSON.stringify([kind, audience, about, position, repeat]);
  return createHash('sha256').update(key).digest('base64url').slice(0, 22);
}

/** Whether it is for those who read a subscription: what is queued goes by the state of that. */
export function isForSubscription(kind: DeliveryKind): boolean {
  return traitsOf(kind).audience === 'subscription';
}

/** Whether it is for one of the team, in their private chat: what its buttons do is for nobody else. */
export function isForTeam(kind: DeliveryKind): boolean {
  return traitsOf(kind).audience === 'team';
}

/** Whether it edits a message that was sent: to be made whatever became of the subscription. */
export function correctsInPlace(kind: DeliveryKind): boolean {
  return traitsOf(kind).corrects === 'in place';
}

/** The id of the delivery that it corrects; null where it corrects none. */
export function correctedBy({ kind, about }: Pick<DeliveryKey, 'kind' | 'about'>): string | null {
  return traitsOf(kind).corrects === null ? null : about;
}
