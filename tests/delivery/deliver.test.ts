/** Delivery with a fake clock: boards are sent and kept up to date, and a stop loses nothing. */
import { afterEach, describe, expect, test } from 'vitest';
import { breakingNews } from './crash/broadcast.ts';
import { type DeliveryForTests, deliveryForTests } from './deliver-for-tests.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Monday. */
const MONDAY = Date.UTC(2026, 10, 23);
const GROUP = 'telegram:-5';

let delivery: DeliveryForTests;
afterEach(async () => {
  await delivery.close();
});

describe('boards', () => {
  test('sent once and pinned, then edited when the dossier changes or a day passes; made anew where it was deleted', async () => {
    delivery = await deliveryForTests(MONDAY + HOUR);
    await delivery.subscribe({}, { board: 'instead' });
    await delivery.at(MONDAY + HOUR + MINUTE);
    expect(delivery.messenger.sent.map(({ how }) => how)).toEqual(['send', 'pin']);
    await delivery.at(MONDAY + HOUR + 2 * MINUTE);
    expect(delivery.messenger.sent).toHaveLength(2);
    await delivery.publish([breakingNews('dev-board', delivery.clock())]);
    await delivery.at(MONDAY + HOUR + 3 * MINUTE);
    const [first, , edited] = delivery.messenger.sent;
    expect(edited).toMatchObject({ how: 'edit', message: first?.message });
    expect(delivery.texts(GROUP).at(-1)).toContain('Breaking news dev-board');
    await delivery.at(MONDAY + DAY + MINUTE);
    expect(delivery.messenger.sent).toHaveLength(4);
    delivery.messenger.answer = ({ how }) =>
      how === 'edit' ? { kind: 'message gone', reason: 'not found' } : undefined;
    await delivery.at(MONDAY + 2 * DAY + MINUTE);
    await delivery.at(MONDAY + 2 * DAY + 2 * MINUTE);
    expect(delivery.messenger.sent.slice(4).map(({ how }) => how)).toEqual(['send', 'pin']);
  });
});

test('stopped in the middle: what is in the air is finished and recorded, nothing new begins', async () => {
  delivery = await deliveryForTests(MONDAY);
  for (let index = 0; index < 60; index += 1) {
    await delivery.subscribe({ id: `sub-${index}`, place: `telegram:-${index + 1}`, nextDueAt: MONDAY + HOUR });
  }
  const land = Promise.withResolvers<undefined>();
  delivery.messenger.answer = () => land.promise;
  const ticked = delivery.at(MONDAY + HOUR);
  await expect.poll(async () => (await delivery.store.outbox.counts('telegram')).attempting).toBe(16);
  const stopped = delivery.stop();
  land.resolve(undefined);
  await stopped;
  expect(await delivery.store.outbox.counts('telegram')).toMatchObject({ sent: 16, attempting: 0, pending: 44 });
  delivery.run();
  await ticked;
  expect(await delivery.store.outbox.counts('telegram')).toMatchObject({ sent: 60 });
});
