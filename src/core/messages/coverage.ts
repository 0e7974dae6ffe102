/** How far a correction came: how many of the messages that showed it are corrected, and why others are not. */

import { z } from 'zod';

/** `edited`, `noticed`, `pending` and the failed ones together are `messages`. */
export const coverageSchema = z.strictObject({
  /** The position of the correction in the ledger. */
  seq: z.int(),
  /** Those that showed it, or may have. */
  messages: z.int(),
  /** They read as corrected now. */
  edited: z.int(),
  /** They could not be edited; a notice says what was wrong. */
  noticed: z.int(),
  /** Notices that were sent, beside edits too. */
  notices: z.int(),
  pending: z.int(),
  /** The most frequent reason first. */
  failed: z.array(z.strictObject({ reason: z.string(), count: z.int() }).readonly()).readonly(),
  /** Notices beside edits that are still to be sent, and that failed or may have. Left out: none. */
  noticesPending: z.int().optional(),
  noticesFailed: z.int().optional(),
});
export type Coverage = Readonly<z.infer<typeof coverageSchema>>;

/** How far it came, and whether more can come. */
export interface Progress {
  readonly coverage: Coverage;
  /** Nothing is left to do, and no message that was on its way can still turn up. */
  readonly isFinished: boolean;
}

/** Nothing that is known of waits: no edit, and no notice. */
export function isDone({ pending, noticesPending = 0 }: Coverage): boolean {
  return pending === 0 && noticesPending === 0;
}

/** Long enough for each platform that is served to have looked for what it sent. */
const LOOKED_FOR_MS = 10 * 60_000;

/**
 * A platform has not looked for what it sent, long after the correction was published: nobody serves it, or only since
 * just now.
 */
export function isUnserved({ coverage, isFinished }: Progress, recordedAt: number, now: number): boolean {
  return !isFinished && isDone(coverage) && now - recordedAt >= LOOKED_FOR_MS;
}

/** A correction or a notice, as it is stored. */
interface CorrectionRow {
  /** The id of the delivery that it corrects. */
  readonly about: string;
  /** Of the correction, in the ledger. */
  readonly position: number | null;
  readonly corrects: 'in place' | 'by notice' | null;
  readonly state: string;
  readonly reason: string | null;
}

type End = 'edited' | 'noticed' | 'pending' | 'not-arrived' | { readonly reason: string };

/** `rows` are all corrections and notices of the messages that the correction at `seq`, its position, is of. */
export function coverageOf(rows: readonly CorrectionRow[], seq: number): Coverage {
  const messages = [...Map.groupBy(rows, ({ about }) => about).values()];
  const ends = messages.map((of) => endOf(of, seq));
  const beside = messages.flatMap((of) => (endOf(of, seq) === 'edited' ? (noticeOf(of, seq) ?? []) : []));
  const noticesPending = beside.filter((notice) => notice === 'pending').length;
  const noticesFailed = beside.filter((notice) => notice === 'failed').length;
  const count = (end: End) => ends.filter((one) => one === end).length;
  const failed = ends.flatMap((end) => (typeof end === 'object' ? [end.reason] : []));
  return {
    seq,
    messages: ends.length - count('not-arrived'),
    edited: count('edited'),
    noticed: count('noticed'),
    notices: since(seq, rows, 'by notice').filter(({ state }) => state === 'sent').length,
    pending: count('pending'),
    failed: [...Map.groupBy(failed, (reason) => reason)]
      .map(([reason, of]) => ({ reason, count: of.length }))
      .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
    ...(noticesPending > 0 && { noticesPending }),
    ...(noticesFailed > 0 && { noticesFailed }),
  };
}

/** A later correction of the same message has the earlier ones in it, and a notice is of all up to its position. */
function endOf(rows: readonly CorrectionRow[], seq: number): End {
  const edits = since(seq, rows, 'in place').toSorted((a, b) => (b.position ?? 0) - (a.position ?? 0));
  const notices = since(seq, rows, 'by notice');
  if (edits.some(({ state }) => state === 'sent')) return 'edited';
  if (edits.some(isOpen)) return 'pending';
  if (notices.some(({ state }) => state === 'sent')) return 'noticed';
  if (notices.some(isOpen)) return 'pending';
  const last = edits.find(({ reason }) => reason !== 'overtaken') ?? edits[0];
  return last?.reason === 'not-arrived' ? 'not-arrived' : { reason: last?.reason ?? 'unknown' };
}

/** What became of the notices about one message, by this correction or a later one; undefined: none was due. */
function noticeOf(rows: readonly CorrectionRow[], seq: number): 'sent' | 'pending' | 'failed' | undefined {
  const notices = since(seq, rows, 'by notice');
  if (notices.some(({ state }) => state === 'sent')) return 'sent';
  if (notices.some(isOpen)) return 'pending';
  const isLost = ({ state, reason }: CorrectionRow) => state !== 'skipped' || reason === 'suspended';
  // Else its admin does not want one: paused, or removed.
  return notices.some(isLost) ? 'failed' : undefined;
}

function since(
  seq: number,
  rows: readonly CorrectionRow[],
  corrects: NonNullable<CorrectionRow['corrects']>,
): readonly CorrectionRow[] {
  return rows.filter((row) => row.corrects === corrects && (row.position ?? 0) >= seq);
}

function isOpen({ state }: CorrectionRow): boolean {
  return state === 'pending' || state === 'attempting';
}
