/** Discord as a platform: its settings, ids of its people, and what serves it. */
import type { Platform, Service } from '../platform.ts';
import { people } from './people.ts';
import { pace } from './sending/pace.ts';
import { connection, discordEnvironment } from './settings.ts';

interface DiscordConfig {
  readonly token: string;
  readonly guildId?: string;
  readonly apiUrl: string;
  readonly sendsPerSecond: number;
}

export const discord: Platform = {
  name: 'discord',
  bot: { token: 'DISCORD_TOKEN', connection, pace },
  people,
  configure(environment) {
    const values = discordEnvironment.parse(environment);
    const { DISCORD_TOKEN: token, DISCORD_GUILD_ID: guildId } = values;
    if (token === undefined) return undefined;
    const { DISCORD_API_URL: apiUrl, DISCORD_SENDS_PER_SECOND: sendsPerSecond } = values;
    const config = { token, ...(guildId !== undefined && { guildId }), apiUrl, sendsPerSecond };
    return { name: 'discord', values, open: () => open(config) };
  },
};

async function open(config: DiscordConfig): Promise<Service> {
  const { connectDiscord } = await import('./connect.ts');
  const { createDiscordMessenger } = await import('./sending/messenger.ts');
  const limits = { perSecond: config.sendsPerSecond };
  return {
    createMessenger: (parts) => createDiscordMessenger({ config, limits, ...parts }),
    // Answers to interactions count for no limit of what is pushed (rate-limits.mdx, "Global Rate Limit").
    connect: ({ lane: _uncounted, ...parts }) => connectDiscord({ config, ...parts }),
  };
}
