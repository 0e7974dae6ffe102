/** The methods of the fake Bot API: what each does to the chats, and the words of the real server when it refuses. */
import { isRecord, type Json, list, record, text } from './json.ts';
import type { TelegramChats, TelegramRoom } from './telegram-chats.ts';
import { fail, type MethodAnswer, ok } from './telegram-results.ts';

/** Texts from tdlib/telegram-bot-api Client.cpp and TDLib. */
const refusals = {
  notModified:
    'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  editNotFound: 'Bad Request: message to edit not found',
  cannotEdit: "Bad Request: message can't be edited",
  deleteNotFound: 'Bad Request: message to delete not found',
  chatNotFound: 'Bad Request: chat not found',
  repliedNotFound: 'Bad Request: message to be replied not found',
  threadNotFound: 'Bad Request: message thread not found',
  queryTooOld: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
  userNotFound: 'Bad Request: user not found',
  noAdministrators: 'Bad Request: there are no administrators in the private chat',
} as const;

export type MethodDeps = {
  readonly bot: Json;
  readonly chats: TelegramChats;
  /** Milliseconds in which a callback query may be answered. */
  readonly queryWindowMs: number;
};
export type Method = (params: Json) => MethodAnswer;

const seconds = (): number => Math.floor(Date.now() / 1000);

export function createMethods(deps: MethodDeps): Readonly<Record<string, Method>> {
  return { ...messageMethods(deps), ...chatMethods(deps), ...profileMethods(deps) };
}

function messageMethods({ bot, chats, queryWindowMs }: MethodDeps): Readonly<Record<string, Method>> {
  const inRoom = (params: Json, act: (room: TelegramRoom) => MethodAnswer): MethodAnswer => {
    const room = chats.find(params['chat_id']);
    return room === undefined ? fail(400, refusals.chatNotFound) : act(room);
  };

  function send(room: TelegramRoom, params: Json, content: Json): MethodAnswer {
    if (params['message_thread_id'] === 1) return fail(400, refusals.threadNotFound);
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
    room.messages.set(id, message);
    room.events.push({ kind: 'sent', message });
    return ok(message);
  }

  function edit(params: Json, change: (before: Json) => Json): MethodAnswer {
    return inRoom(params, (room) => {
      const id = Number(params['message_id']);
      const before = room.messages.get(id);
      if (before === undefined) return fail(400, refusals.editNotFound);
      if (room.kind !== 'channel' && before['from'] !== bot) return fail(400, refusals.cannotEdit);
      const { reply_markup: _replaced, ...rest } = before;
      const after = { ...change(rest), ...shownMarkup(params) };
      if (sameShown(before, after)) {
        room.events.push({ kind: 'unchanged', message: before });
        return fail(400, refusals.notModified);
      }
      const message = { ...after, edit_date: seconds() };
      room.messages.set(id, message);
      room.events.push({ kind: 'edited', message });
      return ok(message);
    });
  }

  return {
    sendMessage: (params) => inRoom(params, (room) => send(room, params, textOf(params))),
    sendPhoto: (params) =>
      inRoom(params, (room) => {
        const photo = [{ file_id: 'fake-photo', file_unique_id: 'fake', width: 800, height: 600, file_size: 1000 }];
        const caption = { caption: params['caption'], caption_entities: params['caption_entities'] };
        return send(room, params, { photo, ...(params['caption'] === undefined ? {} : caption) });
      }),
    editMessageText: (params) => edit(params, ({ entities: _old, ...before }) => ({ ...before, ...textOf(params) })),
    editMessageReplyMarkup: (params) => edit(params, (before) => before),
    deleteMessage: (params) =>
      inRoom(params, (room) => {
        const message = room.messages.get(Number(params['message_id']));
        if (message === undefined) return fail(400, refusals.deleteNotFound);
        room.messages.delete(Number(params['message_id']));
        room.events.push({ kind: 'deleted', message });
        return ok(true);
      }),
    sendChatAction: (params) =>
      inRoom(params, (room) => {
        room.events.push({ kind: 'action', message: params });
        return ok(true);
      }),
    answerCallbackQuery: (params) => {
      const query = chats.queries.get(text(params['callback_query_id']));
      if (query === undefined || Date.now() - query.askedAt > queryWindowMs) return fail(400, refusals.queryTooOld);
      query.answers.push(params);
      return ok(true);
    },
  };
}

function chatMethods({ bot, chats }: MethodDeps): Readonly<Record<string, Method>> {
  const rights = (status: string): Json =>
    status !== 'administrator'
      ? {}
      : {
          can_be_edited: false,
          is_anonymous: false,
          can_manage_chat: true,
          can_delete_messages: true,
          can_manage_video_chats: true,
          can_restrict_members: true,
          can_promote_members: false,
          can_change_info: true,
          can_invite_users: true,
          can_post_stories: false,
          can_edit_stories: false,
          can_delete_stories: false,
        };
  const shown = (user: Json, status: string): Json => ({
    user,
    status,
    ...(status === 'creator' ? { is_anonymous: false } : rights(status)),
  });
  return {
    getChat: (params) => {
      const room = chats.find(params['chat_id']);
      if (room === undefined) return fail(400, refusals.chatNotFound);
      return ok({ ...room.chat, accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: {} });
    },
    leaveChat: () => ok(true),
    getChatMember: (params) => {
      const room = chats.find(params['chat_id']);
      if (room === undefined) return fail(400, refusals.chatNotFound);
      if (params['user_id'] === bot['id']) return ok(shown(bot, room.kind === 'channel' ? 'administrator' : 'member'));
      const member = room.members.get(Number(params['user_id']));
      return member === undefined ? fail(400, refusals.userNotFound) : ok(shown(member.user, member.status));
    },
    getChatAdministrators: (params) => {
      const room = chats.find(params['chat_id']);
      if (room === undefined) return fail(400, refusals.chatNotFound);
      if (room.kind === 'private') return fail(400, refusals.noAdministrators);
      const leading = [...room.members.values()].filter(({ status }) => /^(creator|administrator)$/u.test(status));
      return ok(leading.map(({ user, status }) => shown(user, status)));
    },
  };
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
