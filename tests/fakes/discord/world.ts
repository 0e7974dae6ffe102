/** What a test does to the channels of the fake Discord without talking in them, and what it finds there afterwards. */

import { type Json, text } from '../json.ts';
import { createSnowflake } from '../snowflake.ts';
import { readMessage } from './answer.ts';
import type { DiscordChannelState, DiscordChannels } from './channels.ts';
import { personAsUser } from './interaction-payload.ts';
import type { DiscordMessages, HeldMessage } from './messages.ts';

/** What a channel holds of the bot: `deleted` ones too, as they last were. */
type DiscordHeld = Pick<ReturnType<typeof readMessage>, 'text' | 'raw' | 'components' | 'messageId'> &
  Omit<HeldMessage, 'message'> & {
    readonly channelId: string;
    readonly pinned: boolean;
    /** True for the answer to an interaction, false for what the bot posted by itself. */
    readonly isAnswer: boolean;
  };

export type DiscordWorld = {
  /** What is wrong with a channel from now on; `{}`: nothing. */
  readonly channel: (channelId: string, state: DiscordChannelState) => void;
  /** The direct channel of the bot with this person. */
  readonly direct: (userId: string) => string;
  /** Deletes a message as a moderator would: edits of it, and its nonce, answer 10008 from then on. */
  readonly deletes: (channelId: string, messageId: string) => void;
  /** Somebody else writes in the channel, `times` times. */
  readonly someoneWrites: (channelId: string, times?: number) => void;
  /** The bot's messages in a channel, in order: answers, posts, deleted ones. */
  readonly messagesIn: (channelId: string) => readonly DiscordHeld[];
  /** What the bot posted by itself in all channels, in order within each. */
  readonly allPosts: () => readonly DiscordHeld[];
};

const interactionAnswer = 20;

const aboutPost = (message: Json) => ({
  channelId: text(message['channel_id']),
  pinned: message['pinned'] === true,
  isAnswer: message['type'] === interactionAnswer || message['webhook_id'] !== undefined,
});

export function createDiscordWorld(channels: DiscordChannels, messages: DiscordMessages): DiscordWorld {
  const messagesIn = (channelId: string): readonly DiscordHeld[] =>
    messages
      .own(channelId)
      .map(({ message, ...held }) => ({ ...readMessage(message), ...held, ...aboutPost(message) }));

  return {
    messagesIn,
    allPosts: () =>
      messages.channels().flatMap((channelId) => messagesIn(channelId).filter(({ isAnswer }) => !isAnswer)),
    channel: channels.set,
    direct: channels.direct,
    deletes(channelId, messageId) {
      const isThere = messages.get(messageId)?.['channel_id'] === channelId;
      if (!isThere || !messages.remove(messageId)) throw new Error(`there is no message ${messageId} in ${channelId}`);
    },
    someoneWrites(channelId, times = 1) {
      const author = personAsUser({ id: createSnowflake(), name: 'someone' });
      // Without the Message Content intent a bot sees none of its words.
      for (let at = 0; at < times; at += 1) messages.create(channelId, {}, [], { author });
    },
  };
}
