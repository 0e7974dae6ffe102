/** One version of one entry: who wrote it, when, why. Revisions are appended, never overwritten or deleted (R9). */
import { z } from 'zod';
import { type AnyEntry, anyEntrySchema } from './entries.ts';

/** Author of the entries shipped in `data/`. */
export const BASELINE_AUTHOR = 'baseline';

const base = {
  author: z.string().min(1),
  /** The second moderator, where one had to agree. Never shown, as `author`. */
  approvedBy: z.string().min(1).optional(),
  /** When it was published here: Unix time in ms. */
  recordedAt: z.int().nonnegative(),
  entry: anyEntrySchema,
};

const reason = z.string().trim().min(1);

/**
 * Of a retraction, `entry` is the last wording: what was retracted stays readable. `weight` decides whether whoever
 * was told is told aloud; left out, it is material.
 */
export const revisionDraftSchema = z.discriminatedUnion('change', [
  z.strictObject({ ...base, change: z.literal('original'), reason: z.null() }),
  z.strictObject({ ...base, change: z.literal('update'), reason }),
  z.strictObject({
    ...base,
    change: z.enum(['correction', 'retraction']),
    reason,
    weight: z.enum(['minor', 'material']).optional(),
  }),
]);

export type RevisionDraft = z.infer<typeof revisionDraftSchema>;

/** `seq` is the place in the ledger: 1, 2, 3 … over all entries, with no meaning beyond order. */
export type Revision = RevisionDraft & { readonly seq: number };

/** Revisions that were published together with alerts: from the first to the last `seq`, both included. */
export interface Announcement {
  readonly from: number;
  readonly to: number;
  /** Unix time in ms. */
  readonly at: number;
}

/**
 * The last version of every entry that is not retracted, as it was written; an entry keeps the place of its first
 * version.
 */
export function standingEntries(ledger: readonly Revision[]): readonly AnyEntry[] {
  const last = new Map<string, Revision>();
  // A key that is set again keeps its place.
  for (const revision of ledger) last.set(revision.entry.fields.id, revision);
  return [...last.values()].flatMap(({ change, entry }) => (change === 'retraction' ? [] : [entry]));
}

/** The ledger as it would be with `drafts` appended. */
export function withAppended(ledger: readonly Revision[], drafts: readonly RevisionDraft[]): readonly Revision[] {
  const head = ledger.at(-1)?.seq ?? 0;
  return [...ledger, ...drafts.map((draft, index) => ({ ...draft, seq: head + 1 + index }))];
}

/** Corrections and retractions: what has to reach those who were told before. */
export function isCorrection({ change }: Pick<Revision, 'change'>): boolean {
  return change === 'correction' || change === 'retraction';
}
