/** What the bot may not do in the channel in which it was asked, for what it is to do there later, unasked. */

import { type BaseInteraction, ChannelType, PermissionFlagsBits, Routes } from 'discord.js';
import { z } from 'zod';
import type { Right } from '../../core/chat/asker.ts';
import { classifyError } from './errors.ts';

const { ViewChannel, SendMessages, SendMessagesInThreads, EmbedLinks, PinMessages, ReadMessageHistory } =
  PermissionFlagsBits;

const THREADS: ReadonlySet<unknown> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);
/** Channels of posts: each post is a thread that can be written to, the channel itself is not. */
const FORUMS: ReadonlySet<unknown> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia]);

const channelSchema = z.object({ type: z.int() });

type Asking = Pick<BaseInteraction, 'channelId' | 'guildId' | 'appPermissions' | 'client'>;

/**
 * Which of `rights` the bot lacks. The question brings the bot's permissions along, but not the kind of the channel,
 * which is asked for. Where Discord cannot say, it is taken for an ordinary channel.
 */
export async function lackingRights(asking: Asking, rights: readonly Right[]): Promise<readonly Right[]> {
  const { guildId, appPermissions } = asking;
  // Among other people the bot is only there while it answers.
  if (guildId === null) return rights;
  const kind = rights.includes('send') ? await kindOf(asking) : 'channel';
  const send = kind === 'thread' ? SendMessagesInThreads : SendMessages;
  const needed: Readonly<Record<Right, bigint>> = {
    send: ViewChannel | send | EmbedLinks,
    // Managing messages has not been enough for pins since February 2026 (discord-api-docs, change log of 2025-11-24).
    pin: ViewChannel | PinMessages,
    'read-back': ViewChannel | ReadMessageHistory,
  };
  const isClosed = (right: Right) => right === 'send' && kind === 'closed';
  return rights.filter((right) => isClosed(right) || !appPermissions.has(needed[right]));
}

async function kindOf({ channelId, client }: Asking): Promise<'channel' | 'thread' | 'closed'> {
  try {
    const { type } = channelSchema.parse(await client.rest.get(Routes.channel(channelId ?? '')));
    return THREADS.has(type) ? 'thread' : FORUMS.has(type) ? 'closed' : 'channel';
  } catch (error) {
    // Not to be seen by the bot itself: it is in the server only to answer there.
    const failure = classifyError(error);
    return failure === 'gone' || failure === 'refused' ? 'closed' : 'channel';
  }
}
