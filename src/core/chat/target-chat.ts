/** The place that a subscription command speaks of: where it is given, or a channel that the asker names. */

import { UserError } from '../reply/user-error.ts';
import { visible } from '../reply/visible.ts';
import type { Chat } from './asker.ts';
import type { CommandContext } from './command.ts';

/**
 * `typed` is the value of `channel:`; without it, the place where it is asked. Throws `UserError` where places speak for
 * themselves, and where the named one is not known, not the asker's to speak for, or closed to the bot.
 */
export async function targetChat(
  typed: string | undefined,
  { asker, place }: Pick<CommandContext, 'asker' | 'place'>,
): Promise<Chat> {
  if (typed === undefined) return place;
  if (asker.findChannel === undefined) throw new UserError('error-channel-here');
  const found = await asker.findChannel(typed);
  if (typeof found === 'object') return found;
  const words = { typed: visible(typed) };
  switch (found) {
    case 'unknown':
      throw new UserError('error-channel-unknown', words);
    case 'not an admin':
      throw new UserError('error-channel-not-admin', words);
    case 'bot is no admin':
      throw new UserError('error-channel-bot', words);
  }
}
