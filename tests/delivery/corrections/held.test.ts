/** Corrections in a place that refuses for now: they wait, nothing knocks, and they are made once the right is back. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RevisionDraft } from '../../../src/core/dossier/revision.ts';
import { breakingNews } from '../crash/broadcast.ts';
import { type DeliveryForTests, deliveryForTests } from '../deliver-for-tests.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A Monday. */
const MONDAY = Date.UTC(2026, 10, 23);
const GROUP = 'telegram:-5';
const ADMIN = 'telegram:@42';

let delivery: DeliveryForTests;
let isRefused: boolean;
/** Calls to the group while it refused. */
let tries: number;
/** Corrections that are to be queued before the group refuses. */
let waitsFor: number;
beforeEach(async () => {
  delivery = await deliveryForTests(MONDAY);
  delivery.watch(ADMIN);
  isRefused = false;
  tries = 0;
  waitsFor = 0;
  delivery.messenger.answer = async ({ place }) => {
    if (place !== GROUP || !isRefused) return undefined;
    tries += 1;
    // Each is queued on its own: one that is queued after the refusal would be tried as well.
    await vi.waitUntil(async () => (await corrections()).length >= waitsFor, { timeout: 100_000 });
    return { kind: 'refused', reason: 'not enough rights' };
  };
});
afterEach(async () => {
  await delivery.close();
});

function retraction(id: string): RevisionDraft {
  return { ...breakingNews(id, delivery.clock()), change: 'retraction', reason: 'It did not happen.', weight: 'minor' };
}

/** A group that was sent an alert of each, and refuses from now on. */
async function alerted(...ids: readonly string[]): Promise<void> {
  await delivery.subscribe();
  for (const [index, id] of ids.entries()) {
    await delivery.publish([breakingNews(id, delivery.clock())], true);
    await expect.poll(() => delivery.texts(GROUP)).toHaveLength(index + 1);
  }
  await delivery.settled();
  isRefused = true;
}
const subscription = () => delivery.store.subscriptions.of(GROUP);
const coverage = (seq: number) => delivery.store.corrections.coverage(seq);
const corrections = async () => (await delivery.history(GROUP)).filter(({ kind }) => kind === 'correction');
async function throughHours(from: number, to: number): Promise<void> {
  for (let hour = from; hour <= to; hour += 1) await delivery.at(MONDAY + hour * HOUR);
}

describe('a place that refuses for now', () => {
  test('a correction published while another waits does not knock, and both are made', async () => {
    await alerted('dev-x', 'dev-y');
    await delivery.publish([retraction('dev-x')]);
    await delivery.at(MONDAY + HOUR);
    expect(tries).toBe(1);
    const before = await subscription();
    await delivery.publish([retraction('dev-y')]);
    await delivery.at(MONDAY + 2 * HOUR);
    expect(tries).toBe(1);
    expect(await subscription()).toEqual(before);
    isRefused = false;
    await throughHours(3, 8);
    const { head } = delivery.dossier();
    expect(await coverage(head - 1)).toMatchObject({ edited: 1, failed: [] });
    expect(await coverage(head)).toMatchObject({ edited: 1, failed: [] });
    expect(delivery.texts(ADMIN)).toHaveLength(1);
  });

  test('an alert was refused: a correction waits too', async () => {
    await alerted('dev-x');
    await delivery.publish([breakingNews('dev-y', delivery.clock())], true);
    await delivery.at(MONDAY + HOUR);
    expect(await subscription()).toMatchObject({ status: 'suspended' });
    await delivery.publish([retraction('dev-x')]);
    await delivery.at(MONDAY + 2 * HOUR);
    expect(tries).toBe(1);
    isRefused = false;
    await throughHours(3, 8);
    expect(await coverage(delivery.dossier().head)).toMatchObject({ edited: 1, failed: [] });
  });

  test('where it still refuses after that time, all are given up', async () => {
    await alerted('dev-x', 'dev-y');
    await delivery.publish([retraction('dev-x')]);
    await delivery.at(MONDAY + HOUR);
    await delivery.publish([retraction('dev-y')]);
    await throughHours(2, 20);
    expect(tries).toBe(2);
    expect((await corrections()).map(({ state }) => state).toSorted()).toEqual(['dead', 'skipped']);
  });

  test.each([
    ['removed', () => delivery.store.subscriptions.remove(GROUP)],
    [
      'paused',
      async () => {
        const one = await subscription();
        if (one) await delivery.store.subscriptions.put({ ...one, status: 'paused' });
      },
    ],
  ])('%s meanwhile: tried once more, then given up', async (_, change) => {
    await alerted('dev-x', 'dev-y');
    await change();
    waitsFor = 2;
    await delivery.publish([retraction('dev-x'), retraction('dev-y')]);
    await throughHours(1, 30);
    expect(tries).toBe(2);
    expect((await corrections()).map(({ state }) => state).toSorted()).toEqual(['dead', 'skipped']);
    expect(delivery.texts(ADMIN)).toEqual([]);
  });
});

describe('the right is given back', () => {
  test('an admin resumes: what waits is made at once', async () => {
    await alerted('dev-x');
    await delivery.publish([retraction('dev-x')]);
    await delivery.at(MONDAY + 5 * MINUTE);
    isRefused = false;
    const one = await subscription();
    if (!one) throw new Error('no subscription');
    await delivery.store.subscriptions.put({ ...one, status: 'active', reason: null, resumeAt: null });
    await delivery.at(MONDAY + 6 * MINUTE);
    await expect.poll(() => coverage(delivery.dossier().head)).toMatchObject({ edited: 1, pending: 0 });
  });
});

test('a refusal of what a later correction overtook is a refusal', async () => {
  await alerted('dev-x');
  isRefused = false;
  const { promise, resolve } = Promise.withResolvers<void>();
  delivery.messenger.answer = async ({ place }) => {
    if (place !== GROUP) return undefined;
    tries += 1;
    await promise;
    return { kind: 'refused', reason: 'not enough rights' };
  };
  const { entry } = breakingNews('dev-x', delivery.clock());
  if (entry.kind !== 'development') throw new Error('not a development');
  const titled = (title: string): RevisionDraft => ({
    author: 'import',
    recordedAt: MONDAY,
    change: 'correction',
    reason: 'It was wrong.',
    weight: 'minor',
    entry: { ...entry, fields: { ...entry.fields, title } },
  });
  await delivery.publish([titled('One')]);
  await expect.poll(() => tries).toBe(1);
  await delivery.publish([titled('Two')]);
  await expect.poll(corrections).toHaveLength(2);
  resolve();
  await delivery.settled();
  await delivery.at(MONDAY + MINUTE);
  expect(await subscription()).toMatchObject({ status: 'suspended', reason: 'not enough rights' });
  expect(delivery.texts(ADMIN)).toHaveLength(1);
  expect(tries).toBe(1);
});
