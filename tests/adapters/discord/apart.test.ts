/** Presses on pushed messages, whose answers stand apart; and the rights of askers and of the bot. */

import { afterEach, describe, expect, test } from 'vitest';
import { createDiscordMessenger } from '../../../src/adapters/discord/sending/messenger.ts';
import type { Right, Role } from '../../../src/core/chat/asker.ts';
import type { AnyCommand } from '../../../src/core/chat/command.ts';
import { command } from '../../../src/core/chat/command.ts';
import { pageOf } from '../../../src/core/reply/page.ts';
import { reply } from '../../../src/core/reply/reply.ts';
import { keyOf } from '../../contracts/messenger.ts';
import type { DiscordChat } from '../../fakes/discord/chat.ts';
import { chatForTests, slowCommand, testWords } from '../chat-for-tests.ts';
import { type RunningDiscord, startDiscord } from './start-discord.ts';

let bot: RunningDiscord;
afterEach(() => bot.stop());

const CHANNEL = '200000000000000055';

/** A message pushed to the channel, as a person finds it there, with one button of these data. */
async function pushed(data: string) {
  const toSend = pageOf({
    blocks: [{ kind: 'text', spans: ['What was pushed'] }],
    buttons: [[{ label: 'More', data }]],
  });
  const { discord, log } = bot;
  const messenger = createDiscordMessenger({
    config: { token: discord.token, apiUrl: discord.apiUrl },
    log: log.log,
    signal: new AbortController().signal,
  });
  expect(await messenger.send(`discord:${CHANNEL}`, toSend, keyOf('pushed'))).toMatchObject({ kind: 'sent' });
  const [message] = discord.messagesIn(CHANNEL);
  if (message === undefined) throw new Error('nothing was sent');
  const press = (chat: DiscordChat) =>
    chat.presses({ ...message, menus: [], ephemeral: false, deferred: false, interactionId: '', ackMs: 0 }, 'More');
  return { press, now: () => discord.messagesIn(CHANNEL)[0]?.text };
}

describe('a press on a pushed message', () => {
  test('is answered to whoever pressed alone; the message stays, and the answer turns its own pages', async () => {
    bot = await startDiscord();
    await bot.log.says('Commands registered');
    const message = await pushed('+changes;0;since=2025-10-01');
    const chat = bot.discord.user({ channelId: CHANNEL });
    const answer = await message.press(chat);
    expect(answer).toMatchObject({ ephemeral: true, deferred: false });
    const all = await chat.presses(answer, 'All changes (421)');
    expect(all.text).toContain('Page 1 of');
    const next = await chat.presses(all, 'Next ›');
    expect(next.messageId).toBe(answer.messageId);
    expect(next.text).toContain('Page 2 of');
    expect(message.now()).toBe('What was pushed');
  });

  test('by two people: two answers', async () => {
    bot = await startDiscord();
    await bot.log.says('Commands registered');
    const message = await pushed('+about;0;');
    const answers = [await message.press(bot.discord.user()), await message.press(bot.discord.user())];
    expect(new Set(answers.map(({ messageId }) => messageId)).size).toBe(2);
  });

  test('answered slowly: the waiting sign too is for the asker alone', async () => {
    const { slow, goOn } = slowCommand();
    bot = await startDiscord({ chat: { commands: [slow], language: testWords }, deferAfterMs: 30 });
    await bot.log.says('Commands registered');
    const message = await pushed('+slow;0;');
    const answer = message.press(bot.discord.user({ channelId: CHANNEL }));
    const deferral = ({ path, body }: { path: string; body: unknown }) =>
      path.endsWith('/callback') && JSON.stringify(body).includes('"type":5');
    await expect.poll(() => bot.discord.requests.find(deferral)?.body).toMatchObject({ data: { flags: 64 } });
    goOn();
    await expect(answer).resolves.toMatchObject({ text: 'late news', deferred: true, ephemeral: true });
    expect(message.now()).toBe('What was pushed');
    expect(bot.discord.requests.some(({ method }) => method === 'DELETE')).toBe(false);
  });

  test('that is refused is told the asker alone', async () => {
    const { slow, goOn } = slowCommand();
    const admins = { ...slow, who: 'moderator' as const };
    bot = await startDiscord({ chat: { commands: [admins], language: testWords } });
    await bot.log.says('Commands registered');
    goOn();
    const message = await pushed('+slow;0;');
    const answer = await message.press(bot.discord.user());
    expect(answer).toMatchObject({ ephemeral: true });
    expect(message.now()).toBe('What was pushed');
  });
});

/** Says who asks and what is lacking: for `rights`, in the order of the command's words. */
function probe(rights: readonly Right[] = ['send', 'pin', 'read-back']): AnyCommand {
  return command({
    name: 'slow',
    who: 'anyone',
    params: {},
    async run(_args, { asker, place }) {
      const roles: readonly Role[] = [...asker.roles];
      const lacks = place.missingRights ? (await place.missingRights(rights)).join(' ') || 'nothing' : 'never';
      const words = `roles: ${roles.join(' ') || 'none'}; lacks: ${lacks}; private: ${place.isPrivate}`;
      return reply({ blocks: [{ kind: 'text', spans: [{ kind: 'quote', text: words }] }] });
    },
  });
}

