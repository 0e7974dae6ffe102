/** The refusals of the real Bot API in their real words, to be scripted: `telegram.failNext(toChat(-5), telegramFailures.kicked)`. */
import { record } from '../json.ts';
import type { LoopbackAnswer, RequestMatcher } from '../loopback.ts';
import { fail } from './results.ts';

/** Texts from tdlib/telegram-bot-api Client.cpp and TDLib; ALL_CAPS ones come from the servers as they are. */
export const telegramFailures = {
  blocked: fail(403, 'Forbidden: bot was blocked by the user'),
  deactivated: fail(403, 'Forbidden: user is deactivated'),
  cannotInitiate: fail(403, "Forbidden: bot can't initiate conversation with a user"),
  kicked: fail(403, 'Forbidden: bot was kicked from the supergroup chat'),
  kickedFromGroup: fail(403, 'Forbidden: bot was kicked from the group chat'),
  kickedFromChannel: fail(403, 'Forbidden: bot was kicked from the channel chat'),
  notMember: fail(403, 'Forbidden: bot is not a member of the supergroup chat'),
  notMemberOfChannel: fail(403, 'Forbidden: bot is not a member of the channel chat'),
  groupDeleted: fail(403, 'Forbidden: the group chat was deleted'),
  chatNotFound: fail(400, 'Bad Request: chat not found'),
  peerInvalid: fail(400, 'Bad Request: PEER_ID_INVALID'),
  needAdmin: fail(400, 'Bad Request: need administrator rights in the channel chat'),
  noRightsToText: fail(400, 'Bad Request: not enough rights to send text messages to the chat'),
  noRightsToPhotos: fail(400, 'Bad Request: not enough rights to send photos to the chat'),
  noRightsToPin: fail(400, 'Bad Request: not enough rights to manage pinned messages in the chat'),
  writeForbidden: fail(400, 'Bad Request: CHAT_WRITE_FORBIDDEN'),
  chatRestricted: fail(400, 'Bad Request: CHAT_RESTRICTED'),
  threadNotFound: fail(400, 'Bad Request: message thread not found'),
  topicClosed: fail(400, 'Bad Request: TOPIC_CLOSED'),
  topicDeleted: fail(400, 'Bad Request: TOPIC_DELETED'),
  notModified: fail(
    400,
    'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  ),
  editNotFound: fail(400, 'Bad Request: message to edit not found'),
  cannotEdit: fail(400, "Bad Request: message can't be edited"),
  cannotParse: fail(400, "Bad Request: can't parse entities: Can't find end of the entity starting at byte offset 5"),
  tooLong: fail(400, 'Bad Request: message is too long'),
  wrongFile: fail(400, 'Bad Request: wrong file identifier/HTTP URL specified'),
  memberListInaccessible: fail(400, 'Bad Request: member list is inaccessible'),
  unauthorized: fail(401, 'Unauthorized'),
  tokenNotFound: fail(404, 'Not Found'),
  conflict: fail(
    409,
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  ),
  internal: fail(500, 'Internal Server Error'),
  badGateway: fail(502, 'Bad Gateway'),
  /** What the proxy in front of the Bot API says: no JSON at all. */
  badGatewayPage: { status: 502, page: '<html><head><title>502 Bad Gateway</title></head></html>' },
  /** The group became a supergroup with this id. */
  migrated: (to: number): LoopbackAnswer =>
    fail(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: to }),
  /** Whole seconds, at least 1. */
  tooManyRequests: (seconds: number): LoopbackAnswer =>
    fail(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds }),
} as const;

/** Calls for a chat, by id or @username; of one method where it is named. */
export const toChat =
  (chat: number | string, method?: string): RequestMatcher =>
  ({ path, body }) =>
    String(record(body)['chat_id']) === String(chat) && (method === undefined || path.endsWith(`/${method}`));

/** Calls of a method, for whatever chat. */
export const callOf =
  (method: string): RequestMatcher =>
  ({ path }) =>
    path.endsWith(`/${method}`);
