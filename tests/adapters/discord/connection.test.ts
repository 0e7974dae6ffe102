/** Coming to Discord and leaving it: wrong tokens, a platform that is down, cut connections, commands registered. */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { TokenRefused } from '../../../src/adapters/token-refused.ts';
import { command } from '../../../src/core/chat/command.ts';
import { startFakeDiscord } from '../../fakes/discord/discord.ts';
import { portOf } from '../../fakes/port-of.ts';
import { brokenCommand, testWords } from '../chat-for-tests.ts';
import { type RunningDiscord, startDiscord } from './start-discord.ts';

let bot: RunningDiscord;
afterEach(() => bot.stop());

const puts = ({ discord }: RunningDiscord) => discord.requests.filter(({ method }) => method === 'PUT');

test('a wrong token: one line that names the variable, and the token nowhere', async () => {
  const fake = await startFakeDiscord();
  bot = await startDiscord({ config: { token: 'not.the.token', apiUrl: fake.apiUrl } }, { fake });
  await expect(bot.ended).rejects.toBeInstanceOf(TokenRefused);
  await expect(bot.ended).rejects.toThrow(/^Discord refused DISCORD_TOKEN: [^\n]+$/u);
  expect(bot.log.lines.join('')).not.toContain('not.the.token');
});

test('a token that the gateway alone refuses', async () => {
  const fake = await startFakeDiscord();
  const gateway = { url: fake.apiUrl.replace('http', 'ws').replace('/api', '/gateway'), shards: 1 };
  const body = { ...gateway, session_start_limit: { total: 1, remaining: 1, reset_after: 0, max_concurrency: 1 } };
  fake.failNext(({ path }) => path.endsWith('/gateway/bot'), { status: 200, body });
  bot = await startDiscord({ config: { token: 'not.the.token', apiUrl: fake.apiUrl } }, { fake });
  await expect(bot.ended).rejects.toBeInstanceOf(TokenRefused);
});

test('down at the start: says when it tries again, does, and answers', async () => {
  const fake = await startFakeDiscord();
  await fake.down();
  bot = await startDiscord({}, { fake });
  await expect(bot.log.says('"attempt":2')).resolves.toMatch(/ECONNREFUSED.*trying again in 0\.0 s, at /u);
  await fake.up();
  await bot.log.says('Discord connected as');
  await bot.log.says('Commands registered');
  await expect(fake.user().slash('help')).resolves.toMatchObject({ ephemeral: false });
});

test('a gateway that does not come up: another try, and only one bot in the end', async () => {
  const fake = await startFakeDiscord();
  const nowhere = { url: 'ws://127.0.0.1:9', shards: 1 };
  const body = { ...nowhere, session_start_limit: { total: 1, remaining: 1, reset_after: 0, max_concurrency: 1 } };
  fake.failNext(({ path }) => path.endsWith('/gateway/bot'), { status: 200, body });
  const wasNowhere = () => fake.requests.some(({ path }) => path.endsWith('/gateway/bot'));
  bot = await startDiscord({ readyWithinMs: () => (wasNowhere() ? 60_000 : 300) }, { fake });
  await bot.log.says('was not ready within 300 ms');
  await bot.log.says('Commands registered');
  // Longer than the 500 ms after which an abandoned connection of @discordjs/ws would come back.
  await sleep(1200);
  expect(fake.gateway.connections).toHaveLength(1);
});

test('a connection that is cut is resumed', async () => {
  bot = await startDiscord();
  await bot.log.says('Commands registered');
  bot.discord.dropGateway();
  await bot.log.says('Discord is back');
  await expect(bot.discord.user().slash('help')).resolves.toMatchObject({ ephemeral: false });
  expect(bot.discord.gateway.connections.map(({ how }) => how)).toEqual(['identify', 'resume']);
});

test('down for longer: begins anew', async () => {
  bot = await startDiscord({ backWithinMs: 700 });
  await bot.log.says('Commands registered');
  await bot.discord.down();
  await bot.log.says('"attempt":2');
  await bot.discord.up();
  await bot.log.says('Commands are registered already');
  await expect(bot.discord.user().slash('help')).resolves.toMatchObject({ ephemeral: false });
  await sleep(1200);
  expect(bot.discord.gateway.connections).toHaveLength(2);
});

test('stopped while Discord is down', async () => {
  const fake = await startFakeDiscord();
  await fake.down();
  bot = await startDiscord({ backoff: () => 60_000 }, { fake });
  await bot.log.says('trying again');
  await fake.up();
  await bot.stop();
  await expect(bot.ended).resolves.toBeUndefined();
});

