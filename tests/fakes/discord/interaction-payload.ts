/** Builds INTERACTION_CREATE payloads as complete as Discord's own, so that discord.js can read every field. */

import type { Json } from '../json.ts';
import { channelType, type DiscordChannelKind, threadFields } from './channels.ts';
import type { Interaction } from './interactions.ts';

export type DiscordPerson = {
  readonly id: string;
  readonly name: string;
  /** Undefined in a direct message. */
  readonly guildId: string | undefined;
  readonly channelId: string;
  /** The person's own client language, e.g. 'en-US'. */
  readonly locale: string;
  readonly guildLocale: string;
  /** Bits as digits; what the member may do in this channel. */
  readonly permissions: string;
  /** Bits as digits; what the bot may do in this channel. */
  readonly appPermissions: string;
  /** What the channel of a server is. */
  readonly channelKind: Exclude<DiscordChannelKind, 'direct'>;
};

/** Source: discord-api-docs, interactions/receiving-and-responding.mdx "Interaction Structure". */
export function buildInteraction(
  interaction: Interaction,
  person: DiscordPerson,
  applicationId: string,
  { type, data, channelName }: { readonly type: number; readonly data: Json; readonly channelName: string },
): Json {
  const { guildId, channelId } = person;
  const user = personAsUser(person);
  const isGuild = guildId !== undefined;
  const where = isGuild
    ? {
        guild_id: guildId,
        guild_locale: person.guildLocale,
        guild: { id: guildId, locale: person.guildLocale, features: [] },
        member: buildMember(person, user),
        channel: buildChannel(person, channelName),
      }
    : { user, channel: { id: channelId, type: 1, recipients: [user], last_message_id: null, flags: 0 } };
  return {
    id: interaction.id,
    application_id: applicationId,
    type,
    data,
    token: interaction.token,
    version: 1,
    channel_id: channelId,
    app_permissions: person.appPermissions,
    locale: person.locale,
    entitlements: [],
    authorizing_integration_owners: isGuild ? { 0: guildId } : { 0: '0' },
    context: isGuild ? 0 : 1,
    attachment_size_limit: 10 * 1024 * 1024,
    ...where,
    ...(interaction.source === undefined ? {} : { message: interaction.source }),
  };
}

export function personAsUser({ id, name }: Pick<DiscordPerson, 'id' | 'name'>): Json {
  return {
    id,
    username: name,
    discriminator: '0',
    global_name: name,
    avatar: null,
    avatar_decoration_data: null,
    public_flags: 0,
    bot: false,
    clan: null,
    primary_guild: null,
    collectibles: null,
  };
}

function buildMember(person: DiscordPerson, user: Json): Json {
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles: [],
    joined_at: '2026-01-01T00:00:00.000000+00:00',
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    communication_disabled_until: null,
    permissions: person.permissions,
  };
}

function buildChannel(person: DiscordPerson, name: string): Json {
  return {
    id: person.channelId,
    type: channelType[person.channelKind],
    name,
    guild_id: person.guildId,
    position: 0,
    nsfw: false,
    topic: null,
    parent_id: null,
    last_message_id: null,
    rate_limit_per_user: 0,
    flags: 0,
    permissions: person.permissions,
    ...(person.channelKind === 'thread' ? threadFields(person.channelId) : {}),
  };
}
