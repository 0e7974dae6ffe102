/** The methods of the fake Bot API: what each does to the chats, and the words of the real server when it refuses. */
import { isRecord, type Json, list, record, text } from '../json.ts';
import { platformNow } from '../platform-clock.ts';
import { createChatMethods } from './chat-methods.ts';
import { refusalOf, type TelegramChatUse } from './chat-state.ts';
import type { ChatEvent, HeldMessage, TelegramChats, TelegramRoom } from './chats.ts';
import { telegramFailures } from './failures.ts';
import { fail, type MethodAnswer, ok } from './results.ts';

/** Texts from tdlib/telegram-bot-api Client.cpp and TDLib. */
const refusals = {
  deleteNotFound: 'Bad Request: message to delete not found',
  pinNotFound: 'Bad Request: message to pin not found',
  repliedNotFound: 'Bad Request: message to be replied not found',
  queryTooOld: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
} as const;

export type MethodDeps = {
  readonly bot: Json;
  readonly chats: TelegramChats;
  /** Milliseconds in which a callback query may be answered. */
  readonly queryWindowMs: number;
  /** How many messages of a chat are kept, the newest. */
  readonly keepMessages: number;
  /** False: what is done in chats where nobody is talked as is not remembered step by step. */
  readonly keepEvents: boolean;
};
export type Method = (params: Json) => MethodAnswer;

const seconds = (): number => Math.floor(platformNow() / 1000);

export function createMethods(deps: MethodDeps): Readonly<Record<string, Method>> {
  return { ...messageMethods(deps), ...createChatMethods(deps), ...profileMethods(deps) };
}

function messageMethods(deps: MethodDeps): Readonly<Record<string, Method>> {
  const { bot, chats, queryWindowMs, keepMessages, keepEvents } = deps;
  const inRoom = (params: Json, use: TelegramChatUse, act: (room: TelegramRoom) => MethodAnswer): MethodAnswer => {
    const room = chats.reach(params['chat_id']);
    if (room === undefined) return telegramFailures.chatNotFound;
    return refusalOf(room, use, params) ?? act(room);
  };

  function tell(room: TelegramRoom, event: ChatEvent): void {
    if (keepEvents || room.isAttended) room.events.push(event);
  }

  function keep(room: TelegramRoom, id: number, held: HeldMessage): void {
    room.messages.set(id, held.message);
    room.own.set(id, held);
    if (room.own.size <= keepMessages) return;
    const [oldest = id] = room.own.keys();
    room.own.delete(oldest);
    room.messages.delete(oldest);
  }

  function send(room: TelegramRoom, params: Json, content: Json): MethodAnswer {
    if (params['message_thread_id'] === 1) return telegramFailures.threadNotFound;
    const reply = record(params['reply_parameters']);
    const replied = room.messages.get(Number(reply['message_id']));
    if (reply['message_id'] !== undefined && replied === undefined && reply['allow_sending_without_reply'] !== true)
      return fail(400, refusals.repliedNotFound);
    const id = room.nextMessageId();
    const isChannel = room.kind === 'channel';
    const thread = params['message_thread_id'];
    const message: Json = {
      message_id: id,
      date: seconds(),
      chat: room.chat,
      ...(isChannel ? { sender_chat: room.chat } : { from: bot }),
      ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true }),
      ...(replied === undefined ? {} : { reply_to_message: replied }),
      ...content,
      ...shownMarkup(params),
    };
    keep(room, id, { message, edits: 0, deleted: false, pinned: false });
    tell(room, { kind: 'sent', message });
    return ok(message);
  }

  function edit(params: Json, change: (before: Json) => Json): MethodAnswer {
    return inRoom(params, 'edit', (room) => {
      const id = Number(params['message_id']);
      const before = room.messages.get(id);
      if (before === undefined) return telegramFailures.editNotFound;
      const held = room.own.get(id);
      if (held === undefined) return telegramFailures.cannotEdit;
      const { reply_markup: _replaced, ...rest } = before;
      const after = { ...change(rest), ...shownMarkup(params) };
      if (sameShown(before, after)) {
        tell(room, { kind: 'unchanged', message: before });
        return telegramFailures.notModified;
      }
      const message = { ...after, edit_date: seconds() };
      keep(room, id, { ...held, message, edits: held.edits + 1 });
      tell(room, { kind: 'edited', message });
      return ok(message);
    });
  }

  function pin(params: Json, pinned: boolean): MethodAnswer {
    return inRoom(params, 'pin', (room) => {
      const id = Number(params['message_id']);
      const message = room.messages.get(id);
      if (message === undefined) return fail(400, refusals.pinNotFound);
      const held = room.own.get(id);
      if (held !== undefined) room.own.set(id, { ...held, pinned });
      if (pinned) tell(room, { kind: 'pinned', message });
      return ok(true);
    });
  }

  return {
    sendMessage: (params) => inRoom(params, 'send', (room) => send(room, params, textOf(params))),
    sendPhoto: (params) =>
      inRoom(params, 'send', (room) => {
        const photo = [{ file_id: 'fake-photo', file_unique_id: 'fake', width: 800, height: 600, file_size: 1000 }];
        const caption = { caption: params['caption'], caption_entities: params['caption_entities'] };
        return send(room, params, { photo, ...(params['caption'] === undefined ? {} : caption) });
      }),
    editMessageText: (params) => edit(params, ({ entities: _old, ...before }) => ({ ...before, ...textOf(params) })),
    editMessageReplyMarkup: (params) => edit(params, (before) => before),
    pinChatMessage: (params) => pin(params, true),
    unpinChatMessage: (params) => pin(params, false),
    deleteMessage: (params) =>
      inRoom(params, 'delete', (room) => {
        const message = removeMessage(room, Number(params['message_id']));
        if (message === undefined) return fail(400, refusals.deleteNotFound);
        tell(room, { kind: 'deleted', message });
        return ok(true);
      }),
    sendChatAction: (params) =>
      inRoom(params, 'send', (room) => {
        tell(room, { kind: 'action', message: params });
        return ok(true);
      }),
    answerCallbackQuery: (params) => {
      const query = chats.queries.get(text(params['callback_query_id']));
      if (query === undefined || platformNow() - query.askedAt > queryWindowMs) return fail(400, refusals.queryTooOld);
      query.answers.push(params);
      return ok(true);
    },
  };
}

