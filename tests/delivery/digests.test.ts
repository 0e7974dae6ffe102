/** Digests with a fake clock: a week of them, downtime, nothing new, a snooze, doubt and an outage. */
import { afterEach, describe, expect, test } from 'vitest';
import { admin, chatOver } from '../core/chat/chat-for-tests.ts';
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

/** Ticks from the present to `until`, every `step` ms. */
async function pass(until: number, step = 5 * MINUTE): Promise<void> {
  for (let now = delivery.clock() + step; now <= until; now += step) await delivery.at(now);
}

describe('digests', () => {
  test('a week of them: each day at eight in Karachi, once, the first an overview, then what changed', {
    timeout: 240_000,
  }, async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe({ nextDueAt: MONDAY + 3 * HOUR }, { timezone: 'Asia/Karachi', when: 'always' });
    await pass(MONDAY + 2 * DAY);
    await delivery.publish([breakingNews('dev-midweek', delivery.clock())]);
    await pass(MONDAY + 7 * DAY);
    const history = await delivery.history(GROUP);
    const digests = history.filter(({ kind }) => kind === 'digest');
    expect(digests.map(({ about, state }) => [Date.parse(about), state])).toEqual(
      Array.from({ length: 7 }, (_, day) => [MONDAY + 3 * HOUR + day * DAY, 'sent']),
    );
    const texts = delivery.texts(GROUP);
    expect(texts).toHaveLength(7);
    expect(texts.map((text) => text.includes('• Breaking news dev-midweek'))).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(texts[0]).toContain('State last recorded 9 November 2025');
    expect(texts[3]).toContain('Nothing new has become known since 25 Nov 2026');
  });

  test('nothing changed: skipped with the reason, or one line that says so', async () => {
    delivery = await deliveryForTests(MONDAY);
    const common = { nextDueAt: MONDAY + HOUR, sinceSeq: delivery.dossier().head };
    await delivery.subscribe(
      { id: 'sub-a', place: 'telegram:-1', ...common },
      { schedule: '0 * * * *', when: 'changes' },
    );
    await delivery.subscribe(
      { id: 'sub-b', place: 'telegram:-2', ...common },
      { schedule: '0 * * * *', when: 'always' },
    );
    await delivery.at(MONDAY + HOUR);
    expect(await delivery.history('telegram:-1')).toMatchObject([{ state: 'skipped', reason: 'nothing-new' }]);
    expect(delivery.texts('telegram:-1')).toEqual([]);
    expect(delivery.texts('telegram:-2')).toHaveLength(1);
    // What is published then is in the next one of both.
    await delivery.publish([breakingNews('dev-later', delivery.clock())]);
    await delivery.at(MONDAY + 2 * HOUR);
    expect(delivery.texts('telegram:-1').join()).toContain('Breaking news dev-later');
    expect(delivery.texts('telegram:-2').at(-1)).toContain('Breaking news dev-later');
  });

  test('the first one beside a board does not tell what the board tells: only what is new since', async () => {
    delivery = await deliveryForTests(MONDAY);
    const chat = chatOver(
      delivery.dossier(),
      { subscriptions: delivery.store.subscriptions, clock: () => MONDAY },
      { asker: admin, place: { id: GROUP, isPrivate: false } },
    );
    delivery.watch(GROUP);
    await chat.says('/subscribe hourly board:beside when:always');
    await delivery.at(MONDAY + MINUTE);
    const [board = ''] = delivery.texts(GROUP);
    expect(board).toContain('How things stand');
    await delivery.at(MONDAY + HOUR);
    const texts = () => delivery.texts(GROUP);
    const first = texts().find((text) => text.startsWith('Nothing new')) ?? '';
    expect(first).toMatch(/^Nothing new has become known since 10 Nov 2025\nAs of 23 Nov 2026 \(UTC\) · [^\n]*$/u);
    await delivery.publish([breakingNews('dev-later', delivery.clock())]);
    await delivery.at(MONDAY + 2 * HOUR);
    const second = texts().find((text) => text.startsWith('Digest of')) ?? '';
    expect(second).toContain('Breaking news dev-later');
    const told = board.split('\n').filter((line) => line.startsWith('• '));
    expect(told.length).toBeGreaterThan(0);
    for (const line of told) expect(second).not.toContain(line);
  });

  test('after downtime: the latest slot once, marked late; a slot too old is skipped with the reason; nothing is missed', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe({ nextDueAt: MONDAY + 8 * HOUR, sinceSeq: delivery.dossier().head });
    await delivery.stop();
    await delivery.publish([breakingNews('dev-while-down', delivery.clock())]);
    delivery.run();
    // Three days later, ten in the morning: two hours late.
    await delivery.at(MONDAY + 3 * DAY + 10 * HOUR);
    const [late] = delivery.texts(GROUP);
    expect(delivery.texts(GROUP)).toHaveLength(1);
    expect(late).toContain('Breaking news dev-while-down');
    expect(late).toMatch(/late/iu);
    await delivery.stop();
    delivery.run();
    await delivery.publish([breakingNews('dev-second', delivery.clock())]);
    // The next evening, thirteen hours late: more than half a day.
    await delivery.at(MONDAY + 4 * DAY + 21 * HOUR);
    const history = await delivery.history(GROUP);
    expect(history.at(-1)).toMatchObject({
      state: 'skipped',
      reason: 'too-late',
      about: new Date(MONDAY + 4 * DAY + 8 * HOUR).toISOString(),
    });
    await delivery.at(MONDAY + 5 * DAY + 8 * HOUR);
    expect(delivery.texts(GROUP).at(-1)).toContain('Breaking news dev-second');
    expect(delivery.texts(GROUP).at(-1)).not.toContain('dev-while-down');
  });

  test('what a snooze slept through is not sent when it ends; the next slot is', async () => {
    delivery = await deliveryForTests(MONDAY);
    const snoozed = { status: 'paused', resumeAt: MONDAY + 9 * HOUR, nextDueAt: MONDAY + 8 * HOUR } as const;
    await delivery.subscribe(snoozed);
    await delivery.at(MONDAY + 9 * HOUR);
    expect(delivery.texts(GROUP)).toEqual([]);
    expect(await delivery.store.subscriptions.of(GROUP)).toMatchObject({ status: 'active', resumeAt: null });
    await delivery.at(MONDAY + DAY + 8 * HOUR);
    expect(delivery.texts(GROUP)).toHaveLength(1);
  });

  test('one in doubt is not repeated, and the next one says so', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe({ nextDueAt: MONDAY + 8 * HOUR, sinceSeq: delivery.dossier().head });
    delivery.messenger.answer = () => ({ kind: 'unknown', reason: 'ECONNRESET' });
    await delivery.at(MONDAY + 8 * HOUR);
    expect(await delivery.history(GROUP)).toMatchObject([{ state: 'unknown', reason: 'ECONNRESET' }]);
    delivery.messenger.answer = () => undefined;
    await delivery.at(MONDAY + DAY + 8 * HOUR);
    expect(delivery.texts(GROUP)).toHaveLength(1);
    expect(delivery.texts(GROUP)[0]).toContain('may not have arrived');
  });

  test('an outage is waited out and the digest still arrives; the next slot overtakes one that did not', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe({ nextDueAt: MONDAY + 8 * HOUR }, { schedule: '0 * * * *' });
    delivery.messenger.answer = () => ({ kind: 'retry', reason: 'ECONNREFUSED', scope: 'platform' });
    await delivery.at(MONDAY + 8 * HOUR);
    const [waiting] = await delivery.history(GROUP);
    expect(waiting).toMatchObject({ state: 'pending', attempts: 1, reason: 'ECONNREFUSED' });
    delivery.messenger.answer = () => undefined;
    await delivery.at(MONDAY + 8 * HOUR + 2 * MINUTE);
    expect(await delivery.history(GROUP)).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });
});
