/**
 * Killed with alerts in the air, and started again when Discord has forgotten their nonces: each chat is looked into,
 * and only where that shows nothing is it left in doubt.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/storage/open-store.ts';
import { aheadBy } from '../../clocks/moved-to.ts';
import { startFakeDiscord } from '../../fakes/discord/discord.ts';
import { until } from './accounting.ts';
import { breakingNews, discordPlace, startBot, subscribeMany } from './broadcast.ts';

/** Longer than the bot trusts in a nonce: it was off for so long. */
const OFF_FOR_MS = 300_000;
const WAIT = { timeout: 100_000, interval: 50 };

const channelOf = (index: number) => discordPlace(index).split(':')[1] ?? '';
const [ARRIVED, LOST, LOST_IN_EMPTY, UNREADABLE] = [channelOf(0), channelOf(1), channelOf(2), channelOf(3)];

test('restarted after the nonce window: found or sent, once; in doubt only where the channel shows nothing', {
  timeout: 240_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'truceline-late-'));
  // Whatever comes after the restart comes too late.
  const discord = await startFakeDiscord({ nonceWindowMs: 1 });
  const url = `sqlite:${join(folder, 'test.sqlite')}`;
  const store = await openStore({ url, role: 'guest' });
  const postsTo = (channel: string) =>
    discord.requests.filter(({ method, path }) => method === 'POST' && path.includes(channel));
  const messagesIn = (channel: string) =>
    discord.messagesIn(channel).map(({ text, messageId }) => ({ text, messageId }));
  const rowsOf = async (index: number) =>
    (await store.subscriptions.deliveries(discordPlace(index), 10)).filter(({ kind }) => kind === 'alert');
  let bot = startBot({ discord }, { DATABASE_URL: url });
  try {
    await subscribeMany(store, { count: 4, slot: 8_000_000_000_000 }, ['discord']);
    for (const channel of [ARRIVED, LOST, UNREADABLE]) discord.someoneWrites(channel);
    for (const channel of [ARRIVED, UNREADABLE])
      discord.failNext(({ method, path }) => method === 'POST' && path.includes(channel), 'hang-after');
    for (const channel of [LOST, LOST_IN_EMPTY])
      discord.failNext(({ method, path }) => method === 'POST' && path.includes(channel), 'hang');
    await expect.poll(() => store.recall('alerted:discord'), WAIT).toBeDefined();
    const head = (await store.revisionsAfter(0)).at(-1)?.seq ?? 0;
    await store.append([breakingNews('dev-late', Date.now())], head, { announce: true });
    const all = [ARRIVED, LOST, LOST_IN_EMPTY, UNREADABLE];
    expect(await until(() => all.every((channel) => postsTo(channel).length === 1), 100_000)).toBe(true);
    await bot.kill('SIGKILL');
    expect(all.map((channel) => messagesIn(channel).length)).toEqual([1, 0, 0, 1]);

    discord.channel(UNREADABLE, { noHistory: true });
    bot = startBot({ discord }, { DATABASE_URL: url, ...aheadBy(OFF_FOR_MS) });
    await expect
      .poll(
        async () =>
          (await Promise.all([0, 1, 2, 3].map(rowsOf))).map((rows) => rows.some(({ state }) => state === 'sent')),
        WAIT,
      )
      .toEqual([true, true, true, true]);

    // It had arrived, and is found: the row has its number, and nothing was sent again.
    expect(postsTo(ARRIVED)).toHaveLength(1);
    expect(await rowsOf(0)).toMatchObject([{ state: 'sent', message: messagesIn(ARRIVED)[0]?.messageId }]);
    // It had not, and what others wrote shows that the channel can be read.
    expect(await rowsOf(1)).toMatchObject([{ state: 'sent', message: messagesIn(LOST)[0]?.messageId }]);
    expect(messagesIn(LOST)).toMatchObject([{ text: expect.not.stringContaining('Possible repeat') }]);
    // An empty list is what Discord shows where there is nothing, and where the bot may not look: said, not guessed.
    for (const [index, channel, count] of [
      [2, LOST_IN_EMPTY, 1],
      [3, UNREADABLE, 2],
    ] as const) {
      const states = (await rowsOf(index)).map(({ state, reason, repeat }) => ({ state, reason, repeat }));
      expect(states.toSorted((a, b) => a.repeat - b.repeat)).toMatchObject([
        { state: 'unknown', reason: 'unreadable' },
        { state: 'sent' },
      ]);
      expect(messagesIn(channel)).toHaveLength(count);
      expect(messagesIn(channel).at(-1)?.text).toContain('Possible repeat');
    }
    expect(discord.violations).toEqual([]);
  } finally {
    await bot.kill('SIGKILL');
    await store.close();
    await discord.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
