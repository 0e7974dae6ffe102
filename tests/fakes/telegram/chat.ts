/** A person at Telegram, as a test talks: `chat.says('/casualties')`, `chat.presses(answer, 'Next ›')`. */
import { type Json, record, text } from '../json.ts';
import { platformNow } from '../platform-clock.ts';
import type { Violations } from '../violations.ts';
import { createFeed, within } from '../waiting.ts';
import { readMessage, type TelegramMessage } from './answer.ts';
import type { CallbackQuery, ChatEvent, TelegramChats, TelegramRoom } from './chats.ts';
import type { TelegramUpdates } from './updates.ts';

type TelegramAnswer = TelegramMessage & {
  /** True where an existing message was changed. */
  readonly edited: boolean;
  /** The notice of answerCallbackQuery, after a press. */
  readonly toast: string | undefined;
};

export type TelegramChat = {
  readonly id: number;
  readonly chatId: number;
  /** Sends a text and resolves with the bot's next message in this chat. */
  readonly says: (words: string) => Promise<TelegramAnswer>;
  /** Sends a text and resolves once the bot took it and asked for more: for texts it should not answer. */
  readonly mutters: (words: string) => Promise<void>;
  /** Presses the button; resolves once the query was answered and something is visible: an edit, a message, a notice. */
  readonly presses: (answer: TelegramAnswer, label: string) => Promise<TelegramAnswer>;
  /** A callback query that no visible button offers: stale or forged data. */
  readonly pressesData: (answer: TelegramAnswer, data: string) => Promise<TelegramAnswer>;
  /** The bot's next message that no earlier call returned. */
  readonly hears: () => Promise<TelegramAnswer>;
  /** The next edit of a message that no earlier call returned. */
  readonly seesEdit: () => Promise<TelegramAnswer>;
  /** Sends the last update again, by default under a new update_id; resolves once the bot took it. */
  readonly resends: (update?: Json, how?: { readonly sameUpdateId?: boolean }) => Promise<void>;
  /** The update this person caused last. */
  readonly lastUpdate: () => Json;
  /** What the bot did in this chat so far. */
  readonly events: () => readonly ChatEvent[];
};

export type TelegramPerson = {
  readonly user: Json;
  readonly room: TelegramRoom;
  readonly threadId: number | undefined;
  /** An anonymous administrator writes in the name of the chat. */
  readonly anonymous: boolean;
};

export type TelegramChatDeps = {
  readonly chats: TelegramChats;
  readonly updates: TelegramUpdates;
  readonly timeoutMs: number;
  readonly explain: Violations['explain'];
};

/** Source: core.telegram.org/bots/api, Message.sender_chat: this user stands for an anonymous administrator. */
const anonymousBot = { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
/** How long a press that only drew a notice waits for an edit that may still come. */
const graceMs = 100;
let lastQueryId = 4_000_000_000_000_000_000n;

export function createTelegramChat(deps: TelegramChatDeps, person: TelegramPerson): TelegramChat {
  const { chats, updates, timeoutMs, explain } = deps;
  const { room, user } = person;
  const { events } = room;
  let read = 0;
  let last: Json = {};

  function pushText(words: string): Promise<void> {
    const isPost = room.kind === 'channel';
    const id = room.nextMessageId();
    const message: Json = {
      message_id: id,
      date: Math.floor(platformNow() / 1000),
      chat: room.chat,
      ...(isPost ? { sender_chat: room.chat } : { from: person.anonymous ? anonymousBot : user }),
      ...(person.anonymous ? { sender_chat: room.chat } : {}),
      ...(person.threadId === undefined ? {} : { message_thread_id: person.threadId, is_topic_message: true }),
      text: words,
      ...commandEntities(words),
    };
    room.messages.set(id, message);
    const { update, processed } = updates.push(isPost ? 'channel_post' : 'message', message);
    last = update;
    return processed;
  }

  async function next(kinds: readonly ChatEvent['kind'][], what: string, ms = timeoutMs): Promise<TelegramAnswer> {
    const { index, entry } = await explain(events.next(read, (event) => kinds.includes(event.kind), ms, what));
    read = index + 1;
    return readAnswer(entry, undefined);
  }

  async function pressesData(answer: TelegramAnswer, data: string): Promise<TelegramAnswer> {
    lastQueryId += 1n;
    const query: CallbackQuery = { id: String(lastQueryId), askedAt: platformNow(), answers: createFeed<Json>() };
    chats.queries.set(query.id, query);
    read = events.all.length;
    const message = room.messages.get(answer.messageId) ?? { chat: room.chat, message_id: answer.messageId, date: 0 };
    const content = { id: query.id, from: user, message, chat_instance: '1', data };
    const { update } = updates.push('callback_query', content);
    last = update;
    const what = `the press of ${JSON.stringify(data)} to`;
    const answered = await explain(
      query.answers.next(0, () => true, timeoutMs, `${what} be answered (answerCallbackQuery)`),
    );
    const toast = text(answered.entry['text']) || undefined;
    const wait = toast === undefined ? timeoutMs : graceMs;
    const shown = await next(['edited', 'sent', 'unchanged'], `${what} show something`, wait).catch(
      (error: unknown) => {
        if (toast === undefined) throw error;
        return readAnswer({ kind: 'unchanged', message: room.messages.get(answer.messageId) ?? answer.raw }, toast);
      },
    );
    return { ...shown, toast };
  }

  return {
    id: Number(user['id']),
    chatId: Number(room.chat['id']),
    says(words) {
      read = events.all.length;
      pushText(words).catch(() => undefined);
      return next(['sent'], `an answer to ${JSON.stringify(words)}`);
    },
    mutters: (words) => within(pushText(words), timeoutMs, `the bot to take ${JSON.stringify(words)}`),
    async presses(answer, label) {
      const found = answer.buttons.find((button) => button.label === label);
      const labels = answer.buttons.map((button) => button.label).join(', ') || 'none';
      if (found === undefined) throw new Error(`there is no button ${JSON.stringify(label)}, only: ${labels}`);
      if (found.data === undefined) throw new Error(`the button ${JSON.stringify(label)} opens ${String(found.url)}`);
      return pressesData(answer, found.data);
    },
    pressesData,
    hears: () => next(['sent'], 'another message of the bot'),
    seesEdit: () => next(['edited'], 'an edit by the bot'),
    resends(update = last, { sameUpdateId = false } = {}) {
      const [kind = '', content] = Object.entries(update).find(([key]) => key !== 'update_id') ?? [];
      const { processed } = sameUpdateId ? updates.repeat(update) : updates.push(kind, record(content));
      return within(processed, timeoutMs, 'the bot to take the repeated update');
    },
    lastUpdate: () => last,
    events: () => events.all,
  };
}

const readAnswer = ({ kind, message }: ChatEvent, toast: string | undefined): TelegramAnswer => ({
  ...readMessage(message),
  edited: kind === 'edited',
  toast,
});

/** Telegram marks commands itself; a bot's router looks at the entity, not at the slash. */
function commandEntities(words: string): Json {
  const found = [...words.matchAll(/(?<=^|\s)\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?=$|[^A-Za-z0-9_@])/gu)];
  if (found.length === 0) return {};
  const entities = found.map(({ 0: { length }, index }) => ({ type: 'bot_command', offset: index, length }));
  return { entities };
}
