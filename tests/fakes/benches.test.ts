/** The fakes where time and memory are counted, and outside of vitest. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { REST } from 'discord.js';
import { Api } from 'grammy';
import { expect, test } from 'vitest';
import { startFakeDiscord } from './discord/discord.ts';
import { startFakeTelegram } from './telegram/telegram.ts';

const run = promisify(execFile);

test('a plain node script can use them', async () => {
  const script = `
    import { startFakeDiscord } from './tests/fakes/discord/discord.ts';
    import { startFakeTelegram } from './tests/fakes/telegram/telegram.ts';
    const fakes = [await startFakeDiscord({ limits: true }), await startFakeTelegram({ keepRequests: false })];
    for (const fake of fakes) { await fetch(fake.apiUrl); fake.expectViolations(); await fake.stop(); }
    process.stdout.write('done');`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script]);
  expect(stdout).toBe('done');
  const files = readdirSync('tests/fakes', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/u.test(file),
  );
  expect(files.length).toBeGreaterThan(30);
  expect(files.filter((file) => readFileSync(`tests/fakes/${file}`, 'utf8').includes("'vitest'"))).toEqual([]);
});

test('what is not wanted is not kept; people can be talked as even so', async () => {
  const bench = { keepRequests: false, keepMessages: 2 } as const;
  const discord = await startFakeDiscord(bench);
  const rest = new REST({ api: discord.apiUrl }).setToken(discord.token);
  const body = { content: 'hello', allowed_mentions: { parse: [] } };
  for (let at = 0; at < 4; at += 1) await rest.post('/channels/200000000000000001/messages', { body });
  expect(discord.requests).toEqual([]);
  expect(discord.requestCount()).toBe(4);
  expect(discord.messagesIn('200000000000000001')).toHaveLength(2);
  await discord.stop();

  const telegram = await startFakeTelegram(bench);
  const api = new Api(telegram.token, { apiRoot: telegram.apiUrl });
  const plain = { link_preview_options: { is_disabled: true } };
  const person = telegram.user();
  for (let at = 0; at < 4; at += 1) await api.sendMessage(5, 'hello', plain);
  await api.sendMessage(person.chatId, 'hello', plain);
  await expect(person.hears()).resolves.toMatchObject({ text: 'hello' });
  expect([telegram.requests, telegram.calls]).toEqual([[], []]);
  expect(telegram.requestCount()).toBe(5);
  expect(telegram.messagesIn(5)).toHaveLength(2);
  await telegram.stop();
});

test('sampling: the first hundred of each route are checked, no more', async () => {
  const bench = { keepRequests: false, checks: 'first-100' } as const;
  const discord = await startFakeDiscord(bench);
  const telegram = await startFakeTelegram(bench);
  const post = (content: string): Promise<Response> =>
    fetch(`${discord.apiUrl}/v10/channels/200000000000000001/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content, allowed_mentions: { parse: [] } }),
    });
  const send = (text: string): Promise<Response> =>
    fetch(`${telegram.apiUrl}/bot${telegram.token}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chat_id: 5, text, link_preview_options: { is_disabled: true } }),
    });
  for (let at = 0; at < 99; at += 1) await Promise.all([post('right'), send('right')]);
  const [lastChecked, unchecked] = [await Promise.all([post(''), send('')]), await Promise.all([post(''), send('')])];
  expect(lastChecked.map(({ status }) => status)).toEqual([400, 400]);
  expect(unchecked.map(({ status }) => status)).toEqual([200, 200]);
  for (const fake of [discord, telegram]) {
    fake.expectViolations();
    await fake.stop();
  }
});
