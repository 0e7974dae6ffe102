/** A running Discord bot against a fake Discord, for tests: started, talked to, stopped. */
import { connectDiscord, type DiscordOptions } from '../../../src/adapters/discord/connect.ts';
import type { Engine } from '../../../src/core/chat/run-command.ts';
import { type FakeDiscord, type FakeDiscordOptions, startFakeDiscord } from '../../fakes/discord/discord.ts';
import { type ChatForTests, chatForTests } from '../chat-for-tests.ts';
import { type LogForTests, logForTests } from '../log-for-tests.ts';

export interface RunningDiscord {
  readonly discord: FakeDiscord;
  readonly chat: ChatForTests;
  readonly log: LogForTests;
  /** Resolves or rejects as `connectDiscord` does. */
  readonly ended: Promise<void>;
  /** Stops the bot; the fake goes on. */
  readonly leave: () => Promise<void>;
  /** Stops the bot, then the fake, which complains of every breach that it saw. */
  readonly stop: () => Promise<void>;
}

export interface DiscordChanges extends Partial<Omit<DiscordOptions, 'chat' | 'readyWithinMs'>> {
  readonly chat?: Partial<Engine>;
  /** Milliseconds for the next login: short where it is to fail, or a busy machine would never be ready. */
  readonly readyWithinMs?: () => number;
}

/** `fake` is started already where a test prepared it. `changes` are for `connectDiscord`. */
export async function startDiscord(
  changes: DiscordChanges = {},
  { fake, ...fakeOptions }: FakeDiscordOptions & { readonly fake?: FakeDiscord } = {},
): Promise<RunningDiscord> {
  const discord = fake ?? (await startFakeDiscord(fakeOptions));
  const chat = chatForTests(changes.chat);
  const log = logForTests();
  const stop = new AbortController();
  const { chat: _parts, readyWithinMs = () => 60_000, ...options } = changes;
  const ended = connectDiscord({
    config: { token: discord.token, apiUrl: discord.apiUrl },
    log: log.log,
    signal: stop.signal,
    backoff: () => 20,
    // A busy machine would defer what a test wants to see answered at once.
    deferAfterMs: 50_000,
    ...options,
    get readyWithinMs() {
      return readyWithinMs();
    },
    chat,
  });
  // A test that expects a rejection awaits `ended` itself.
  ended.catch(() => undefined);
  const leave = async () => {
    stop.abort();
    await ended.catch(() => undefined);
  };
  return {
    discord,
    chat,
    log,
    ended,
    leave,
    async stop() {
      await leave();
      await discord.stop();
    },
  };
}
