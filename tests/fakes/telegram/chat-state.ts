/** What can be wrong with a chat of the fake Telegram, and what the real server says to each use of it then. */
import type { Json } from '../json.ts';
import type { LoopbackAnswer } from '../loopback.ts';
import type { MemberStatus, TelegramRoom } from './chats.ts';
import { telegramFailures } from './failures.ts';

/** Saying it again replaces what was said before; `{}` makes the chat ordinary again. */
export type TelegramChatState = {
  /** 403 for everything. */
  readonly kicked?: boolean;
  /** 403 for everything but looking. */
  readonly blocked?: boolean;
  readonly deactivated?: boolean;
  readonly notFound?: boolean;
  /** In a channel the bot lost its standing: neither new messages nor edits nor pins. */
  readonly notAdmin?: boolean;
  /** Not enough rights for new messages; in groups own ones can still be edited. */
  readonly noRights?: boolean;
  readonly noPin?: boolean;
  /** For messages to a topic; a number: only to this one. */
  readonly threadGone?: boolean | number;
  readonly topicClosed?: boolean | number;
  /** The group is a supergroup with this id now: every call for the old one is told so, those for the new one work. */
  readonly migratedTo?: number;
};

export type TelegramChatUse = 'look' | 'send' | 'edit' | 'pin' | 'delete';

/** What Telegram answers to this use of the chat; undefined where nothing is wrong. */
export function refusalOf(room: TelegramRoom, use: TelegramChatUse, params: Json): LoopbackAnswer | undefined {
  const { state } = room;
  const { status, canPost } = standingOf(room);
  const isChannel = room.kind === 'channel';
  if (state.notFound === true) return telegramFailures.chatNotFound;
  if (state.migratedTo !== undefined) return telegramFailures.migrated(state.migratedTo);
  if (status === 'kicked') return kickedFrom(room);
  if (use === 'look') return undefined;
  if (state.blocked === true) return telegramFailures.blocked;
  if (state.deactivated === true) return telegramFailures.deactivated;
  if (status === 'left') return isChannel ? telegramFailures.notMemberOfChannel : telegramFailures.notMember;
  if (use === 'pin') return mayPin(room) ? undefined : telegramFailures.noRightsToPin;
  if (isChannel && (status !== 'administrator' || !canPost)) return telegramFailures.needAdmin;
  if (use !== 'send') return undefined;
  if (status === 'restricted')
    return params['photo'] === undefined ? telegramFailures.noRightsToText : telegramFailures.noRightsToPhotos;
  const thread = params['message_thread_id'];
  if (concerns(state.threadGone, thread)) return telegramFailures.threadNotFound;
  if (concerns(state.topicClosed, thread)) return telegramFailures.topicClosed;
  return undefined;
}

/** How the bot stands in the chat, given what is wrong with it. */
export function standingOf(room: TelegramRoom): { readonly status: MemberStatus; readonly canPost: boolean } {
  const { state, kind, bot } = room;
  if (state.kicked === true) return { status: 'kicked', canPost: false };
  if (state.notAdmin === true) return { status: 'member', canPost: false };
  if (state.noRights !== true) return bot;
  return { status: kind === 'channel' ? 'administrator' : 'restricted', canPost: false };
}

/** In groups members may pin by default; in channels administrators that may edit. */
export function mayPin(room: TelegramRoom): boolean {
  const { status, canPost } = standingOf(room);
  if (room.state.noPin === true || status === 'restricted') return false;
  return room.kind !== 'channel' || (status === 'administrator' && canPost);
}

function kickedFrom({ kind }: TelegramRoom): LoopbackAnswer {
  if (kind === 'channel') return telegramFailures.kickedFromChannel;
  return kind === 'group' ? telegramFailures.kickedFromGroup : telegramFailures.kicked;
}

const concerns = (which: boolean | number | undefined, thread: unknown): boolean =>
  thread !== undefined && (which === true || which === thread);
