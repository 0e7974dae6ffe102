/** What an interaction token can do at the fake Discord: edit, read and delete answers, and follow up. */

import { count, type Json, record, text } from '../../json.ts';
import type { LoopbackAnswer } from '../../loopback.ts';
import { platformNow } from '../../platform-clock.ts';
import type { Violation } from '../../violations.ts';
import { apiError, callback, type Interaction, type Interactions, metadata } from '../interactions.ts';
import { type DiscordMessages, messageFlags } from '../messages.ts';
import { checkSuggestions } from '../rules/command-limits.ts';
import { checkMessageLimits } from '../rules/message-limits.ts';
import { checkModalLimits } from '../rules/modal-limits.ts';
import { checkDiscordSchema, isSchemaName } from '../rules/schemas.ts';
import type { DiscordRoute } from './routes.ts';

/** Source: discord-api-docs, interactions/receiving-and-responding.mdx:351. */
const tokenLifeMs = 15 * 60_000;

export function createWebhookRoutes(interactions: Interactions, messages: DiscordMessages): readonly DiscordRoute[] {
  const withInteraction = (
    token: string | undefined,
    act: (interaction: Interaction, originalId: string) => LoopbackAnswer,
  ): LoopbackAnswer => {
    const interaction = interactions.byToken(token ?? '');
    if (interaction === undefined) return apiError(401, 50027, 'Invalid Webhook Token');
    if (platformNow() - interaction.dispatchedAt > tokenLifeMs) return apiError(401, 50027, 'Invalid Webhook Token');
    if (interaction.originalId === undefined) return apiError(404, 10015, 'Unknown Webhook');
    return act(interaction, interaction.originalId);
  };
  const named = (originalId: string, id: string | undefined): string => (id === '@original' ? originalId : (id ?? ''));
  const one = '/webhooks/:app/:token/messages/:id';

  return [
    {
      method: 'POST',
      path: '/interactions/:interaction/:token/callback',
      auth: false,
      check: ({ body, where }) => checkCallback(record(body), where),
      answer: ({ params, body, files, query }) =>
        interactions.answer(params['token'] ?? '', record(body), files, query.get('with_response') === 'true'),
    },
    {
      method: 'PATCH',
      path: one,
      auth: false,
      check: ({ body, where }) => [
        ...checkDiscordSchema('webhook edit', body, where),
        ...checkMessageLimits(record(body), where, 'edit'),
      ],
      answer: ({ params, body, files }) =>
        withInteraction(params['token'], (interaction, originalId) => {
          const message = messages.edit(named(originalId, params['id']), record(body), files);
          if (message === undefined) return apiError(404, 10008, 'Unknown Message');
          interaction.outcomes.push({ kind: 'message', message });
          return { status: 200, body: message };
        }),
    },
    {
      method: 'GET',
      path: one,
      auth: false,
      answer: ({ params }) =>
        withInteraction(params['token'], (_interaction, originalId) => {
          const message = messages.get(named(originalId, params['id']));
          return message === undefined ? apiError(404, 10008, 'Unknown Message') : { status: 200, body: message };
        }),
    },
    {
      method: 'DELETE',
      path: one,
      auth: false,
      answer: ({ params }) =>
        withInteraction(params['token'], (_interaction, originalId) =>
          messages.remove(named(originalId, params['id'])) ? { status: 204 } : apiError(404, 10008, 'Unknown Message'),
        ),
    },
    {
      method: 'POST',
      path: '/webhooks/:app/:token',
      auth: false,
      check: ({ body, where }) => [
        ...checkDiscordSchema('webhook message', body, where),
        ...checkMessageLimits(record(body), where, 'create'),
      ],
      answer: ({ params, body, files }) =>
        withInteraction(params['token'], (interaction, originalId) => {
          const original = messages.get(originalId);
          const waiting = interaction.ack === callback.defer && isLoading(original);
          const message = waiting
            ? messages.edit(originalId, record(body), files)
            : messages.create(interaction.channelId, record(body), files, {
                webhook_id: text(params['app']),
                ...metadata(interaction),
              });
          if (message === undefined) return apiError(404, 10008, 'Unknown Message');
          interaction.outcomes.push({ kind: 'message', message });
          return { status: 200, body: message };
        }),
    },
  ];
}

/** A follow-up right after a deferral fills its placeholder (receiving-and-responding.mdx:479). */
const isLoading = (message: unknown): boolean => (count(record(message)['flags']) & messageFlags.loading) !== 0;

function checkCallback(body: Json, where: string): readonly Violation[] {
  const type = count(body['type']);
  const name = `callback ${type}`;
  if (!isSchemaName(name)) return [{ rule: 'schema', where, detail: `no callback of type ${type} is expected here` }];
  const schema = checkDiscordSchema(name, body, where);
  const data = record(body['data']);
  if (type === callback.message) return [...schema, ...checkMessageLimits(data, where, 'create')];
  if (type === callback.update) return [...schema, ...checkMessageLimits(data, where, 'edit')];
  if (type === callback.choices) return [...schema, ...checkSuggestions(data, where)];
  if (type === callback.modal) return [...schema, ...checkModalLimits(data, where)];
  if (type === callback.defer) return [...schema, ...checkDeferral(data, where)];
  return schema;
}

/** A deferral may carry the ephemeral flag and nothing else (receiving-and-responding.mdx:304). */
function checkDeferral(data: Json, where: string): readonly Violation[] {
  const others = Object.keys(data).filter((key) => key !== 'flags');
  const flags = count(data['flags']) & ~messageFlags.ephemeral;
  if (others.length === 0 && flags === 0) return [];
  return [
    { rule: 'deferral', where, detail: `only the ephemeral flag may be set, not ${[...others, flags].join(', ')}` },
  ];
}
