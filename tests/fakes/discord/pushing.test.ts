/** What pushing needs of the fake Discord: nonces, reading back, pins, direct channels, channels that refuse. */
import { Client, DiscordAPIError, Events, REST, SnowflakeUtil } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Json, record, records } from '../json.ts';
import { platformNow } from '../platform-clock.ts';
import type { DiscordChannelState } from './channels.ts';
import { type FakeDiscord, type FakeDiscordOptions, startFakeDiscord } from './discord.ts';
import { discordFailures, toChannel } from './failures.ts';

let discord: FakeDiscord;
let rest: REST;

async function start(options: FakeDiscordOptions = {}): Promise<void> {
  discord = await startFakeDiscord(options);
  rest = clientOf();
}
function clientOf(timeout = 30_000): REST {
  return new REST({ api: discord.apiUrl, retries: 0, timeout }).setToken(discord.token);
}
beforeEach(() => start());
afterEach(() => discord.stop());

const channel = '200000000000000009';
const other = '200000000000000010';
const quiet = { allowed_mentions: { parse: [] } };

const post = (content: string, over: object = {}, to = channel): Promise<unknown> =>
  rest.post(`/channels/${to}/messages`, { body: { content, ...quiet, ...over } });
const edit = (id: string, content: string): Promise<unknown> =>
  rest.patch(`/channels/${channel}/messages/${id}`, { body: { content, ...quiet } });
const pin = (id: string): Promise<unknown> => rest.put(`/channels/${channel}/messages/pins/${id}`);
const read = async (query: Readonly<Record<string, string>> = {}): Promise<readonly Json[]> =>
  records(await rest.get(`/channels/${channel}/messages`, { query: new URLSearchParams(query) }));
const ids = (to = channel): readonly string[] => discord.messagesIn(to).map(({ messageId }) => messageId);
const first = (): string => ids()[0] ?? '';
const codeOf = async (call: Promise<unknown>): Promise<number | string> => {
  const error: unknown = await call.then(
    () => 'done',
    (thrown: unknown) => thrown,
  );
  return error instanceof DiscordAPIError ? error.code : String(error);
};

describe('nonces', () => {
  const once = { nonce: 'abc', enforce_nonce: true };

  test('the first message is returned, whatever the second one says and wherever it goes', async () => {
    const sent = await post('one', once);
    await expect(post('two', once)).resolves.toEqual(sent);
    await expect(post('three', once, other)).resolves.toEqual(sent);
    await post('four', { nonce: 'abc' });
    expect(discord.messagesIn(channel).map(({ text }) => text)).toEqual(['one', 'four']);
    expect(discord.messagesIn(other)).toEqual([]);
  });

  test('a send that was cut off after it was processed is not doubled by another try', async () => {
    discord.failNext(toChannel(channel, 'POST'), 'cut-after');
    await expect(post('one', once)).rejects.toThrow('other side closed');
    await post('one', once);
    discord.failNext(toChannel(channel, 'POST'), 'hang-after');
    rest = clientOf(500);
    await expect(post('two', { nonce: 'd', enforce_nonce: true })).rejects.toThrow('aborted');
    expect(discord.messagesIn(channel)).toHaveLength(2);
  });

  test('forgotten after the window', async () => {
    await discord.stop();
    await start({ nonceWindowMs: 20 });
    await post('one', once);
    await new Promise((resolve) => void setTimeout(resolve, 40));
    await post('one', once);
    expect(discord.messagesIn(channel)).toHaveLength(2);
  });

  test('of a message that somebody deleted: 10008, and so are edits', async () => {
    await post('one', once);
    discord.deletes(channel, first());
    expect(await codeOf(post('one', once))).toBe(10008);
    expect(await codeOf(edit(first(), 'two'))).toBe(10008);
    expect(discord.messagesIn(channel)).toMatchObject([{ text: 'one', deleted: true, edits: 0 }]);
    expect(() => discord.deletes(channel, first())).toThrow('there is no message');
  });
});

describe('reading back', () => {
  test('after, before, around; newest first; without ephemeral ones; people in between', async () => {
    for (const content of ['one', 'two', 'three', 'four', 'five']) await post(content);
    const [, two = '', three = ''] = ids();
    const texts = async (query: Readonly<Record<string, string>>): Promise<readonly unknown[]> =>
      (await read(query)).map(({ content }) => content);
    expect(await texts({})).toEqual(['five', 'four', 'three', 'two', 'one']);
    expect(await texts({ limit: '2' })).toEqual(['five', 'four']);
    expect(await texts({ after: two, limit: '2' })).toEqual(['four', 'three']);
    expect(await texts({ after: String(SnowflakeUtil.generate({ timestamp: platformNow() - 5000 })) })).toHaveLength(5);
    expect(await texts({ before: three, limit: '1' })).toEqual(['two']);
    expect(await texts({ around: three, limit: '3' })).toEqual(['four', 'three', 'two']);
    discord.someoneWrites(channel, 120);
    const newest = await read({ limit: '100' });
    expect(newest).toHaveLength(100);
    expect(newest[0]).toMatchObject({ content: '', author: { bot: false } });
    expect(discord.messagesIn(channel)).toHaveLength(5);
  });

  test('a limit over 100 and two anchors are refused', async () => {
    discord.expectViolations();
    expect(await codeOf(read({ limit: '101' }))).toBe(50035);
    expect(await codeOf(read({ after: '1', before: '2' }))).toBe(50035);
    expect(discord.violations.map(({ rule }) => rule)).toEqual(['messageQuery', 'messageQuery']);
  });

  test('own buttons are in it', async () => {
    const components = [{ type: 1, components: [{ type: 2, style: 1, label: 'Next', custom_id: 'n!key' }] }];
    await post('one', { components });
    expect(await read()).toMatchObject([{ components }]);
    await expect(rest.get(`/channels/${channel}/messages/${first()}`)).resolves.toMatchObject({ content: 'one' });
  });
});

