/** The chat that a subscription command is about: the one where it is given, or the one that `channel:` names. */

import { UserError } from '../reply/user-error.ts';
import { visible } from '../reply/visible.ts';
import type { Chat } from './asker.ts';
import type { CommandContext } from './command.ts';

/**
 * `typed` is the value of `channel:`. Throws `UserError` where no other chat can be named,
 * if the channel is unknown, if the asker is no admin of it, and if the bot may not post there.
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
