/** A chat's subscription: what it wants to be sent, when, and what it has received so far. */
import { z } from 'zod';
import { developmentCategorySchema, idSchema } from '../dossier/entries.ts';

/** `HH:MM` of a 24-hour clock. */
const clockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What an admin of the chat chose. Stored as JSON. */
export const settingsSchema = z.strictObject({
  /** A cron expression of five fields, read in `timezone`. */
  schedule: z.string(),
  /** IANA name. */
  timezone: z.string(),
  /** Categories of developments; empty: all. */
  topics: z.array(developmentCategorySchema).readonly(),
  /** Only what involves this side; null: all. */
  side: idSchema.nullable(),
  alerts: z.enum(['off', 'breaking', 'all']),
  /** When to send a digest: only with `changes`, or `always`; then one line says that nothing changed. */
  when: z.enum(['changes', 'always']),
  /**
   * Local hours in which alerts are held until `to`, or all messages come without sound. `from` and `to` differ; `from`
   * after `to` goes over midnight.
   */
  quiet: z
    .strictObject({
      from: clockTimeSchema,
      to: clockTimeSchema,
      /** Breaking news comes at once, and with sound. */
      exceptBreaking: z.boolean(),
      /** Versions that knew only holding did not store it. */
      how: z.enum(['hold', 'silent']).default('hold'),
    })
    .readonly()
    .nullable(),
  /** The board: none, beside the digests, or instead of them. */
  board: z.enum(['off', 'beside', 'instead']),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

/** Instants are Unix time in ms. A chat has one subscription at most. */
export interface Subscription {
  readonly id: string;
  /** The chat's id, unique across platforms; a thread or topic has its own. */
  readonly place: string;
  /** What people called the chat when it was set up; null where the platform did not say. */
  readonly name: string | null;
  /** Id of the admin who set it up, and who is notified if it is suspended. Never shown. */
  readonly setBy: string;
  readonly settings: Settings;
  /** `paused` by an admin; `suspended` by the bot, as the platform refused a message. */
  readonly status: 'active' | 'paused' | 'suspended';
  /** Why it is suspended, in the platform's words; null otherwise. */
  readonly reason: string | null;
  /** When a snooze ends, or a suspended subscription is tried again; null: never by itself. */
  readonly resumeAt: number | null;
  /** The next slot; null if it wants no digests. Ignored while it is not active. */
  readonly nextDueAt: number | null;
  /** Digests have delivered everything up to this position of the ledger; null before the first digest. */
  readonly sinceSeq: number | null;
  /** The slot of the last digest if it is in doubt (it may not have arrived); otherwise null. */
  readonly doubtfulSlot: number | null;
  /** Counts changes, so that what was planned for an older state is not written. The storage maintains it. */
  readonly version: number;
  /** The pinned message. It shows the ledger up to position `seq`; at `dueAt` the ages in it change ("3 days ago"). */
  readonly board: { readonly message: string | null; readonly seq: number; readonly dueAt: number };
}

/** The group that a topic belongs to, as Telegram counts its rates by group: `telegram:-1001/7` → `telegram:-1001`. */
export function chatOf(place: string): string {
  return place.split('/', 1)[0] ?? place;
}

/** A person's private chat, by their id; undefined if the id is of nobody in particular (an anonymous admin). */
export function privatePlaceOf(id: string): string | undefined {
  const [platform = '', account = ''] = id.split(':', 2);
  return /^\d+$/u.test(account) ? `${platform}:@${account}` : undefined;
}

/** How `channel:` names a place on its own platform: `telegram:-1001/7` → `-1001/7`. */
export function channelOf(place: string): string {
  return place.slice(place.indexOf(':') + 1);
}

/** `discord` of `discord:123`. */
export function platformOf(place: string): string {
  return place.split(':', 1)[0] ?? place;
}
