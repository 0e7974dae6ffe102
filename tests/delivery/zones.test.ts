/** Two chats in two time zones: whatever is sent tells times and days by the clock of the chat that it is sent to. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Settings } from '../../src/core/subscriptions/subscription.ts';
import { breakingNews } from './crash/broadcast.ts';
import { type DeliveryForTests, deliveryForTests } from './deliver-for-tests.ts';

const HOUR = 3_600_000;
/** A Monday. At 02:00 UTC it is 06:30 in Kabul, and 21:00 of Sunday in New York. */
const MONDAY = Date.UTC(2026, 10, 23);
const NIGHT = MONDAY + 2 * HOUR;
const [KABUL, NEW_YORK, UTC] = ['telegram:-1', 'telegram:-2', 'telegram:-3'] as const;

let delivery: DeliveryForTests;
beforeEach(async () => {
  delivery = await deliveryForTests(NIGHT);
});
afterEach(() => delivery.close());

async function subscribeAll(settings: Partial<Settings> = {}, nextDueAt: number | null = null) {
  for (const [place, timezone] of [
    [KABUL, 'Asia/Kabul'],
    [NEW_YORK, 'America/New_York'],
    [UTC, 'UTC'],
  ] as const) {
    await delivery.subscribe({ id: `sub${place}`, place, nextDueAt }, { ...settings, timezone });
  }
}

const texts = (place: string) => delivery.texts(place).at(-1) ?? '';
const wrong = (id: string) => ({
  ...breakingNews(id, delivery.clock()),
  change: 'retraction' as const,
  reason: 'It did not happen.',
});

test('an alert, its correction and the notice under it', async () => {
  await subscribeAll();
  await delivery.publish([breakingNews('dev-x', delivery.clock())], true);
  await expect.poll(() => [KABUL, NEW_YORK, UTC].map((place) => delivery.texts(place).length)).toEqual([1, 1, 1]);
  expect(texts(KABUL)).toContain('As of 23 Nov 2026 (Asia/Kabul)');
  expect(texts(NEW_YORK)).toContain('As of 22 Nov 2026 (America/New_York)');
  expect(texts(UTC)).toContain('As of 23 Nov 2026 (UTC)');

  await delivery.publish([wrong('dev-x')]);
  await delivery.at(NIGHT + 60_000);
  await expect.poll(() => [KABUL, NEW_YORK, UTC].map((place) => delivery.texts(place).length)).toEqual([3, 3, 3]);
  for (const [place, withdrawn, sent] of [
    [KABUL, '23 Nov 2026, 06:30 (Asia/Kabul)', '23 November 2026 at 06:30 (Asia/Kabul)'],
    [NEW_YORK, '22 Nov 2026, 21:00 (America/New_York)', '22 November 2026 at 21:00 (America/New_York)'],
    [UTC, '23 Nov 2026, 02:00 UTC', '23 November 2026 at 02:00 (UTC)'],
  ] as const) {
    const [, edited, notice] = delivery.texts(place);
    expect(edited).toContain(`Withdrawn ${withdrawn}: `);
    expect(notice).toContain(`Withdrawn ${withdrawn}: `);
    expect(notice).toContain(`This corrects what I sent on ${sent}, or`);
  }
});

test('an alert that quiet hours held', async () => {
  await subscribeAll({ quiet: { from: '00:00', to: '23:00', exceptBreaking: false, how: 'hold' } });
  await delivery.publish([breakingNews('dev-x', delivery.clock())], true);
  await delivery.at(NIGHT + 24 * HOUR);
  await delivery.at(NIGHT + 26 * HOUR);
  expect(texts(KABUL)).toContain('until 23 November 2026 at 23:00 (Asia/Kabul).');
  expect(texts(NEW_YORK)).toContain('until 22 November 2026 at 23:00 (America/New_York).');
});

test('a digest and the day since when nothing is new', async () => {
  await subscribeAll({ schedule: '*/30 * * * *' }, NIGHT);
  await delivery.at(NIGHT + 60_000);
  expect(texts(KABUL)).toContain('How things stand on 23 November 2026');
  expect(texts(NEW_YORK)).toContain('How things stand on 22 November 2026');
  await delivery.publish([breakingNews('dev-x', delivery.clock())]);
  for (const minutes of [30, 60]) await delivery.at(NIGHT + minutes * 60_000);
  expect(texts(KABUL)).toContain('Nothing new has become known since 23 Nov 2026');
  expect(texts(NEW_YORK)).toContain('Nothing new has become known since 22 Nov 2026');
});

test('a board: the day of a source is the same by every clock, that of a publication is not', async () => {
  await subscribeAll({ board: 'instead' });
  await delivery.at(NIGHT + 60_000);
  for (const place of [KABUL, NEW_YORK, UTC])
    expect(texts(place)).toContain('last news became known on 9 November 2025');
  await delivery.publish([breakingNews('dev-x', delivery.clock())]);
  await delivery.at(NIGHT + 120_000);
  expect(texts(KABUL)).toContain('last news became known on 23 November 2026');
  expect(texts(NEW_YORK)).toContain('last news became known on 22 November 2026');
});
