/** The chats of the fake Telegram: their members, their messages, and what the bot did in them. */
import type { Json } from '../json.ts';
import { createFeed, type Feed } from '../waiting.ts';
import type { TelegramChatState } from './chat-state.ts';

export type ChatKind = 'private' | 'group' | 'supergroup' | 'channel';
export type MemberStatus = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';

/** What the bot did: `unchanged` is an edit refused as "message is not modified". */
export type ChatEvent = {
  readonly kind: 'sent' | 'edited' | 'unchanged' | 'deleted' | 'pinned' | 'action';
  readonly message: Json;
};

/** A message of the bot as it is now, or as it was when it was deleted. */
export type HeldMessage = {
  readonly message: Json;
  /** How often it was edited. */
  readonly edits: number;
  readonly deleted: boolean;
  readonly pinned: boolean;
};

export type TelegramRoom = {
  readonly chat: Json;
  readonly kind: ChatKind;
  readonly members: Map<number, { readonly user: Json; readonly status: MemberStatus }>;
  readonly messages: Map<number, Json>;
  /** The bot's own messages in order, deleted ones too. */
  readonly own: Map<number, HeldMessage>;
  readonly events: Feed<ChatEvent>;
  /** Message ids are numbered in each chat apart: an id alone names nothing. */
  readonly nextMessageId: () => number;
  /** How the bot stands here; `canPost` counts in channels. */
  bot: { readonly status: MemberStatus; readonly canPost: boolean };
  /** What is wrong with this chat. */
  state: TelegramChatState;
  /** Whether somebody is here whom a test talks as: then all events are kept. */
  isAttended: boolean;
};

export type CallbackQuery = {
  readonly id: string;
  readonly askedAt: number;
  /** Every answerCallbackQuery that named this query. */
  readonly answers: Feed<Json>;
};

type RoomOptions = {
  readonly id: number;
  readonly kind: ChatKind;
  readonly title: string;
  /** Without @; groups and channels have one by default. */
  readonly username?: string | undefined;
};

export type TelegramChats = {
  readonly queries: Map<string, CallbackQuery>;
  /** Everybody a test talked as or named, by id. */
  readonly people: Map<number, Json>;
  readonly open: (options: RoomOptions) => TelegramRoom;
  /** By id or @username. */
  readonly find: (chatId: unknown) => TelegramRoom | undefined;
  /** As `find`, but an id that was never heard of is opened: negative ones are groups, positive ones private chats. */
  readonly reach: (chatId: unknown) => TelegramRoom | undefined;
  readonly all: () => readonly TelegramRoom[];
};

/** Ids of supergroups and channels begin here and go down. Source: core.telegram.org/bots/api, Chat.id. */
const firstSupergroup = -1_000_000_000_000;

export function createTelegramChats(): TelegramChats {
  const rooms = new Map<number, TelegramRoom>();
  const named = new Map<string, TelegramRoom>();

  function open({ id, kind, title, username = `chat_${Math.abs(id)}` }: RoomOptions): TelegramRoom {
    const known = rooms.get(id);
    if (known !== undefined) return known;
    let last = 0;
    const name = kind === 'private' ? { first_name: title } : { title, username };
    const room: TelegramRoom = {
      chat: { id, type: kind, ...name },
      kind,
      members: new Map(),
      messages: new Map(),
      own: new Map(),
      events: createFeed<ChatEvent>(),
      nextMessageId: () => {
        last += 1;
        return last;
      },
      bot: { status: kind === 'channel' ? 'administrator' : 'member', canPost: true },
      state: {},
      isAttended: false,
    };
    rooms.set(id, room);
    if (kind !== 'private') named.set(`@${username.toLowerCase()}`, room);
    return room;
  }

  const find = (chatId: unknown): TelegramRoom | undefined =>
    typeof chatId === 'number' ? rooms.get(chatId) : named.get(String(chatId).toLowerCase());

  return {
    queries: new Map(),
    people: new Map(),
    open,
    find,
    reach(chatId) {
      const known = find(chatId);
      if (known !== undefined || typeof chatId !== 'number') return known;
      if (chatId > 0) return open({ id: chatId, kind: 'private', title: 'Reader' });
      return open({ id: chatId, kind: chatId <= firstSupergroup ? 'supergroup' : 'group', title: 'Newsroom' });
    },
    all: () => [...rooms.values()],
  };
}
