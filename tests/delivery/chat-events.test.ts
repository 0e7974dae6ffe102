/** A chat that the bot is added to is greeted once; what had stopped there goes on; what is queued follows a new id. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChatEvents } from '../../src/core/ports/chat-events.ts';
import { createChatEvents } from '../../src/delivery/chat-events.ts';
import { type DeliveryForTests, deliveryForTests } from './deliver-for-tests.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MONDAY = Date.UTC(2026, 10, 23);
const GROUP = 'telegram:-5';
const ADDED = { place: GROUP, name: 'Newsroom', channel: null, addedBy: 'telegram:900' } as const;
const ADDER = 'telegram:@900';

let delivery: DeliveryForTests;
let chats: ChatEvents;
beforeEach(async () => {
  delivery = await deliveryForTests(MONDAY);
  delivery.watch(GROUP);
  delivery.watch(ADDER);
  const { store, clock } = delivery;
  chats = createChatEvents({
    store,
    subscriptions: store.subscriptions,
    outbox: store.outbox,
    timezone: 'UTC',
    clock,
  });
});
afterEach(() => delivery.close());

describe('the greeting', () => {
  test('says in three lines what the bot is and how to start, once', async () => {
    await chats.added(ADDED);
    await delivery.settled();
    expect(delivery.texts(GROUP)).toEqual([
      [
        'Pakistan–Afghanistan: I say who says what, since when, and what was corrected.',
        '• /help shows what you can ask me.',
        '• I post nothing here by myself. For digests and alerts, an admin gives /subscribe.',
      ].join('\n'),
    ]);
    await chats.added(ADDED);
    await delivery.stop();
    delivery.run();
    await chats.added(ADDED);
    // Deliveries are forgotten by then.
    await delivery.at(MONDAY + 100 * DAY);
    await delivery.stop();
    delivery.run();
    await chats.added({ ...ADDED, addedBy: 'telegram:901' });
    await delivery.at(MONDAY + 101 * DAY);
    expect(delivery.texts(GROUP)).toHaveLength(1);
    expect(delivery.messenger.sent).toHaveLength(1);
  });

  test('tells a channel, which takes no commands, how it is subscribed', async () => {
    await chats.added({ ...ADDED, channel: '@front_line' });
    await delivery.settled();
    expect(delivery.texts(GROUP)[0]).toContain('an admin gives me /subscribe channel:@front_line in private.');
  });

  test('goes to whoever added the bot where it may not write', async () => {
    delivery.messenger.answer = ({ place }) =>
      place === GROUP ? { kind: 'refused', reason: 'not enough rights' } : undefined;
    await chats.added(ADDED);
    await delivery.settled();
    await delivery.settled();
    expect(delivery.texts(GROUP)).toEqual([]);
    expect(delivery.texts(ADDER)).toEqual([
      [
        'You added me to Newsroom, but I may not write there.',
        '• Let me send messages there. For digests and alerts, then give /subscribe there.',
        '• Pakistan–Afghanistan: I say who says what, since when, and what was corrected. ' +
          '/help shows what you can ask me here.',
      ].join('\n'),
    ]);
  });

  test.each([
    ['telegram:900', [GROUP, ADDER]],
    [null, [GROUP]],
  ])('goes to nobody where nobody can be written to, with a line in the log', async (addedBy, tried) => {
    const places: string[] = [];
    delivery.messenger.answer = ({ place }) => {
      places.push(place);
      return { kind: 'gone', reason: `no way to ${place}` };
    };
    await chats.added({ ...ADDED, addedBy });
    await delivery.settled();
    await delivery.settled();
    await delivery.at(MONDAY + 12 * HOUR);
    expect(places).toEqual(tried);
    const logged = delivery.lines.filter((line) => line.includes('A delivery did not go through'));
    expect(logged.map((line) => JSON.parse(line))).toMatchObject(tried.map((place) => ({ place, kind: 'greeting' })));
  });

  test('is not for a chat that has subscribed already', async () => {
    await delivery.subscribe();
    await chats.added(ADDED);
    await delivery.at(MONDAY + HOUR);
    expect(delivery.texts(GROUP)).toEqual([]);
  });
});

describe('updates that had stopped', () => {
  test('go on once the bot may write again, in all threads of the chat; what an admin paused stays paused', async () => {
    const suspended = { status: 'suspended', reason: 'kicked', resumeAt: null } as const;
    await delivery.subscribe({ ...suspended, nextDueAt: MONDAY - DAY });
    await delivery.subscribe({ ...suspended, id: 'sub-2', place: `${GROUP}/7` });
    await delivery.subscribe({ id: 'sub-3', place: `${GROUP}/8`, status: 'paused' });
    await delivery.subscribe({ ...suspended, id: 'sub-4', place: 'telegram:-55' });
    await chats.mayWrite(GROUP);
    const of = (place: string) => delivery.store.subscriptions.of(place);
    expect(await of(GROUP)).toMatchObject({ status: 'active', reason: null, nextDueAt: MONDAY + 8 * HOUR });
    expect(await of(`${GROUP}/7`)).toMatchObject({ status: 'active' });
    expect(await of(`${GROUP}/8`)).toMatchObject({ status: 'paused' });
    expect(await of('telegram:-55')).toMatchObject({ status: 'suspended' });
    await delivery.at(MONDAY + 8 * HOUR);
    await expect.poll(() => delivery.texts(GROUP)).toHaveLength(1);
  });
});

test('a chat that has another id is followed before anything is sent there, and not greeted anew', async () => {
  const there = 'telegram:-1005';
  await delivery.subscribe({ nextDueAt: MONDAY + 8 * HOUR });
  await chats.moved(GROUP, there);
  delivery.watch(there);
  await delivery.store.subscriptions.remove(there);
  await chats.added({ ...ADDED, place: there });
  await delivery.subscribe({ nextDueAt: MONDAY + 8 * HOUR });
  await chats.moved(GROUP, there);
  await delivery.at(MONDAY + 8 * HOUR);
  expect(delivery.texts(GROUP)).toEqual([]);
  expect(delivery.texts(there)).toEqual([expect.stringContaining('How things stand')]);
});
