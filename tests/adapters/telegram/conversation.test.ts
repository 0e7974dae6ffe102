/** Conversations on Telegram: the real telegram.js against the fake Telegram, the real commands on the real dossier. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectTelegram } from '../../../src/adapters/telegram/connect.ts';
import { type FakeTelegram, startFakeTelegram } from '../../fakes/telegram.ts';
import { type ChatForTests, chatForTests } from '../chat-for-tests.ts';
import { type LogForTests, logForTests } from '../log-for-tests.ts';

let telegram: FakeTelegram;
let chat: ChatForTests;
let log: LogForTests;
let stop: AbortController;
let running: Promise<void>;

beforeEach(async () => {
  telegram = await startFakeTelegram();
  chat = chatForTests();
  log = logForTests();
  stop = new AbortController();
  running = connectTelegram({
    config: { token: telegram.token, apiUrl: telegram.apiUrl },
    chat,
    log: log.log,
    signal: stop.signal,
  });
  await log.says('Commands registered');
});

afterEach(async () => {
  stop.abort();
  await running;
  await telegram.stop();
});

describe('questions', () => {
  test.each(['ceasefire', 'casualties', 'quotes', 'help', 'about'])('/%s', async (name) => {
    const answer = await telegram.user().says('/' + name);
    expect(answer.text).toMatchSnapshot();
  });
});