const bits = (...shifts: readonly number[]) => shifts.reduce((sum, shift) => sum | (1n << BigInt(shift)), 0n);
const [view, send, embed, history, inThreads, pin, manage] = [10, 11, 14, 16, 38, 51, 13] as const;

describe('rights', () => {
  test.each([
    ['all of them', bits(view, send, embed, history, pin), 'text', 'nothing'],
    ['an administrator', bits(3), 'text', 'nothing'],
    ['only seeing it', bits(view), 'text', 'send pin read\\-back'],
    ['not seeing it', bits(send, embed, history, pin), 'text', 'send pin read\\-back'],
    ['no embeds', bits(view, send, history, pin), 'text', 'send'],
    ['managing messages is not pinning', bits(view, send, embed, history, manage), 'text', 'pin'],
    ['no history', bits(view, send, embed, pin), 'text', 'read\\-back'],
    ['a thread, and the right for channels', bits(view, send, embed, history, pin), 'thread', 'send'],
    ['a thread, and the right for threads', bits(view, inThreads, embed, history, pin), 'thread', 'nothing'],
    ['a channel, and the right for threads', bits(view, inThreads, embed, history, pin), 'text', 'send'],
    ['a forum', bits(view, send, inThreads, embed, history, pin), 'forum', 'send'],
  ] as const)('of the bot: %s', async (_name, appPermissions, kind, lacks) => {
    bot = await startDiscord({ chat: { commands: [probe()], language: testWords } });
    await bot.log.says('Commands registered');
    bot.discord.channel(CHANNEL, { kind });
    const answer = await bot.discord.user({ channelId: CHANNEL, appPermissions }).slash('slow');
    expect(answer.text).toContain(`lacks: ${lacks}; private: false`);
  });

  test('of the bot in a channel that it cannot see: it is in the server only to answer', async () => {
    bot = await startDiscord({ chat: { commands: [probe(['send'])], language: testWords } });
    await bot.log.says('Commands registered');
    bot.discord.channel(CHANNEL, { noAccess: true });
    const answer = await bot.discord
      .user({ channelId: CHANNEL, appPermissions: bits(view, send, embed) })
      .slash('slow');
    expect(answer.text).toContain('lacks: send;');
  });

  test.each([
    ['an ordinary member', 0n, 'none'],
    ['Manage Server', bits(5), 'channel\\-admin'],
    ['Manage Channels', bits(4), 'channel\\-admin'],
    ['Administrator', bits(3), 'channel\\-admin'],
  ])('of the asker: %s', async (_name, permissions, roles) => {
    bot = await startDiscord({ chat: { commands: [probe([])], language: testWords } });
    await bot.log.says('Commands registered');
    const answer = await bot.discord.user({ permissions }).slash('slow');
    expect(answer.text).toContain(`roles: ${roles};`);
  });

  test('in direct messages everybody is their own admin, and the bot can lack nothing', async () => {
    bot = await startDiscord({ chat: { commands: [probe()], language: testWords } });
    await bot.log.says('Commands registered');
    const answer = await bot.discord.user({ guildId: null }).slash('slow');
    expect(answer.text).toContain('roles: channel\\-admin; lacks: never; private: true');
  });
});

describe('registration', () => {
  const settings = command({
    name: 'slow',
    who: 'channel-admin',
    params: { schedule: { kind: 'text', offered: ['daily', 'weekly', 'x'.repeat(101)] }, rest: { kind: 'text' } },
    run: () => reply({ blocks: [{ kind: 'text', spans: ['set'] }] }),
  });
  const words = {
    ...testWords,
    has: () => true,
    text: (id: string, args?: Parameters<typeof testWords.text>[1]) =>
      testWords.has(id) ? testWords.text(id, args) : 'A word',
  };

  test('what is for admins can be given in servers and in direct messages with the bot; texts with examples offer them', async () => {
    bot = await startDiscord({ chat: { ...chatForTests(), commands: [settings], language: words } });
    await bot.log.says('Commands registered');
    expect(bot.discord.commands()).toMatchObject([
      {
        contexts: [0, 1],
        integration_types: [0],
        default_member_permissions: '32',
        options: [{ name: 'schedule', autocomplete: true }, { name: 'rest' }],
      },
    ]);
    expect(bot.discord.commands()[0]?.['options']).toMatchObject([
      {},
      expect.not.objectContaining({ autocomplete: true }),
    ]);
    const admin = bot.discord.user({ guildId: null });
    expect(await admin.autocompletes('slow', 'schedule', 'd')).toContainEqual({ name: 'daily', value: 'daily' });
    expect(await admin.autocompletes('slow', 'schedule', 'xxx')).toEqual([]);
    expect((await admin.slash('slow', { schedule: '*/15 * * * *' })).text).toBe('set');
  });
});
