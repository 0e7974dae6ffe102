/** discord.js's client as this bot uses it, and how it is left so that nothing of it lives on. */
import { EventEmitter } from 'node:events';
import { type BaseInteraction, Client, Events, Options, SimpleShardingStrategy } from 'discord.js';
import { z } from 'zod';

/** Milliseconds for one request: longer than an answer is still wanted, short enough not to pile up. */
const REQUEST_TIMEOUT_MS = 10_000;
/** A longer wait for a rate limit is an error instead: nobody is still waiting for the answer. */
const LONGEST_RATE_LIMIT_MS = 5000;
/** Users are cached by discord.js whenever they ask; nothing here reads them. */
const USERS_CACHED = 50;

export interface OpenClient {
  readonly client: Client;
  /**
   * What people call the channel of the interaction that is being emitted, with its `#`. Undefined outside servers,
   * and for what arrived before the client was ready.
   */
  readonly channelNameOf: (interaction: Pick<BaseInteraction, 'id'>) => string | undefined;
  /** Closes the connection, also one that is only being made. */
  readonly leave: () => Promise<void>;
}

/** Not connected yet: that is `client.login`. */
export function openClient(apiUrl: string): OpenClient {
  let isLeft = false;

  /** A login that still waits for its first request would connect after `destroy`. */
  class Strategy extends SimpleShardingStrategy {
    override async connect(): Promise<void> {
      if (isLeft) throw new Error('the client was left while it was logging in');
      await super.connect();
    }

    override async destroy(options?: Parameters<SimpleShardingStrategy['destroy']>[0]): Promise<void> {
      const sockets = socketsOf(this);
      await super.destroy(options);
      for (const { terminate } of sockets) terminate();
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
        // A connection that is being made when it is destroyed is made again every 500 ms, without end. Every attempt
        // asks for the session first; after leaving, the answer never comes.
        const retrieve = manager.options.retrieveSessionInfo.bind(manager.options);
        manager.options.retrieveSessionInfo = (shard) =>
          isLeft ? Promise.withResolvers<never>().promise : retrieve(shard);
        return new Strategy(manager);
      },
    },
  });

  return {
    client,
    channelNameOf: followChannelNames(client),
    async leave() {
      isLeft = true;
      client.removeAllListeners();
      // What still fails on the way out concerns nobody, but an error without a listener would end the process.
      client.on(Events.Error, () => undefined);
      await client.destroy();
    },
  };
}

const asked = z.object({
  t: z.literal('INTERACTION_CREATE'),
  d: z.object({ id: z.string(), guild_id: z.string(), channel: z.object({ name: z.string() }) }),
});

/** discord.js drops the name of a channel that it has not cached. It emits a packet just before what it makes of it. */
function followChannelNames(client: Client): OpenClient['channelNameOf'] {
  let last: z.infer<typeof asked>['d'] | undefined;
  client.on(Events.Raw, (packet: unknown) => {
    last = asked.safeParse(packet).data?.d;
  });
  return ({ id }) => (last?.id === id ? `#${last.channel.name}` : undefined);
}

/**
 * The sockets of all shards, each with a listener for errors: `destroy` takes away discord.js's listeners, and a socket
 * that fails to connect after that would end the process. Nor does `destroy` close a socket that is still connecting.
 * `terminate` does.
 */
function socketsOf(strategy: SimpleShardingStrategy): readonly { readonly terminate: () => void }[] {
  const shards: unknown = Reflect.get(strategy, 'shards');
  if (!(shards instanceof Map)) return [];
  return [...shards.values()].flatMap((shard) => {
    const socket: unknown = Reflect.get(shard, 'connection');
    if (!(socket instanceof EventEmitter)) return [];
    socket.on('error', () => undefined);
    const terminate: unknown = Reflect.get(socket, 'terminate');
    return typeof terminate === 'function' ? [{ terminate: () => void Reflect.apply(terminate, socket, []) }] : [];
  });
}
