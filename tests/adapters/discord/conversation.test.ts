/** Conversations on Discord: the real discord.js against the fake Discord, the real commands on the real dossier. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectDiscord } from '../../../src/adapters/discord/connect.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord.ts';
import { type ChatForTests, chatForTests } from '../chat-for-tests.ts';
import { type LogForTests, logForTests } from '../log-for-tests.ts';

let discord: FakeDiscord;
let chat: ChatForTests;
let log: LogForTests;
let stop: AbortController;
let running: Promise<void>;

beforeEach(async () => {
  discord = await startFakeDiscord();
  chat = chatForTests();
  log = logForTests();
  stop = new AbortController();
  running = connectDiscord({
    config: { token: discord.token, apiUrl: discord.apiUrl },
    chat,
    log: log.log,
    signal: stop.signal,
  });
  await log.says('Commands registered');
});

afterEach(async () => {
  stop.abort();
  await running;
  await discord.stop();
});

describe('questions', () => {
  test.each(['ceasefire', 'casualties', 'quotes', 'help', 'about'])('/%s', async (name) => {
    const answer = await discord.user().slash(name);
    expect(answer).toMatchObject({ ephemeral: false, deferred: false });
    expect(answer.text).toMatchSnapshot();
  });
});
