/** The messenger against a fake Telegram, for tests. */
import {
  createTelegramMessenger,
  type TelegramMessengerOptions,
} from '../../../../src/adapters/telegram/sending/messenger.ts';
import type { Messenger } from '../../../../src/core/ports/messenger.ts';
import { type FakeTelegram, startFakeTelegram } from '../../../fakes/telegram/telegram.ts';
import { type LogForTests, logForTests } from '../../log-for-tests.ts';

export interface StartedMessenger {
  readonly telegram: FakeTelegram;
  readonly messenger: Messenger;
  readonly log: LogForTests;
  /** As when the bot is stopped. */
  readonly abort: () => void;
}

/** Waits long for answers: tests of what does not answer take `timeoutSeconds` of their own. */
export async function startMessenger(changes: Partial<TelegramMessengerOptions> = {}): Promise<StartedMessenger> {
  const telegram = await startFakeTelegram();
  const stop = new AbortController();
  const log = logForTests();
  const messenger = createTelegramMessenger({
    config: { token: telegram.token, apiUrl: telegram.apiUrl },
    log: log.log,
    signal: stop.signal,
    timeoutSeconds: 30,
    ...changes,
  });
  return { telegram, messenger, log, abort: () => stop.abort() };
}
