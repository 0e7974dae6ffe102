/** Discord's rate limits as the fake enforces them, seen by the real REST client and by one that does not wait. */
import { REST } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type HeldClock, holdPlatformClock } from '../platform-clock.ts';
import { type FakeDiscord, type FakeDiscordOptions, startFakeDiscord } from './discord.ts';

let discord: FakeDiscord;
const start = async (options: FakeDiscordOptions): Promise<void> => {
  discord = await startFakeDiscord(options);
};
let clock: HeldClock;
beforeEach(() => {
  clock = holdPlatformClock();
});
afterEach(async () => {
  clock.release();
  await discord.stop();
});

/** A request as no well-behaved client makes it: it waits for nobody. */
const send = (channel: number, method: 'POST' | 'PATCH' = 'POST', id = ''): Promise<Response> =>
  fetch(`${discord.apiUrl}/v10/channels/20000000000000000${channel}/messages${id}`, {
    method,
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ content: 'hello', allowed_mentions: { parse: [] } }),
  });
const times = async (count: number, act: (at: number) => Promise<Response>): Promise<readonly Response[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => act(at)));
const statuses = (responses: readonly Response[]): readonly number[] =>
  responses.map(({ status }) => status).toSorted((one, next) => one - next);

test('off by default: no headers, no 429', async () => {
  await start({});
  const responses = await times(60, () => send(1));
  expect(new Set(statuses(responses))).toEqual(new Set([200]));
  expect(responses[0]?.headers.has('x-ratelimit-limit')).toBe(false);
  expect(discord.throttled()).toBe(0);
});

test('five messages in a channel in five seconds; another channel and edits are apart', async () => {
  await start({ limits: true });
  expect(statuses(await times(6, () => send(1)))).toEqual([200, 200, 200, 200, 200, 429]);
  const refused = await send(1);
  const remaining = Object.fromEntries(refused.headers);
  expect(remaining).toMatchObject({
    'x-ratelimit-limit': '5',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-scope': 'user',
    'x-ratelimit-bucket': expect.stringMatching(/^[0-9a-f]{32}$/u),
    'x-ratelimit-reset': expect.stringMatching(/^\d+\.\d{3}$/u),
    'retry-after': '5',
  });
  const body: unknown = await refused.json();
  expect(body).toEqual({ message: 'You are being rate limited.', retry_after: 5, global: false });
  expect((await send(2)).headers.get('x-ratelimit-remaining')).toBe('4');
  const [message] = discord.messagesIn('200000000000000001');
  const edited = await send(1, 'PATCH', `/${message?.messageId}`);
  expect([edited.status, edited.headers.get('x-ratelimit-remaining')]).toEqual([200, '4']);
  expect(discord.throttled()).toBe(2);
  expect(discord.answered(429)).toBe(2);
});

test('fifty requests a second over all channels, in any second; interactions are exempt', async () => {
  await start({ limits: { total: { count: 20, ms: 300 }, sends: { count: 100, ms: 1000 } } });
  const responses = await times(25, (at) => send(at % 9));
  expect(statuses(responses).slice(-6)).toEqual([200, 429, 429, 429, 429, 429]);
  const refused = responses.find(({ status }) => status === 429);
  expect(refused?.headers.get('x-ratelimit-global')).toBe('true');
  expect(refused?.headers.get('x-ratelimit-scope')).toBe('global');
  await expect(refused?.json()).resolves.toMatchObject({ global: true, retry_after: 0.3 });
  const callback = await fetch(`${discord.apiUrl}/v10/interactions/1/none/callback`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 6 }),
  });
  expect(callback.status).toBe(404);
  clock.forward(300);
  expect((await send(1)).status).toBe(200);
});

test('discord.js reads the headers and is never refused', async () => {
  // It waits in real time.
  clock.release();
  await start({ limits: { sends: { count: 3, ms: 200 } } });
  const rest = new REST({ api: discord.apiUrl }).setToken(discord.token);
  const body = { content: 'hello', allowed_mentions: { parse: [] } };
  await Promise.all(Array.from({ length: 8 }, () => rest.post('/channels/200000000000000001/messages', { body })));
  expect(discord.messagesIn('200000000000000001')).toHaveLength(8);
  expect(discord.throttled()).toBe(0);
});
