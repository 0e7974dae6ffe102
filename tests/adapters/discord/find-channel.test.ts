/** A channel that is picked elsewhere: who may speak for it is asked anew, and a refusal says what helps on Discord. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { command } from '../../../src/core/chat/command.ts';
import { targetChat } from '../../../src/core/chat/target-chat.ts';
import { reply } from '../../../src/core/reply/reply.ts';
import { discordFailures, toChannel } from '../../fakes/discord/failures.ts';
import { record, records } from '../../fakes/json.ts';
import { chatForTests, testWords } from '../chat-for-tests.ts';
import { type RunningDiscord, startDiscord } from './start-discord.ts';

const HERE = '200000000000000077';
const OTHER = '200000000000000088';
const bits = (...shifts: readonly number[]) => shifts.reduce((sum, shift) => sum | (1n << BigInt(shift)), 0n);
const [channels, server, view, send, embed, history, inThreads, pin] = [4, 5, 10, 11, 14, 16, 38, 51] as const;
const MEMBER = bits(view, send, embed, history);
const MANAGER = MEMBER | bits(server);

/** The chat that the option names, as a command sees it. */
const probe = command({
  name: 'probe',
  who: 'anyone',
  params: { channel: { kind: 'channel' } },
  async run({ channel }, context) {
    const { id, name, isPrivate, missingRights } = await targetChat(channel, context);
    const lacks = await missingRights?.(['send', 'pin', 'read-back']);
    return reply({ blocks: [{ kind: 'text', spans: [`${id} ${name} ${isPrivate} lacks ${lacks?.join(' ')}`] }] });
  },
});
const isOurs = (id: string) => /^(?:command|param)-(?:probe|channel)/u.test(id);
const language = {
  ...testWords,
  has: (id: string) => isOurs(id) || testWords.has(id),
  text: (id: string, ...args: never[]) => (isOurs(id) ? 'A test' : testWords.text(id, ...args)),
};

let bot: RunningDiscord;
let self: string;
beforeEach(async () => {
  bot = await startDiscord({ chat: { commands: [...chatForTests().commands, probe], language } });
  await bot.log.says('Commands registered');
  self = bot.discord.applicationId;
});
afterEach(() => bot.stop());

const plain = (text: string) => text.replaceAll(/\\(?=[^0-9A-Za-z\s])/gu, '');
const askedBy = async (permissions: bigint, id = '300000000000000003') => {
  const chat = bot.discord.user({ channelId: HERE, permissions, id });
  return plain((await chat.slash('probe', { channel: OTHER })).text);
};

test('is an option of channels, of text and of announcements', () => {
  const given = bot.discord.commands().flatMap((one) => records(one['options']).map((option) => record(option)));
  const some = given.filter(({ name }) => name === 'channel');
  expect(some.length).toBe(4);
  for (const option of some) expect(option).toMatchObject({ type: 7, channel_types: [0, 5], required: false });
});

describe('whoever manages it', () => {
  test.each([
    ['Manage Server', bits(server)],
    ['Manage Channels', bits(channels)],
    ['Administrator', bits(3)],
  ])('by %s', async (_name, permission) => {
    expect(await askedBy(MEMBER | permission)).toBe(`discord:${OTHER} #general false lacks pin`);
  });

  test('as its owner, or by the channel alone', async () => {
    bot.discord.owner('300000000000000003');
    expect(await askedBy(MEMBER)).toContain(`discord:${OTHER}`);
    bot.discord.owner('300000000000000004');
    const overwrites = [{ id: '300000000000000003', allow: bits(channels) }];
    bot.discord.channel(OTHER, { overwrites });
    expect(await askedBy(MEMBER)).toContain(`discord:${OTHER}`);
    expect(await askedBy(MEMBER, '300000000000000005')).toContain('you have neither there');
  });

  test('by private message too, with the name of the server', async () => {
    bot.discord.member('300000000000000003', MANAGER);
    const chat = bot.discord.user({ guildId: null, id: '300000000000000003' });
    expect(plain((await chat.slash('probe', { channel: OTHER })).text)).toContain('#general (Newsroom)');
  });
});

