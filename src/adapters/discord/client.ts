/** discord.js's client as this bot uses it, and how it is left so that nothing of it lives on. */
import { Client, Events, Options, SimpleShardingStrategy } from 'discord.js';

/** Milliseconds for one request: longer than any answer is still wanted, short enough not to pile up. */
const REQUEST_TIMEOUT_MS = 10_000;
/** A longer wait for a rate limit is an error instead: nobody is waiting for the answer any more. */
const LONGEST_RATE_LIMIT_MS = 5000;
/** Users are cached by discord.js whenever they ask; nothing here reads them. */
const USERS_CACHED = 50;

export interface OpenClient {
  readonly client: Client;
  /** Closes the connection, also one that is only being made. */
  readonly leave: () => Promise<void>;
}

/** Not connected yet: that is `client.login`. */
export function openClient(apiUrl: string): OpenClient {
  let isLeft = false;

  /**
   * `destroy` alone leaves two things running: a login that still waits for its first request connects afterwards, and a
   * gateway connection that is being made is made again every 500 ms, without end. Both pass through here.
   */
  class Strategy extends SimpleShardingStrategy {
    override async connect(): Promise<void> {
      if (isLeft) throw new Error('the client was left while it was logging in');
      await super.connect();
    }
  }

  const client = new Client({
    // Interactions need none; with GUILDS one unavailable server delays the first answers by 16 s.
    intents: [],
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      UserManager: { maxSize: USERS_CACHED, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
    rest: {
      api: apiUrl,
      timeout: REQUEST_TIMEOUT_MS,
      // A callback sent twice is refused as already acknowledged, an edit made twice is the same edit.
      retries: 1,
      rejectOnRateLimit: ({ timeToReset }) => timeToReset > LONGEST_RATE_LIMIT_MS,
    },
    ws: {
      buildStrategy(manager) {
        // Every attempt to connect asks for the session first; after leaving, the answer never comes.
        const retrieve = manager.options.retrieveSessionInfo.bind(manager.options);
        manager.options.retrieveSessionInfo = (shard) =>
          isLeft ? Promise.withResolvers<never>().promise : retrieve(shard);
        return new Strategy(manager);
      },
    },
  });

  return {
    client,
    async leave() {
      isLeft = true;
      client.removeAllListeners();
      // What still fails on the way out concerns nobody, but an error without a listener would end the process.
      client.on(Events.Error, () => undefined);
      await client.destroy();
    },
  };
}
