/** What a test does to the chats of the fake Telegram without talking in them, and what it finds there afterwards. */
import type { Json } from '../json.ts';
import { readMessage, type TelegramMessage } from './answer.ts';
import { memberOf } from './chat-methods.ts';
import type { TelegramChatState } from './chat-state.ts';
import type { ChatKind, HeldMessage, MemberStatus, TelegramChats } from './chats.ts';
import { removeMessage } from './methods.ts';
import type { TelegramUpdates } from './updates.ts';

/** A channel, or a group, that a test sets up without anybody talking in it. */
type TelegramChannelOptions = {
  /** Default: a new one. Of a chat that is there already only the standing of its people and of the bot is changed. */
  readonly id?: number;
  /** Without @. */
  readonly username?: string;
  readonly title?: string;
  /** Default 'channel'. */
  readonly kind?: Exclude<ChatKind, 'private'>;
  /** Ids of the people who lead it. */
  readonly admins?: readonly number[];
  /** Default 'administrator'. */
  readonly botIs?: MemberStatus;
  /** Whether the bot as an administrator of a channel may post. Default true. */
  readonly botCanPost?: boolean;
};

/** What a chat holds of the bot: `deleted` ones too, as they last were. */
type TelegramHeld = TelegramMessage &
  Omit<HeldMessage, 'message'> & { readonly chatId: number; readonly threadId: number | undefined };

export type TelegramWorld = {
  /** Sets up a channel or group; returns its id. */
  readonly channel: (options?: TelegramChannelOptions) => number;
  /** Adds or removes the bot, or changes what it may do there; resolves once the bot took the update that says so. */
  readonly stands: (
    chatId: number,
    status: MemberStatus,
    how?: {
      /** The id of whoever did it. */
      readonly by?: number;
      /** Counts in channels. Default true. */
      readonly canPost?: boolean;
    },
  ) => Promise<void>;
  /** What is wrong with a chat from now on; `{}`: nothing. */
  readonly chatState: (chatId: number, state: TelegramChatState) => void;
  /** Deletes a message as a person would: edits of it are told "message to edit not found" from then on. */
  readonly deletes: (chatId: number, messageId: number) => void;
  /** The bot's messages in a chat, in order, deleted ones too. */
  readonly messagesIn: (chatId: number) => readonly TelegramHeld[];
  /** The bot's messages in all chats, in order within each. */
  readonly allPosts: () => readonly TelegramHeld[];
};

/** `newId` makes up a chat of this kind. */
export function createTelegramWorld(
  { chats, updates, bot }: { readonly chats: TelegramChats; readonly updates: TelegramUpdates; readonly bot: Json },
  newId: (kind: ChatKind) => number,
): TelegramWorld {
  const messagesIn = (chatId: number): readonly TelegramHeld[] =>
    [...(chats.find(chatId)?.own.values() ?? [])].map(({ message, ...held }) => {
      const thread = message['message_thread_id'];
      return { ...readMessage(message), ...held, chatId, threadId: typeof thread === 'number' ? thread : undefined };
    });

  return {
    messagesIn,
    allPosts: () => chats.all().flatMap(({ chat }) => messagesIn(Number(chat['id']))),
    channel(options = {}) {
      const { kind = 'channel', username, title = 'News', admins = [] } = options;
      const { id = newId(kind), botIs = 'administrator', botCanPost = true } = options;
      const room = chats.open({ id, kind, title, username });
      for (const admin of admins) {
        const user = chats.people.get(admin) ?? { id: admin, is_bot: false, first_name: 'Admin' };
        chats.people.set(admin, user);
        room.members.set(admin, { user, status: 'administrator' });
      }
      room.bot = { status: botIs, canPost: botCanPost };
      return id;
    },
    async stands(chatId, status, { by = 42, canPost = true } = {}) {
      const room = chats.reach(chatId);
      if (room === undefined) return;
      const before = memberOf(bot, room);
      room.bot = { status, canPost };
      const from = chats.people.get(by) ?? { id: by, is_bot: false, first_name: 'Reader' };
      const standing = { old_chat_member: before, new_chat_member: memberOf(bot, room) };
      await updates.push('my_chat_member', { chat: room.chat, from, date: 1, ...standing }).processed;
    },
    chatState(chatId, state) {
      const room = chats.reach(chatId);
      if (room === undefined) return;
      room.state = state;
      if (state.migratedTo === undefined) return;
      const moved = chats.open({ id: state.migratedTo, kind: 'supergroup', title: String(room.chat['title']) });
      for (const [id, member] of room.members) moved.members.set(id, member);
    },
    deletes(chatId, messageId) {
      const room = chats.find(chatId);
      if (room === undefined || removeMessage(room, messageId) === undefined)
        throw new Error(`there is no message ${messageId} in ${chatId}`);
    },
  };
}
