/** What the bot's own token can do at the fake Discord: start up, register commands, post, edit and read in channels. */
import { checkCommandLimits } from './discord-command-limits.ts';
import { apiError } from './discord-interactions.ts';
import { checkMessageLimits } from './discord-message-limits.ts';
import type { DiscordMessages } from './discord-messages.ts';
import type { DiscordRoute } from './discord-routes.ts';
import { checkDiscordSchema } from './discord-schemas.ts';
import { type Json, record, records, text } from './json.ts';
import type { LoopbackAnswer } from './loopback.ts';
import { createSnowflake } from './snowflake.ts';
import type { Feed } from './waiting.ts';

export type BotRoutesOptions = {
  readonly applicationId: string;
  readonly botUser: Json;
  readonly messages: DiscordMessages;
  /** Every message posted to or edited in a channel, in order. */
  readonly posts: Feed<{ readonly how: 'sent' | 'edited'; readonly message: Json }>;
  /** Registered commands by scope: 'global' or a guild id. */
  readonly commands: Map<string, readonly Json[]>;
  readonly gatewayUrl: () => string;
};

const ok = (body: unknown): LoopbackAnswer => ({ status: 200, body });
const unknownMessage = apiError(404, 10008, 'Unknown Message');

export function createBotRoutes(options: BotRoutesOptions): readonly DiscordRoute[] {
  return [...accountRoutes(options), ...channelRoutes(options), ...commandRoutes(options)];
}

function accountRoutes({ applicationId, botUser, gatewayUrl }: BotRoutesOptions): readonly DiscordRoute[] {
  const limit = { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 };
  const application = { id: applicationId, name: 'Truceline', description: '', flags: 0, bot: botUser };
  const get = (path: string, body: () => unknown): DiscordRoute => ({
    method: 'GET',
    path,
    auth: path !== '/gateway',
    answer: () => ok(body()),
  });
  return [
    get('/gateway/bot', () => ({ url: gatewayUrl(), shards: 1, session_start_limit: limit })),
    get('/gateway', () => ({ url: gatewayUrl() })),
    get('/users/@me', () => botUser),
    get('/applications/@me', () => application),
    get('/oauth2/applications/@me', () => application),
    {
      method: 'POST',
      path: '/users/@me/channels',
      auth: true,
      check: ({ body, where }) => checkDiscordSchema('private channel', body, where),
      answer: () => ok({ id: createSnowflake(), type: 1, recipients: [] }),
    },
  ];
}

function channelRoutes({ messages, posts }: BotRoutesOptions): readonly DiscordRoute[] {
  const all = '/channels/:channel/messages';
  const one = '/channels/:channel/messages/:id';
  const at = (params: Readonly<Record<string, string>>): Json | undefined => {
    const message = messages.get(params['id'] ?? '');
    return message?.['channel_id'] === params['channel'] ? message : undefined;
  };
  const found = (message: Json | undefined): LoopbackAnswer => (message === undefined ? unknownMessage : ok(message));
  return [
    {
      method: 'GET',
      path: '/channels/:channel',
      auth: true,
      answer: ({ params }) => ok({ id: params['channel'], type: 0, name: 'general', guild_id: '100000000000000001' }),
    },
    {
      method: 'POST',
      path: all,
      auth: true,
      check: ({ body, where }) => [
        ...checkDiscordSchema('channel message', body, where),
        ...checkMessageLimits(record(body), where, 'create'),
      ],
      answer: ({ params, body, files }) => {
        const sent = record(body);
        const channelId = params['channel'] ?? '';
        const earlier = sent['enforce_nonce'] === true ? messages.byNonce(channelId, sent['nonce']) : undefined;
        if (earlier !== undefined) return ok(earlier);
        const message = messages.create(channelId, sent, files);
        posts.push({ how: 'sent', message });
        return ok(message);
      },
    },
    {
      method: 'GET',
      path: all,
      auth: true,
      answer: ({ params, query }) =>
        ok(messages.inChannel(params['channel'] ?? '').slice(0, Number(query.get('limit') ?? 50))),
    },
    { method: 'GET', path: one, auth: true, answer: ({ params }) => found(at(params)) },
    {
      method: 'PATCH',
      path: one,
      auth: true,
      check: ({ body, where }) => [
        ...checkDiscordSchema('channel edit', body, where),
        ...checkMessageLimits(record(body), where, 'edit'),
      ],
      answer: ({ params, body, files }) => {
        if (at(params) === undefined) return unknownMessage;
        const message = messages.edit(params['id'] ?? '', record(body), files);
        if (message !== undefined) posts.push({ how: 'edited', message });
        return found(message);
      },
    },
    {
      method: 'DELETE',
      path: one,
      auth: true,
      answer: ({ params }) => {
        if (at(params) === undefined) return unknownMessage;
        messages.remove(params['id'] ?? '');
        return { status: 204 };
      },
    },
    { method: 'POST', path: `${one}/crosspost`, auth: true, answer: ({ params }) => found(at(params)) },
  ];
}

function commandRoutes({ applicationId, commands }: BotRoutesOptions): readonly DiscordRoute[] {
  const scopes = [
    { path: '/applications/:app/commands', scope: () => 'global' },
    {
      path: '/applications/:app/guilds/:guild/commands',
      scope: (params: Readonly<Record<string, string>>) => params['guild'] ?? '',
    },
  ];
  return scopes.flatMap(({ path, scope }): readonly DiscordRoute[] => {
    const held = (params: Readonly<Record<string, string>>): readonly Json[] => commands.get(scope(params)) ?? [];
    const complete = (params: Readonly<Record<string, string>>, sent: Json): Json => {
      const before = held(params).find((command) => command['name'] === sent['name']);
      const id = before === undefined ? createSnowflake() : text(before['id']);
      const guild = params['guild'] === undefined ? {} : { guild_id: params['guild'] };
      return { type: 1, options: [], ...sent, ...guild, id, application_id: applicationId, version: createSnowflake() };
    };
    return [
      {
        method: 'PUT',
        path,
        auth: true,
        check: ({ body, where }) => [
          ...checkDiscordSchema('all commands', body, where),
          ...checkCommandLimits(records(body), where),
        ],
        answer: ({ params, body }) => {
          const registered = records(body).map((sent) => complete(params, sent));
          commands.set(scope(params), registered);
          return ok(registered);
        },
      },
      { method: 'GET', path, auth: true, answer: ({ params }) => ok(held(params)) },
      {
        method: 'POST',
        path,
        auth: true,
        check: ({ body, where }) => [
          ...checkDiscordSchema('one command', body, where),
          ...checkCommandLimits([record(body)], where),
        ],
        answer: ({ params, body }) => {
          const created = complete(params, record(body));
          const others = held(params).filter((command) => command['name'] !== created['name']);
          commands.set(scope(params), [...others, created]);
          return ok(created);
        },
      },
    ];
  });
}
