/** How a command is given on Discord, in each place where one can be. */
import { PermissionFlagsBits } from 'discord.js';
import type { FakeDiscord } from '../fakes/discord/discord.ts';
import { type Ask, onDiscord, type Role } from './roles.ts';

export function discordPerson(discord: FakeDiscord, role: Role, where: 'private' | 'server') {
  const { Administrator, ManageGuild, SendMessages, ViewChannel } = PermissionFlagsBits;
  const permissions = role === 'channel-admin' ? Administrator | ManageGuild : SendMessages | ViewChannel;
  const id = onDiscord(role);
  return discord.user(where === 'private' ? { id, guildId: null } : { id, permissions });
}

async function discordMessage(discord: FakeDiscord, role: Role, content: string): Promise<void> {
  const author = { id: onDiscord(role), username: 'reader', discriminator: '0', avatar: null };
  const plain = { id: '900000000000000009', channel_id: '200000000000000001', author, content, type: 0 };
  const empty = { mentions: [], mention_roles: [], attachments: [], embeds: [], tts: false, mention_everyone: false };
  const sent = { ...plain, ...empty, pinned: false, timestamp: '2026-11-22T12:00:00.000000+00:00' };
  const { gateway } = discord;
  await gateway.dispatch('MESSAGE_CREATE', { ...sent, edited_timestamp: null }, 30_000);
  await gateway.dispatch('MESSAGE_UPDATE', { ...sent, edited_timestamp: sent.timestamp }, 30_000);
  const snapshot = { message: { ...sent, content } };
  await gateway.dispatch('MESSAGE_CREATE', { ...sent, content: '', message_snapshots: [snapshot] }, 30_000);
}

/** By the name of the place, prepared once for each role. */
export function placesOnDiscord(discord: FakeDiscord) {
  return {
    'discord: private':
      (role: Role): Ask =>
      async (name) =>
        (await discordPerson(discord, role, 'private').slash(name)).text,
    'discord: server':
      (role: Role): Ask =>
      async (name) =>
        (await discordPerson(discord, role, 'server').slash(name)).text,
    async 'discord: a button under somebody else’s answer'(role: Role): Promise<Ask> {
      const answer = await discord.user().slash('about');
      const person = discordPerson(discord, role, 'server');
      return async (name) => (await person.pressesCustomId(answer, `${name};0;`)).text;
    },
    'discord: messages, edited and forwarded ones':
      (role: Role): Ask =>
      async (name) => {
        await discordMessage(discord, role, `/${name}`);
        return '';
      },
  } as const;
}
