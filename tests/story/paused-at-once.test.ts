/** Two admins press Pause at the same moment, through both SDKs: pause is set, not toggled, so it ends paused. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Subscriptions } from '../../src/core/ports/subscriptions.ts';
import { openStore } from '../../src/storage/open-store.ts';
import type { OpenedStore } from '../../src/storage/opened-store.ts';
import { startDiscord } from '../adapters/discord/start-discord.ts';
import { startTelegram } from '../adapters/telegram/start-telegram.ts';

const CHANNEL = '200000000000000077';
const MANAGE_SERVER = 32n;

let store: OpenedStore;
beforeEach(async () => {
  store = await openStore({ url: 'sqlite::memory:', role: 'guest' });
});
afterEach(() => store.close());

/** Nobody writes before both have read: what was pressed is decided on the same state. */
function readTogether(subscriptions: Subscriptions): { readonly both: Subscriptions; readonly arm: () => void } {
  let waiting: (() => void)[] | undefined;
  return {
    arm: () => {
      waiting = [];
    },
    both: {
      ...subscriptions,
      async of(place) {
        const found = await subscriptions.of(place);
        if (waiting === undefined) return found;
        const { promise, resolve } = Promise.withResolvers<void>();
        waiting.push(resolve);
        if (waiting.length === 2) {
          for (const go of waiting) go();
          waiting = undefined;
        }
        await promise;
        return found;
      },
    },
  };
}

test('on Telegram, where the presses of one chat are handled in turn', async () => {
  const bot = await startTelegram({ chat: { store, subscriptions: store.subscriptions } });
  const group = bot.telegram.channel({ kind: 'supergroup', admins: [900, 901] });
  const [one, other] = [900, 901].map((id) =>
    bot.telegram.user({ id, chat: 'supergroup', chatId: group, status: 'administrator' }),
  );
  if (one === undefined || other === undefined) throw new Error('two');
  const ofOne = await one.says('/subscribe daily');
  const ofOther = await other.says('/subscription');
  const answers = await Promise.all([one.presses(ofOne, 'Pause'), other.presses(ofOther, 'Pause')]);
  for (const { text } of answers) expect(text).toContain('It is paused');
  expect(await store.subscriptions.of(`telegram:${group}`)).toMatchObject({ status: 'paused', resumeAt: null });
  await bot.stop();
});

test('on Discord, where both read the subscription before either has paused it', async () => {
  const { both, arm } = readTogether(store.subscriptions);
  const bot = await startDiscord({ chat: { store, subscriptions: both } });
  await bot.log.says('Commands registered');
  const admin = { channelId: CHANNEL, permissions: MANAGE_SERVER };
  const [one, other, late] = [bot.discord.user(admin), bot.discord.user(admin), bot.discord.user(admin)];
  const first = await one.slash('subscribe', { schedule: 'daily' });
  const [second, third] = [await other.slash('subscription'), await late.slash('subscription')];
  arm();
  const answers = await Promise.all([one.presses(first, 'Pause'), other.presses(second, 'Pause')]);
  // Whoever still sees the button, and presses it when it is paused already.
  for (const { text } of [...answers, await late.presses(third, 'Pause')]) expect(text).toContain('It is paused');
  expect(await store.subscriptions.of(`discord:${CHANNEL}`)).toMatchObject({ status: 'paused', resumeAt: null });
  await bot.stop();
});
