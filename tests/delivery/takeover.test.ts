/** Two bots on one PostgreSQL: one serves, the other waits; when the first is killed in the middle of a broadcast, the second goes on. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openDossier } from '../../src/storage/live-dossier.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { readBaseline } from '../../src/storage/read-baseline.ts';
import { startFakeDiscord } from '../fakes/discord.ts';
import { startFakeTelegram } from '../fakes/telegram.ts';
import { startPostgres } from '../storage/start-postgres.ts';
import { accountFor, left, posts, until } from './accounting.ts';
import { breakingNews, startBot, subscribeMany } from './broadcast.ts';

const COUNT = 120;
const TAKEOVER_WITHIN_MS = 15_000;

test('killed in the middle of a broadcast, the other takes over within 15 s, with the same counts', {
  timeout: 120_000,
}, async () => {
  const postgres = await startPostgres();
  const latency = { delayMs: 20 };
  const [discord, telegram] = [await startFakeDiscord(latency), await startFakeTelegram(latency)];
  const databaseUrl = await postgres.url();
  const store = await openStore({ url: databaseUrl, role: 'guest' });
  try {
    const live = await openDossier(await readBaseline('data/pakistan-afghanistan'), store, Date.now());
    const env = {
      DATABASE_URL: databaseUrl,
      DISCORD_SENDS_PER_SECOND: '20',
      TELEGRAM_SENDS_PER_SECOND: '20',
      LOG_LEVEL: 'info',
    };
    const first = startBot({ discord, telegram }, env);
    await expect.poll(first.output, { timeout: 15_000 }).toMatch(/connected[^]*connected/u);
    const second = startBot({ discord, telegram }, env);
    await expect.poll(second.output, { timeout: 15_000 }).toContain('dossier ready');
    await subscribeMany(store, { count: COUNT, slot: Date.now() - 1000, when: 'always', schedule: '0 0 1 1 *' });
    await store.append([breakingNews('dev-takeover', Date.now())], live.current().head, { announce: true });
    expect(await until(() => posts(discord, telegram) > 40, 30_000)).toBe(true);
    // The one that waits answers nobody and sends nothing.
    expect(second.output()).not.toContain('connected');
    await first.kill('SIGKILL');
    const [killedAt, before] = [performance.now(), posts(discord, telegram)];
    await sleep(100);
    expect(await until(() => posts(discord, telegram) > before + 1, TAKEOVER_WITHIN_MS)).toBe(true);
    expect(performance.now() - killedAt).toBeLessThan(TAKEOVER_WITHIN_MS);
    await expect.poll(second.output, { timeout: TAKEOVER_WITHIN_MS }).toMatch(/connected[^]*connected/u);
    // Digests are due at the next minute, which the first may not have lived to see.
    await expect.poll(() => posts(discord, telegram), { timeout: 70_000 }).toBeGreaterThanOrEqual(COUNT * 4 - 32);
    expect(await until(async () => (await left(store)) === 0, 60_000)).toBe(true);
    expect(await accountFor(store, { discord, telegram }, COUNT)).toEqual([]);
    expect(await second.kill('SIGTERM')).toBe(0);
  } finally {
    await store.close();
    await Promise.all([discord.stop(), telegram.stop(), postgres.stop()]);
  }
});
