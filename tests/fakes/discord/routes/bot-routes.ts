/** What the bot's own token can do at the fake Discord: start up, open direct channels, register commands. */

import { type Json, record, records, text } from '../../json.ts';
import type { LoopbackAnswer } from '../../loopback.ts';
import { createSnowflake } from '../../snowflake.ts';
import { channelType, type DiscordChannels } from '../channels.ts';
import { personAsUser } from '../interaction-payload.ts';
import { checkCommandLimits } from '../rules/command-limits.ts';
import { checkDiscordSchema } from '../rules/schemas.ts';
import type { DiscordRoute } from './routes.ts';

export type BotRoutesOptions = {
  readonly applicationId: string;
  readonly botUser: Json;
  readonly channels: DiscordChannels;
  /** Registered commands by scope: 'global' or a guild id. */
  readonly commands: Map<string, readonly Json[]>;
  readonly gatewayUrl: () => string;
};

const ok = (body: unknown): LoopbackAnswer => ({ status: 200, body });

export function createBotRoutes(options: BotRoutesOptions): readonly DiscordRoute[] {
  return [...accountRoutes(options), ...commandRoutes(options)];
}

function accountRoutes({ applicationId, botUser, channels, gatewayUrl }: BotRoutesOptions): readonly DiscordRoute[] {
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
      answer: ({ body }) => {
        const userId = text(record(body)['recipient_id']);
        const recipients = [personAsUser({ id: userId, name: 'reader' })];
        return ok({ id: channels.direct(userId), type: channelType.direct, recipients });
      },
    },
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