/** Deletes a message, whoever does it; returns what it was. */
export function removeMessage(room: TelegramRoom, id: number): Json | undefined {
  const message = room.messages.get(id);
  room.messages.delete(id);
  const held = room.own.get(id);
  if (held !== undefined) room.own.set(id, { ...held, deleted: true });
  return message;
}

function profileMethods({ bot }: MethodDeps): Readonly<Record<string, Method>> {
  const commands = new Map<string, readonly unknown[]>();
  const key = (params: Json): string =>
    JSON.stringify([params['scope'] ?? { type: 'default' }, params['language_code'] ?? '']);
  const accepted: Method = () => ok(true);
  return {
    getMe: () => ok(bot),
    setMyCommands: (params) => {
      commands.set(key(params), list(params['commands']));
      return ok(true);
    },
    getMyCommands: (params) => ok(commands.get(key(params)) ?? []),
    deleteMyCommands: (params) => {
      commands.delete(key(params));
      return ok(true);
    },
    setMyDescription: accepted,
    setMyShortDescription: accepted,
    setMyName: accepted,
    logOut: accepted,
    close: accepted,
  };
}

/** Only an inline keyboard is part of the message; a forced reply is not shown in it. */
function shownMarkup(params: Json): Json {
  const markup = params['reply_markup'];
  if (!isRecord(markup) || list(markup['inline_keyboard']).flat().length === 0) return {};
  return { reply_markup: markup };
}

const textOf = (params: Json): Json => ({
  text: params['text'],
  ...(list(params['entities']).length === 0 ? {} : { entities: params['entities'] }),
});

function sameShown(before: Json, after: Json): boolean {
  const shown = ({ text: words, entities, caption, reply_markup }: Json): string =>
    JSON.stringify([words, entities ?? [], caption ?? '', reply_markup ?? {}]);
  return shown(before) === shown(after);
}
