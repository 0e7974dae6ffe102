/** Discord's variables of the environment. */
import { z } from 'zod';
import { httpUrl, settingNotes } from '../../settings/setting.ts';
import { pace } from './sending/pace.ts';

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

export const discordEnvironment = z.object({ ...connection, ...pace });
