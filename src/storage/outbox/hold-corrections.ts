/** Corrections for a place that refuses: they wait, are given up, or are due once it takes messages again. */

import type { Transaction } from 'kysely';
import { kindsWith } from '../../core/messages/kinds/index.ts';
import type { AttemptOutcome } from '../../core/ports/outbox.ts';
import { plainText } from '../rows/subscription.ts';
import type { Schema } from '../schema.ts';

const CORRECTIONS = kindsWith(({ corrects }) => corrects !== null);

/**
 * A place that refused one would refuse them all, and too many refusals end in a ban: they wait until `resumeAt`, or
 * are given up.
 */
export async function holdCorrections(
  place: string,
  { at, reason }: Extract<AttemptOutcome, { state: 'dead' | 'pending' }>,
  resumeAt: number | null,
  transaction: Transaction<Schema>,
): Promise<void> {
  const pending = transaction
    .updateTable('deliveries')
    .where('place', '=', place)
    .where('state', '=', 'pending')
    .where('kind', 'in', CORRECTIONS);
  await (resumeAt === null
    ? pending.set({ state: 'skipped', reason: 'suspended', finished_at: at })
    : pending.set({ due_at: resumeAt, reason: plainText(reason) }).where('due_at', '<', resumeAt)
  ).execute();
}

/** The place is no longer known to refuse: corrections that wait there are due at `now` (Unix time in ms). */
export async function releaseCorrections(transaction: Transaction<Schema>, place: string, now: number): Promise<void> {
  await transaction
    .updateTable('deliveries')
    .set({ due_at: now })
    .where('place', '=', place)
    .where('state', '=', 'pending')
    .where('kind', 'in', CORRECTIONS)
    .where('due_at', '>', now)
    .execute();
}
