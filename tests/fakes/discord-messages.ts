/** The messages the fake Discord holds, shaped as its API returns them. */
import { count, type Json, list, record, records } from './json.ts';
import type { UploadedFile } from './request-body.ts';
import { createSnowflake } from './snowflake.ts';

export const messageFlags = { ephemeral: 1 << 6, loading: 1 << 7 } as const;

export type DiscordMessages = {
  readonly get: (id: string) => Json | undefined;
  /** Own messages of a channel, newest first, without the ephemeral ones. */
  readonly inChannel: (channelId: string) => readonly Json[];
  readonly create: (channelId: string, sent: Json, files: readonly UploadedFile[], extra?: Json) => Json;
  readonly edit: (id: string, sent: Json, files: readonly UploadedFile[]) => Json | undefined;
  readonly remove: (id: string) => boolean;
  /** The message an earlier call made in this channel with this nonce, which `enforce_nonce` returns again. */
  readonly byNonce: (channelId: string, nonce: unknown) => Json | undefined;
};

/** `author` is the bot: nobody else writes here. */
export function createDiscordMessages(author: Json): DiscordMessages {
  const messages = new Map<string, Json>();
  const byNonce = new Map<string, string>();

  return {
    get: (id) => messages.get(id),
    inChannel: (channelId) =>
      [...messages.values()]
        .filter((message) => message['channel_id'] === channelId)
        .filter((message) => (count(message['flags']) & messageFlags.ephemeral) === 0)
        .toReversed(),
    create(channelId, sent, files, extra = {}) {
      const id = createSnowflake();
      const message: Json = {
        id,
        channel_id: channelId,
        type: 0,
        author,
        content: sent['content'] ?? '',
        embeds: list(sent['embeds']),
        components: list(sent['components']),
        attachments: attachments(sent, files, [], channelId),
        flags: count(sent['flags']),
        timestamp: new Date().toISOString(),
        edited_timestamp: null,
        tts: false,
        mention_everyone: false,
        mentions: [],
        mention_roles: [],
        pinned: false,
        ...(sent['nonce'] === undefined ? {} : { nonce: sent['nonce'] }),
        ...extra,
      };
      messages.set(id, message);
      if (sent['nonce'] !== undefined) byNonce.set(nonceKey(channelId, sent['nonce']), id);
      return message;
    },
    edit(id, sent, files) {
      const before = messages.get(id);
      if (before === undefined) return undefined;
      const kept = sent['attachments'] === undefined ? records(before['attachments']) : [];
      const wanted = new Set(records(sent['attachments']).map((attachment) => attachment['id']));
      const named = records(before['attachments']).filter((attachment) => wanted.has(attachment['id']));
      const after: Json = {
        ...before,
        ...(sent['content'] === undefined ? {} : { content: sent['content'] ?? '' }),
        ...(sent['embeds'] === undefined ? {} : { embeds: list(sent['embeds']) }),
        ...(sent['components'] === undefined ? {} : { components: list(sent['components']) }),
        attachments: attachments(sent, files, [...kept, ...named], String(before['channel_id'])),
        flags: editedFlags(count(before['flags']), count(sent['flags'])),
        edited_timestamp: new Date().toISOString(),
      };
      messages.set(id, after);
      return after;
    },
    remove: (id) => messages.delete(id),
    byNonce: (channelId, nonce) => messages.get(byNonce.get(nonceKey(channelId, nonce)) ?? ''),
  };
}

const nonceKey = (channelId: string, nonce: unknown): string => JSON.stringify([channelId, nonce]);

/** Ephemeral stays, loading goes, components V2 (1 << 15) can be added and never removed. */
function editedFlags(before: number, sent: number): number {
  return (before & ~messageFlags.loading) | (sent & ~messageFlags.ephemeral);
}

function attachments(
  sent: Json,
  files: readonly UploadedFile[],
  kept: readonly Json[],
  channelId: string,
): readonly Json[] {
  const described = records(sent['attachments']);
  const added = files.map((file, index) => {
    const id = createSnowflake();
    const url = `https://cdn.discordapp.com/attachments/${channelId}/${id}/${file.name}`;
    const about = record(described.find((entry) => entry['id'] === String(index)));
    return { ...about, id, filename: file.name, size: file.bytes, url, proxy_url: url };
  });
  return [...kept, ...added];
}
