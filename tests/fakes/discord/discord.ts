/** A Discord on loopback for tests: REST and gateway as discord.js uses them, every body checked, people to talk as. */

import { type Json, text } from '../json.ts';
import { type LoggedRequest, type LoopbackControls, type LoopbackOptions, startLoopback } from '../loopback.ts';
import type { Checks } from '../sampling.ts';
import { createSnowflake } from '../snowflake.ts';
import { createViolations, type Violation } from '../violations.ts';
import { createFeed } from '../waiting.ts';
import { readMessage } from './answer.ts';
import { createDiscordChannels, type DiscordChannelKind } from './channels.ts';
import { createDiscordChat, type DiscordChat } from './chat.ts';
import { type Gateway, startGateway } from './gateway.ts';
import { type DiscordPerson, personAsUser } from './interaction-payload.ts';
import { createInteractions } from './interactions.ts';
import { createDiscordMessages } from './messages.ts';
import { createBotRoutes } from './routes/bot-routes.ts';
import { type ChannelPost, createChannelRoutes } from './routes/channel-routes.ts';
import { createDiscordGuilds, type DiscordGuilds } from './routes/guild-routes.ts';
import { answerByRoute } from './routes/routes.ts';
import { createWebhookRoutes } from './routes/webhook-routes.ts';
import { createDiscordThrottle, type DiscordRateLimits } from './rules/rate-limits.ts';
import { createDiscordWorld, type DiscordWorld } from './world.ts';

export type FakeDiscordOptions = LoopbackOptions & {
  /** The only token that is let in; default 'fake.discord.token'. */
  readonly token?: string;
  /**
   * Milliseconds from a dispatch in which a callback is taken; default 60,000. Discord allows 3,000, which on a busy
   * machine would fail tests of other things.
   */
  readonly ackWindowMs?: number;
  /** Milliseconds a test waits for the bot; default 60,000: it only ends what hangs. */
  readonly timeoutMs?: number;
  /** Milliseconds between the heartbeats asked of the bot; default 41,250 as Discord's. */
  readonly heartbeatMs?: number;
  /** Enforces rate limits: Discord's, or those with other numbers. Default false. */
  readonly limits?: boolean | Partial<DiscordRateLimits>;
  /** Milliseconds in which a nonce makes no second message; default 120,000. Discord: "the past few minutes". */
  readonly nonceWindowMs?: number;
  /** How many messages of a channel are kept, the newest; default all. */
  readonly keepMessages?: number;
  /** 'first-100': only the first 100 requests of each route are checked, for benches. Default 'all'. */
  readonly checks?: Checks;
};

/** The default is an ordinary member of the default guild; `guildId: null` puts the person in a direct message. */
type DiscordPersonOptions = {
  readonly id?: string;
  readonly name?: string;
  readonly guildId?: string | null;
  readonly channelId?: string;
  readonly locale?: string;
  readonly guildLocale?: string;
  /** Permission bits of the member in the channel, e.g. 8n for an administrator or 32n for Manage Server. */
  readonly permissions?: bigint | string;
  readonly appPermissions?: bigint | string;
  /** What the channel of the server is; default 'text'. */
  readonly channelKind?: Exclude<DiscordChannelKind, 'direct'>;
};

/** A message the bot posted to or edited in a channel by itself. */
type DiscordPost = Pick<ReturnType<typeof readMessage>, 'text' | 'raw' | 'components' | 'menus' | 'messageId'> & {
  readonly how: 'sent' | 'edited';
  readonly channelId: string;
};

export type FakeDiscord = LoopbackControls &
  DiscordWorld &
  Pick<DiscordGuilds, 'member' | 'owner'> & {
    /** For DISCORD_API_URL: `http://127.0.0.1:PORT/api`. */
    readonly apiUrl: string;
    readonly token: string;
    readonly applicationId: string;
    readonly guildId: string;
    readonly requests: readonly LoggedRequest[];
    readonly violations: readonly Violation[];
    readonly gateway: Pick<Gateway, 'connections' | 'connected' | 'dispatch' | 'forgetSessions'>;
    /** Registered commands, raw, of the global scope or of a guild. */
    readonly commands: (guildId?: string) => readonly Json[];
    /** In the default server it makes a member, who has these permissions in its other channels too. */
    readonly user: (options?: DiscordPersonOptions) => DiscordChat;
    /** The next post to this channel (or edit of one) that no earlier call returned. */
    readonly nextPost: (channelId: string) => Promise<DiscordPost>;
    /** How many 429s the limits gave. */
    readonly throttled: () => number;
    /** Cuts the gateway connection; with a close code, closes it properly. */
    readonly dropGateway: (code?: number) => void;
    /** Call it where a test wants violations; stop() then does not throw for them. */
    readonly expectViolations: () => void;
    /** Stops listening; throws where there were violations that were not expected. */
    readonly stop: () => Promise<void>;
  };

