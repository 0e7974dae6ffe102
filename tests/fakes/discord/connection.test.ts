/** The fake Discord when things go wrong: wrong tokens, refused connections, lost gateways, late answers, silent bots. */
import { once } from 'node:events';
import { Client } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeDiscord, startFakeDiscord } from './discord.ts';

let discord: FakeDiscord;
let client: Client;
let failures: unknown[];

/** Without the five seconds that discord.js leaves between two IDENTIFYs. */
const atOnce = { waitForIdentify: () => Promise.resolve() };

const createClient = ({ apiUrl }: FakeDiscord): Client => {
  const created = new Client({
    intents: [],
    rest: { api: apiUrl, retries: 0, timeout: 30_000 },
    ws: { buildIdentifyThrottler: () => Promise.resolve(atOnce) },
    allowedMentions: { parse: [] },
  });
  return created.on('error', () => undefined);
};

beforeEach(async () => {
  failures = [];
  discord = await startFakeDiscord();
  client = createClient(discord);
});

afterEach(async () => {
  await client.destroy();
  await discord.stop();
});

function startBot(): Promise<string> {
  client.on('interactionCreate', (interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply('here I am');
  });
  return client.login(discord.token);
}

test('a wrong token: no REST, no gateway', async () => {
  await expect(client.login('another.token')).rejects.toMatchObject({ code: 'TokenInvalid' });
  const socket = new WebSocket(`${discord.apiUrl.replace('http', 'ws').replace('/api', '')}/gateway`);
  socket.addEventListener('message', () =>
    socket.send(JSON.stringify({ op: 2, d: { token: 'another.token', intents: 0, properties: {} } })),
  );
  const closed = Promise.withResolvers<number>();
  socket.addEventListener('close', ({ code }) => closed.resolve(code));
  await expect(closed.promise).resolves.toBe(4004);
});

test('down: connections are refused; up again on the same address', async () => {
  await discord.down();
  await expect(client.login(discord.token)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await discord.up();
  await startBot();
  await expect(discord.user().slash('quotes')).resolves.toMatchObject({ ephemeral: false });
});

test('a dropped gateway is resumed, and what was asked meanwhile still arrives', async () => {
  await startBot();
  discord.dropGateway();
  await expect(discord.user().slash('quotes')).resolves.toMatchObject({ ephemeral: false });
  expect(discord.gateway.connections.map(({ how }) => how)).toEqual(['identify', 'resume']);
});

test('a forgotten session is identified anew', async () => {
  await startBot();
  discord.gateway.forgetSessions();
  const resumed = once(client, 'shardReady');
  discord.dropGateway(4000);
  await resumed;
  expect(discord.gateway.connections.map(({ how }) => how)).toEqual(['identify', 'identify']);
});

test('an answer after the window is lost, and the asker is told why', async () => {
  const hasty = await startFakeDiscord({ ackWindowMs: 20 });
  const bot = createClient(hasty);
  bot.on('interactionCreate', (interaction) => {
    const late = (): void => {
      if (interaction.isRepliable()) interaction.reply('late').catch((error: unknown) => failures.push(error));
    };
    setTimeout(late, 40);
  });
  await bot.login(hasty.token);
  await expect(hasty.user().slash('quotes')).rejects.toThrow('over the 20 ms allowed (10062)');
  await expect.poll(() => failures).toMatchObject([{ status: 404, code: 10062 }]);
  await bot.destroy();
  await hasty.stop();
});

test('a second answer to the same interaction is refused', async () => {
  const second = Promise.withResolvers<unknown>();
  client.on('interactionCreate', (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const body = { type: 4, data: { content: 'twice', allowed_mentions: { parse: [] } } };
    const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
    void interaction.reply('once').then(() => client.rest.post(path, { body }).catch(second.resolve));
  });
  await client.login(discord.token);
  await discord.user().slash('quotes');
  await expect(second.promise).resolves.toMatchObject({ status: 400, code: 40060 });
});

test('a scripted fault, once', async () => {
  await client.login(discord.token);
  discord.failNext(({ path }) => path.endsWith('/messages'), {
    status: 403,
    body: { code: 50013, message: 'Missing Permissions' },
  });
  const post = (): Promise<unknown> =>
    client.rest.post('/channels/200000000000000009/messages', {
      body: { content: 'hello', allowed_mentions: { parse: [] } },
    });
  await expect(post()).rejects.toMatchObject({ status: 403, code: 50013 });
  await expect(post()).resolves.toMatchObject({ content: 'hello' });
});

test('a bot that is silent: the error names what was waited for', async () => {
  const impatient = await startFakeDiscord({ timeoutMs: 50 });
  const bot = createClient(impatient);
  await bot.login(impatient.token);
  await expect(impatient.user().slash('quotes', { speaker: 'asif' })).rejects.toThrow(
    /50 ms for the answer to \/quotes \{"speaker":"asif"\}.*never acknowledged/u,
  );
  await bot.destroy();
  await impatient.stop();
});
