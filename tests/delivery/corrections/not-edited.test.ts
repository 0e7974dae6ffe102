/** Corrections of messages that cannot be edited, or may not have arrived: a new message says it instead. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { breakingNews } from '../crash/broadcast.ts';
import { type DeliveryForTests, deliveryForTests } from '../deliver-for-tests.ts';
import { createRecordingMessenger } from '../recording-messenger.ts';
import { alertedGroup, correctedTitle, coverageOf, GROUP, MINUTE, MONDAY, waysOf } from './corrected-title.ts';

const HOUR = 60 * MINUTE;

let delivery: DeliveryForTests;
afterEach(async () => {
  await delivery.close();
});
const texts = () => delivery.texts(GROUP);
const ways = () => waysOf(delivery);
const coverage = () => coverageOf(delivery);

describe('a message that cannot be edited', () => {
  test('deleted: the reason is kept, and what is material is told in a message of its own', async () => {
    delivery = await alertedGroup();
    delivery.messenger.answer = ({ how }) =>
      how === 'edit' ? { kind: 'message gone', reason: 'message to edit not found' } : undefined;
    await delivery.publish([correctedTitle('Second title')]);
    await expect.poll(texts).toHaveLength(2);
    await delivery.settled();
    expect(await delivery.history(GROUP)).toContainEqual(
      expect.objectContaining({ kind: 'correction', state: 'dead', reason: 'message to edit not found' }),
    );
    expect(await coverage()).toMatchObject({ messages: 1, edited: 0, noticed: 1, failed: [] });
  });

  test('deleted, and minor: the reason alone', async () => {
    delivery = await alertedGroup();
    delivery.messenger.answer = ({ how }) =>
      how === 'edit' ? { kind: 'message gone', reason: 'not found' } : undefined;
    await delivery.publish([correctedTitle('Second title', 'minor')]);
    await delivery.at(MONDAY + MINUTE);
    await expect.poll(coverage).toMatchObject({ messages: 1, pending: 0, failed: [{ reason: 'not found', count: 1 }] });
    expect(texts()).toHaveLength(1);
  });

  test('refused as it is: a message says it instead, once, be it minor', async () => {
    delivery = await alertedGroup();
    delivery.messenger.answer = ({ how }) => (how === 'edit' ? { kind: 'rejected', reason: 'no' } : undefined);
    await delivery.publish([correctedTitle('Second title', 'minor')]);
    await expect.poll(texts).toHaveLength(2);
    await delivery.at(MONDAY + MINUTE);
    expect(texts()).toHaveLength(2);
    expect(await coverage()).toMatchObject({ messages: 1, edited: 0, noticed: 1, pending: 0, failed: [] });
  });

  test('in doubt: a message says it instead', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe({ nextDueAt: MONDAY + 8 * HOUR });
    await delivery.publish([breakingNews('dev-x', delivery.clock())]);
    delivery.messenger.answer = () => ({ kind: 'unknown', reason: 'ECONNRESET' });
    await delivery.at(MONDAY + 8 * HOUR);
    delivery.messenger.answer = () => undefined;
    await delivery.publish([correctedTitle('Second title', 'minor')]);
    await expect.poll(texts).toHaveLength(1);
    expect(texts()[0]).toMatch(/^Correction\n/u);
    expect(ways()).toMatchObject([{ how: 'send', replyTo: undefined }]);
    expect(await coverage()).toMatchObject({ messages: 1, noticed: 1, pending: 0 });
  });

  test('where the bot is no longer let in, one try ends it for all of the place', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe({ nextDueAt: MONDAY + MINUTE, sinceSeq: delivery.dossier().head });
    await delivery.publish([breakingNews('dev-x', delivery.clock())], true);
    await delivery.at(MONDAY + 2 * MINUTE);
    expect(texts()).toHaveLength(2);
    const tries: string[] = [];
    delivery.messenger.answer = async ({ how }) => {
      tries.push(how);
      // Each message's correction is queued on its own: one that is queued after the refusal would be tried as well.
      await vi.waitUntil(async () => (await coverage()).messages === 2, { timeout: 100_000 });
      return { kind: 'gone', reason: 'kicked' };
    };
    await delivery.publish([correctedTitle('Second title')]);
    await delivery.at(MONDAY + 3 * MINUTE);
    // One edit, and the notice to whoever set the subscription up.
    expect(tries).toEqual(['edit', 'send']);
    expect(await delivery.store.subscriptions.of(GROUP)).toMatchObject({ status: 'suspended' });
    expect(await coverage()).toMatchObject({ edited: 0, pending: 0, messages: 2 });
    const { failed } = await coverage();
    expect(failed).toEqual([
      { reason: 'kicked', count: 1 },
      { reason: 'suspended', count: 1 },
    ]);
  });
});

test('in doubt where a repeated send finds the first message: corrected by what that one showed, once it is found', async () => {
  const discord = createRecordingMessenger({ dedupeMs: 90_000 }, 'discord');
  delivery = await deliveryForTests(MONDAY, discord);
  await delivery.subscribe({ place: 'discord:7' });
  let isLost = true;
  discord.answer = ({ how }) => (isLost && how === 'send' ? { kind: 'unknown', reason: 'timeout' } : undefined);
  await delivery.publish([breakingNews('dev-x', delivery.clock())], true);
  await expect
    .poll(() => delivery.history('discord:7'))
    .toMatchObject([{ state: 'pending', attempts: 1, head: delivery.dossier().head }]);
  await delivery.publish([correctedTitle('Second title', 'minor')]);
  await expect
    .poll(() => delivery.history('discord:7'))
    .toContainEqual(expect.objectContaining({ kind: 'correction', state: 'pending', reason: 'original-open' }));
  isLost = false;
  for (let minute = 1; minute < 8; minute += 1) await delivery.at(MONDAY + minute * MINUTE);
  const before = delivery.dossier().head - 1;
  expect(await delivery.history('discord:7')).toMatchObject([
    { kind: 'alert', state: 'sent', head: before },
    { kind: 'correction', state: 'sent' },
  ]);
  expect(discord.sent.map(({ how, message }) => `${how} ${message}`)).toEqual(['send 1', 'edit 1']);
  expect(await coverage()).toMatchObject({ messages: 1, edited: 1 });
});
