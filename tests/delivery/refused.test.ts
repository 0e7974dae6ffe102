/** Places that refuse, are gone or have moved: suspended with the reason, told, tried once more, followed. */
import { afterEach, describe, expect, test } from 'vitest';
import { breakingNews } from './crash/broadcast.ts';
import { type DeliveryForTests, deliveryForTests } from './deliver-for-tests.ts';

const HOUR = 3_600_000;
const MONDAY = Date.UTC(2026, 10, 23);
const GROUP = 'telegram:-5';

let delivery: DeliveryForTests;
afterEach(async () => {
  await delivery.close();
});

describe('places that refuse', () => {
  test('gone: suspended with the reason, whoever set it up is told, and nothing more is tried', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe({ nextDueAt: MONDAY + 8 * HOUR }, { schedule: '0 * * * *' });
    let calls = 0;
    delivery.messenger.answer = ({ place }) => {
      if (place !== GROUP) return undefined;
      calls += 1;
      return { kind: 'gone', reason: 'Forbidden: bot was kicked from the group chat' };
    };
    for (const hour of [8, 9, 10]) await delivery.at(MONDAY + hour * HOUR);
    expect(calls).toBe(1);
    const suspended = await delivery.store.subscriptions.of(GROUP);
    expect(suspended).toMatchObject({
      status: 'suspended',
      reason: 'Forbidden: bot was kicked from the group chat',
      resumeAt: null,
    });
    await expect.poll(() => delivery.texts('telegram:@42')).toHaveLength(1);
    const [told = ''] = delivery.texts('telegram:@42');
    expect(told).toContain('Updates to Newsroom have stopped: I was removed, or it was deleted.');
    expect(told).not.toMatch(/telegram:|Forbidden/u);
  });

  test('a missing right: tried once more after six hours; where it was given back, all goes on', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe({ nextDueAt: MONDAY + 8 * HOUR }, { schedule: '0 * * * *', when: 'always' });
    delivery.messenger.answer = ({ place }) =>
      place === GROUP ? { kind: 'refused', reason: 'not enough rights' } : undefined;
    await delivery.at(MONDAY + 8 * HOUR);
    expect(await delivery.store.subscriptions.of(GROUP)).toMatchObject({
      status: 'suspended',
      resumeAt: MONDAY + 14 * HOUR,
    });
    await delivery.at(MONDAY + 14 * HOUR);
    expect(await delivery.store.subscriptions.of(GROUP)).toMatchObject({ status: 'suspended', resumeAt: null });
    expect((await delivery.history(GROUP)).filter(({ state }) => state === 'dead')).toHaveLength(2);
    const told = 'Updates to Newsroom have stopped: I am not allowed to post there.';
    expect(delivery.texts('telegram:@42')).toEqual([expect.stringContaining(told)]);
  });

  test('a missing right that came back in time: the subscription is as if nothing had been', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe({ nextDueAt: MONDAY + 8 * HOUR }, { schedule: '0 * * * *', when: 'always' });
    let refusals = 1;
    delivery.messenger.answer = ({ place }) =>
      place === GROUP && refusals-- > 0 ? { kind: 'refused', reason: 'not enough rights' } : undefined;
    await delivery.at(MONDAY + 8 * HOUR);
    await delivery.at(MONDAY + 14 * HOUR);
    await expect.poll(() => delivery.texts(GROUP)).toHaveLength(1);
    expect(await delivery.store.subscriptions.of(GROUP)).toMatchObject({ status: 'active', reason: null });
  });

  test('a chat that moved is followed, with its subscription', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe({ nextDueAt: MONDAY + 8 * HOUR });
    delivery.messenger.answer = ({ place }) =>
      place === GROUP ? { kind: 'moved', place: 'telegram:-1005', reason: 'upgraded to a supergroup' } : undefined;
    await delivery.at(MONDAY + 8 * HOUR);
    await expect.poll(() => delivery.texts('telegram:-1005')).toHaveLength(1);
    expect(await delivery.store.subscriptions.of('telegram:-1005')).toMatchObject({ status: 'active' });
    expect(await delivery.store.subscriptions.of(GROUP)).toBeUndefined();
  });

  test('what is wrong there is corrected once the right is given back, with one try until then', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe();
    for (const id of ['dev-x', 'dev-y']) await delivery.publish([breakingNews(id, delivery.clock())], true);
    await expect.poll(() => delivery.texts(GROUP)).toHaveLength(2);
    let isRefused = true;
    let tries = 0;
    delivery.messenger.answer = ({ place }) => {
      if (place !== GROUP || !isRefused) return undefined;
      tries += 1;
      return { kind: 'refused', reason: 'not enough rights' };
    };
    await delivery.publish(
      ['dev-x', 'dev-y'].map((id) => ({
        ...breakingNews(id, delivery.clock()),
        change: 'retraction',
        reason: 'It did not happen.',
        weight: 'minor',
      })),
    );
    await delivery.at(MONDAY + HOUR);
    expect(tries).toBe(1);
    expect(await delivery.store.subscriptions.of(GROUP)).toMatchObject({ status: 'suspended' });
    isRefused = false;
    await delivery.at(MONDAY + 7 * HOUR);
    await expect.poll(() => delivery.texts(GROUP)).toHaveLength(4);
    const coverage = await delivery.store.corrections.coverage(delivery.dossier().head);
    expect(coverage).toMatchObject({ edited: 1, pending: 0, failed: [] });
    expect(await delivery.store.subscriptions.of(GROUP)).toMatchObject({ status: 'active', reason: null });
  });

  test('what is wrong there is given up where the right is still missing then', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe();
    await delivery.publish([breakingNews('dev-x', delivery.clock())], true);
    await expect.poll(() => delivery.texts(GROUP)).toHaveLength(1);
    delivery.messenger.answer = ({ place }) =>
      place === GROUP ? { kind: 'refused', reason: 'not enough rights' } : undefined;
    await delivery.publish([
      { ...breakingNews('dev-x', delivery.clock()), change: 'retraction', reason: 'It did not happen.' },
    ]);
    await delivery.at(MONDAY + HOUR);
    await delivery.at(MONDAY + 7 * HOUR);
    await expect
      .poll(() => delivery.store.corrections.coverage(delivery.dossier().head))
      .toMatchObject({ pending: 0, failed: [{ reason: 'not enough rights', count: 1 }] });
  });
});
