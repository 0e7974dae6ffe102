/** How many messages Telegram takes in a second, and the variable that lowers it. */
import { settingNotes, wholeNumber } from '../../../settings/setting.ts';

/** Messages and edits in a second, answers too. Source: core.telegram.org/bots/faq, "My bot is hitting limits". */
export const SENDS_PER_SECOND = 30;

export const pace = {
  TELEGRAM_SENDS_PER_SECOND: wholeNumber(1, 1000).register(settingNotes, {
    about: 'Messages and edits in a second on Telegram; answers to people count too and go first. Telegram allows 30.',
    example: '30',
    fallback: String(SENDS_PER_SECOND),
  }),
} as const;
