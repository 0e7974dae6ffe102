/** What the bot can do in the channels of the fake Discord: look, post, edit, read back, pin, delete. */

import { type Json, record, text } from '../../json.ts';
import type { LoopbackAnswer } from '../../loopback.ts';
import type { DiscordChannels, DiscordChannelUse } from '../channels.ts';
import { discordFailures } from '../failures.ts';
import type { DiscordMessages } from '../messages.ts';
import { checkMessageLimits } from '../rules/message-limits.ts';
import { checkDiscordSchema } from '../rules/schemas.ts';
import type { DiscordRoute, RouteCall } from './routes.ts';

/** A message the bot posted to a channel by itself, or edited there. */
export type ChannelPost = { readonly how: 'sent' | 'edited'; readonly message: Json };

export type ChannelRoutesOptions = {
  readonly messages: DiscordMessages;
  readonly channels: DiscordChannels;
  readonly guildId: string;
  readonly onPost: (post: ChannelPost) => void;
};

const all = '/channels/:channel/messages';
const one = '/channels/:channel/messages/:id';
const ok = (body: unknown): LoopbackAnswer => ({ status: 200, body });
const { unknownMessage } = discordFailures;

export function createChannelRoutes({
  messages,
  channels,
  guildId,
  onPost,
}: ChannelRoutesOptions): readonly DiscordRoute[] {
  type InChannel = RouteCall & { readonly channelId: string; readonly id: string };
  /** The answer for a channel in which this use is allowed. */
  const allowed =
    (use: DiscordChannelUse, answer: (call: InChannel) => LoopbackAnswer) =>
    (call: RouteCall): LoopbackAnswer => {
      const channelId = call.params['channel'] ?? '';
      return channels.refusal(channelId, use) ?? answer({ ...call, channelId, id: call.params['id'] ?? '' });
    };
  /** The answer for a message of the channel. */
  const withMessage = (use: DiscordChannelUse, answer: (call: InChannel, message: Json) => LoopbackAnswer) =>
    allowed(use, (call) => {
      const message = messages.get(call.id);
      return message?.['channel_id'] === call.channelId ? answer(call, message) : unknownMessage;
    });

  function post({ channelId, body, files }: InChannel): LoopbackAnswer {
    const sent = record(body);
    const earlier = sent['enforce_nonce'] === true ? messages.byNonce(sent['nonce']) : undefined;
    if (earlier !== undefined) return earlier.deleted ? unknownMessage : ok(earlier.message);
    const message = messages.create(channelId, sent, files);
    onPost({ how: 'sent', message });
    return ok(message);
  }

  function pin(pinned: boolean): DiscordRoute['answer'] {
    return withMessage('pin', ({ channelId, id }, message) => {
      messages.pin(id, pinned);
      const reference = { message_reference: { channel_id: channelId, message_id: id } };
      if (pinned && message['pinned'] !== true) messages.create(channelId, {}, [], { type: 6, ...reference });
      return { status: 204 };
    });
  }

  const checked = (
    schema: 'channel message' | 'channel edit',
    how: 'create' | 'edit',
  ): Required<DiscordRoute>['check'] => {
    return ({ body, where }) => [
      ...checkDiscordSchema(schema, body, where),
      ...checkMessageLimits(record(body), where, how),
    ];
  };
  const route = (method: string, path: string, answer: DiscordRoute['answer']): DiscordRoute => ({
    method,
    path,
    auth: true,
    answer,
  });

  return [
    route(
      'GET',
      '/channels/:channel',
      allowed('look', ({ channelId }) => ok(channels.object(channelId, guildId))),
    ),
    { ...route('POST', all, allowed('send', post)), check: checked('channel message', 'create') },
    {
      ...route(
        'GET',
        all,
        allowed('look', ({ channelId, query }) =>
          ok(channels.hidesHistory(channelId) ? [] : selected(messages.inChannel(channelId), query)),
        ),
      ),
      check: ({ query, where }) => checkSelection(query, where),
    },
    // The new route of discord.js 14.28, and the one before.
    ...['/channels/:channel/messages/pins/:id', '/channels/:channel/pins/:id'].flatMap((path) => [
      route('PUT', path, pin(true)),
      route('DELETE', path, pin(false)),
    ]),
    route(
      'GET',
      one,
      withMessage('read one', (_call, message) => ok(message)),
    ),
    {
      ...route(
        'PATCH',
        one,
        withMessage('edit', ({ id, body, files }) => {
          const message = messages.edit(id, record(body), files);
          if (message === undefined) return unknownMessage;
          onPost({ how: 'edited', message });
          return ok(message);
        }),
      ),
      check: checked('channel edit', 'edit'),
    },
    route(
      'DELETE',
      one,
      withMessage('delete', ({ id }) => {
        messages.remove(id);
        return { status: 204 };
      }),
    ),
    route(
      'POST',
      `${one}/crosspost`,
      withMessage('edit', (_call, message) => ok(message)),
    ),
  ];
}

/** Source: discord-api-docs, resources/message.mdx "Get Channel Messages": 1-100, default 50; at most one anchor. */
function checkSelection(query: URLSearchParams, where: string): ReturnType<Required<DiscordRoute>['check']> {
  const anchors = ['after', 'before', 'around'].filter((name) => query.has(name));
  const limit = query.get('limit') ?? '50';
  const bad = [
    ...(anchors.length > 1 ? [`${anchors.join(' and ')} exclude each other`] : []),
    ...anchors.filter((name) => !/^\d{1,20}$/u.test(query.get(name) ?? '')).map((name) => `${name} is no id`),
    ...(/^\d+$/u.test(limit) && Number(limit) >= 1 && Number(limit) <= 100 ? [] : [`limit ${limit} is not 1-100`]),
  ];
  return bad.map((detail) => ({ rule: 'messageQuery', where, detail }));
}

/** `newestFirst` cut to what the query asks for: after, before or around a message id, the newest ones otherwise. */
function selected(newestFirst: readonly Json[], query: URLSearchParams): readonly Json[] {
  const limit = Number(query.get('limit') ?? 50);
  const id = (message: Json): bigint => BigInt(text(message['id']));
  const newerThan = (anchor: bigint): readonly Json[] => newestFirst.filter((message) => id(message) > anchor);
  const olderThan = (anchor: bigint): readonly Json[] => newestFirst.filter((message) => id(message) < anchor);
  const after = query.get('after');
  // Those nearest to the anchor, not the newest ones.
  if (after !== null) return newerThan(BigInt(after)).slice(-limit);
  const before = query.get('before');
  if (before !== null) return olderThan(BigInt(before)).slice(0, limit);
  const around = query.get('around');
  if (around === null) return newestFirst.slice(0, limit);
  const anchor = BigInt(around);
  const half = Math.floor(limit / 2);
  const newer = half === 0 ? [] : newerThan(anchor).slice(-half);
  const self = newestFirst.filter((message) => id(message) === anchor);
  return [...newer, ...self, ...olderThan(anchor).slice(0, half)].slice(0, limit);
}
