/** Asks Telegram who may do what in a chat: messages do not say whether their author administers a group. */

import { type Api, GrammyError } from 'grammy';
import type { ChatFullInfo, ChatMember } from 'grammy/types';
import type { Logger } from 'pino';
import type { Asker, Chat, Right, Role } from '../../core/chat/asker.ts';
import { describeError, withoutRequest } from './errors.ts';
import { placeId, readPlace } from './place.ts';

/** Chats by id, people by id. What cannot be asked rejects, without the request, unless said otherwise. */
export interface Rights {
  /** Nobody has a role where that cannot be asked: it is refused, then, and logged. */
  readonly rolesIn: (chat: number, person: number) => Promise<ReadonlySet<Role>>;
  /** Which of the rights the bot lacks. There is nothing to read back on Telegram, so that is never lacking. */
  readonly lackedIn: (chat: number, rights: readonly Right[]) => Promise<readonly Right[]>;
  /** The channel or group that `typed` names, for a person who administers it. */
  readonly findChannel: (typed: string, person: number) => ReturnType<NonNullable<Asker['findChannel']>>;
}

interface BotRights {
  readonly send: boolean;
  readonly pin: boolean;
}

const NO_RIGHTS: BotRights = { send: false, pin: false };

export function createRights({
  api,
  botId,
  log,
}: {
  readonly api: Api;
  readonly botId: number;
  readonly log: Logger;
}): Rights {
  /** What Telegram says where it does not know the chat or the person, or does not tell the bot, is an answer too. */
  async function ask<T extends object>(question: Promise<T>): Promise<T | 'not known' | 'not let in'> {
    try {
      return await question;
    } catch (error) {
      const code = error instanceof GrammyError ? error.error_code : undefined;
      if (code === 400) return 'not known';
      if (code === 403) return 'not let in';
      throw withoutRequest(error);
    }
  }

  async function lackedIn(id: number, rights: readonly Right[]): Promise<readonly Right[]> {
    const chat = await ask(api.getChat(id));
    const bot = await ask(api.getChatMember(id, botId));
    const has = typeof chat === 'string' || typeof bot === 'string' ? NO_RIGHTS : rightsOf(bot, chat);
    return rights.filter((right) => right !== 'read-back' && !has[right]);
  }

  return {
    async rolesIn(chat, person) {
      try {
        return new Set<Role>(administers(await api.getChatMember(chat, person)) ? ['channel-admin'] : []);
      } catch (error) {
        const reason = describeError(error);
        log.warn({ platform: 'Telegram', reason }, 'Telegram did not tell who administers a chat; nobody does, then');
        return new Set();
      }
    },
    lackedIn,
    async findChannel(typed, person) {
      const { name, topic } = readName(typed);
      if (name === undefined) return 'unknown';
      const chat = await ask(api.getChat(name));
      if (chat === 'not let in') return 'bot is no admin';
      if (chat === 'not known' || chat.type === 'private') return 'unknown';
      const bot = await ask(api.getChatMember(chat.id, botId));
      const isIn = typeof bot !== 'string';
      if (chat.type === 'channel' && !(isIn && rightsOf(bot, chat).send)) return 'bot is no admin';
      const asker = await ask(api.getChatMember(chat.id, person));
      // Who is in a chat is told for certain to its admins alone.
      if (typeof asker === 'string') return isIn && administers(bot) ? 'not an admin' : 'bot is no admin';
      if (!administers(asker)) return 'not an admin';
      // A topic has a name of its own, which cannot be asked for.
      const title = topic === undefined ? chat.title : `${chat.title} #${topic}`;
      return { ...placeWithRights(chat.id, lackedIn, topic), name: title };
    },
  };
}

/** A place that is not private. */
export function placeWithRights(chat: number, lackedIn: Rights['lackedIn'], topic?: number): Chat {
  return { id: placeId(chat, topic), isPrivate: false, missingRights: (rights) => lackedIn(chat, rights) };
}

function administers({ status }: ChatMember): boolean {
  return status === 'creator' || status === 'administrator';
}

/**
 * The chat's permissions are those of plain members; left out, they allow to write. Source: core.telegram.org/bots/api,
 * ChatMemberAdministrator.
 */
export function rightsOf(
  member: ChatMember,
  { type, permissions }: Pick<ChatFullInfo, 'type'> & Partial<Pick<ChatFullInfo, 'permissions'>>,
): BotRights {
  const isChannel = type === 'channel';
  switch (member.status) {
    case 'creator':
      return { send: true, pin: true };
    case 'administrator':
      return isChannel
        ? { send: member.can_post_messages === true, pin: member.can_edit_messages === true }
        : { send: true, pin: member.can_pin_messages === true };
    case 'member':
      return {
        send: !isChannel && permissions?.can_send_messages !== false,
        pin: !isChannel && permissions?.can_pin_messages === true,
      };
    case 'restricted':
      return { send: member.is_member && member.can_send_messages, pin: member.is_member && member.can_pin_messages };
    case 'left':
    case 'kicked':
      return NO_RIGHTS;
  }
}

/** `@name`, a link to it, or the number of a group or channel, as the Bot API takes them; a number may have a topic. */
function readName(typed: string): { readonly name?: string | number; readonly topic?: number | undefined } {
  const text = typed.trim();
  if (text.startsWith('-')) {
    const { chat, topic } = readPlace(`telegram:${text}`) ?? {};
    return chat === undefined ? {} : { name: chat, topic };
  }
  const [, name] = /^(?:@|(?:https?:\/\/)?(?:t|telegram)\.me\/)([A-Za-z]\w{3,31})(?:[/?].*)?$/u.exec(text) ?? [];
  return name === undefined ? {} : { name: `@${name}` };
}
