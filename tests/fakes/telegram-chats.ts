/** The chats of the fake Telegram: their members, their messages, and what the bot did in them. */
import type { Json } from './json.ts';
import { createFeed, type Feed } from './waiting.ts';

export type ChatKind = 'private' | 'group' | 'supergroup' | 'channel';
export type MemberStatus = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';

/** What the bot did: `unchanged` is an edit refused as "message is not modified". */
export type ChatEvent = {
  readonly kind: 'sent' | 'edited' | 'unchanged' | 'deleted' | 'action';
  readonly message: Json;
};

export type TelegramRoom = {
  readonly chat: Json;
  readonly kind: ChatKind;
  readonly members: Map<number, { readonly user: Json; readonly status: MemberStatus }>;
  readonly messages: Map<number, Json>;
  readonly events: Feed<ChatEvent>;
  /** Message ids are numbered in each chat apart: an id alone names nothing. */
  readonly nextMessageId: () => number;
};

export type CallbackQuery = {
  readonly id: string;
  readonly askedAt: number;
  /** Every answerCallbackQuery that named this query. */
  readonly answers: Feed<Json>;
};

export type TelegramChats = {
  readonly queries: Map<string, CallbackQuery>;
  readonly open: (id: number, kind: ChatKind, title: string) => TelegramRoom;
  readonly find: (chatId: unknown) => TelegramRoom | undefined;
};

export function createTelegramChats(): TelegramChats {
  const rooms = new Map<number, TelegramRoom>();
  return {
    queries: new Map(),
    open(id, kind, title) {
      const known = rooms.get(id);
      if (known !== undefined) return known;
      let last = 0;
      const name = kind === 'private' ? { first_name: title } : { title, username: `chat_${Math.abs(id)}` };
      const room: TelegramRoom = {
        chat: { id, type: kind, ...name },
        kind,
        members: new Map(),
        messages: new Map(),
        events: createFeed<ChatEvent>(),
        nextMessageId: () => {
          last += 1;
          return last;
        },
      };
      rooms.set(id, room);
      return room;
    },
    find: (chatId) =>
      typeof chatId === 'number'
        ? rooms.get(chatId)
        : [...rooms.values()].find((room) => `@${String(room.chat['username'])}` === chatId),
  };
}