/** View, send, embed, attach, read history, slash commands: an ordinary member's bits. */
const ordinaryPermissions = '2147601472';
const botId = '700000000000000001';
const defaultGuildId = '100000000000000001';
const defaultChannelId = '200000000000000001';

export async function startFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const { token = 'fake.discord.token', ackWindowMs = 60_000, timeoutMs = 60_000, heartbeatMs = 41_250 } = options;
  const { limits = false, nonceWindowMs = 120_000, keepMessages = Number.POSITIVE_INFINITY, checks = 'all' } = options;
  const applicationId = botId;
  const botUser: Json = { ...personAsUser({ id: botId, name: 'truceline' }), bot: true };
  const violations = createViolations('Discord');
  const messages = createDiscordMessages({ author: botUser, nonceWindowMs, keepMessages });
  const channels = createDiscordChannels();
  const guilds = createDiscordGuilds(defaultGuildId);
  guilds.member(botId, BigInt(ordinaryPermissions));
  const throttle = createDiscordThrottle(limits);
  const interactions = createInteractions(messages, ackWindowMs);
  const posts = createFeed<ChannelPost>();
  const commands = new Map<string, readonly Json[]>();
  const postsRead = new Map<string, number>();
  // A feed remembers each version of each message: not where nothing is to be remembered.
  const onPost = (post: ChannelPost): void => void (options.keepRequests === false || posts.push(post));
  const gatewayUrl = (): string => `ws://127.0.0.1:${loopback.port}/gateway`;
  const routes = [
    ...createWebhookRoutes(interactions, messages),
    ...createChannelRoutes({ messages, channels, guildId: defaultGuildId, onPost }),
    ...guilds.routes,
    ...createBotRoutes({ applicationId, botUser, channels, commands, gatewayUrl }),
  ];
  const loopback = await startLoopback(
    answerByRoute({ routes, token, throttle, checks, onViolations: violations.add }),
    (error) => violations.add([{ rule: 'fakeCrashed', where: 'the fake itself', detail: String(error) }]),
    options,
  );
  const gateway = startGateway(loopback, { token, botUser, applicationId, heartbeatMs });
  const held = (scope: string): readonly Json[] => commands.get(scope) ?? [];
  const registered = (guildId: string | undefined): readonly Json[] => [
    ...held('global'),
    ...(guildId === undefined ? [] : held(guildId)),
  ];

  const { explain } = violations;
  const nameOf = channels.nameOf;
  const chatDeps = { applicationId, gateway, interactions, messages, timeoutMs, registered, explain, nameOf };

  return {
    apiUrl: `http://127.0.0.1:${loopback.port}/api`,
    token,
    applicationId,
    guildId: defaultGuildId,
    requests: loopback.requests,
    violations: violations.all,
    gateway,
    commands: (guildId) => held(guildId ?? 'global'),
    user(described = {}) {
      const person = complete(described);
      if (person.guildId === defaultGuildId) guilds.member(person.id, BigInt(person.permissions));
      return createDiscordChat(chatDeps, person);
    },
    member: guilds.member,
    owner: guilds.owner,
    async nextPost(channelId) {
      const fits = (post: { readonly message: Json }): boolean => post.message['channel_id'] === channelId;
      const from = postsRead.get(channelId) ?? 0;
      const { index, entry } = await explain(posts.next(from, fits, timeoutMs, `a post in channel ${channelId}`));
      postsRead.set(channelId, index + 1);
      return { ...readMessage(entry.message), how: entry.how, channelId: text(entry.message['channel_id']) };
    },
    ...createDiscordWorld(channels, messages),
    throttled: throttle.throttled,
    ...loopback.controls,
    dropGateway: gateway.drop,
    expectViolations: violations.expect,
    async stop() {
      await loopback.close();
      violations.throwIfUnexpected();
    },
  };
}

function complete(person: DiscordPersonOptions): DiscordPerson {
  const isDirect = person.guildId === null;
  return {
    id: person.id ?? createSnowflake(),
    name: person.name ?? 'reader',
    guildId: person.guildId === null ? undefined : (person.guildId ?? defaultGuildId),
    channelId: person.channelId ?? (isDirect ? createSnowflake() : defaultChannelId),
    locale: person.locale ?? 'en-US',
    guildLocale: person.guildLocale ?? 'en-US',
    permissions: String(person.permissions ?? ordinaryPermissions),
    appPermissions: String(person.appPermissions ?? ordinaryPermissions),
    channelKind: person.channelKind ?? 'text',
  };
}
