/** Delivery with a fake clock: a week of digests, downtime, nothing new, alerts, quiet hours, boards, and what goes wrong. */
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

/** Ticks from the present to `until`, every `step` ms. */
async function pass(until: number, step = 5 * MINUTE): Promise<void> {
  for (let now = delivery.clock() + step; now <= until; now += step) await delivery.at(now);
}

describe('digests', () => {
  test('a week of them: each day at eight in Karachi, once, the first an overview, then what changed', {
    timeout: 60_000,
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
    expect(texts.map((text) => text.includes('Breaking news dev-midweek'))).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(texts[0]).toContain('Last known (9 November 2025');
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

describe('alerts', () => {
  test('at once, to those who want them; a development that is not for them is not sent', async () => {
    delivery = await deliveryForTests(MONDAY);
    const places = { breaking: 'telegram:-1', off: 'telegram:-2', talks: 'telegram:-3' };
    await delivery.subscribe({ id: 'sub-1', place: places.breaking });
    await delivery.subscribe({ id: 'sub-2', place: places.off }, { alerts: 'off' });
    await delivery.subscribe({ id: 'sub-3', place: places.talks }, { topics: ['talks'] });
    await delivery.publish([breakingNews('dev-now', delivery.clock())], true);
    await expect.poll(() => delivery.texts(places.breaking)).toHaveLength(1);
    await delivery.at(MONDAY + MINUTE);
    expect(delivery.texts(places.breaking)).toHaveLength(1);
    expect(delivery.texts(places.breaking)[0]).toContain('Breaking news dev-now');
    expect(delivery.texts(places.off)).toEqual([]);
    expect(delivery.texts(places.talks)).toEqual([]);
  });

  test('published without being announced, it is no alert', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe();
    await delivery.publish([breakingNews('dev-quietly', delivery.clock())]);
    await delivery.at(MONDAY + MINUTE);
    expect(delivery.texts(GROUP)).toEqual([]);
  });

  test('announced while the bot was down, it goes out when it is back, once', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe();
    await delivery.stop();
    await delivery.publish([breakingNews('dev-down', delivery.clock())], true);
    delivery.run();
    await expect.poll(() => delivery.texts(GROUP)).toHaveLength(1);
    await delivery.stop();
    delivery.run();
    await delivery.at(MONDAY + MINUTE);
    expect(delivery.texts(GROUP)).toHaveLength(1);
  });

  test('one in doubt is repeated, marked as a possible repeat', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe();
    let lost = 1;
    delivery.messenger.answer = () => (lost-- > 0 ? { kind: 'unknown', reason: 'timeout' } : undefined);
    await delivery.publish([breakingNews('dev-doubt', delivery.clock())], true);
    await expect.poll(() => delivery.texts(GROUP)).toHaveLength(1);
    expect(delivery.texts(GROUP)[0]).toMatch(/possible repeat/iu);
    expect((await delivery.history(GROUP)).map(({ state }) => state).toSorted()).toEqual(['sent', 'unknown']);
  });

  test('held over quiet hours and sent as one message when they end; breaking ones let through where asked for', async () => {
    delivery = await deliveryForTests(MONDAY);
    const quiet = { from: '22:00', to: '07:00', exceptBreaking: false };
    await delivery.subscribe({ id: 'sub-1', place: 'telegram:-1' }, { quiet });
    await delivery.subscribe({ id: 'sub-2', place: 'telegram:-2' }, { quiet: { ...quiet, exceptBreaking: true } });
    await delivery.at(MONDAY + HOUR);
    await delivery.publish([breakingNews('dev-night-1', delivery.clock())], true);
    await delivery.at(MONDAY + 2 * HOUR);
    await delivery.publish([breakingNews('dev-unannounced', delivery.clock())]);
    await delivery.publish([breakingNews('dev-night-2', delivery.clock())], true);
    await delivery.at(MONDAY + 3 * HOUR);
    expect(delivery.texts('telegram:-1')).toEqual([]);
    expect(delivery.texts('telegram:-2')).toHaveLength(2);
    await delivery.at(MONDAY + 7 * HOUR + MINUTE);
    const [morning] = delivery.texts('telegram:-1');
    expect(delivery.texts('telegram:-1')).toHaveLength(1);
    expect(morning).toContain('Breaking news dev-night-1');
    expect(morning).toContain('Breaking news dev-night-2');
    // Published without an alert, it is none in the morning either.
    expect(morning).not.toContain('dev-unannounced');
    expect(delivery.texts('telegram:-2')).toHaveLength(2);
  });

  test('held, and announced while the bot was down until after the night: told together, once', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe({}, { quiet: { from: '22:00', to: '07:00', exceptBreaking: false } });
    await delivery.at(MONDAY + HOUR);
    await delivery.publish([breakingNews('dev-held', delivery.clock())], true);
    await delivery.at(MONDAY + 2 * HOUR);
    await delivery.stop();
    await delivery.publish([breakingNews('dev-down', delivery.clock())], true);
    delivery.run();
    await delivery.at(MONDAY + 7 * HOUR + 10 * MINUTE);
    expect(delivery.texts(GROUP)).toHaveLength(1);
    expect(delivery.texts(GROUP)[0]).toContain('dev-held');
    expect(delivery.texts(GROUP)[0]).toContain('dev-down');
  });

  test('one subscription that cannot be planned for does not stop the others', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe(
      { id: 'sub-1', place: 'telegram:-1', nextDueAt: MONDAY + HOUR },
      { timezone: 'Mars/Phobos' },
    );
    await delivery.subscribe({ id: 'sub-2', place: 'telegram:-2', nextDueAt: MONDAY + HOUR });
    await delivery.at(MONDAY + HOUR);
    expect(delivery.texts('telegram:-2')).toHaveLength(1);
    expect(delivery.lines.join()).toContain('"subscription":"sub-1"');
  });

  test('where breaking ones are let through, only the others are held, and nothing is told twice', async () => {
    delivery = await deliveryForTests(MONDAY);
    const quiet = { from: '22:00', to: '07:00', exceptBreaking: true };
    await delivery.subscribe({}, { quiet, alerts: 'all' });
    await delivery.at(MONDAY + HOUR);
    await delivery.publish([breakingNews('dev-lesser', delivery.clock(), 'major')], true);
    await delivery.publish([breakingNews('dev-greater', delivery.clock())], true);
    await delivery.at(MONDAY + 2 * HOUR);
    expect(delivery.texts(GROUP)).toHaveLength(1);
    expect(delivery.texts(GROUP)[0]).toContain('dev-greater');
    await delivery.at(MONDAY + 7 * HOUR + MINUTE);
    expect(delivery.texts(GROUP)).toHaveLength(2);
    expect(delivery.texts(GROUP)[1]).toContain('dev-lesser');
    expect(delivery.texts(GROUP)[1]).not.toContain('dev-greater');
  });
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
