/** Who asks what and where, out of a message or a press alone: Telegram is not asked anything. */
import type { Message, User } from 'grammy/types';
import type { Role } from '../../core/chat/command.ts';
import type { Question } from '../../core/chat/run-command.ts';

/** Where it happens: the message with the words, or the one whose button was pressed. */
export type Scene = Pick<Message, 'chat' | 'sender_chat' | 'message_thread_id' | 'is_topic_message'>;

/** What is answered when somebody opens the bot, or writes to it without a command. */
const OPENING = 'help';

/**
 * The question in a message of text, or undefined where it is not for this bot: in groups only known commands and those
 * addressed to it are, since other bots listen there too. `bot` is its name without `@`.
 */
export function readQuestion(message: Message, bot: string, commands: ReadonlySet<string>): Question | undefined {
  const { text, from, chat } = message;
  if (!from || text === undefined) return undefined;
  const who = readWho(from, message);
  const isPrivate = chat.type === 'private';
  const marked = message.entities?.find(({ type, offset }) => type === 'bot_command' && offset === 0);
  if (!marked) return isPrivate ? { command: unmarkedCommand(text), args: '', ...who } : undefined;
  const [name = '', addressee] = text.slice(1, marked.length).toLowerCase().split('@');
  if (addressee !== undefined && addressee !== bot.toLowerCase()) return undefined;
  if (name === 'start') return { command: OPENING, args: '', ...who };
  if (!isPrivate && addressee === undefined && !commands.has(name)) return undefined;
  return { command: name, args: text.slice(marked.length).trim(), ...who };
}

/**
 * An anonymous admin writes in the name of the chat, which only its admins can; a private chat is its asker's own. Whether
 * anybody else is an admin the message does not tell.
 */
export function readWho(from: User, scene: Scene): Pick<Question, 'asker' | 'place'> {
  const { chat, sender_chat: sender } = scene;
  const isPrivate = chat.type === 'private';
  const isAdmin = isPrivate || sender?.id === chat.id;
  const thread = threadOf(scene);
  return {
    // All anonymous admins of all groups share one user: the chat in whose name they write tells them apart.
    asker: { id: `telegram:${sender?.id ?? from.id}`, roles: new Set<Role>(isAdmin ? ['channel-admin'] : []) },
    place: { id: thread === undefined ? `telegram:${chat.id}` : `telegram:${chat.id}/${thread}`, isPrivate },
  };
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
