/** Telegram's variables of the environment. */
import { z } from 'zod';
import { httpUrl, settingNotes, wholeNumber } from '../../settings/setting.ts';

/** Messages and edits in a second, answers too. Source: core.telegram.org/bots/faq, "My bot is hitting limits". */
export const SENDS_PER_SECOND = 30;

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

export const pace = {
  TELEGRAM_SENDS_PER_SECOND: wholeNumber(1, 1000).register(settingNotes, {
    about: 'Messages and edits in a second on Telegram; answers to people count too and go first. Telegram allows 30.',
    example: '30',
    fallback: String(SENDS_PER_SECOND),
  }),
} as const;

export const telegramEnvironment = z.object({ ...connection, ...pace });
