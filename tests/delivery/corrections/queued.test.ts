/** Corrections of what is composed when it is sent: queued digests and alerts, and boards. */
import { afterEach, describe, expect, test } from 'vitest';
import { breakingNews } from '../crash/broadcast.ts';
import { type DeliveryForTests, deliveryForTests } from '../deliver-for-tests.ts';
import { correctedTitle, coverageOf, GROUP, MINUTE, MONDAY } from './corrected-title.ts';

const HOUR = 60 * MINUTE;

let delivery: DeliveryForTests;
afterEach(async () => {
  await delivery.close();
});
const texts = () => delivery.texts(GROUP);
const coverage = () => coverageOf(delivery);

describe('what is queued', () => {
  test('a digest is composed when it is sent: it has the corrected words, and needs no correction', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe({ nextDueAt: MONDAY + HOUR, sinceSeq: delivery.dossier().head });
    await delivery.publish([breakingNews('dev-x', delivery.clock())]);
    delivery.messenger.answer = () => ({ kind: 'retry', reason: 'ECONNREFUSED', scope: 'platform' });
    await delivery.at(MONDAY + HOUR);
    await delivery.publish([correctedTitle('Second title')]);
    delivery.messenger.answer = () => undefined;
    await delivery.at(MONDAY + HOUR + 5 * MINUTE);
    await delivery.at(MONDAY + HOUR + 6 * MINUTE);
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toContain('Second title');
    expect(await coverage()).toMatchObject({ messages: 0 });
  });

  test('an alert of what was withdrawn before it was sent is obsolete', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe();
    delivery.messenger.answer = () => ({ kind: 'retry', reason: 'ECONNREFUSED', scope: 'platform' });
    await delivery.publish([breakingNews('dev-x', delivery.clock())], true);
    await expect.poll(() => delivery.history(GROUP)).toMatchObject([{ state: 'pending', attempts: 1 }]);
    await delivery.publish([correctedTitle('Breaking news dev-x', undefined, 'retraction')]);
    delivery.messenger.answer = () => undefined;
    await delivery.at(MONDAY + 5 * MINUTE);
    expect(texts()).toEqual([]);
    expect(await delivery.history(GROUP)).toMatchObject([{ kind: 'alert', state: 'dead', reason: 'obsolete' }]);
  });
});

test('a board is brought up to date at once, by its own edits alone', async () => {
  delivery = await deliveryForTests(MONDAY);
  await delivery.subscribe({}, { board: 'instead', alerts: 'off' });
  await delivery.publish([breakingNews('dev-x', delivery.clock())]);
  await delivery.at(MONDAY + MINUTE);
  expect(texts().at(-1)).toContain('Breaking news dev-x');
  await delivery.at(MONDAY + 2 * MINUTE);
  await delivery.publish([correctedTitle('Second title')]);
  await expect.poll(() => texts().at(-1)).toContain('Second title');
  await delivery.at(MONDAY + 3 * MINUTE);
  expect((await delivery.history(GROUP)).map(({ kind }) => kind)).not.toContain('correction');
});
