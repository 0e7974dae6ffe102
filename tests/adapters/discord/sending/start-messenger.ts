/** A Discord messenger against a fake Discord, for tests. */
import {
  createDiscordMessenger,
  type DiscordMessengerOptions,
} from '../../../../src/adapters/discord/sending/messenger.ts';
import type { Messenger } from '../../../../src/core/ports/messenger.ts';
import { type FakeDiscord, type FakeDiscordOptions, startFakeDiscord } from '../../../fakes/discord/discord.ts';
import { type LogForTests, logForTests } from '../../log-for-tests.ts';

/** A text channel of the fake, as every id is. */
export const CHANNEL = '200000000000000077';
export const PLACE = `discord:${CHANNEL}`;

export interface StartedMessenger {
  readonly discord: FakeDiscord;
  readonly messenger: Messenger;
  readonly log: LogForTests;
  readonly abort: () => void;
}

/** Waits long for answers: tests of what does not answer take a `timeoutMs` of their own. */
export async function startMessenger(
  changes: Partial<DiscordMessengerOptions> = {},
  options: FakeDiscordOptions = {},
): Promise<StartedMessenger> {
  const discord = await startFakeDiscord(options);
  const log = logForTests();
  const stop = new AbortController();
  const config = { token: discord.token, apiUrl: discord.apiUrl };
  const messenger = createDiscordMessenger({
    config,
    log: log.log,
    signal: stop.signal,
    timeoutMs: 30_000,
    ...changes,
  });
  return { discord, messenger, log, abort: () => stop.abort() };
}
