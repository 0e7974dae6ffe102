/** The messages the fake Discord holds, shaped as its API returns them. */
import { count, type Json, list, record, records } from '../json.ts';
import { platformNow } from '../platform-clock.ts';
import type { UploadedFile } from '../request-body.ts';
import { createSnowflake } from '../snowflake.ts';

export const messageFlags = { ephemeral: 1 << 6, loading: 1 << 7 } as const;

/** A message as it is now, or as it was when it was deleted. */
export type HeldMessage = {
  readonly message: Json;
  /** How often it was edited. */
  readonly edits: number;
  readonly deleted: boolean;
};

export type DiscordMessages = {
  readonly get: (id: string) => Json | undefined;
  /** All of a channel, newest first, without the ephemeral ones. */
  readonly inChannel: (channelId: string) => readonly Json[];
  /** What the bot put there in order, deleted ones too, without ephemeral ones and notices of pins. */
  readonly own: (channelId: string) => readonly HeldMessage[];
  readonly channels: () => readonly string[];
  readonly create: (channelId: string, sent: Json, files: readonly UploadedFile[], extra?: Json) => Json;
  readonly edit: (id: string, sent: Json, files: readonly UploadedFile[]) => Json | undefined;
  readonly remove: (id: string) => boolean;
  /** Sets `pinned` without counting as an edit. */
  readonly pin: (id: string, pinned: boolean) => void;
  /** The message an earlier call made with this nonce, which `enforce_nonce` returns again. */
  readonly byNonce: (nonce: unknown) => HeldMessage | undefined;
};

export type DiscordMessagesOptions = {
  /** The bot. */
  readonly author: Json;
  /** Milliseconds in which a nonce is remembered ("the past few minutes" in Discord's words). */
  readonly nonceWindowMs: number;
  /** How many messages of a channel are kept: the newest. */
  readonly keepMessages: number;
};

const pinNotice = 6;

export function createDiscordMessages({
  author,
  nonceWindowMs,
  keepMessages,
}: DiscordMessagesOptions): DiscordMessages {
  const held = new Map<string, HeldMessage>();
  const channels = new Map<string, string[]>();
  const byNonce = new Map<unknown, { readonly id: string; readonly at: number }>();
  const live = (id: string): HeldMessage | undefined => {
    const found = held.get(id);
    return found === undefined || found.deleted ? undefined : found;
  };
  const all = (channelId: string): readonly HeldMessage[] =>
    (channels.get(channelId) ?? []).flatMap((id) => held.get(id) ?? []);

  function keep(channelId: string, id: string, message: Json): void {
    held.set(id, { message, edits: 0, deleted: false });
    const ids = channels.get(channelId);
    if (ids === undefined) channels.set(channelId, [id]);
    else ids.push(id);
    if (ids !== undefined && ids.length > keepMessages) held.delete(ids.shift() ?? '');
  }

  return {
    get: (id) => live(id)?.message,
    inChannel: (channelId) =>
      all(channelId)
        .filter(({ deleted, message }) => !deleted && isPublic(message))
        .map(({ message }) => message)
        .toReversed(),
    own: (channelId) =>
      all(channelId).filter(
        ({ message }) => message['author'] === author && isPublic(message) && message['type'] !== pinNotice,
      ),
    channels: () => [...channels.keys()],
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
        timestamp: new Date(platformNow()).toISOString(),
        edited_timestamp: null,
        tts: false,
        mention_everyone: false,
        mentions: [],
        mention_roles: [],
        pinned: false,
        ...(sent['nonce'] === undefined ? {} : { nonce: sent['nonce'] }),
        ...extra,
      };
      keep(channelId, id, message);
      if (sent['nonce'] !== undefined) byNonce.set(sent['nonce'], { id, at: platformNow() });
      return message;
    },
    edit(id, sent, files) {
      const found = live(id);
      if (found === undefined) return undefined;
      const { message: before } = found;
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
        edited_timestamp: new Date(platformNow()).toISOString(),
      };
      held.set(id, { ...found, message: after, edits: found.edits + 1 });
      return after;
    },
    remove(id) {
      const found = live(id);
      if (found === undefined) return false;
      held.set(id, { ...found, deleted: true });
      return true;
    },
    pin(id, pinned) {
      const found = live(id);
      if (found !== undefined) held.set(id, { ...found, message: { ...found.message, pinned } });
    },
    byNonce(nonce) {
      const known = byNonce.get(nonce);
      return known === undefined || platformNow() - known.at > nonceWindowMs ? undefined : held.get(known.id);
    },
  };
}

const isPublic = (message: Json): boolean => (count(message['flags']) & messageFlags.ephemeral) === 0;

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
