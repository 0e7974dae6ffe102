/** What the crash tests share: both fakes with some latency, a database with the shipped dossier, and bots to kill. */

import { readBaseline } from '../../../src/dossier-files/read-baseline.ts';
import { type LiveDossier, openDossier } from '../../../src/live-dossier.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import type { OpenedStore } from '../../../src/storage/opened-store.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/discord.ts';
import { type FakeTelegram, startFakeTelegram } from '../../fakes/telegram/telegram.ts';
import { type Bot, startBot } from './broadcast.ts';

interface CrashScene {
  readonly discord: FakeDiscord;
  readonly telegram: FakeTelegram;
  readonly store: OpenedStore;
  readonly live: LiveDossier;
  /** A bot that sends as fast as it can: there is much to interrupt. */
  readonly start: () => Bot;
}

/** Longest time between the first sign of a life's work and its end, in ms. */
export const LIFE_MS = 300;

export async function inCrashScene<T>(databaseUrl: string, work: (scene: CrashScene) => Promise<T>): Promise<T> {
  const latency = { delayMs: () => 5 + Math.random() * 30, keepRequests: false, checks: 'first-100' } as const;
  const discord = await startFakeDiscord(latency);
  const telegram = await startFakeTelegram(latency);
  const store = await openStore({ url: databaseUrl, role: 'guest' });
  const rates = { DISCORD_SENDS_PER_SECOND: '1000', TELEGRAM_SENDS_PER_SECOND: '1000' };
  try {
    const live = await openDossier(await readBaseline('data/pakistan-afghanistan'), store, Date.now());
    const start = () => startBot({ discord, telegram }, { DATABASE_URL: databaseUrl, ...rates });
    return await work({ discord, telegram, store, live, start });
  } finally {
    await store.close();
    await Promise.all([discord.stop(), telegram.stop()]);
  }
}
