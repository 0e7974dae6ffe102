/** The breaking news that the tests of corrections correct, and a group that was sent an alert of it. */
import { expect } from 'vitest';
import type { RevisionDraft } from '../../../src/core/dossier/revision.ts';
import { breakingNews } from '../crash/broadcast.ts';
import { type DeliveryForTests, deliveryForTests } from '../deliver-for-tests.ts';

export const MINUTE = 60_000;
/** A Monday. */
export const MONDAY = Date.UTC(2026, 10, 23);
export const GROUP = 'telegram:-5';

/** `dev-x` with another title. A correction without a `weight` is material. */
export function correctedTitle(
  title: string,
  weight?: 'minor',
  change: 'correction' | 'retraction' = 'correction',
): RevisionDraft {
  const { entry } = breakingNews('dev-x', MONDAY);
  if (entry.kind !== 'development') throw new Error('not a development');
  return {
    author: 'import',
    recordedAt: Date.UTC(2026, 10, 23, 14, 5),
    change,
    reason: 'The source corrected itself.',
    entry: { kind: 'development', fields: { ...entry.fields, title } },
    ...(weight && { weight }),
  };
}

/** How each message went out, in order. */
export const waysOf = ({ messenger }: DeliveryForTests) =>
  messenger.sent.map(({ how, message, replyTo }) => ({ how, message, replyTo }));

/** How far the newest change of the ledger came. */
export const coverageOf = ({ store, dossier }: DeliveryForTests) => store.corrections.coverage(dossier().head);

/** Delivery with a group that was sent an alert of `dev-x`. */
export async function alertedGroup(): Promise<DeliveryForTests> {
  const delivery = await deliveryForTests(MONDAY);
  await delivery.subscribe();
  await delivery.publish([breakingNews('dev-x', delivery.clock())], true);
  await expect.poll(() => delivery.texts(GROUP)).toHaveLength(1);
  await delivery.settled();
  return delivery;
}
