/** A running Telegram bot against a fake Telegram, for tests: started, talked to, stopped. */
import { connectTelegram, type TelegramOptions } from '../../../src/adapters/telegram/connect.ts';
import type { Engine } from '../../../src/core/chat/run-command.ts';
import { type FakeTelegram, type FakeTelegramOptions, startFakeTelegram } from '../../fakes/telegram/telegram.ts';
import { answerLaneForTests } from '../answer-lane-for-tests.ts';
import { type ChatForTests, chatForTests } from '../chat-for-tests.ts';
import { type LogForTests, logForTests } from '../log-for-tests.ts';

export interface RunningTelegram {
  readonly telegram: FakeTelegram;
  readonly chat: ChatForTests;
  readonly log: LogForTests;
  /** Resolves or rejects as `connectTelegram` does. */
  readonly ended: Promise<void>;
  /** Stops the bot; the fake goes on. */
  readonly leave: () => Promise<void>;
  /** Stops the bot, then the fake, which complains of every breach that it saw. */
  readonly stop: () => Promise<void>;
}

/** `fake` is started already where a test prepared it. `changes` are for `connectTelegram`. */
export async function startTelegram(
  changes: Partial<Omit<TelegramOptions, 'chat'>> & { readonly chat?: Partial<Engine> } = {},
  { fake, ...fakeOptions }: FakeTelegramOptions & { readonly fake?: FakeTelegram } = {},
): Promise<RunningTelegram> {
  const telegram = fake ?? (await startFakeTelegram(fakeOptions));
  const chat = chatForTests(changes.chat);
  const log = logForTests();
  const stop = new AbortController();
  const { chat: _parts, ...options } = changes;
  const ended = connectTelegram({
    config: { token: telegram.token, apiUrl: telegram.apiUrl },
    log: log.log,
    signal: stop.signal,
    backoff: () => 20,
    lane: answerLaneForTests(),
    ...options,
    chat,
  });
  // A test that expects a rejection awaits `ended` itself.
  ended.catch(() => undefined);
  const leave = async () => {
    stop.abort();
    await ended.catch(() => undefined);
  };
  return {
    telegram,
    chat,
    log,
    ended,
    leave,
    async stop() {
      await leave();
      await telegram.stop();
    },
  };
}