test.each([
  ['cuts connections', 100],
  ['is silent', undefined],
])(
  'a gateway that %s: left in the middle of connecting, it neither comes back nor ends the process',
  async (_, cutAfterMs) => {
    const sockets = new Set<Socket>();
    const gateway = createServer((socket) => {
      mend();
      sockets.add(socket.resume());
      socket.on('error', () => undefined);
      if (cutAfterMs !== undefined) setTimeout(() => socket.destroy(), cutAfterMs);
    });
    await once(gateway.listen(0, '127.0.0.1'), 'listening');
    const port = portOf(gateway);
    const fake = await startFakeDiscord();
    const limit = { total: 1, remaining: 1, reset_after: 0, max_concurrency: 1 };
    const body = { url: `ws://127.0.0.1:${port}`, shards: 1, session_start_limit: limit };
    // Until a login has come to it, which on a busy machine the first one may not.
    const mend = fake.failAlways(({ path }) => path.endsWith('/gateway/bot'), { status: 200, body });
    bot = await startDiscord({ readyWithinMs: () => (sockets.size === 0 ? 50 : 60_000) }, { fake });
    await bot.log.says('was not ready within 50 ms');
    await bot.log.says('Commands registered');
    await sleep(1200);
    expect(sockets.size).toBe(1);
    expect([...sockets].filter(({ destroyed }) => !destroyed)).toEqual([]);
    gateway.close();
  },
);

test('stopped while it is logging in: does not connect afterwards', async () => {
  const fake = await startFakeDiscord();
  bot = await startDiscord({}, { fake });
  while (fake.requests.length === 0) await setImmediate();
  await bot.leave();
  await sleep(700);
  expect(fake.gateway.connections).toEqual([]);
});

describe('registration', () => {
  test('global: what is open to anyone with all contexts and as a user install, once and not again', async () => {
    bot = await startDiscord();
    await bot.log.says('Commands registered');
    const open = commands.filter(({ who }) => who === 'anyone').map(({ name }) => name);
    expect(bot.discord.commands().map(({ name }) => name)).toEqual(commands.map(({ name }) => name));
    for (const registered of bot.discord.commands().filter(({ name }) => open.includes(String(name)))) {
      expect(registered).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
    }
    expect(bot.discord.commands()[1]).toMatchObject({
      name: 'casualties',
      options: [
        { name: 'incident', autocomplete: true },
        { name: 'who', autocomplete: true },
        { name: 'harm', choices: expect.arrayContaining([{ name: 'killed', value: 'killed' }]) },
        { name: 'claimant', autocomplete: true },
        { name: 'period', autocomplete: true },
        { name: 'id', autocomplete: true },
        { name: 'on', autocomplete: true },
        { name: 'known', autocomplete: true },
      ],
    });
    await bot.leave();
    bot = await startDiscord({ chat: { store: bot.chat.store } }, { fake: bot.discord });
    await bot.log.says('Commands are registered already');
    expect(puts(bot)).toHaveLength(1);
  });

  test('changed definitions are registered again; what is for admins in servers and in private', async () => {
    bot = await startDiscord();
    await bot.log.says('Commands registered');
    const settings = command({ ...brokenCommand, who: 'channel-admin' });
    const chat = { store: bot.chat.store, commands: [...commands, settings], language: testWords };
    await bot.leave();
    bot = await startDiscord({ chat }, { fake: bot.discord });
    await bot.log.says('Commands registered');
    expect(puts(bot)).toHaveLength(2);
    expect(bot.discord.commands().at(-1)).toMatchObject({
      contexts: [0, 1],
      integration_types: [0],
      default_member_permissions: '32',
    });
    const answer = await bot.discord.user().slash('broken');
    expect(answer.text).toContain('for those who run');
    const admin = bot.discord.user({ permissions: 16n });
    expect((await admin.slash('broken')).text).toContain('bug');
  });

  test('in one server, without what only global commands have', async () => {
    const fake = await startFakeDiscord();
    bot = await startDiscord({ config: { token: fake.token, apiUrl: fake.apiUrl, guildId: fake.guildId } }, { fake });
    await bot.log.says('Commands registered');
    expect(fake.commands(fake.guildId)).toHaveLength(commands.length);
    expect(fake.commands()).toHaveLength(0);
    expect(fake.commands(fake.guildId)[0]).not.toHaveProperty('contexts');
  });

  test('from all servers to one and back: what was registered before goes, so that nothing is there twice', async () => {
    bot = await startDiscord();
    await bot.log.says('Commands registered');
    const { discord: fake, chat } = bot;
    const config = { token: fake.token, apiUrl: fake.apiUrl };
    await bot.leave();
    bot = await startDiscord({ config: { ...config, guildId: fake.guildId }, chat: { store: chat.store } }, { fake });
    await bot.log.says('Commands registered');
    expect([fake.commands().length, fake.commands(fake.guildId).length]).toEqual([0, commands.length]);
    await bot.leave();
    bot = await startDiscord({ config, chat: { store: chat.store } }, { fake });
    await bot.log.says('Commands registered');
    expect([fake.commands().length, fake.commands(fake.guildId).length]).toEqual([commands.length, 0]);
  });

  test('a server that the bot is not in: says so, and answers elsewhere', async () => {
    const fake = await startFakeDiscord();
    const refusal = { status: 403, body: { code: 50_001, message: 'Missing Access' } };
    fake.failNext(({ method }) => method === 'PUT', refusal);
    bot = await startDiscord({ config: { token: fake.token, apiUrl: fake.apiUrl, guildId: fake.guildId } }, { fake });
    await bot.log.says('DISCORD_GUILD_ID');
    await expect(fake.user().slash('help')).resolves.toMatchObject({ ephemeral: false });
  });
});
