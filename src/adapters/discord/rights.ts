/** Who administers a channel, and what the bot may not do in one in which it is to do something later, unasked. */

import { type BaseInteraction, ChannelType, PermissionFlagsBits, type PermissionsBitField, Routes } from 'discord.js';
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
/** To see it takes more than to manage its channel. */
export const PRIVATE_THREAD: number = ChannelType.PrivateThread;
/** Channels of posts: each post is a thread that can be written to, the channel itself is not. */
const FORUMS: ReadonlySet<unknown> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia]);

/** Any of these makes an admin of the channel. */
export const ADMIN_BITS = [
  PermissionFlagsBits.ManageGuild,
  PermissionFlagsBits.ManageChannels,
  PermissionFlagsBits.Administrator,
];

/** `closed`: nothing can be written to it itself. */
export type ChannelKind = 'channel' | 'thread' | 'closed';

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
  return lackedRights(rights, appPermissions, rights.includes('send') ? await kindOf(asking) : 'channel');
}

/** Which of `rights` the bot lacks with these permissions in a channel of this kind. */
export function lackedRights(
  rights: readonly Right[],
  permissions: Readonly<PermissionsBitField>,
  kind: ChannelKind,
): readonly Right[] {
  const isClosed = (right: Right) => right === 'send' && kind === 'closed';
  return rights.filter((right) => isClosed(right) || !permissions.has(neededFor(right, kind)));
}

/** The permissions that a right takes, as bits. */
export function neededFor(right: Right, kind: ChannelKind): bigint {
  const send = kind === 'thread' ? SendMessagesInThreads : SendMessages;
  const needed: Readonly<Record<Right, bigint>> = {
    send: ViewChannel | send | EmbedLinks,
    // Managing messages has not been enough for pins since February 2026 (discord-api-docs, change log of 2025-11-24).
    pin: ViewChannel | PinMessages,
    'read-back': ViewChannel | ReadMessageHistory,
  };
  return needed[right];
}

export function kindOfType(type: number): ChannelKind {
  return THREADS.has(type) ? 'thread' : FORUMS.has(type) ? 'closed' : 'channel';
}

async function kindOf({ channelId, client }: Asking): Promise<ChannelKind> {
  try {
    return kindOfType(channelSchema.parse(await client.rest.get(Routes.channel(channelId ?? ''))).type);
  } catch (error) {
    // Not to be seen by the bot itself: it is in the server only to answer there.
    const failure = classifyError(error);
    return failure === 'gone' || failure === 'refused' ? 'closed' : 'channel';
  }
}
