/** Deliveries: one row for every message that a subscription is owed, from planned to its end, with what it shows. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { anyEntrySchema, developmentCategorySchema, sideSchema } from '../dossier/entries.ts';
import { coverageSchema } from './coverage.ts';

/** What goes first when there is more to send than may be sent; drills beside boards, after whatever is true and urgent. The numbers are stored. */
export const LANES = {
  correction: 0,
  alert: 1,
  drill: 2,
  board: 2,
  digest: 3,
  notice: 4,
  reminder: 4,
  /** One message in some seconds: below the corrections that it tells of there would be nothing to see of a long one. */
  coverage: 0,
} as const;

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
  /** What was sent, corrected by all that the ledger has corrected since: in its own place (`edit`), or in a message under it. */
  z.strictObject({
    kind: z.literal('correction'),
    timezone: z.string(),
    form: z.enum(['edit', 'notice']),
    /** The content of the message, as text. */
    original: z.string(),
    /** The last place of the ledger that it was composed from. */
    head: z.int(),
    /** The quarter of an hour in which it was sent (Unix time in ms), so that its ages stay those of then. */
    at: z.int(),
  }),
  /** For whoever set a subscription up: it was suspended. */
  z.strictObject({
    kind: z.literal('notice'),
    timezone: z.string(),
    /** Of the subscription. */
    place: z.string(),
    reason: z.string(),
    willRetry: z.boolean(),
  }),
  /** An exercise: what an alert of these entries would be. They are in no ledger. */
  z.strictObject({ kind: z.literal('drill'), timezone: z.string(), entries: z.array(anyEntrySchema).readonly() }),
  /** For whoever made a correction: how far it came. */
  z.strictObject({
    kind: z.literal('coverage'),
    timezone: z.string(),
    coverage: coverageSchema,
    isFinished: z.boolean(),
    /** It waits for a platform that nobody serves. Left out: false. */
    isUnserved: z.boolean().optional(),
  }),
  /** For somebody who moderates: what has got old, by these limits in days. */
  z.strictObject({
    kind: z.literal('reminder'),
    timezone: z.string(),
    newsAfterDays: z.int(),
    ceasefireAfterDays: z.int(),
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
  /** 22 characters of base64url, the same for the same (subscription, kind, slot, of): the idempotency key and read-back marker. */
  readonly id: string;
  readonly subscription: string;
  readonly place: string;
  readonly lane: number;
  readonly kind: Content['kind'];
  /**
   * Digests: the slot. Alerts: the first place in the ledger, or when quiet hours end. Corrections: the place of the correction in
   * the ledger, below zero for the message that tells of it. Reports of coverage: 1, 2, 3 … of one correction. Reminders: the beginning
   * of the day. Drills: a number of the draft. Unique with subscription, kind and `of`.
   */
  readonly slot: number;
  /** The delivery that a correction is of; null for all others. */
  readonly of: string | null;
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
  /** The last place of the ledger that it was composed from, or an earlier one where an attempt was interrupted; null before the first. */
  readonly head: number | null;
  /** The platform's id of the message: of the one sent, or of the one to edit (boards, corrections). */
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
> & { readonly state: 'pending' | 'skipped'; readonly of?: string };

export function deliveryId({
  subscription,
  kind,
  slot,
  of,
}: Pick<Delivery, 'subscription' | 'kind' | 'slot'> & { readonly of?: string | null }): string {
  const parts = [subscription, kind, slot, ...(of ? [of] : [])];
  return createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22);
}

/** Whether it is for one person, not for those who read a subscription: it goes by no subscription's state. */
export function isForPerson(delivery: Pick<NewDelivery, 'subscription'> & { readonly kind: string }): boolean {
  return delivery.kind === 'notice' || isForTeam(delivery.kind) || isOwnDrill(delivery);
}

/** Whether it is for one of those who moderate, in their private chat: what its buttons do is for nobody else. */
export function isForTeam(kind: string): boolean {
  return kind === 'coverage' || kind === 'reminder';
}

/** Whether it is the correction in place, not the message that tells of one: to be made whatever became of the subscription. */
export function correctsInPlace({ kind, slot }: Pick<NewDelivery, 'slot'> & { readonly kind: string }): boolean {
  return kind === 'correction' && slot > 0;
}

/** Whether it is a drill for its author alone, who needs no subscription: `drill:` and the author's id stand for one. */
export function isOwnDrill({
  kind,
  subscription,
}: Pick<NewDelivery, 'subscription'> & { readonly kind: string }): boolean {
  return kind === 'drill' && subscription.startsWith('drill:');
}

/** Whether a text of a content is of a message that tells of a correction, not of the correction in place. */
export function isNoticeOfCorrection(text: string): boolean {
  const content = decodeContent(text);
  return content.kind === 'correction' && content.form === 'notice';
}

/** Keys in the order of the schema, whatever order they were given in. */
export function encodeContent(content: Content): string {
  return JSON.stringify(contentSchema.parse(content));
}

/** Throws `ZodError` for what is not a content: a bug or a newer version's row. */
export function decodeContent(text: string): Content {
  return contentSchema.parse(JSON.parse(text));
}
