/** How the bot stands in a chat: what Telegram says when it was added, removed, or its rights have changed. */
import type { ChatMember, ChatMemberUpdated } from 'grammy/types';
import type { ChatEvents } from '../../core/ports/chat-events.ts';
import { placeId } from './place.ts';
import { rightsOf } from './rights.ts';

/**
 * That it was removed is not told: a group that becomes a supergroup says the same of itself, and the next message that
 * is refused tells the two apart. Rejects with the store's errors.
 */
export async function tellStanding(update: ChatMemberUpdated, chats: ChatEvents): Promise<void> {
  const { chat, from, old_chat_member: before, new_chat_member: now } = update;
  if (!isIn(now)) return;
  const place = placeId(chat.id);
  if (rightsOf(now, chat).send) await chats.mayWrite(place);
  if (isIn(before) || chat.type === 'private') return;
  const address = 'username' in chat && chat.username !== undefined ? `@${chat.username}` : String(chat.id);
  await chats.added({
    place,
    name: chat.title ?? null,
    channel: chat.type === 'channel' ? address : null,
    // Anonymous admins share a user of Telegram's own, which is a bot.
    addedBy: from.is_bot ? null : placeId(from.id),
  });
}

function isIn(member: ChatMember): boolean {
  if (member.status === 'restricted') return member.is_member;
  return member.status !== 'left' && member.status !== 'kicked';
}
