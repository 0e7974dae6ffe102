/** A broadcast to test and measure with: subscriptions in the fakes' chats, breaking news, the bot as a process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { RevisionDraft } from '../../../src/core/dossier/revision.ts';
import type { Settings, Subscription } from '../../../src/core/subscriptions/subscription.ts';
import type { OpenedStore } from '../../../src/storage/opened-store.ts';
import type { FakeDiscord } from '../../fakes/discord/discord.ts';
import type { FakeTelegram } from '../../fakes/telegram/telegram.ts';
import { fromParent } from '../../from-parent.ts';
import { subscriptionForTests } from '../subscription-for-tests.ts';

/** Groups of Telegram have negative ids; Discord's are 17 digits and more. */
export const discordPlace = (index: number): string => `discord:${300_000_000_000_000_000n + BigInt(index)}`;
export const telegramPlace = (index: number): string => `telegram:-${1_000_000 + index}`;

/** `count` subscriptions on each platform, all due at `slot` (Unix time in ms). */
export async function subscribeMany(
  { subscriptions }: Pick<OpenedStore, 'subscriptions'>,
  { count, slot, ...settings }: { readonly count: number; readonly slot: number } & Partial<Settings>,
  platforms: readonly ('discord' | 'telegram')[] = ['discord', 'telegram'],
): Promise<readonly Subscription[]> {
  const placeOf = { discord: discordPlace, telegram: telegramPlace };
  const all = platforms.flatMap((platform) =>
    Array.from({ length: count }, (_, index) =>
      subscriptionForTests(
        { id: `sub-${platform}-${index}`, place: placeOf[platform](index), setBy: `${platform}:42`, nextDueAt: slot },
        settings,
      ),
    ),
  );
  for (const subscription of all) await subscriptions.put(subscription);
  return all;
}

/** A development for every subscription with alerts. `recordedAt`, in Unix ms: an announcement is as old as that. */
export function breakingNews(
  id: string,
  recordedAt: number,
  significance: 'breaking' | 'major' = 'breaking',
): RevisionDraft {
  return {
    author: 'import',
    recordedAt,
    change: 'original',
    reason: null,
    entry: {
      kind: 'development',
      fields: {
        id,
        date: '2025-11-09',
        category: 'diplomacy',
        title: `Breaking news ${id}`,
        summary: 'Made up for a test.',
        parties: ['pakistan'],
        places: [],
        status: 'reported',
        significance,
        sources: ['src-seed'],
        related: [],
      },
    },
  };
}

export interface Bot {
  /** What it wrote, standard output and error. */
  readonly output: () => string;
  readonly kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<number | null>;
  readonly process: ChildProcess;
}

/** Starts the program as `npm start` does, on both fakes. */
export function startBot(
  { discord, telegram }: { readonly discord?: FakeDiscord; readonly telegram?: FakeTelegram },
  env: Readonly<Record<string, string>>,
): Bot {
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: {
      ...fromParent,
      LOG_LEVEL: 'warn',
      ...(discord && { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl }),
      ...(telegram && { TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_URL: telegram.apiUrl }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-20_000);
    });
  }
  return {
    output: () => output,
    process: child,
    async kill(signal) {
      child.kill(signal);
      const [code] = await ended;
      return typeof code === 'number' ? code : null;
    },
  };
}