test('pins, by both routes; the notice of it is among the messages, but no post', async () => {
  await post('board');
  await pin(first());
  await rest.put(`/channels/${channel}/pins/${first()}`);
  expect(discord.messagesIn(channel)).toMatchObject([{ text: 'board', pinned: true, edits: 0 }]);
  expect((await read()).map(({ type }) => type)).toEqual([6, 0]);
  expect(await codeOf(pin('900000000000000009'))).toBe(10008);
  await rest.delete(`/channels/${channel}/messages/pins/${first()}`);
  expect(discord.messagesIn(channel)).toMatchObject([{ pinned: false }]);
});

test('a direct channel: the same each time, and closed by its person', async () => {
  const open = (): Promise<unknown> =>
    rest.post('/users/@me/channels', { body: { recipient_id: '300000000000000001' } });
  const id = discord.direct('300000000000000001');
  await expect(open()).resolves.toMatchObject({ id, type: 1 });
  await expect(open()).resolves.toMatchObject({ id });
  await post('a notice', {}, id);
  expect(discord.allPosts()).toMatchObject([{ channelId: id, text: 'a notice' }]);
  discord.channel(id, { kind: 'direct', closedDirect: true });
  expect(await codeOf(post('another', {}, id))).toBe(50007);
});

describe('channels where something is wrong', () => {
  const done = 'done';
  test.each<readonly [state: DiscordChannelState, look: unknown, send: unknown, edit: unknown, pin: unknown]>([
    [{ missing: true }, 10003, 10003, 10003, 10003],
    [{ noAccess: true }, 50001, 50001, 50001, 50001],
    [{ noSend: true }, done, 50013, done, done],
    [{ noPin: true }, done, done, done, 50013],
    [{ archivedThread: true }, done, 50083, 50083, 50083],
    [{ lockedThread: true }, done, 160005, 160005, 160005],
    [{ kind: 'forum' }, done, 50008, done, done],
    [{}, done, done, done, done],
  ])('%j', async (state, ...expected) => {
    await post('before');
    discord.channel(channel, state);
    const look = await codeOf(rest.get(`/channels/${channel}`));
    expect([look, await codeOf(post('x')), await codeOf(edit(first(), 'y')), await codeOf(pin(first()))]).toEqual(
      expected,
    );
    discord.channel(channel, {});
    expect(await codeOf(post('again'))).toBe(done);
  });

  test('no history: an empty list, as where nothing was written, and 50013 for one message', async () => {
    await post('before');
    discord.channel(channel, { noHistory: true });
    expect(await read()).toEqual([]);
    expect(await codeOf(rest.get(`/channels/${channel}/messages/${first()}`))).toBe(50013);
  });

  const fixed = Object.entries(discordFailures).filter(([name]) => name !== 'tooManyRequests');
  test.each([...fixed, ['tooManyRequests', discordFailures.tooManyRequests({ seconds: 1.5 })] as const])(
    '%s, scripted for one channel until it is undone',
    async (_name, fault) => {
      if (typeof fault === 'function') throw new Error('not reached');
      const undo = discord.failAlways(toChannel(channel), fault);
      const answer = await fetch(`${discord.apiUrl}/v10/channels/${channel}/messages`);
      expect(answer.status).toBe(fault.status);
      const isPage = 'page' in fault;
      const isRateLimit = fault.status === 429;
      const code = record('body' in fault ? fault.body : {})['code'];
      rest.options.rejectOnRateLimit = () => true;
      const error: unknown = await post('x').catch((thrown: unknown) => thrown);
      const told = isPage || fault.status >= 500 ? { status: fault.status } : { status: fault.status, code };
      expect(error).toMatchObject(isRateLimit ? { name: 'RateLimitError[/channels/:id/messages]' } : told);
      undo();
      // discord.js forgets a token that was refused.
      rest.setToken(discord.token);
      await post('x', {}, other);
      expect(discord.allPosts().map(({ channelId }) => channelId)).toEqual([other]);
    },
  );
});

test('3,000 channels that nobody set up, and the archive of them', async () => {
  rest.options.globalRequestsPerSecond = Number.MAX_SAFE_INTEGER;
  const channels = Array.from({ length: 3000 }, (_, index) => String(200000000000100000n + BigInt(index)));
  for (let at = 0; at < channels.length; at += 50)
    await Promise.all(channels.slice(at, at + 50).map((id) => post(`for ${id}`, {}, id)));
  expect(new Set(discord.allPosts().map(({ channelId }) => channelId)).size).toBe(3000);
});

test('a person in a thread; the answer is no post of the bot’s own', async () => {
  const client = new Client({ intents: [], rest: { api: discord.apiUrl }, allowedMentions: { parse: [] } });
  const packets: unknown[] = [];
  client.on(Events.Raw, (packet: unknown) => packets.push(packet));
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand())
      void interaction.reply(String(interaction.appPermissions.has('SendMessagesInThreads')));
  });
  await client.login(discord.token);
  const person = discord.user({ channelKind: 'thread', channelId: channel, appPermissions: 1n << 38n });
  await person.slash('subscribe', { schedule: 'daily' });
  expect(packets.at(-1)).toMatchObject({ d: { channel: { type: 11, thread_metadata: { archived: false } } } });
  expect(discord.messagesIn(channel)).toMatchObject([{ text: 'true', isAnswer: true }]);
  expect(discord.allPosts()).toEqual([]);
  await client.destroy();
});
