/** Who asks what and where, out of a message or a press alone: Telegram is asked only where a command needs more. */

import type { CallbackQuery, Message, User } from 'grammy/types';
import type { Asker, Chat, Role } from '../../core/chat/asker.ts';
import type { AnyCommand } from '../../core/chat/command.ts';
import { isModerating } from '../../core/chat/roles.ts';
import type { CommandCall } from '../../core/chat/run-command.ts';
import { readPayload } from './deep-link.ts';
import { placeId } from './place.ts';
import { placeWithRights, type Rights } from './rights.ts';

/** Where it happens: the message with the words, or the one whose button was pressed. */
export type Scene = Pick<Message, 'chat' | 'sender_chat' | 'message_thread_id' | 'is_topic_message'>;

/** What is answered when somebody opens the bot, or writes to it without a command. */
const OPENING = 'help';

const ADMIN: ReadonlySet<Role> = new Set<Role>(['channel-admin']);
const NOBODY: ReadonlySet<Role> = new Set();

/**
 * The question in a message of text, or undefined where it is not for this bot: in groups only known commands and those
 * addressed to it are, since other bots listen there too. `bot` is its name without `@`.
 */
export function readQuestion(
  message: Message,
  {
    bot,
    rights,
    commands,
  }: { readonly bot: string; readonly rights: Rights; readonly commands: readonly AnyCommand[] },
): CommandCall | undefined {
  const { text, from, chat } = message;
  if (!from || text === undefined) return undefined;
  const who = readWho(from, message, rights);
  const isPrivate = chat.type === 'private';
  const marked = message.entities?.find(({ type, offset }) => type === 'bot_command' && offset === 0);
  if (!marked) return isPrivate ? { command: unmarkedCommand(text), args: '', ...who } : undefined;
  const [name = '', addressee] = text.slice(1, marked.length).toLowerCase().split('@');
  if (addressee !== undefined && addressee !== bot.toLowerCase()) return undefined;
  if (name === 'start') return { command: OPENING, args: '', ...who };
  const known = commands.find((command) => command.name === name);
  if (!isPrivate && addressee === undefined && !known) return undefined;
  if (known && isModerating(known) && !isOwn(message))
    return isPrivate ? { command: OPENING, args: '', ...who } : undefined;
  return { command: name, args: text.slice(marked.length).trim(), ...who };
}

/** Whether its author wrote the words: not forwarded, nor by way of another bot. Moderating needs that. */
function isOwn({ forward_origin: origin, via_bot: other }: Message): boolean {
  return origin === undefined && other === undefined;
}

/**
 * Words in a private chat that may answer what a draft asks; undefined for commands, and for forwarded words, which
 * were said elsewhere to somebody else.
 */
export function readTalk(message: Message): string | undefined {
  const { chat, text, entities } = message;
  if (chat.type !== 'private' || text === undefined || !isOwn(message) || text.startsWith('/')) return undefined;
  const isCommand = entities?.some(({ type, offset }) => type === 'bot_command' && offset === 0) ?? false;
  return isCommand ? undefined : text;
}

/** The data of the button that a link to the private chat presses; undefined for all other messages. */
export function readDeepLink({ chat, text = '' }: Pick<Message, 'chat' | 'text'>): string | undefined {
  const [, payload] = /^\/start ([\w-]+)$/u.exec(text.trim()) ?? [];
  return chat.type === 'private' && payload !== undefined ? readPayload(payload) : undefined;
}

/**
 * An anonymous admin writes in the name of the chat, which only its admins can. A private chat is its asker's own.
 * Whoever writes in the name of another chat (a linked channel) is no admin of this one. About anybody else Telegram is
 * asked.
 */
export function readWho(from: User, scene: Scene, rights: Rights): Pick<CommandCall, 'asker' | 'place'> {
  const { chat, sender_chat: sender } = scene;
  // All anonymous admins of all groups share one user: the chat in whose name they write tells them apart.
  const id = placeId(sender?.id ?? from.id);
  if (chat.type === 'private') {
    const findChannel: Asker['findChannel'] = (typed) => rights.findChannel(typed, from.id);
    return { asker: { id, roles: ADMIN, findChannel }, place: { id: placeId(chat.id), isPrivate: true } };
  }
  const topic = threadOf(scene);
  // A topic has a name of its own, which messages do not say.
  const name = topic === undefined && chat.title !== undefined ? { name: chat.title } : {};
  const place: Chat = { ...placeWithRights(chat.id, rights.lackedIn, topic), ...name };
  if (sender) return { asker: { id, roles: sender.id === chat.id ? ADMIN : NOBODY }, place };
  return { asker: { id, roles: NOBODY, lookUpRoles: () => rights.rolesIn(chat.id, from.id) }, place };
}

/**
 * Whether somebody else asked for the message whose button was pressed: in groups it is a reply to what they wrote.
 * Unknown, and so false, where that was deleted, where it was written in the name of a chat, and of pushed messages.
 */
export function askedByAnother({ message, from }: CallbackQuery): boolean {
  const words = message && 'reply_to_message' in message ? message.reply_to_message : undefined;
  if (words?.from === undefined || words.text === undefined || words.sender_chat || words.from.is_bot) return false;
  return words.from.id !== from.id;
}

/** The topic of a forum. Replies in ordinary groups have a thread too, in which nothing can be sent. */
export function threadOf(scene: Scene): number | undefined {
  return scene.is_topic_message === true ? scene.message_thread_id : undefined;
}

/** "/Ünknown" has a slash that Telegram does not take for a command; everything else is talk. */
function unmarkedCommand(text: string): string {
  const [, name = ''] = /^\/(\S+)/u.exec(text) ?? [];
  return name === '' ? OPENING : name;
}
