/** A channel's subscription: what it wants to be told, when, and how far it has been told. */
import { z } from 'zod';
import { developmentCategorySchema, sideSchema } from '../dossier/entries.ts';

/** `HH:MM` of a 24-hour clock. */
const clockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What a channel's admin chose. Stored as JSON. */
export const settingsSchema = z.strictObject({
  /** A cron expression of five fields, read in `timezone`. */
  schedule: z.string(),
  /** IANA name. */
  timezone: z.string(),
  /** Categories of developments; empty: all. */
  topics: z.array(developmentCategorySchema).readonly(),
  /** Only what involves this side; null: all. */
  side: sideSchema.nullable(),
  alerts: z.enum(['off', 'breaking', 'all']),
  /** What to do at a slot when nothing changed: nothing, or one line that says so. */
  when: z.enum(['changes', 'always']),
  /** Local hours in which alerts are held until `to`. `from` and `to` differ; `from` after `to` goes over midnight. */
  quiet: z
    .strictObject({ from: clockTimeSchema, to: clockTimeSchema, exceptBreaking: z.boolean() })
    .readonly()
    .nullable(),
  /** One pinned message kept up to date: none, beside the digests, or instead of them. */
  board: z.enum(['off', 'beside', 'instead']),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

/** Instants are Unix time in ms. A place has one subscription at most. */
export interface Subscription {
  readonly id: string;
  /** The place's id, unique over platforms; a thread or topic is a place of its own. */
  readonly place: string;
  /** The asker's id: who is told when it is suspended. Never shown. */
  readonly setBy: string;
  readonly settings: Settings;
  /** `paused` by an admin; `suspended` by us, as the platform refused. */
  readonly status: 'active' | 'paused' | 'suspended';
  /** Why it is suspended, in the platform's words; null otherwise. */
  readonly reason: string | null;
  /** When a snooze ends, or a suspended one is tried again; null: not by itself. */
  readonly resumeAt: number | null;
  /** The next slot; null where it wants no digests. Kept while it is not active, but not looked at. */
  readonly nextDueAt: number | null;
  /** Everything up to this place in the ledger was delivered in digests; null before the first one. */
  readonly sinceSeq: number | null;
  /** The slot of the last digest, where it is not known whether that arrived. */
  readonly doubtfulSlot: number | null;
  /** Counts its changes, so that a step planned for an older state is not written. Kept by the storage. */
  readonly version: number;
  /** The pinned message as it was last brought up to date. `seq` is the ledger's place that it shows; `dueAt` when its ages change. */
  readonly board: { readonly message: string | null; readonly seq: number; readonly dueAt: number };
}

/** The chat that a place is in: what platforms count rates by. `telegram:-1001/7` (a topic) is in `telegram:-1001`. */
export function chatOf(place: string): string {
  return place.split('/', 1)[0] ?? place;
}

/** Where a person is written to, by their id; undefined where that is nobody in particular (an anonymous admin). */
export function privatePlaceOf(id: string): string | undefined {
  const [platform = '', account = ''] = id.split(':', 2);
  return /^\d+$/u.test(account) ? `${platform}:@${account}` : undefined;
}

/** `discord` of `discord:123`. */
export function platformOf(place: string): string {
  return place.split(':', 1)[0] ?? place;
}
