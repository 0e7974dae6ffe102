/** `Outbox.recordOutcomes`: outcomes of attempts, and what they mean for subscriptions, in one transaction. */

import type { Transaction } from 'kysely';
import type { AttemptOutcome, Outbox } from '../../core/ports/outbox.ts';
import type { Database, Traits } from '../database.ts';
import type { DeliveryRow } from '../rows/delivery.ts';
import type { Schema } from '../schema.ts';
import { holdCorrections, releaseCorrections } from './hold-corrections.ts';
import { moveChat } from './move-chat.ts';
import { noteOutcome, noteOvertaken, type OutcomeChanges } from './outcome-changes.ts';
import { isOvertaken, oncePerPlace } from './overtaking.ts';
import {
  changeDeliveries,
  changeSubscriptions,
  insertDeliveries,
  lockSubscriptions,
  ROWS_PER_STATEMENT,
  skipPending,
} from './write-rows.ts';

export function createRecordOutcomes(database: Database): Outbox['recordOutcomes'] {
  return async (outcomes) => {
    if (outcomes.length === 0) return;
    await database.write(async (transaction) => {
      for (let start = 0; start < outcomes.length; start += ROWS_PER_STATEMENT) {
        await recordSome(outcomes.slice(start, start + ROWS_PER_STATEMENT), transaction, database.traits);
      }
    });
  };
}

interface Live {
  readonly outcome: AttemptOutcome;
  readonly row: DeliveryRow;
}

async function recordSome(
  outcomes: readonly AttemptOutcome[],
  transaction: Transaction<Schema>,
  traits: Traits,
): Promise<void> {
  const ids = outcomes.map(({ delivery }) => delivery.audience);
  const subscriptions = await lockSubscriptions(transaction, traits, ids);
  const live = await stillAttempting(outcomes, transaction, traits);
  const changes: OutcomeChanges = {
    subscriptions,
    ofSubscriptions: new Map(),
    ofDeliveries: new Map(),
    inserts: [],
    besides: [],
  };
  for (const { outcome, row } of live) {
    if (changes.ofDeliveries.has(row.id)) continue;
    if (outcome.state === 'pending' && (await isOvertaken(row, transaction))) noteOvertaken(outcome, row, changes);
    else noteOutcome(outcome, row, changes);
  }
  await changeDeliveries(transaction, changes.ofDeliveries);
  await changeSubscriptions(transaction, changes.ofSubscriptions);
  await suspendAndRelease(live, changes, transaction);
  await insertDeliveries(transaction, [...changes.inserts, ...(await oncePerPlace(changes, transaction))]);
  for (const { outcome, row } of live) {
    if ('place' in outcome && outcome.place !== undefined) {
      await moveChat(transaction, { from: row.chat, to: outcome.place, at: outcome.at });
    }
  }
}

/** What waits for a place that refuses now is skipped or held; where something arrived again, it is due. */
async function suspendAndRelease(
  live: readonly Live[],
  { subscriptions, ofSubscriptions }: OutcomeChanges,
  transaction: Transaction<Schema>,
): Promise<void> {
  for (const { outcome, row } of live) {
    if (ofSubscriptions.get(row.audience)?.status !== 'suspended') continue;
    const skipping = { subscriptions: [row.audience], keepsPersonal: true, reason: 'suspended', at: outcome.at };
    await skipPending(transaction, skipping);
  }
  for (const [id, { reason }] of ofSubscriptions) {
    // Something arrived where it was refused before.
    const place = reason === null ? subscriptions.get(id)?.place : undefined;
    if (place !== undefined) await releaseCorrections(transaction, place, live[0]?.outcome.at ?? 0);
  }
  for (const { outcome, row } of live) {
    if ('suspend' in outcome && outcome.suspend)
      await holdCorrections(row.place, outcome, outcome.suspend.resumeAt, transaction);
  }
}

/** Those whose delivery is still under way by that very attempt, with its row. */
async function stillAttempting(
  outcomes: readonly AttemptOutcome[],
  transaction: Transaction<Schema>,
  { locksRows }: Traits,
): Promise<readonly Live[]> {
  const rows = await transaction
    .selectFrom('deliveries')
    .selectAll()
    .where(
      'id',
      'in',
      outcomes.map(({ delivery }) => delivery.id),
    )
    .where('state', '=', 'attempting')
    .orderBy('id')
    .$if(locksRows, (query) => query.forUpdate())
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return outcomes.flatMap((outcome) => {
    const row = byId.get(outcome.delivery.id);
    return row?.attempts === outcome.delivery.attempts ? [{ outcome, row }] : [];
  });
}
