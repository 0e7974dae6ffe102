/** Deliveries: one row for every message that a subscription is owed, from planned to its end, with what it shows. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { developmentCategorySchema, sideSchema } from '../dossier/entries.ts';

/** What goes first when there is more to send than may be sent. The numbers are stored. */
export const LANES = { correction: 0, alert: 1, board: 2, digest: 3, notice: 4 } as const;

const filters = {
  topics: z.array(developmentCategorySchema).readonly(),
  side: sideSchema.nullable(),
  timezone: z.string(),
};

/**
 * What a message is to show. It is composed when it is sent, from the dossier of that moment, so nothing queued goes out
 * with what was corrected meanwhile; equal contents are composed once. `from` and `to` are places in the ledger, both included.
 */
export const contentSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('digest'),
    ...filters,
    /** Null: the first one, an overview. */
    from: z.int().nullable(),
    to: z.int(),
    slot: z.int(),
    /** Sent noticeably after its slot, as the bot was not running or the platform not reachable. */
    isLate: z.boolean(),
    /** The slot of the digest before, where it may not have arrived. */
    doubtfulSlot: z.int().nullable(),
  }),
  z.strictObject({
    kind: z.literal('alert'),
    ...filters,
    /** `major`: those that are not breaking, where breaking ones are let through quiet hours on their own. */
    alerts: z.enum(['breaking', 'major', 'all']),
    from: z.int(),
    /** Null: held over quiet hours; all that was announced from `from` on, before `heldUntil` (Unix time in ms). */
    to: z.int().nullable(),
    heldUntil: z.int().nullable(),
    /** How often it may have been sent before. */
    repeats: z.int(),
  }),
  z.strictObject({ kind: z.literal('board'), ...filters }),
  /** For whoever set a subscription up: it was suspended. */
  z.strictObject({
    kind: z.literal('notice'),
    timezone: z.string(),
    /** Of the subscription. */
    place: z.string(),
    reason: z.string(),
    willRetry: z.boolean(),
  }),
]);
export type Content = Readonly<z.infer<typeof contentSchema>>;

/**
 * - `attempting`: handed to the platform, outcome not recorded yet
 * - `unknown`: it may have arrived
 * - `dead`: it did not arrive and will not be tried again
 * - `skipped`: it was never tried, for a reason
 */
export type DeliveryState = 'pending' | 'attempting' | 'sent' | 'unknown' | 'dead' | 'skipped';

/** Instants are Unix time in ms. */
export interface Delivery {
  /** 22 characters of base64url, the same for the same (subscription, kind, slot): the idempotency key and read-back marker. */
  readonly id: string;
  readonly subscription: string;
  readonly place: string;
  readonly lane: number;
  readonly kind: Content['kind'];
  /** Digests: the slot. Alerts: the first place in the ledger, or when quiet hours end. Unique with subscription and kind. */
  readonly slot: number;
  /** JSON of `Content`: a text, so that equal ones are seen to be equal. */
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
  /** The platform's id of the message: of the one sent, or of the one to edit (boards). */
  readonly message: string | null;
  /** Why it is not (or may not be) sent; why it is tried again. */
  readonly reason: string | null;
  /** When it reached its last state; null before. */
  readonly finishedAt: number | null;
}

/** What is planned: the rest is the outbox's to fill in. Planned as `skipped` where it is recorded only for its reason. */
export type NewDelivery = Pick<
  Delivery,
  'subscription' | 'place' | 'lane' | 'kind' | 'slot' | 'content' | 'dueAt' | 'expiresAt' | 'message' | 'reason'
> & { readonly state: 'pending' | 'skipped' };

export function deliveryId({ subscription, kind, slot }: Pick<Delivery, 'subscription' | 'kind' | 'slot'>): string {
  return createHash('sha256').update(`${subscription}\n${kind}\n${slot}`).digest('base64url').slice(0, 22);
}

/** Keys in the order of the schema, whatever order they were given in. */
export function encodeContent(content: Content): string {
  return JSON.stringify(contentSchema.parse(content));
}

/** Throws `ZodError` for what is not a content: a bug or a newer version's row. */
export function decodeContent(text: string): Content {
  return contentSchema.parse(JSON.parse(text));
}
