/** How a command is given on Telegram, in each place where one can be. */
import type { Json } from '../fakes/json.ts';
import { readMessage } from '../fakes/telegram/answer.ts';
import type { FakeTelegram } from '../fakes/telegram/telegram.ts';
import { type Ask, groupOf, onTelegram, type Role } from './roles.ts';

function telegramPerson(telegram: FakeTelegram, role: Role, chat: 'private' | 'supergroup') {
  const status = role === 'channel-admin' ? 'administrator' : 'member';
  const chatId = chat === 'private' ? onTelegram(role) : groupOf(role);
  return telegram.user({ id: onTelegram(role), chat, chatId, status });
}

let lastMessage = 70_000;
/** A message of the person, as `changes` make it; resolves with all answers given until the bot had dealt with it. */
function telegramMessage(telegram: FakeTelegram, role: Role, chat: 'private' | 'supergroup', changes: Json = {}): Ask {
  const person = telegramPerson(telegram, role, chat);
  return async (name) => {
    const before = person.events().length;
    await telegram.pushUpdate('message', messageOf(person, chat, name, changes)).processed;
    return person
      .events()
      .slice(before)
      .map(({ message }) => readMessage(message).text)
      .join('\n');
  };
}

function messageOf(
  { id, chatId }: { readonly id: number; readonly chatId: number },
  type: string,
  name: string,
  changes: Json,
): Json {
  lastMessage += 1;
  const text = `/${name}`;
  return {
    message_id: lastMessage,
    date: 1,
    chat: { id: chatId, type, ...(type === 'private' ? { first_name: 'R' } : { title: 'Newsroom' }) },
    from: { id, is_bot: false, first_name: 'R' },
    text,
    entities: [{ type: 'bot_command', offset: 0, length: text.length }],
    ...changes,
  };
}

const forwarded: Json = { forward_origin: { type: 'hidden_user', sender_user_name: 'Somebody', date: 1 } };
const anotherBot: Json = { via_bot: { id: 77, is_bot: true, first_name: 'Other', username: 'other_bot' } };
const anonymous = { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
const linked = { id: -1_001_234_567, type: 'channel', title: 'Linked' };

/** A press on an answer in a group that another person, or an admin in its name, asked for. */
async function pressUnder(telegram: FakeTelegram, role: Role, asker: { readonly anonymous?: true } = {}): Promise<Ask> {
  const person = telegramPerson(telegram, role, 'supergroup');
  const answer = await telegram.user({ chat: 'supergroup', chatId: person.chatId, ...asker }).says('/about');
  return async (name) => {
    const { text, edited, toast } = await person.pressesData(answer, `${name};0;`);
    return edited ? text : (toast ?? '');
  };
}

/** By the name of the place, prepared once for each role. */
export function placesOnTelegram(telegram: FakeTelegram) {
  return {
    'telegram: private': (role: Role): Ask => telegramMessage(telegram, role, 'private'),
    'telegram: group': (role: Role): Ask => telegramMessage(telegram, role, 'supergroup'),
    'telegram: a button under an answer whose asker is unknown': (role: Role): Promise<Ask> =>
      pressUnder(telegram, role, { anonymous: true }),
    'telegram: a button under somebody else’s answer': (role: Role): Promise<Ask> => pressUnder(telegram, role),
    'telegram: anonymous admin'(role: Role): Ask {
      const { chatId } = telegramPerson(telegram, role, 'supergroup');
      const sender = { id: chatId, type: 'supergroup', title: 'Newsroom' };
      return telegramMessage(telegram, role, 'supergroup', { from: anonymous, sender_chat: sender });
    },
    'telegram: in the name of another chat': (role: Role): Ask =>
      telegramMessage(telegram, role, 'supergroup', { from: { ...anonymous, id: 136_817_688 }, sender_chat: linked }),
    'telegram: forwarded in private': (role: Role): Ask => telegramMessage(telegram, role, 'private', forwarded),
    'telegram: forwarded in a group': (role: Role): Ask => telegramMessage(telegram, role, 'supergroup', forwarded),
    'telegram: by way of another bot': (role: Role): Ask => telegramMessage(telegram, role, 'private', anotherBot),
    'telegram: a link that somebody made':
      (role: Role): Ask =>
      (name) => {
        const payload = Buffer.from(`+${name};0;`).toString('base64url');
        return telegramMessage(telegram, role, 'private')(`start ${payload}`);
      },
    'telegram: edited messages and a channel’s posts':
      (role: Role): Ask =>
      async (name) => {
        const [own, group] = [telegramPerson(telegram, role, 'private'), telegramPerson(telegram, role, 'supergroup')];
        const edited = { edit_date: 2 };
        const { pushUpdate } = telegram;
        // These are not asked for; were they, they would be there before what is said last is answered.
        pushUpdate('edited_message', messageOf(own, 'private', name, edited));
        pushUpdate('edited_message', messageOf(group, 'supergroup', name, edited));
        pushUpdate(
          'channel_post',
          messageOf({ id: 1, chatId: -1_001_234_567 }, 'channel', name, { sender_chat: linked }),
        );
        return '';
      },
  } as const;
}
