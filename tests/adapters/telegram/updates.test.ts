/** Updates that come twice, over a restart too, and what the rest of the bot is told of them. */

import { afterEach, expect, test } from 'vitest';
import type { Store } from '../../../src/core/ports/store.ts';
import { startFakeTelegram } from '../../fakes/telegram/telegram.ts';
import { chatForTests } from '../chat-for-tests.ts';
import { type RunningTelegram, startTelegram } from './start-telegram.ts';

let bot: RunningTelegram;
afterEach(() => bot.stop());

test('an update that was answered is not answered again by the next process', async () => {
  bot = await startTelegram();
  const [reader, other] = [bot.telegram.user(), bot.telegram.user()];
  await reader.says('/help');
  const first = reader.lastUpdate();
  await bot.leave();
  bot = await startTelegram({ chat: { store: bot.chat.store } }, { fake: bot.telegram });
  await reader.resends(first, { sameUpdateId: true });
  await other.says('/about');
  expect(reader.events()).toHaveLength(1);
  await bot.leave();
  // Another bot's numbers are not this one's.
  bot = await startTelegram({}, { fake: bot.telegram });
  await reader.resends(first, { sameUpdateId: true });
  await expect.poll(() => reader.events().length).toBe(2);
});

test('a batch is remembered once, before it is confirmed, and nothing is written while nothing comes', async () => {
  const fake = await startFakeTelegram();
  const { store } = chatForTests();
  const written: { readonly ids: readonly number[]; readonly confirmed: number }[] = [];
  const watched: Store = {
    ...store,
    async remember(key, value) {
      const offsets = fake.calls.map(({ params }) => Number(params['offset'] ?? 0));
      if (key.startsWith('telegram:updates:'))
        written.push({ ids: JSON.parse(value), confirmed: Math.max(...offsets) });
      await store.remember(key, value);
    },
  };
  const readers = [fake.user(), fake.user(), fake.user()];
  const answers = readers.map((reader) => reader.says('/help'));
  bot = await startTelegram({ chat: { store: watched } }, { fake });
  await Promise.all(answers);
  const ids = readers.map((reader) => Number(reader.lastUpdate()['update_id']));
  await expect.poll(() => written).toEqual([{ ids, confirmed: 0 }]);
  await readers[0]?.resends(undefined, { sameUpdateId: true });
  expect(written).toHaveLength(1);
  await bot.leave();
  expect(written).toHaveLength(1);
});

test('each answer and edit waits for its turn, so that what is pushed keeps out of its way', async () => {
  const told: string[] = [];
  const turn = async (place: string) => told.push(place) > 0;
  bot = await startTelegram({ lane: { patience: () => 0, turn, throttled: () => undefined } });
  const [reader, group] = [bot.telegram.user(), bot.telegram.user({ chat: 'supergroup', threadId: 7 })];
  const first = await reader.says('/changes since:2025-10-01');
  expect(told).toEqual([`telegram:${reader.id}`]);
  await reader.presses(first, 'All changes (421)');
  await group.says('/about');
  const [own, there] = [`telegram:${reader.id}`, `telegram:${group.chatId}`];
  expect(told).toEqual([own, own, there]);
});
