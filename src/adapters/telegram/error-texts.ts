/** What Telegram's words mean when it refuses a request. The codes alone do not tell: most refusals are 400. */

export type Refusal =
  /** The press was not answered in time. */
  | 'expired'
  /** The message shows this already. */
  | 'unchanged'
  /** The message to edit, pin or reply to is not there, or is not ours. */
  | 'message gone'
  /** The chat is no more, or nobody there wants the bot. */
  | 'gone'
  /** The bot lacks a right there, or the topic is closed: somebody can give it back. */
  | 'refused'
  /** What was sent is wrong, not where to. */
  | 'rejected';

/**
 * Source: tdlib/telegram-bot-api, Client.cpp, and TDLib. "Chat not found" is a refusal and not the end: a server also
 * says it of chats that it has not seen yet, and what is refused is tried again much later.
 */
export const REFUSALS: readonly (readonly [words: RegExp, meaning: Refusal])[] = [
  [/query is too old|query id is invalid/iu, 'expired'],
  [/message is not modified|chat_not_modified/iu, 'unchanged'],
  [/message to (?:edit|pin|be replied|reply) not found|message can't be edited|message_id_invalid/iu, 'message gone'],
  [/bot was (?:blocked|kicked)|user is deactivated|is not a member of|chat was (?:deleted|deactivated)/iu, 'gone'],
  [/user_is_blocked|input_user_deactivated|can't initiate conversation/iu, 'gone'],
  [/chat not found|peer_id_invalid|upgraded to a supergroup/iu, 'refused'],
  [/administrator rights|not enough rights|have no rights|chat_admin_required/iu, 'refused'],
  [/chat_(?:\w+_)?forbidden|chat_restricted|user_banned_in_channel/iu, 'refused'],
  [/message thread not found|topic_(?:closed|deleted)/iu, 'refused'],
];

/**
 * `code` is 400 or 403. With unknown words, 403 means that nobody wants the bot there, and 400 that we made a mistake.
 */
export function readRefusal({ code, words }: { readonly code: number; readonly words: string }): Refusal {
  return REFUSALS.find(([known]) => known.test(words))?.[1] ?? (code === 403 ? 'gone' : 'rejected');
}
