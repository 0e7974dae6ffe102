/** Discord's variables of the environment. */
import { z } from 'zod';
import { httpUrl, settingNotes, wholeNumber } from '../../settings/setting.ts';

/**
 * Requests of a bot in a second; answers to interactions do not count. Source: discord-api-docs,
 * topics/rate-limits.mdx, "Global Rate Limit".
 */
export const SENDS_PER_SECOND = 50;

export const connection = {
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w.-]+$/, 'must be the token alone: copy it from the Developer Portal → Bot, without “Bot ” before it')
    .optional()
    .register(settingNotes, {
      about: 'Bot token from the Discord Developer Portal. Unset: no Discord.',
      example: 'the-token-of-your-bot',
      secret: true,
    }),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{17,20}$/, 'must be the 17 to 20 digits of a server: right-click the server → Copy Server ID')
    .optional()
    .register(settingNotes, {
      about: 'Register the commands in this one server, where they appear at once, instead of globally.',
      example: '123456789012345678',
    }),
  DISCORD_API_URL: httpUrl().register(settingNotes, {
    about: 'Where the Discord API is, e.g. a proxy.',
    example: 'http://localhost:8081/api',
    fallback: 'https://discord.com/api',
  }),
} as const;

export const pace = {
  DISCORD_SENDS_PER_SECOND: wholeNumber(1, 1000).register(settingNotes, {
    about:
      'Digests, alerts and edits in a second on Discord, which allows 50; answers to people are not counted there.',
    example: '50',
    fallback: String(SENDS_PER_SECOND),
  }),
} as const;

export const discordEnvironment = z.object({ ...connection, ...pace });
