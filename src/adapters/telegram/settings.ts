/** Telegram's variables of the environment. */
import { z } from 'zod';
import { httpUrl, settingNotes } from '../../settings/setting.ts';
import { pace } from './sending/pace.ts';

export const connection = {
  TELEGRAM_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'must be digits, a colon and letters, as @BotFather gives it')
    .optional()
    .register(settingNotes, {
      about: 'Bot token from @BotFather. Unset: no Telegram.',
      example: '123456789:the-token-of-your-bot',
      secret: true,
    }),
  TELEGRAM_API_URL: httpUrl().register(settingNotes, {
    about: 'Where the Telegram Bot API is, e.g. a server of your own.',
    example: 'http://localhost:8082',
    fallback: 'https://api.telegram.org',
  }),
} as const;

export const telegramEnvironment = z.object({ ...connection, ...pace });
