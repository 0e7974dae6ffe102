/** How many messages Discord takes in a second, and the variable that lowers it. */
import { settingNotes, wholeNumber } from '../../../settings/setting.ts';

/**
 * Requests of a bot in a second; answers to interactions do not count. Source: discord-api-docs,
 * topics/rate-limits.mdx, "Global Rate Limit".
 */
export const SENDS_PER_SECOND = 50;

export const pace = {
  DISCORD_SENDS_PER_SECOND: wholeNumber(1, 1000).register(settingNotes, {
    about:
      'Digests, alerts and edits in a second on Discord, which allows 50; answers to people are not counted there.',
    example: '50',
    fallback: String(SENDS_PER_SECOND),
  }),
} as const;
