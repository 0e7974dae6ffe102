/** The methods of the fake Bot API that look at a chat: what it is, who is in it, how the bot stands there. */
import type { Json } from '../json.ts';
import { mayPin, refusalOf, standingOf } from './chat-state.ts';
import type { MemberStatus, TelegramRoom } from './chats.ts';
import { telegramFailures } from './failures.ts';
import type { Method, MethodDeps } from './methods.ts';
import { fail, type MethodAnswer, ok } from './results.ts';

const userNotFound = fail(400, 'Bad Request: user not found');
const noAdministrators = fail(400, 'Bad Request: there are no administrators in the private chat');

/** Source: core.telegram.org/bots/api, ChatPermissions and ChatMemberRestricted. */
const permissionNames =
  'send_messages send_audios send_documents send_photos send_videos send_video_notes send_voice_notes send_polls send_other_messages add_web_page_previews change_info invite_users manage_topics edit_tag react_to_messages'.split(
    ' ',
  );

export function createChatMethods({ bot, chats }: MethodDeps): Readonly<Record<string, Method>> {
  const inRoom = (params: Json, act: (room: TelegramRoom) => MethodAnswer): MethodAnswer => {
    const room = chats.find(params['chat_id']);
    if (room === undefined) return telegramFailures.chatNotFound;
    return refusalOf(room, 'look', params) ?? act(room);
  };

  return {
    getChat: (params) =>
      inRoom(params, (room) => {
        const isGroup = room.kind === 'group' || room.kind === 'supergroup';
        const permissions = isGroup ? { permissions: permissionsOf(true, mayPin(room)) } : {};
        return ok({
          ...room.chat,
          accent_color_id: 0,
          max_reaction_count: 11,
          accepted_gift_types: {},
          ...permissions,
        });
      }),
    leaveChat: () => ok(true),
    getChatMember: (params) =>
      inRoom(params, (room) => {
        const userId = Number(params['user_id']);
        if (userId === bot['id']) return ok(memberOf(bot, room));
        const { status } = standingOf(room);
        if (status === 'left' && room.kind === 'channel') return telegramFailures.notMemberOfChannel;
        if (status !== 'administrator' && room.kind === 'channel') return telegramFailures.memberListInaccessible;
        const member = room.members.get(userId);
        if (member !== undefined) return ok(shown(member.user, member.status, room));
        const person = chats.people.get(userId);
        return person === undefined ? userNotFound : ok(shown(person, 'left', room));
      }),
    getChatAdministrators: (params) =>
      inRoom(params, (room) => {
        if (room.kind === 'private') return noAdministrators;
        const { status } = standingOf(room);
        if (status !== 'administrator' && room.kind === 'channel') return telegramFailures.memberListInaccessible;
        const leading = [...room.members.values()].filter((member) => leads(member.status));
        const people = leading.map((member) => shown(member.user, member.status, room));
        return ok(leads(status) ? [...people, memberOf(bot, room)] : people);
      }),
  };
}

const leads = (status: MemberStatus): boolean => status === 'creator' || status === 'administrator';

const permissionsOf = (allowed: boolean, canPin: boolean): Json => ({
  ...Object.fromEntries(permissionNames.map((name) => [`can_${name}`, allowed])),
  can_pin_messages: canPin,
});

/** The bot in this chat. */
export function memberOf(bot: Json, room: TelegramRoom): Json {
  const { status, canPost } = standingOf(room);
  return shown(bot, status, room, { canPost, canPin: mayPin(room) });
}

/** A ChatMember as the Bot API returns it, with the fields of its status. */
function shown(
  user: Json,
  status: MemberStatus,
  room: TelegramRoom,
  { canPost, canPin } = { canPost: true, canPin: true },
): Json {
  switch (status) {
    case 'creator':
      return { user, status, is_anonymous: false };
    case 'administrator':
      return { user, status, ...administratorRights(room, canPost, canPin) };
    case 'restricted':
      return { user, status, is_member: true, until_date: 0, ...permissionsOf(false, false) };
    case 'kicked':
      return { user, status, until_date: 0 };
    case 'member':
    case 'left':
      return { user, status };
  }
}

function administratorRights({ kind }: TelegramRoom, canPost: boolean, canPin: boolean): Json {
  return {
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
    ...(kind === 'channel'
      ? { can_post_messages: canPost, can_edit_messages: canPin }
      : { can_pin_messages: canPin, can_manage_topics: false }),
  };
}
