/** Which revisions reach what was sent, and how often a place is told. */
import { afterEach, describe, expect, test } from 'vitest';
import type { AnyEntry } from '../../../src/core/dossier/entries.ts';
import type { RevisionDraft } from '../../../src/core/dossier/revision.ts';
import { breakingNews } from '../crash/broadcast.ts';
import { type DeliveryForTests, deliveryForTests } from '../deliver-for-tests.ts';

const MINUTE = 60_000;
/** A Monday. */
const MONDAY = Date.UTC(2026, 10, 23);
const GROUP = 'telegram:-5';

let delivery: DeliveryForTests;
afterEach(async () => {
  await delivery.close();
});

/** `dev-x`, told and with other fields. */
function revision(
  change: 'update' | 'correction' | 'retraction',
  reason: string,
  changed: { readonly title?: string; readonly related?: readonly string[] } = {},
): RevisionDraft {
  const { entry } = breakingNews('dev-x', delivery.clock());
  if (entry.kind !== 'development') throw new Error('not a development');
  const { title = entry.fields.title, related = [] } = changed;
  const revised: AnyEntry = { kind: 'development', fields: { ...entry.fields, title, related: [...related] } };
  return { author: 'import', recordedAt: Date.UTC(2026, 10, 23, 14, 5), change, reason, entry: revised };
}

const texts = () => delivery.texts(GROUP);
const ways = () => delivery.messenger.sent.map(({ how }) => how);
const coverage = () => delivery.store.corrections.coverage(delivery.dossier().head);

async function alerted(): Promise<void> {
  delivery = await deliveryForTests(MONDAY);
  await delivery.subscribe();
  await delivery.publish([breakingNews('dev-x', delivery.clock())], true);
  await expect.poll(texts).toHaveLength(1);
  await delivery.settled();
}

describe('a message that was sent', () => {
  test('is not touched by a correction of links alone, which counts as planned', async () => {
    await alerted();
    await delivery.publish([revision('correction', 'They belong together.', { related: ['dev-spin-boldak-15-oct'] })]);
    await delivery.at(MONDAY + MINUTE);
    await delivery.at(MONDAY + 3 * MINUTE);
    expect(texts()).toHaveLength(1);
    expect(await coverage()).toMatchObject({ messages: 0, pending: 0 });
    expect(Number(await delivery.store.recall('corrected:telegram'))).toBe(delivery.dossier().head);
  });

  test('says that what was withdrawn stands again, be it by an update', async () => {
    await alerted();
    await delivery.publish([revision('retraction', 'A hoax.')]);
    await expect.poll(texts).toHaveLength(3);
    await delivery.publish([revision('update', 'It was true.')]);
    await expect.poll(() => texts().length).toBeGreaterThan(4);
    await delivery.settled();
    const edit = texts().find((text) => text.startsWith('Corrected: Breaking: Breaking news dev-x\nBack on record'));
    expect(edit).toMatch(
      /\nBack on record \d+ Nov 2026, 14:05 UTC.*“It was true\.”.*\nWithdrawn \d+ Nov 2026, 14:05 UTC/u,
    );
    expect(edit).toContain('\n9 November 2025; reported.');
  });

  test('is one of two in a place: both are edited, and the place is told aloud once', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe({ nextDueAt: MONDAY + MINUTE, sinceSeq: delivery.dossier().head });
    await delivery.publish([breakingNews('dev-x', delivery.clock())], true);
    await delivery.at(MONDAY + 2 * MINUTE);
    expect(texts()).toHaveLength(2);
    await delivery.publish([revision('correction', 'We misread it.', { title: 'Something else' })]);
    await delivery.at(MONDAY + 3 * MINUTE);
    await expect.poll(ways).toEqual(['send', 'send', 'edit', 'edit', 'send']);
    await delivery.settled();
    expect(ways()).toHaveLength(5);
    expect(await coverage()).toMatchObject({ messages: 2, edited: 2, notices: 1, pending: 0, failed: [] });
  });
});