test('where the command is given in it, its name comes along, a thread’s too; a private chat has none', async () => {
  bot.discord.channel(HERE, { name: 'news' });
  const answered = async (more: object) => {
    const chat = bot.discord.user({ channelId: HERE, ...more });
    const { text } = await chat.slash('probe');
    return plain(text);
  };
  expect(await answered({})).toContain(`discord:${HERE} #news false`);
  expect(await answered({ channelKind: 'thread' })).toContain(`discord:${HERE} #news false`);
  expect(await answered({ guildId: null })).toContain(`discord:${HERE} undefined true`);
});

describe('nobody else', () => {
  const REFUSED = 'Only people with Manage Server or Manage Channels can do that in #general, and you have neither';

  test('is let in: not an ordinary member, not who manages another channel, not who left', async () => {
    expect(await askedBy(MEMBER)).toContain(REFUSED);
    bot.discord.channel(OTHER, { overwrites: [{ id: bot.discord.guildId, deny: bits(server, channels) }] });
    expect(await askedBy(MANAGER)).toContain(REFUSED);
    bot.discord.channel(OTHER, {
      overwrites: [
        { id: bot.discord.guildId, deny: bits(view) },
        { id: self, allow: bits(view) },
      ],
    });
    expect(await askedBy(MANAGER)).toContain(REFUSED);
    bot.discord.channel(OTHER, {});
    bot.discord.member('300000000000000003', null);
    const chat = bot.discord.user({ guildId: null, id: '300000000000000003' });
    expect(plain((await chat.slash('probe', { channel: OTHER })).text)).toContain('Only people with Manage Server');
  });
});

describe('what the bot lacks is named as Discord names it', () => {
  test('to see it', async () => {
    bot.discord.channel(OTHER, { noAccess: true });
    expect(await askedBy(MANAGER)).toBe(
      'I cannot see that channel. Please give my role View Channel, Send Messages and Embed Links there (Edit Channel → Permissions), and ask again.',
    );
  });

  test.each([
    ['to write', bits(send), 'Send Messages'],
    ['to embed', bits(embed), 'Embed Links'],
    ['both', bits(send, embed), 'Send Messages and Embed Links'],
    ['to see it, by the channel’s own rule', bits(view), 'View Channel, Send Messages and Embed Links'],
  ])('%s', async (_name, deny, names) => {
    bot.discord.channel(OTHER, { overwrites: [{ id: self, deny }] });
    const text = await askedBy(MANAGER);
    expect(text).toContain(`I may not post in #general yet. Please give my role ${names} there`);
    expect(text).not.toMatch(/@name|admin/u);
  });

  test('what it can do without is no refusal', async () => {
    bot.discord.member(self, MEMBER | bits(pin));
    expect(await askedBy(MANAGER)).toContain('lacks');
    bot.discord.channel(OTHER, { overwrites: [{ id: self, deny: bits(history) }] });
    expect(await askedBy(MANAGER)).toContain('lacks read-back');
  });

  test('of a thread those of its channel, and the right for threads', async () => {
    bot.discord.channel(OTHER, { kind: 'thread' });
    expect(await askedBy(MANAGER)).toContain('give my role Send Messages in Threads there');
    bot.discord.member(self, MEMBER | bits(inThreads));
    expect(await askedBy(MANAGER)).toContain(`discord:${OTHER} #general`);
    bot.discord.channel(`${OTHER.slice(0, -1)}0`, { overwrites: [{ id: self, deny: bits(embed) }] });
    expect(await askedBy(MANAGER)).toContain('give my role Embed Links there');
  });
});

test('what is no such channel', async () => {
  for (const state of [{ missing: true }, { kind: 'forum' }, { kind: 'direct' }] as const) {
    bot.discord.channel(OTHER, state);
    expect(await askedBy(MANAGER)).toContain('I find no such text or announcement channel');
  }
});

test('where Discord does not answer, that is an error with an id, and nobody is let in', async () => {
  bot.discord.failNext(toChannel(OTHER), discordFailures.internal);
  bot.discord.failNext(toChannel(OTHER), discordFailures.internal);
  bot.discord.failNext(toChannel(OTHER), discordFailures.internal);
  bot.discord.failNext(toChannel(OTHER), discordFailures.internal);
  expect(await askedBy(MANAGER)).toContain('bug-');
});
