/** Who asks what and where, out of the payload of an interaction: Discord is asked where a command needs more. */

import { type BaseInteraction, type ChatInputCommandInteraction, InteractionContextType } from 'discord.js';
import type { Chat, Role } from '../../core/chat/asker.ts';
import type { CommandCall } from '../../core/chat/run-command.ts';
import type { Language } from '../../core/reply/language.ts';
import { findChannel } from './find-channel.ts';
import { ADMIN_BITS, lackingRights } from './rights.ts';

type Asking = Pick<
  BaseInteraction,
  'user' | 'channelId' | 'guildId' | 'context' | 'memberPermissions' | 'appPermissions' | 'client'
>;

interface Reading {
  readonly chat: { readonly language: Language };
  /** Left out where Discord did not say. */
  readonly channelName?: string | undefined;
}

export function readQuestion(interaction: ChatInputCommandInteraction, reading: Reading): CommandCall {
  const { commandName, options } = interaction;
  const args = options.data.flatMap(({ name, value }) => (value === undefined ? [] : [[name, String(value)] as const]));
  return { command: commandName, args: Object.fromEntries(args), ...readWho(interaction, reading) };
}

export function readWho(
  interaction: Asking,
  { chat: { language }, channelName }: Reading,
): Pick<CommandCall, 'asker' | 'place'> {
  const { user, guildId, memberPermissions, client } = interaction;
  const place = readChat(interaction);
  // `any`: one of these rights is enough. In private everybody is their own admin.
  const isAdmin = place.isPrivate || memberPermissions?.any(ADMIN_BITS, false) === true;
  return {
    asker: {
      id: `discord:${user.id}`,
      roles: new Set<Role>(isAdmin ? ['channel-admin'] : []),
      findChannel: (typed) => findChannel(typed, { person: user.id, guildId, client, language }),
    },
    place: channelName === undefined ? place : { ...place, name: channelName },
  };
}

export function readChat(interaction: Asking): Chat {
  const { channelId, guildId, context } = interaction;
  // A private channel is a conversation of other people, in which the asker brought the bot along.
  const isPrivate = !guildId && context !== InteractionContextType.PrivateChannel;
  return {
    id: `discord:${channelId}`,
    isPrivate,
    // Answers to interactions can be hidden from all others.
    ...(isPrivate ? {} : { hidesAnswers: true, missingRights: (rights) => lackingRights(interaction, rights) }),
  };
}
