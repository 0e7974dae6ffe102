/** What planning a correction costs: each rendering composed once, none that was sent before there was the entry, and nothing waits for it. */

import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import type { RevisionDraft } from '../../../src/core/dossier/revision.ts';
import type { Rendering } from '../../../src/core/ports/corrections.ts';
import { composedOnce, planCorrections } from '../../../src/delivery/planning/plan-corrections.ts';
import { breakingNews } from '../crash/broadcast.ts';
import { type DeliveryForTests, deliveryForTests } from '../deliver-for-tests.ts';

/** A Monday. */
const MONDAY = Date.UTC(2026, 10, 23);
const GROUP = 'telegram:-5';

let delivery: DeliveryForTests;
afterEach(async () => {
  await delivery.close();
});

const retraction: RevisionDraft = {
  ...breakingNews('dev-x', MONDAY),
  change: 'retraction',
  reason: 'It did not happen.',
};

test('a rendering is composed once, however often it is looked at, and not where it is older than the entry', async () => {
  delivery = await deliveryForTests(MONDAY);
  const before = delivery.dossier().head;
  await delivery.publish([breakingNews('dev-x', MONDAY), breakingNews('dev-y', MONDAY)]);
  const planned = delivery.dossier().head;
  await delivery.publish([retraction, { ...retraction, entry: breakingNews('dev-y', MONDAY).entry }]);
  const facts = new Map([['corrected:elsewhere', String(planned)]]);
  const composed: number[] = [];
  const heads = [before - 1, before, before + 1, before + 2];
  const correcting = {
    platform: 'elsewhere',
    store: {
      remember: (key: string, value: string) => Promise.resolve(void facts.set(key, value)),
      recall: (key: string) => Promise.resolve(facts.get(key)),
    },
    corrections: {
      ...delivery.store.corrections,
      renderingsBefore: () => Promise.resolve(heads.map((head): Rendering => ({ content: '{}', head, at: 0 }))),
    },
    dossier: delivery.dossier,
    shown: composedOnce(({ head }) => {
      composed.push(head);
      return [];
    }),
    plannedSince: new Map<number, number>(),
    log: pino({ level: 'silent' }),
  };
  for (const now of [0, 1000, 2000]) await planCorrections(correcting, MONDAY + now);
  expect(composed).toEqual([before + 1, before + 2]);
});

test('alerts do not wait for a correction that takes long to plan', async () => {
  delivery = await deliveryForTests(MONDAY);
  await delivery.subscribe();
  await delivery.publish([breakingNews('dev-x', MONDAY)], true);
  await expect.poll(() => delivery.texts(GROUP)).toHaveLength(1);
  await delivery.settled();
  const { promise: looked, resolve: look } = Promise.withResolvers<void>();
  const { promise, resolve } = Promise.withResolvers<void>();
  const { corrections } = delivery.store;
  const real = { ...corrections };
  Object.assign(corrections, {
    renderingsBefore: async (platform: string, seq: number) => {
      look();
      await promise;
      return real.renderingsBefore(platform, seq);
    },
  });
  await delivery.publish([retraction]);
  await looked;
  await delivery.publish([breakingNews('dev-y', MONDAY)], true);
  await expect.poll(() => delivery.texts(GROUP).at(-1)).toContain('dev-y');
  resolve();
  await expect.poll(() => corrections.coverage(delivery.dossier().head - 1)).toMatchObject({ edited: 1, pending: 0 });
});
