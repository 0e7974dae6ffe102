/** Discord's own refusals for scripts: `discord.failNext(toChannel(id), discordFailures.missingAccess)`. */
import type { LoopbackAnswer, RequestMatcher } from '../loopback.ts';

/** `message` is said as Discord says it; the code is what a bot goes by. */
const refusal = (status: number, code: number, message: string): LoopbackAnswer => ({
  status,
  body: { message, code },
});

type RateLimited = {
  /** Seconds, with a fraction. */
  readonly seconds: number;
  /** Default 'user': the bot's own limit of this route. 'shared' is not the bot's doing, 'global' is for all routes. */
  readonly scope?: 'user' | 'shared' | 'global';
  /** E.g. 20028 (channel write limit), 30046 (edits of old messages); none by default. */
  readonly code?: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Source: discord-api-docs, topics/rate-limits.mdx. The header is in whole seconds, the body is precise. */
function tooManyRequests({ seconds, scope = 'user', code, message, headers = {} }: RateLimited): LoopbackAnswer {
  return {
    status: 429,
    headers: {
      ...headers,
      'retry-after': String(Math.ceil(seconds)),
      'x-ratelimit-scope': scope,
      ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
    },
    body: {
      message: message ?? 'You are being rate limited.',
      retry_after: seconds,
      global: scope === 'global',
      ...(code === undefined ? {} : { code }),
    },
  };
}

/** Codes: discord-api-docs, topics/opcodes-and-status-codes.mdx. */
export const discordFailures = {
  unknownChannel: refusal(404, 10003, 'Unknown Channel'),
  unknownGuild: refusal(404, 10004, 'Unknown Guild'),
  unknownMember: refusal(404, 10007, 'Unknown Member'),
  unknownMessage: refusal(404, 10008, 'Unknown Message'),
  missingAccess: refusal(403, 50001, 'Missing Access'),
  missingPermissions: refusal(403, 50013, 'Missing Permissions'),
  closedDirect: refusal(403, 50007, 'Cannot send messages to this user'),
  noMutualGuild: refusal(403, 50278, 'Cannot send messages to this user due to having no mutual guilds'),
  emptyMessage: refusal(400, 50006, 'Cannot send an empty message'),
  notText: refusal(400, 50008, 'Cannot send messages in a non-text channel'),
  invalidForm: {
    status: 400,
    body: {
      message: 'Invalid Form Body',
      code: 50035,
      errors: { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' }] } },
    },
  },
  tooLarge: refusal(413, 40005, 'Request entity too large'),
  tagRequired: refusal(400, 40067, 'A tag is required to create a forum post in this channel'),
  blockedByFilter: refusal(400, 240000, 'Message blocked by harmful links filter'),
  blockedByAutomod: refusal(400, 200000, 'Message was blocked by automatic moderation'),
  archivedThread: refusal(400, 50083, 'Thread is archived'),
  lockedThread: refusal(400, 160005, 'Thread is locked'),
  channelWriteLimit: tooManyRequests({
    seconds: 2.5,
    scope: 'shared',
    code: 20028,
    message: 'The channel you are writing has hit the write rate limit',
  }),
  guildWriteLimit: tooManyRequests({
    seconds: 2.5,
    scope: 'shared',
    code: 20029,
    message: 'The write action you are performing on the server has hit the write rate limit',
  }),
  oldEditLimit: tooManyRequests({
    seconds: 3.5,
    code: 30046,
    message: 'Maximum number of edits to messages older than 1 hour reached. Try again later',
  }),
  unauthorized: refusal(401, 0, '401: Unauthorized'),
  invalidToken: refusal(401, 40001, 'Unauthorized. Provide a valid token and try again'),
  unknownInteraction: refusal(404, 10062, 'Unknown interaction'),
  alreadyAcknowledged: refusal(400, 40060, 'Interaction has already been acknowledged.'),
  overloaded: refusal(503, 130000, 'API resource is currently overloaded. Try again a little later'),
  internal: refusal(500, 0, '500: Internal Server Error'),
  /** What the proxy in front of Discord says: no JSON at all. */
  badGatewayPage: { status: 502, page: '<html><head><title>502 Bad Gateway</title></head></html>' },
  tooManyRequests,
} as const;

/** Requests for a channel; of one HTTP method where it is named ('POST' sends, 'PATCH' edits, 'PUT' pins). */
export const toChannel =
  (channelId: string, method?: string): RequestMatcher =>
  (request) =>
    `${request.path}/`.startsWith(`/api/v10/channels/${channelId}/`) &&
    (method === undefined || request.method === method);
