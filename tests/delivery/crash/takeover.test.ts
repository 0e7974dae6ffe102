/** Two bots on one PostgreSQL: one serves, one waits. When the first is killed in a broadcast, the second goes on. */
import { expect, test } from 'vitest';
import { readBaseline } from '../../../src/dossier-files/read-baseline.ts';
import { openDossier } from '../../../src/live-dossier.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { startFakeDiscord } from '../../fakes/discord/discord.ts';
import { startFakeTelegram } from '../../fakes/telegram/telegram.ts';
import { emptyPostgres } from '../../storage/fresh-postgres.ts';
import { accountFor, left, posts, until, untilNone } from './accounting.ts';
import { type Bot, breakingNews, startBot, subscribeMany } from './broadcast.ts';

const COUNT = 120;
/** On a quiet machine it is 15 s at most; more is given, as this only ends a test that hangs. */
const WAIT_MS = 60_000;

test('killed in the middle of a broadcast, the other takes over, with the same counts', {
  timeout: 400_000,
}, async () => {
  const { url: databaseUrl, remove } = await emptyPostgres();
  const latency = { delayMs: 20 };
  const [discord, telegram] = [await startFakeDiscord(latency), await startFakeTelegram(latency)];
  const store = await openStore({ url: databaseUrl, role: 'guest' });
  const bots: Bot[] = [];
  const start = (env: Readonly<Record<string, string>>) => {
    const bot = startBot({ discord, telegram }, env);
    bots.push(bot);
    return bot;
  };
  try {
    const live = await openDossier(await readBaseline('data/pakistan-afghanistan'), store, Date.now());
    const env = {
      DATABASE_URL: databaseUrl,
      DISCORD_SENDS_PER_SECOND: '20',
      TELEGRAM_SENDS_PER_SECOND: '20',
      LOG_LEVEL: 'info',
    };
    const first = start(env);
    await expect.poll(first.output, { timeout: WAIT_MS }).toMatch(/connected[^]*connected/u);
    const second = start(env);
    await expect.poll(second.output, { timeout: WAIT_MS }).toContain('dossier ready');
    await subscribeMany(store, { count: COUNT, slot: Date.now() - 1000, when: 'always', schedule: '0 0 1 1 *' });
    await store.append([breakingNews('dev-takeover', Date.now())], live.current().head, { announce: true });
    expect(await until(() => posts(discord, telegram) > 40, WAIT_MS)).toBe(true);
    // The one that waits answers nobody and sends nothing.
    expect(second.output()).not.toContain('connected');
    await first.kill('SIGKILL');
    await expect.poll(second.output, { timeout: WAIT_MS }).toMatch(/connected[^]*connected/u);
    // Digests are due at the next minute, which the first may not have lived to see.
    expect(await untilNone(() => Math.max(0, COUNT * 4 - 32 - posts(discord, telegram)), 130_000)).toBe(true);
    expect(await untilNone(() => left(store), 120_000)).toBe(true);
    expect(await accountFor(store, { discord, telegram }, COUNT)).toEqual([]);
    expect(await second.kill('SIGTERM')).toBe(0);
  } finally {
    await Promise.all(bots.map((bot) => bot.kill('SIGKILL')));
    await store.close();
    await Promise.all([discord.stop(), telegram.stop(), remove()]);
  }
});
