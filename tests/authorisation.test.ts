/** Who may do what where: every command × role × place, through the real SDKs. A new command needs no line here. */
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { connectTerminal } from '../src/adapters/terminal/connect.ts';
import { type AnyCommand, command } from '../src/core/chat/command.ts';
import type { Language } from '../src/core/reply/language.ts';
import { reply } from '../src/core/reply/reply.ts';
import { isPerson } from '../src/people.ts';
import { chatForTests, testWords } from './adapters/chat-for-tests.ts';
import { type RunningDiscord, startDiscord } from './adapters/discord/start-discord.ts';
import { type RunningTelegram, startTelegram } from './adapters/telegram/start-telegram.ts';
import { discordPerson, placesOnDiscord } from './authorisation/ask-on-discord.ts';
import { placesOnTelegram } from './authorisation/ask-on-telegram.ts';
import { type Ask, groupOf, onDiscord, onTelegram, ROLES, type Role } from './authorisation/roles.ts';
import { createMemoryModerators } from './core/chat/memory-moderators.ts';

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

/** Whom a command serves, by place. `isOpen`: others see every answer, so nothing confidential is answered. */
const MATRIX = {
  'discord: private': { allowed: inPrivate },
  'discord: server': { allowed: amongOthers },
  'discord: a button under somebody else’s answer': { allowed: amongOthers },
  'discord: messages, edited and forwarded ones': { allowed: unheard },
  'telegram: private': { allowed: inPrivate },
  'telegram: group': { allowed: amongOthers, isOpen: true },
  'telegram: a button under an answer whose asker is unknown': { allowed: amongOthers, isOpen: true },
  'telegram: a button under somebody else’s answer': { allowed: unheard, isOpen: true },
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
  // Everybody asks the same, and each is to be answered or refused.
  const everyQuestion = { sharedForMs: 0 };
  [discord, telegram] = await Promise.all([
    startDiscord({ chat: parts() }),
    startTelegram({ chat: parts(), ...everyQuestion }),
  ]);
  await Promise.all([discord, telegram].map(({ log }) => log.says('Commands registered')));
});
afterAll(() => Promise.all([discord.stop(), telegram.stop()]));

describe('a command does what it is for', { timeout: 120_000 }, () => {
  test.each(Object.entries(MATRIX))('%s', async (where, { allowed, ...rest }) => {
    const places: Readonly<Record<Where, (role: Role) => Ask | Promise<Ask>>> = {
      ...placesOnDiscord(discord.discord),
      ...placesOnTelegram(telegram.telegram),
    };
    const isWhere = (name: string): name is Where => Object.hasOwn(places, name);
    if (!isWhere(where)) throw new Error(`${where} is not a place`);
    const asked = await Promise.all(ROLES.map(async (role) => ({ role, ask: await places[where](role) })));
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
      /^\/\w+ (?:is not open to you here\.|is for those who run this channel or group\.[^\n]*|works only where nobody else can read the answer\.)|^I change this answer only for the person who asked\.[^\n]*$|^ran help\.$|^$/u;
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
  const [owner, nobody] = [
    discordPerson(discord.discord, 'owner', 'server'),
    discordPerson(discord.discord, 'nobody', 'server'),
  ];
  const moderator = discordPerson(discord.discord, 'moderator', 'server');
  const offered = [{ name: 'a-draft', value: 'a-draft' }];
  expect(await owner.autocompletes('tryowner', 'draft', 'a')).toEqual(offered);
  expect(await moderator.autocompletes('trymoderator', 'draft', 'a')).toEqual(offered);
  expect(await moderator.autocompletes('tryowner', 'draft', 'a')).toEqual([]);
  expect(await nobody.autocompletes('trymoderator', 'draft', 'a')).toEqual([]);
});
