/** Who may do what where: every command × every role × every platform and place, through the real SDKs. A new command needs no line here. */
import { PassThrough } from 'node:stream';
import { PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { connectTerminal } from '../src/adapters/terminal/connect.ts';
import { type AnyCommand, command } from '../src/core/chat/command.ts';
import { reply } from '../src/core/chat/reply.ts';
import type { Language } from '../src/core/chat/words.ts';
import { isPerson } from '../src/people.ts';
import { chatForTests, testWords } from './adapters/chat-for-tests.ts';
import { type RunningDiscord, startDiscord } from './adapters/discord/start-discord.ts';
import { type RunningTelegram, startTelegram } from './adapters/telegram/start-telegram.ts';
import { createMemoryModerators } from './core/chat/memory-moderators.ts';
import type { Json } from './fakes/json.ts';
import { readMessage } from './fakes/telegram-answer.ts';

const ROLES = ['nobody', 'channel-admin', 'moderator', 'owner'] as const;
type Role = (typeof ROLES)[number];
type Allowed = Readonly<Record<AnyCommand['who'], readonly Role[]>>;

const ALL: readonly Role[] = ROLES;
const TEAM: readonly Role[] = ['moderator', 'owner'];
const NONE: readonly Role[] = [];
const inPrivate: Allowed = { anyone: ALL, 'channel-admin': ALL, moderator: TEAM, owner: ['owner'] };
const amongOthers: Allowed = { ...inPrivate, 'channel-admin': ['channel-admin'] };
/** Said in the name of the chat: by one of its admins, and who that is is not known. */
const inItsName: Allowed = { anyone: ALL, 'channel-admin': ALL, moderator: NONE, owner: NONE };
const bySomebodyElse: Allowed = { ...inItsName, 'channel-admin': NONE };
const unheard: Allowed = { ...bySomebodyElse, anyone: NONE };

/** For whom a command does what it is for, by place. `isOpen`: others see every answer, so nothing confidential is answered. */
const MATRIX = {
  'discord: private': { allowed: inPrivate },
  'discord: server': { allowed: amongOthers },
  'discord: a button under somebody else’s answer': { allowed: amongOthers },
  'discord: messages, edited and forwarded ones': { allowed: unheard },
  'telegram: private': { allowed: inPrivate },
  'telegram: group': { allowed: amongOthers, isOpen: true },
  'telegram: a button under somebody else’s answer': { allowed: amongOthers, isOpen: true },
  'telegram: anonymous admin': { allowed: inItsName, isOpen: true },
  'telegram: in the name of another chat': { allowed: bySomebodyElse, isOpen: true },
  'telegram: forwarded in private': { allowed: inItsName },
  'telegram: forwarded in a group': { allowed: { ...amongOthers, moderator: NONE, owner: NONE }, isOpen: true },
  'telegram: by way of another bot': { allowed: inItsName },
  'telegram: a link that somebody made': { allowed: bySomebodyElse },
  'telegram: edited messages and a channel’s posts': { allowed: unheard, isOpen: true },
} as const satisfies Readonly<Record<string, { readonly allowed: Allowed; readonly isOpen?: true }>>;
type Where = keyof typeof MATRIX;

/** Commands that there may not be any of today, so that no requirement goes untested. */
const extra = (['moderator', 'owner'] as const).flatMap((who) => [
  command({
    name: `try${who}`,
    who,
    params: { draft: { kind: 'text', offered: ['a-draft'] } },
    run: () => reply({ blocks: [] }),
  }),
  command({ name: `quiet${who}`, who, isConfidential: true, params: {}, run: () => reply({ blocks: [] }) }),
]);
const ran: string[] = [];
/** The commands as they are, but that they only say that they ran. */
const probes = [...commands, ...extra].map(
  (one): AnyCommand => ({
    ...one,
    run(_args, { asker }) {
      ran.push(`${one.name} ${asker.id}`);
      return reply({ blocks: [{ kind: 'text', spans: [`ran ${one.name}.`] }] });
    },
  }),
);
const isOurs = (id: string) => /^command-(?:try|quiet)/u.test(id);
const language: Language = {
  ...testWords,
  has: (id) => isOurs(id) || testWords.has(id),
  text: (id, args) => (isOurs(id) ? 'A test' : testWords.text(id, args)),
};

/** One account for each role, on each platform. */
const onDiscord = (role: Role) => `10000000000000000${ROLES.indexOf(role) + 1}`;
const onTelegram = (role: Role) => 9001 + ROLES.indexOf(role);
/** The group of each. */
const groupOf = (role: Role) => -1_000_000_000_000 - onTelegram(role);
const accounts = (role: Role) => [`discord:${onDiscord(role)}`, `telegram:${onTelegram(role)}`];
/** Entered as if they were people, which they are not: whoever writes in their name stays unknown. */
const entered = [...ROLES.map((role) => groupOf(role)), -1_001_234_567, 136_817_688].map((id) => `telegram:${id}`);
const parts = () => ({
  commands: probes,
  language,
  isPerson,
  owners: new Set([...accounts('owner'), ...entered]),
  moderators: createMemoryModerators([...accounts('moderator'), ...entered]),
});

let discord: RunningDiscord;
let telegram: RunningTelegram;
beforeAll(async () => {
  [discord, telegram] = await Promise.all([startDiscord({ chat: parts() }), startTelegram({ chat: parts() })]);
  await Promise.all([discord, telegram].map(({ log }) => log.says('Commands registered')));
});
afterAll(() => Promise.all([discord.stop(), telegram.stop()]));

/** What everybody with `role` is told there who gives the command; empty where nothing is said. */
type Ask = (name: string) => Promise<string>;

function discordPerson(role: Role, where: 'private' | 'server') {
  const { Administrator, ManageGuild, SendMessages, ViewChannel } = PermissionFlagsBits;
  const permissions = role === 'channel-admin' ? Administrator | ManageGuild : SendMessages | ViewChannel;
  const id = onDiscord(role);
  return discord.discord.user(where === 'private' ? { id, guildId: null } : { id, permissions });
}

async function discordMessage(role: Role, content: string): Promise<void> {
  const author = { id: onDiscord(role), username: 'reader', discriminator: '0', avatar: null };
  const plain = { id: '900000000000000009', channel_id: '200000000000000001', author, content, type: 0 };
  const empty = { mentions: [], mention_roles: [], attachments: [], embeds: [], tts: false, mention_everyone: false };
  const sent = { ...plain, ...empty, pinned: false, timestamp: '2026-11-22T12:00:00.000000+00:00' };
  const { gateway } = discord.discord;
  await gateway.dispatch('MESSAGE_CREATE', { ...sent, edited_timestamp: null }, 30_000);
  await gateway.dispatch('MESSAGE_UPDATE', { ...sent, edited_timestamp: sent.timestamp }, 30_000);
  const snapshot = { message: { ...sent, content } };
  await gateway.dispatch('MESSAGE_CREATE', { ...sent, content: '', message_snapshots: [snapshot] }, 30_000);
}

function telegramPerson(role: Role, chat: 'private' | 'supergroup') {
  const status = role === 'channel-admin' ? 'administrator' : 'member';
  const chatId = chat === 'private' ? onTelegram(role) : groupOf(role);
  return telegram.telegram.user({ id: onTelegram(role), chat, chatId, status });
}

let lastMessage = 70_000;
/** A message of the person, as `changes` make it; resolves with all that was answered until the bot had dealt with it. */
function telegramMessage(role: Role, chat: 'private' | 'supergroup', changes: Json = {}): Ask {
  const person = telegramPerson(role, chat);
  return async (name) => {
    const before = person.events().length;
    await telegram.telegram.pushUpdate('message', messageOf(person, chat, name, changes)).processed;
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

/** How a command is given in each place; prepared once for each role. */
const PLACES: Readonly<Record<Where, (role: Role) => Ask | Promise<Ask>>> = {
  'discord: private': (role) => async (name) => (await discordPerson(role, 'private').slash(name)).text,
  'discord: server': (role) => async (name) => (await discordPerson(role, 'server').slash(name)).text,
  async 'discord: a button under somebody else’s answer'(role) {
    const answer = await discord.discord.user().slash('about');
    const person = discordPerson(role, 'server');
    return async (name) => (await person.pressesCustomId(answer, `${name};0;`)).text;
  },
  'discord: messages, edited and forwarded ones': (role) => async (name) => {
    await discordMessage(role, `/${name}`);
    return '';
  },
  'telegram: private': (role) => telegramMessage(role, 'private'),
  'telegram: group': (role) => telegramMessage(role, 'supergroup'),
  async 'telegram: a button under somebody else’s answer'(role) {
    const person = telegramPerson(role, 'supergroup');
    const answer = await telegram.telegram.user({ chat: 'supergroup', chatId: person.chatId }).says('/about');
    return async (name) => {
      const { text, edited, toast } = await person.pressesData(answer, `${name};0;`);
      return edited ? text : (toast ?? '');
    };
  },
  'telegram: anonymous admin'(role) {
    const { chatId } = telegramPerson(role, 'supergroup');
    const sender = { id: chatId, type: 'supergroup', title: 'Newsroom' };
    return telegramMessage(role, 'supergroup', { from: anonymous, sender_chat: sender });
  },
  'telegram: in the name of another chat': (role) =>
    telegramMessage(role, 'supergroup', { from: { ...anonymous, id: 136_817_688 }, sender_chat: linked }),
  'telegram: forwarded in private': (role) => telegramMessage(role, 'private', forwarded),
  'telegram: forwarded in a group': (role) => telegramMessage(role, 'supergroup', forwarded),
  'telegram: by way of another bot': (role) => telegramMessage(role, 'private', anotherBot),
  'telegram: a link that somebody made': (role) => (name) => {
    const payload = Buffer.from(`+${name};0;`).toString('base64url');
    return telegramMessage(role, 'private')(`start ${payload}`);
  },
  'telegram: edited messages and a channel’s posts': (role) => async (name) => {
    const [own, group] = [telegramPerson(role, 'private'), telegramPerson(role, 'supergroup')];
    const edited = { edit_date: 2 };
    const { pushUpdate } = telegram.telegram;
    // These are not asked for; were they, they would be there before what is said last is answered.
    pushUpdate('edited_message', messageOf(own, 'private', name, edited));
    pushUpdate('edited_message', messageOf(group, 'supergroup', name, edited));
    pushUpdate('channel_post', messageOf({ id: 1, chatId: -1_001_234_567 }, 'channel', name, { sender_chat: linked }));
    return '';
  },
};

describe('a command does what it is for', { timeout: 120_000 }, () => {
  test.each(Object.entries(MATRIX))('%s', async (where, { allowed, ...rest }) => {
    const isWhere = (name: string): name is Where => Object.hasOwn(PLACES, name);
    if (!isWhere(where)) throw new Error(`${where} is not a place`);
    const asked = await Promise.all(ROLES.map(async (role) => ({ role, ask: await PLACES[where](role) })));
    ran.length = 0;
    const cells = await Promise.all(
      asked.map(async ({ role, ask }) => {
        const answers: { readonly cell: string; readonly name: string; readonly answer: string }[] = [];
        for (const { name } of probes) answers.push({ cell: `/${name} by ${role}`, name, answer: await ask(name) });
        return answers;
      }),
    );
    // Whatever is still under way is done before these are answered.
    await Promise.all([discord.discord.user().slash('about'), telegram.telegram.user().says('/about')]);
    const isOpen = 'isOpen' in rest;
    const wanted = ROLES.flatMap((role) =>
      probes
        .filter((one) => allowed[one.who].includes(role) && !(isOpen && one.isConfidential))
        .map(({ name }) => `/${name} by ${role}`),
    );
    const did = cells.flat().filter(({ name, answer }) => answer === `ran ${name}.`);
    expect(cells.flat()).toHaveLength(probes.length * ROLES.length);
    expect(did.map(({ cell }) => cell)).toEqual(wanted);
    // All others were refused, or got what whoever just talks to the bot gets: help, or nothing.
    const others = cells.flat().filter((one) => !did.includes(one));
    const refusal =
      /^\/\w+ is (?:not open to you here\.|for those who run this channel or group\.[^\n]*|answered only where nobody else reads along\.)|^ran help\.$|^$/u;
    expect(others.map(({ answer }) => answer).filter((answer) => !refusal.test(answer))).toEqual([]);
    // And nothing was done that nobody was told of.
    const helped = others.filter(({ answer }) => answer === 'ran help.');
    expect(ran).toHaveLength(did.length + helped.length + 2);
    expect([...discord.chat.bugs, ...telegram.chat.bugs]).toEqual([]);
  });

  test('terminal: whoever sits there has the files anyway, and may do everything', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    let text = '';
    output.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
    const openHistory = () => ({ lines: [], save: () => {} });
    const { signal } = new AbortController();
    const ended = connectTerminal({ input, output, chat: chatForTests(parts()), signal, openHistory });
    input.end(probes.map(({ name }) => `/${name}\n`).join(''));
    await ended;
    expect(text.trim().split(/\s*\n\s*/u)).toEqual(probes.map(({ name }) => `ran ${name}.`));
  });
});

test('what was tried of moderating commands is on record, refused or done, with who and where from', () => {
  const moderating = probes.filter(({ who }) => who === 'moderator' || who === 'owner').map(({ name }) => name);
  for (const { audits } of [discord.chat, telegram.chat]) {
    expect(new Set(audits.map(({ command: name }) => name))).toEqual(new Set(moderating));
    expect(new Set(audits.map(({ outcome }) => outcome))).toEqual(new Set(['done', 'refused']));
    const tried = audits.filter(({ outcome }) => outcome === 'refused').map(({ who }) => who);
    expect(tried).toEqual(expect.arrayContaining([expect.stringContaining(':')]));
    expect(audits.filter(({ from }) => !/^(?:discord|telegram):-?\d+$/u.test(from))).toEqual([]);
  }
});

test('suggestions are offered to whoever may give the command', async () => {
  const [owner, nobody] = [discordPerson('owner', 'server'), discordPerson('nobody', 'server')];
  const moderator = discordPerson('moderator', 'server');
  const offered = [{ name: 'a-draft', value: 'a-draft' }];
  expect(await owner.autocompletes('tryowner', 'draft', 'a')).toEqual(offered);
  expect(await moderator.autocompletes('trymoderator', 'draft', 'a')).toEqual(offered);
  expect(await moderator.autocompletes('tryowner', 'draft', 'a')).toEqual([]);
  expect(await nobody.autocompletes('trymoderator', 'draft', 'a')).toEqual([]);
});
