/** How far a correction came: of the messages that showed what was corrected, how many are corrected, and why others are not. */

import { z } from 'zod';

/** `edited`, `noticed`, `pending` and the failed ones together are `messages`. */
export const coverageSchema = z.strictObject({
  /** The place of the correction in the ledger. */
  seq: z.int(),
  /** Those that showed it, or may have. */
  messages: z.int(),
  /** They read as corrected now. */
  edited: z.int(),
  /** They could not be edited; a message of its own says what was wrong. */
  noticed: z.int(),
  /** Messages of their own, beside edits too. */
  notices: z.int(),
  pending: z.int(),
  /** The most frequent reason first. */
  failed: z.array(z.strictObject({ reason: z.string(), count: z.int() }).readonly()).readonly(),
});
export type Coverage = Readonly<z.infer<typeof coverageSchema>>;

/** How far it came, and whether more can come. */
export interface Progress {
  readonly coverage: Coverage;
  /** Nothing is left to do, and no message that was on its way can still turn up. */
  readonly isFinished: boolean;
}

/** `Delivery`'s fields, as they are stored. */
interface Row {
  readonly of: string;
  readonly slot: number;
  readonly state: string;
  readonly reason: string | null;
}

type End = 'edited' | 'noticed' | 'pending' | 'not-arrived' | { readonly reason: string };

/** `rows` are all corrections of the messages that the correction at `seq` is of. */
export function coverageOf(rows: readonly Row[], seq: number): Coverage {
  const ends = [...Map.groupBy(rows, ({ of }) => of).values()].map((of) => endOf(of, seq));
  const count = (end: End) => ends.filter((one) => one === end).length;
  const failed = ends.flatMap((end) => (typeof end === 'object' ? [end.reason] : []));
  return {
    seq,
    messages: ends.length - count('not-arrived'),
    edited: count('edited'),
    noticed: count('noticed'),
    notices: rows.filter(({ slot, state }) => slot <= -seq && state === 'sent').length,
    pending: count('pending'),
    failed: [...Map.groupBy(failed, (reason) => reason)]
      .map(([reason, of]) => ({ reason, count: of.length }))
      .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
  };
}

/** A later correction of the same message has the earlier ones in it, and a notice is of all up to its place. */
function endOf(rows: readonly Row[], seq: number): End {
  const edits = rows.filter(({ slot }) => slot >= seq).toSorted((a, b) => b.slot - a.slot);
  const notices = rows.filter(({ slot }) => slot <= -seq);
  if (edits.some(({ state }) => state === 'sent')) return 'edited';
  const isOpen = ({ state }: Row) => state === 'pending' || state === 'attempting';
  if (edits.some(isOpen)) return 'pending';
  if (notices.some(({ state }) => state === 'sent')) return 'noticed';
  if (notices.some(isOpen)) return 'pending';
  const last = edits.find(({ reason }) => reason !== 'overtaken') ?? edits[0];
  return last?.reason === 'not-arrived' ? 'not-arrived' : { reason: last?.reason ?? 'unknown' };
}
