/** Strict shapes of the Bot API calls this project makes; a call of any other method is a violation until it is added. */
import { z } from 'zod';
import { type Json, records } from '../json.ts';
import type { Violation } from '../violations.ts';
import { checkVisible } from './text-checks.ts';

/** Ids have at most 52 bits; a channel or public group may be named @username. Source: core.telegram.org/bots/api. */
const chatId = z.union([z.int(), z.string().regex(/^@[A-Za-z0-9_]{4,32}$/u)]);
const languageCode = z.string().regex(/^([a-z]{2})?$/u);
const flag = z.boolean().optional();

const entity = z.strictObject({
  type: z.string(),
  offset: z.int(),
  length: z.int(),
  url: z.string().optional(),
  user: z.looseObject({ id: z.int() }).optional(),
  language: z.string().optional(),
  custom_emoji_id: z.string().optional(),
  unix_time: z.int().optional(),
  date_time_format: z.string().optional(),
});
const linkPreview = z.strictObject({
  is_disabled: flag,
  url: z.string().optional(),
  prefer_small_media: flag,
  prefer_large_media: flag,
  show_above_text: flag,
});
const button = z.strictObject({
  text: z.string(),
  style: z.enum(['danger', 'success', 'primary']).optional(),
  url: z
    .string()
    .regex(/^(https?|tg):\/\//u)
    .optional(),
  callback_data: z.string().optional(),
  copy_text: z.strictObject({ text: z.string().min(1).max(256) }).optional(),
  switch_inline_query: z.string().optional(),
  switch_inline_query_current_chat: z.string().optional(),
});
const inlineKeyboard = z.strictObject({ inline_keyboard: z.array(z.array(button)) });
const placeholder = z.string().min(1).max(64).optional();
const forceReply = z.strictObject({
  force_reply: z.literal(true),
  input_field_placeholder: placeholder,
  selective: flag,
});
const removeKeyboard = z.strictObject({ remove_keyboard: z.literal(true), selective: flag });
const replyParameters = z.strictObject({
  message_id: z.int(),
  chat_id: chatId.optional(),
  allow_sending_without_reply: flag,
});
const command = z.strictObject({
  command: z.string().regex(/^[a-z0-9_]{1,32}$/u),
  description: z.string().min(1).max(256),
});
const plainScope = (type: string) => z.strictObject({ type: z.literal(type) });
const scope = z.union([
  ...['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'].map(plainScope),
  z.strictObject({ type: z.enum(['chat', 'chat_administrators']), chat_id: chatId }),
  z.strictObject({ type: z.literal('chat_member'), chat_id: chatId, user_id: z.int() }),
]);
const commandScope = { scope: scope.optional(), language_code: languageCode.optional() };

const sending = {
  chat_id: chatId,
  message_thread_id: z.int().optional(),
  disable_notification: flag,
  protect_content: flag,
  message_effect_id: z.string().optional(),
  reply_parameters: replyParameters.optional(),
  reply_markup: z.union([inlineKeyboard, forceReply, removeKeyboard]).optional(),
};
/** `parse_mode` is let through here: its own rule, entitiesOnly, names it better. */
const textual = {
  text: z.string(),
  parse_mode: z.string().optional(),
  entities: z.array(entity).optional(),
  link_preview_options: linkPreview.optional(),
};
const ownMessage = { chat_id: chatId, message_id: z.int() };
const actions = 'typing upload_photo record_video upload_video record_voice upload_voice upload_document'.split(' ');

const schemas: Readonly<Record<string, z.ZodType>> = {
  getMe: z.strictObject({}),
  logOut: z.strictObject({}),
  close: z.strictObject({}),
  getWebhookInfo: z.strictObject({}),
  deleteWebhook: z.strictObject({ drop_pending_updates: flag }),
  setWebhook: z.strictObject({
    url: z.string(),
    max_connections: z.int().min(1).max(100).optional(),
    allowed_updates: z.array(z.string()).optional(),
    drop_pending_updates: flag,
    secret_token: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,256}$/u)
      .optional(),
  }),
  getUpdates: z.strictObject({
    offset: z.int().optional(),
    limit: z.int().min(1).max(100).optional(),
    timeout: z.int().min(0).optional(),
    allowed_updates: z.array(z.string()).optional(),
  }),
  sendMessage: z.strictObject({ ...sending, ...textual }),
  sendPhoto: z.strictObject({
    ...sending,
    photo: z.string().min(1),
    caption: z.string().optional(),
    parse_mode: z.string().optional(),
    caption_entities: z.array(entity).optional(),
    show_caption_above_media: flag,
  }),
  editMessageText: z.strictObject({ ...ownMessage, ...textual, reply_markup: inlineKeyboard.optional() }),
  editMessageReplyMarkup: z.strictObject({ ...ownMessage, reply_markup: inlineKeyboard.optional() }),
  deleteMessage: z.strictObject(ownMessage),
  pinChatMessage: z.strictObject({ ...ownMessage, disable_notification: flag }),
  unpinChatMessage: z.strictObject(ownMessage),
  answerCallbackQuery: z.strictObject({
    callback_query_id: z.string().min(1),
    text: z.string().max(200).optional(),
    show_alert: flag,
    url: z.string().optional(),
    cache_time: z.int().min(0).optional(),
  }),
  sendChatAction: z.strictObject({
    chat_id: chatId,
    message_thread_id: z.int().optional(),
    action: z.enum([...actions, 'choose_sticker', 'find_location']),
  }),
  getChat: z.strictObject({ chat_id: chatId }),
  leaveChat: z.strictObject({ chat_id: chatId }),
  getChatMember: z.strictObject({ chat_id: chatId, user_id: z.int() }),
  getChatAdministrators: z.strictObject({ chat_id: chatId, return_bots: flag }),
  setMyCommands: z.strictObject({ commands: z.array(command).max(100), ...commandScope }),
  getMyCommands: z.strictObject(commandScope),
  deleteMyCommands: z.strictObject(commandScope),
  setMyDescription: z.strictObject({
    description: z.string().max(512).optional(),
    language_code: languageCode.optional(),
  }),
  setMyShortDescription: z.strictObject({
    short_description: z.string().max(120).optional(),
    language_code: languageCode.optional(),
  }),
  setMyName: z.strictObject({ name: z.string().max(64).optional(), language_code: languageCode.optional() }),
};

/** Breaches of the shape, and of the rules about texts, entities, keyboards and commands. */
export function checkTelegramCall(method: string, params: Json): readonly Violation[] {
  const schema = schemas[method];
  if (schema === undefined) return [{ rule: 'unknownMethod', where: method, detail: 'no shape is written for it' }];
  const result = schema.safeParse(params);
  const shape = (result.error?.issues ?? []).map((issue) => ({
    rule: 'schema',
    where: method,
    detail: `${issue.path.join('.') || '(parameters)'}: ${issue.message}`,
  }));
  return [...shape, ...checkVisible(params, method), ...checkDistinctCommands(method, params)];
}

function checkDistinctCommands(method: string, params: Json): readonly Violation[] {
  const names = records(params['commands']).map((entry) => entry['command']);
  if (new Set(names).size === names.length) return [];
  return [{ rule: 'commands', where: method, detail: 'a command appears twice' }];
}
