/** Who asks what and where, out of the payload of an interaction alone: nothing is looked up in a cache. */

import {
  type BaseInteraction,
  type ChatInputCommandInteraction,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Right, Role } from '../../core/chat/asker.ts';
import type { CommandCall } from '../../core/chat/run-command.ts';
import { lackingRights } from './rights.ts';

type Asking = Pick<
  BaseInteraction,
  'user' | 'channelId' | 'guildId' | 'context' | 'memberPermissions' | 'appPermissions' | 'client'
>;

/** Any of these makes an admin of the channel. */
const ADMIN_BITS = [
  PermissionFlagsBits.ManageGuild,
  PermissionFlagsBits.ManageChannels,
  PermissionFlagsBits.Administrator,
];

export function readQuestion(interaction: ChatInputCommandInteraction): CommandCall {
  const { commandName, options } = interaction;
  const args = options.data.flatMap(({ name, value }) => (value === undefined ? [] : [[name, String(value)] as const]));
  return { command: commandName, args: Object.fromEntries(args), ...readWho(interaction) };
}

export function readWho(interaction: Asking): Pick<CommandCall, 'asker' | 'place'> {
  const { user, channelId, guildId, context, memberPermissions } = interaction;
  // A private channel is a conversation of other people, in which the asker brought the bot along.
  const isPrivate = !guildId && context !== InteractionContextType.PrivateChannel;
  // `any`: one of these rights is enough. In private everybody is their own admin.
  const isAdmin = isPrivate || memberPermissions?.any(ADMIN_BITS, false) === true;
  return {
    asker: { id: `discord:${user.id}`, roles: new Set<Role>(isAdmin ? ['channel-admin'] : []) },
    place: {
      id: `discord:${channelId}`,
      isPrivate,
      // Answers to interactions can be hidden from all others.
      ...(isPrivate
        ? {}
        : { hidesAnswers: true, missingRights: (rights: readonly Right[]) => lackingRights(interaction, rights) }),
    },
  };
}
