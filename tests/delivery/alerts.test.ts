/** Alerts with a fake clock: who gets them, downtime, doubt, and what is held over quiet hours. */
import { afterEach, describe, expect, test } from 'vitest';
import { breakingNews } from './crash/broadcast.ts';
import { type DeliveryForTests, deliveryForTests } from './deliver-for-tests.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A Monday. */
const MONDAY = Date.UTC(2026, 10, 23);
const GROUP = 'telegram:-5';

let delivery: DeliveryForTests;
afterEach(async () => {
  await delivery.close();
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
    const quiet = { from: '22:00', to: '07:00', exceptBreaking: false, how: 'hold' } as const;
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

  test.each([
    ['off', null],
    ['silent', { from: '22:00', to: '07:00', exceptBreaking: false, how: 'silent' }],
    ['over earlier', { from: '22:00', to: '02:00', exceptBreaking: false, how: 'hold' }],
  ] as const)(
    'held until quiet hours are %s: told then, never again, and held anew where asked for',
    async (_, then) => {
      delivery = await deliveryForTests(MONDAY);
      const quiet = { from: '22:00', to: '07:00', exceptBreaking: false, how: 'hold' } as const;
      await delivery.subscribe({}, { quiet });
      await delivery.at(MONDAY + HOUR);
      await delivery.publish([breakingNews('dev-held-1', delivery.clock())], true);
      await delivery.publish([breakingNews('dev-held-2', delivery.clock())], true);
      await delivery.at(MONDAY + 2 * HOUR);
      expect(delivery.texts(GROUP)).toEqual([]);
      await delivery.subscribe({}, { quiet: then });
      await expect.poll(() => delivery.texts(GROUP)).toHaveLength(1);
      await delivery.at(MONDAY + 3 * HOUR);
      await delivery.publish([breakingNews('dev-at-once', delivery.clock())], true);
      await expect.poll(() => delivery.texts(GROUP)).toHaveLength(2);
      await delivery.at(MONDAY + 4 * HOUR);
      await delivery.subscribe({}, { quiet });
      await delivery.publish([breakingNews('dev-held-3', delivery.clock())], true);
      await delivery.at(MONDAY + 5 * HOUR);
      expect(delivery.texts(GROUP)).toHaveLength(2);
      await delivery.at(MONDAY + 7 * HOUR + MINUTE);
      const told = delivery.texts(GROUP).map((text) => new Set(text.match(/dev-[\w-]+/gu)));
      expect(told).toEqual([new Set(['dev-held-1', 'dev-held-2']), new Set(['dev-at-once']), new Set(['dev-held-3'])]);
      expect(delivery.texts(GROUP)[0]).toContain('02:00');
    },
  );

  test('held by hours that change twice in a night: told once, together', async () => {
    delivery = await deliveryForTests(MONDAY);
    const quiet = { from: '22:00', to: '07:00', exceptBreaking: false, how: 'hold' } as const;
    await delivery.subscribe({}, { quiet });
    await delivery.at(MONDAY + HOUR);
    await delivery.publish([breakingNews('dev-night-1', delivery.clock())], true);
    await delivery.at(MONDAY + 2 * HOUR);
    await delivery.subscribe({}, { quiet: { ...quiet, to: '05:00' } });
    await delivery.publish([breakingNews('dev-night-2', delivery.clock())], true);
    await delivery.at(MONDAY + 3 * HOUR);
    expect(delivery.texts(GROUP)).toEqual([]);
    await delivery.subscribe({}, { quiet: null });
    await delivery.at(MONDAY + 7 * HOUR + MINUTE);
    expect(delivery.texts(GROUP)).toEqual([expect.stringMatching(/dev-night-2[^]*dev-night-1/u)]);
  });

  test('held, and announced while the bot was down until after the night: told together, once', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe({}, { quiet: { from: '22:00', to: '07:00', exceptBreaking: false, how: 'hold' } });
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
    const quiet = { from: '22:00', to: '07:00', exceptBreaking: true, how: 'hold' } as const;
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
