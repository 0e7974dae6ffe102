/** The channels of the fake Discord: every id is an ordinary text channel until a test says otherwise. */

import type { Json } from '../json.ts';
import type { LoopbackAnswer } from '../loopback.ts';
import { createSnowflake } from '../snowflake.ts';
import { discordFailures } from './failures.ts';

export type DiscordChannelKind = 'text' | 'announcement' | 'thread' | 'forum' | 'direct';

/** What is wrong with a channel. Saying it again replaces what was said before; `{}` makes it ordinary again. */
export type DiscordChannelState = {
  readonly kind?: DiscordChannelKind;
  readonly name?: string;
  /** Bits by the id of a role or member; the server's id is everybody's role. */
  readonly overwrites?: readonly { readonly id: string; readonly allow?: bigint; readonly deny?: bigint }[];
  /** Deleted: 10003 for everything. */
  readonly missing?: boolean;
  /** Not to be seen by the bot, or the bot left the server: 50001 for everything. */
  readonly noAccess?: boolean;
  /** 50013 for new messages. Own ones can be edited and deleted. */
  readonly noSend?: boolean;
  /** The list of messages is empty (as documented, no error), and a single one is 50013. */
  readonly noHistory?: boolean;
  /** 50013 for pins. */
  readonly noPin?: boolean;
  /** 50083 for new messages, edits and pins. That a message to it un-archives it is not played. */
  readonly archivedThread?: boolean;
  /** 160005 for new messages, edits and pins. */
  readonly lockedThread?: boolean;
  /** A direct channel whose person takes no messages: 50007. */
  readonly closedDirect?: boolean;
};

export type DiscordChannelUse = 'look' | 'read one' | 'send' | 'edit' | 'pin' | 'delete';

export type DiscordChannels = {
  readonly set: (channelId: string, state: DiscordChannelState) => void;
  /** What Discord answers to this use of the channel; undefined where nothing is wrong. */
  readonly refusal: (channelId: string, use: DiscordChannelUse) => LoopbackAnswer | undefined;
  readonly hidesHistory: (channelId: string) => boolean;
  readonly nameOf: (channelId: string) => string;
  /** The channel object as the API returns it. */
  readonly object: (channelId: string, guildId: string) => Json;
  /** The direct channel with this person, always the same. */
  readonly direct: (userId: string) => string;
};

/** Source: discord-api-docs, resources/channel.mdx "Channel Types". */
export const channelType = { text: 0, direct: 1, announcement: 5, thread: 11, forum: 15 } as const;

export const threadFields = (channelId: string): Json => ({
  parent_id: `${channelId.slice(0, -1)}0`,
  thread_metadata: { archived: false, auto_archive_duration: 4320, archive_timestamp: null, locked: false },
});

export function createDiscordChannels(): DiscordChannels {
  const states = new Map<string, DiscordChannelState>();
  const directs = new Map<string, string>();
  const ordinary: DiscordChannelState = {};
  const stateOf = (channelId: string): DiscordChannelState => states.get(channelId) ?? ordinary;
  const nameOf = (channelId: string): string => stateOf(channelId).name ?? 'general';

  return {
    set: (channelId, state) => void states.set(channelId, state),
    refusal: (channelId, use) => refusalOf(stateOf(channelId), use),
    hidesHistory: (channelId) => stateOf(channelId).noHistory === true,
    nameOf,
    object(channelId, guildId) {
      const { kind = 'text', overwrites = [] } = stateOf(channelId);
      if (kind === 'direct') return { id: channelId, type: channelType.direct, recipients: [] };
      const thread = kind === 'thread' ? threadFields(channelId) : {};
      const bits = overwrites.map(({ id, allow = 0n, deny = 0n }) => ({
        id,
        type: id === guildId ? 0 : 1,
        allow: String(allow),
        deny: String(deny),
      }));
      const common = { id: channelId, type: channelType[kind], name: nameOf(channelId), guild_id: guildId };
      // A thread has the permissions of its channel.
      return kind === 'thread' ? { ...common, ...thread } : { ...common, permission_overwrites: bits };
    },
    direct(userId) {
      const known = directs.get(userId);
      if (known !== undefined) return known;
      const channelId = createSnowflake();
      directs.set(userId, channelId);
      states.set(channelId, { kind: 'direct' });
      return channelId;
    },
  };
}

function refusalOf(state: DiscordChannelState, use: DiscordChannelUse): LoopbackAnswer | undefined {
  if (state.missing === true) return discordFailures.unknownChannel;
  if (state.noAccess === true) return discordFailures.missingAccess;
  if (use === 'read one' && state.noHistory === true) return discordFailures.missingPermissions;
  if (use === 'send' && state.kind === 'forum') return discordFailures.notText;
  if (use === 'send' && state.closedDirect === true) return discordFailures.closedDirect;
  if (use === 'send' && state.noSend === true) return discordFailures.missingPermissions;
  if (use === 'pin' && state.noPin === true) return discordFailures.missingPermissions;
  const writes = use === 'send' || use === 'edit' || use === 'pin';
  if (writes && state.lockedThread === true) return discordFailures.lockedThread;
  if (writes && state.archivedThread === true) return discordFailures.archivedThread;
  return undefined;
}
