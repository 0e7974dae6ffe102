/** Finds a channel that is named elsewhere, and asks Discord anew what the asker and the bot may do there. */
import { type Client, DiscordAPIError, PermissionFlagsBits, Routes } from 'discord.js';
import { z } from 'zod';
import type { Chat } from '../../core/chat/asker.ts';
import type { Language } from '../../core/reply/language.ts';
import type { Spans } from '../../core/reply/span.ts';
import { UserError } from '../../core/reply/user-error.ts';
import { withoutRequest } from './errors.ts';
import { guildSchema, memberSchema, overwritesSchema, permissionsIn } from './permissions.ts';
import { ADMIN_BITS, kindOfType, lackedRights, neededFor, PRIVATE_THREAD } from './rights.ts';

const channelSchema = z.object({
  id: z.string(),
  type: z.int(),
  name: z.string(),
  guild_id: z.string(),
  parent_id: z.string().nullish(),
  permission_overwrites: overwritesSchema.default([]),
});

/** The names that Discord shows for the permissions that posting takes. */
const POSTING = [
  ['view', PermissionFlagsBits.ViewChannel],
  ['send', PermissionFlagsBits.SendMessages],
  ['threads', PermissionFlagsBits.SendMessagesInThreads],
  ['embed', PermissionFlagsBits.EmbedLinks],
] as const;

interface Search {
  /** Id of the person who asks. */
  readonly person: string;
  /** The server in which they ask; null in private. */
  readonly guildId: string | null;
  readonly client: Pick<Client<true>, 'rest' | 'user'>;
  readonly language: Language;
}

/**
 * `typed` is what an option of this type holds: an id; a mention is understood too. Rejects with a `UserError` where
 * there is no such channel in a server of the bot's, the asker is no admin of it, or the bot may not post there.
 */
export async function findChannel(typed: string, { person, guildId, client, language }: Search): Promise<Chat> {
  const [, id] = /^(?:<#)?(\d{1,20})>?$/u.exec(typed.trim()) ?? [];
  const ask = <T>(route: `/${string}`, schema: z.ZodType<T>) => look(client, route, schema);
  const channel = id === undefined ? 'none' : await ask(Routes.channel(id), channelSchema);
  if (channel === 'hidden') {
    throw new UserError('discord-channel-hidden', { permissions: named(neededFor('send', 'channel'), language) });
  }
  if (channel === 'none') throw new UserError('discord-channel-unknown');
  const kind = kindOfType(channel.type);
  const guild = await ask(Routes.guild(channel.guild_id), guildSchema);
  if (kind === 'closed' || typeof guild === 'string') throw new UserError('discord-channel-unknown');
  const name = `#${channel.name}${guild.id === guildId ? '' : ` (${guild.name})`}`;
  const [asker, bot, parent] = await Promise.all([
    ask(Routes.guildMember(guild.id, person), memberSchema),
    ask(Routes.guildMember(guild.id, client.user.id), memberSchema),
    // A thread has the permissions of its channel.
    kind === 'thread' && channel.parent_id ? ask(Routes.channel(channel.parent_id), channelSchema) : channel,
  ]);
  if (typeof bot === 'string' || typeof parent === 'string') throw new UserError('discord-channel-unknown');
  const overwrites = parent.permission_overwrites;
  const theirs = typeof asker === 'string' ? undefined : permissionsIn(guild, asker, overwrites);
  const isInside = channel.type !== PRIVATE_THREAD || theirs?.has(PermissionFlagsBits.ManageThreads);
  if (!theirs?.any(ADMIN_BITS) || !isInside) throw new UserError('discord-channel-not-admin', { name });
  const ours = permissionsIn(guild, bot, overwrites);
  const lacking = neededFor('send', kind) & ~ours.bitfield;
  if (lacking !== 0n) {
    throw new UserError('discord-channel-lacks', { name, permissions: named(lacking, language) });
  }
  return {
    id: `discord:${channel.id}`,
    isPrivate: false,
    name,
    missingRights: (rights) => Promise.resolve(lackedRights(rights, ours, kind)),
  };
}

/** `none`: Discord has no such thing, or it is of another kind; `hidden`: the bot may not see it. */
async function look<T>(
  { rest }: Search['client'],
  route: `/${string}`,
  schema: z.ZodType<T>,
): Promise<T | 'none' | 'hidden'> {
  try {
    const read = schema.safeParse(await rest.get(route));
    return read.success ? read.data : 'none';
  } catch (error) {
    const status = error instanceof DiscordAPIError ? error.status : undefined;
    if (status === 404) return 'none';
    if (status === 403) return 'hidden';
    throw withoutRequest(error);
  }
}

function named(permissions: bigint, language: Language): Spans {
  const some = POSTING.filter(([, bit]) => (permissions & bit) !== 0n);
  return language.list(some.map(([name]) => language.text('discord-permission', { name })));
}
