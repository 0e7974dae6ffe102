/** The sending loop on a platform that merges two sends into one: a doubtful send is repeated, or looked for first. */

import { afterEach, expect, test } from 'vitest';
import { UNLIMITED } from '../../src/core/reply/page-limits.ts';
import { type DeliveryForTests, deliveryForTests } from './deliver-for-tests.ts';
import { createRecordingMessenger } from './recording-messenger.ts';

const MINUTE = 60_000;
const MONDAY = Date.UTC(2026, 10, 23);
const CHANNEL = 'discord:5';
const DEDUPE_MS = 90_000;

let delivery: DeliveryForTests;
afterEach(async () => {
  await delivery.close();
});

async function oneDigestDue() {
  const messenger = createRecordingMessenger({ dedupeMs: DEDUPE_MS }, 'discord');
  delivery = await deliveryForTests(MONDAY, messenger);
  await delivery.subscribe({ place: CHANNEL, nextDueAt: MONDAY + MINUTE });
  return messenger;
}

test('in doubt, within the window: sent again with the same key', async () => {
  const messenger = await oneDigestDue();
  const keys: (string | undefined)[] = [];
  messenger.answer = ({ key }) => (keys.push(key) === 1 ? { kind: 'unknown', reason: 'ECONNRESET' } : undefined);
  await delivery.at(MONDAY + MINUTE);
  await delivery.at(MONDAY + MINUTE + DEDUPE_MS - 1000);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  expect(await delivery.history(CHANNEL)).toMatchObject([{ state: 'sent', attempts: 2 }]);
});

test('in doubt, beyond the window: looked for first, and not sent again where it is there', async () => {
  const messenger = await oneDigestDue();
  messenger.answer = () => ({ kind: 'unknown', reason: 'ECONNRESET' });
  await delivery.at(MONDAY + MINUTE);
  messenger.find = () => Promise.resolve({ message: 'found-7' });
  messenger.answer = () => undefined;
  await delivery.at(MONDAY + 10 * MINUTE);
  expect(messenger.sent).toEqual([]);
  expect(await delivery.history(CHANNEL)).toMatchObject([{ state: 'sent', message: 'found-7' }]);
});

test('in doubt, beyond the window, and what is there cannot be read: unknown, not sent again', async () => {
  const messenger = await oneDigestDue();
  messenger.answer = () => ({ kind: 'unknown', reason: 'ECONNRESET' });
  await delivery.at(MONDAY + MINUTE);
  messenger.find = () => Promise.resolve('unreadable');
  messenger.answer = () => undefined;
  await delivery.at(MONDAY + 10 * MINUTE);
  expect(messenger.sent).toEqual([]);
  expect(await delivery.history(CHANNEL)).toMatchObject([{ state: 'unknown', reason: 'unreadable' }]);
});

test('certainly not sent during a long outage: sent when it is over, without having to be looked for', async () => {
  const messenger = await oneDigestDue();
  messenger.find = () => Promise.resolve('unreadable');
  messenger.answer = () => ({ kind: 'retry', reason: 'ECONNREFUSED', scope: 'platform' });
  await delivery.at(MONDAY + MINUTE);
  await delivery.at(MONDAY + 10 * MINUTE);
  messenger.answer = () => undefined;
  await delivery.at(MONDAY + 30 * MINUTE);
  expect(await delivery.history(CHANNEL)).toMatchObject([{ state: 'sent', attempts: 3 }]);
});

test('a bug in composing makes one delivery dead, with the id it is logged under; the others go out', async () => {
  await oneDigestDue();
  await delivery.subscribe({ id: 'sub-2', place: 'discord:6', nextDueAt: MONDAY + MINUTE });
  delivery.messenger.answer = ({ place }) => {
    if (place === CHANNEL) throw new Error('a bug');
    return undefined;
  };
  await delivery.at(MONDAY + MINUTE);
  const [dead] = await delivery.history(CHANNEL);
  expect(dead).toMatchObject({ state: 'dead', reason: `bug ${dead?.id}` });
  expect(delivery.lines.join()).toContain(`"id":"${dead?.id}"`);
  expect(await delivery.history('discord:6')).toMatchObject([{ state: 'sent' }]);
});

test('a message that cannot be prepared just then is prepared again, and so are the others that read like it', async () => {
  const messenger = await oneDigestDue();
  await delivery.subscribe({ id: 'sub-2', place: 'discord:6', nextDueAt: MONDAY + MINUTE });
  // Buttons with long arguments are kept in the store, which can fail.
  const fits = () => {
    throw new Error('the database is away');
  };
  messenger.pageLimits = { ...UNLIMITED, fits };
  await delivery.at(MONDAY + MINUTE);
  expect(await delivery.history(CHANNEL)).toMatchObject([{ state: 'pending', reason: 'not-prepared' }]);
  messenger.pageLimits = UNLIMITED;
  await delivery.at(MONDAY + 2 * MINUTE);
  expect(await delivery.history(CHANNEL)).toMatchObject([{ state: 'sent' }]);
  expect(await delivery.history('discord:6')).toMatchObject([{ state: 'sent' }]);
});

test('in doubt until it is too late: looked for once more, and recorded as what it is', async () => {
  const messenger = await oneDigestDue();
  messenger.answer = () => ({ kind: 'unknown', reason: 'ECONNRESET' });
  await delivery.at(MONDAY + MINUTE);
  messenger.find = () => Promise.resolve({ message: 'found-9' });
  await delivery.at(MONDAY + 20 * 60 * MINUTE);
  expect(await delivery.history(CHANNEL)).toMatchObject([{ state: 'sent', message: 'found-9' }]);
});
