/** Silent quiet hours: nothing is held, and what leaves within them makes no sound, by the chat's own clock. */
import { afterEach, expect, test } from 'vitest';
import type { Settings } from '../../../src/core/subscriptions/subscription.ts';
import { correctedTitle } from '../corrections/corrected-title.ts';
import { breakingNews } from '../crash/broadcast.ts';
import { type DeliveryForTests, deliveryForTests } from '../deliver-for-tests.ts';

const HOUR = 3_600_000;
/** A Monday, midnight in UTC: 04:30 in Kabul. */
const MONDAY = Date.UTC(2026, 10, 23);
const GROUP = 'telegram:-5';
const SILENT = { from: '22:00', to: '07:00', exceptBreaking: false, how: 'silent' } as const;

let delivery: DeliveryForTests;
afterEach(() => delivery.close());

const start = async (settings: Partial<Settings>, nextDueAt: number | null = null) => {
  delivery = await deliveryForTests(MONDAY);
  return delivery.subscribe({ nextDueAt, sinceSeq: delivery.dossier().head }, settings);
};
const announce = (id: string, significance?: 'major') =>
  delivery.publish([breakingNews(id, delivery.clock(), significance)], true);
/** How each message came, in order. */
const ways = () => delivery.messenger.sent.map(({ how, isSilent = false }) => `${how}${isSilent ? ' silently' : ''}`);

test('alerts come at once without sound, and with it as soon as the hours are over', async () => {
  await start({ quiet: SILENT });
  await announce('dev-night');
  await expect.poll(ways).toEqual(['send silently']);
  await delivery.at(MONDAY + 7 * HOUR - 1);
  await announce('dev-dawn');
  await expect.poll(ways).toHaveLength(2);
  await delivery.at(MONDAY + 7 * HOUR);
  await announce('dev-day');
  await expect.poll(ways).toEqual(['send silently', 'send silently', 'send']);
  expect(delivery.texts(GROUP).join()).not.toContain('I held this');
});

test('it is night where the chat is', async () => {
  await start({ quiet: SILENT, timezone: 'Asia/Kabul' });
  await delivery.at(MONDAY + 2.5 * HOUR - 1);
  await announce('dev-night');
  await expect.poll(ways).toEqual(['send silently']);
  await delivery.at(MONDAY + 2.5 * HOUR);
  await announce('dev-day');
  await expect.poll(ways).toEqual(['send silently', 'send']);
});

test('breaking news comes with sound where asked for, all else without', async () => {
  await start({ quiet: { ...SILENT, exceptBreaking: true }, alerts: 'all' });
  await announce('dev-lesser', 'major');
  await expect.poll(ways).toEqual(['send silently']);
  await announce('dev-greater');
  await expect.poll(ways).toEqual(['send silently', 'send']);
  await delivery.at(MONDAY + 8 * HOUR);
  expect(ways()).toHaveLength(2);
});

test('digests and boards come without sound too', async () => {
  await start({ quiet: SILENT, schedule: '0 5 * * *', board: 'beside' }, MONDAY + 5 * HOUR);
  await delivery.at(MONDAY + HOUR);
  await expect.poll(ways).toEqual(['send silently', 'pin']);
  await delivery.at(MONDAY + 5 * HOUR);
  expect(ways()).toEqual(['send silently', 'pin', 'send silently']);
  await delivery.at(MONDAY + 29 * HOUR);
  expect(ways().filter((way) => way === 'send')).toEqual([]);
});

test('so does the notice of a correction; its edit makes no sound anyway', async () => {
  await start({ quiet: SILENT });
  await announce('dev-x');
  await expect.poll(ways).toHaveLength(1);
  await delivery.settled();
  await delivery.publish([correctedTitle('Something else')]);
  await expect.poll(ways).toEqual(['send silently', 'edit', 'send silently']);
});

test('what counts are the settings and the clock of the moment it leaves', async () => {
  const subscription = await start({ quiet: SILENT });
  let isDown = true;
  delivery.messenger.answer = () => (isDown ? { kind: 'retry', reason: 'down', scope: 'platform' } : undefined);
  await announce('dev-late');
  await expect.poll(async () => (await delivery.history(GROUP))[0]?.attempts).toBeGreaterThan(0);
  isDown = false;
  await delivery.at(MONDAY + 8 * HOUR);
  await expect.poll(ways).toEqual(['send']);
  const stored = await delivery.store.subscriptions.of(GROUP);
  const quiet = { ...SILENT, from: '08:00', to: '09:00' };
  await delivery.store.subscriptions.put({
    ...(stored ?? subscription),
    settings: { ...subscription.settings, quiet },
  });
  await announce('dev-then');
  await expect.poll(ways).toEqual(['send', 'send silently']);
});
