/** A chat that has another id now numbers its messages anew: no number of the old one is used in the new one. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RevisionDraft } from '../../src/core/dossier/revision.ts';
import { breakingNews } from './crash/broadcast.ts';
import { type DeliveryForTests, deliveryForTests } from './deliver-for-tests.ts';

const MINUTE = 60_000;
/** A Monday. */
const MONDAY = Date.UTC(2026, 10, 23);
const OLD = 'telegram:-5';
const NEW = 'telegram:-1005';

let delivery: DeliveryForTests;
beforeEach(async () => {
  delivery = await deliveryForTests(MONDAY);
  delivery.watch(NEW);
});
afterEach(async () => {
  await delivery.close();
});

function retraction(id: string): RevisionDraft {
  return { ...breakingNews(id, delivery.clock()), change: 'retraction', reason: 'It did not happen.', weight: 'minor' };
}
function moves(): void {
  delivery.messenger.answer = ({ place }) =>
    place === OLD ? { kind: 'moved', place: NEW, reason: 'upgraded to a supergroup' } : undefined;
}
async function sentTo(place: string, count: number): Promise<void> {
  await expect.poll(() => delivery.texts(place)).toHaveLength(count);
  await delivery.settled();
}
const inNew = () =>
  delivery.messenger.sent
    .filter(({ place, how }) => place === NEW && how !== 'pin')
    .map(({ how, replyTo }) => ({ how, replyTo }));
const coverage = () => delivery.store.corrections.coverage(delivery.dossier().head);

test('the correction finds out: it is told by a message in the new chat, under nothing', async () => {
  await delivery.subscribe();
  await delivery.publish([breakingNews('dev-x', delivery.clock())], true);
  await sentTo(OLD, 1);
  moves();
  await delivery.publish([retraction('dev-x')]);
  await sentTo(NEW, 1);
  expect(inNew()).toEqual([{ how: 'send', replyTo: undefined }]);
  expect(delivery.texts(NEW)[0]).toMatch(/^Correction\n/u);
  expect(await delivery.store.subscriptions.of(NEW)).toMatchObject({ status: 'active' });
  expect(await coverage()).toMatchObject({ messages: 1, noticed: 1, pending: 0, failed: [] });
});

test('an alert finds out while a correction waits, and another one is published later', async () => {
  await delivery.subscribe();
  await delivery.publish([breakingNews('dev-x', delivery.clock())], true);
  await sentTo(OLD, 1);
  delivery.messenger.answer = ({ how }) =>
    how === 'edit' ? { kind: 'retry', reason: 'busy', scope: 'chat', waitMs: 5 * MINUTE } : undefined;
  await delivery.publish([retraction('dev-x')]);
  await expect
    .poll(() => delivery.history(OLD))
    .toContainEqual(expect.objectContaining({ kind: 'correction', state: 'pending', reason: 'busy' }));
  moves();
  await delivery.publish([breakingNews('dev-y', delivery.clock())], true);
  await delivery.at(MONDAY + 6 * MINUTE);
  await sentTo(NEW, 2);
  await delivery.publish([retraction('dev-y')]);
  await delivery.at(MONDAY + 7 * MINUTE);
  await expect.poll(coverage).toMatchObject({ edited: 1, pending: 0 });
  expect(inNew()).toEqual([
    { how: 'send', replyTo: undefined },
    { how: 'send', replyTo: undefined },
    { how: 'edit', replyTo: undefined },
  ]);
});

test('a board is made anew', async () => {
  await delivery.subscribe({}, { board: 'beside', alerts: 'off' });
  await delivery.at(MONDAY + MINUTE);
  await sentTo(OLD, 1);
  moves();
  await delivery.publish([breakingNews('dev-x', delivery.clock())]);
  await delivery.at(MONDAY + 2 * MINUTE);
  await delivery.at(MONDAY + 3 * MINUTE);
  await sentTo(NEW, 1);
  expect(inNew()).toEqual([{ how: 'send', replyTo: undefined }]);
  const message = delivery.messenger.sent.find(({ place }) => place === NEW)?.message;
  expect(await delivery.store.subscriptions.of(NEW)).toMatchObject({ board: { message } });
});
