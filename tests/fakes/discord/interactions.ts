/** Interactions on their way: when each was dispatched, how the bot acknowledged it, and what became visible. */
import { count, type Json, record, text } from '../json.ts';
import type { LoopbackAnswer } from '../loopback.ts';
import { platformNow } from '../platform-clock.ts';
import type { UploadedFile } from '../request-body.ts';
import { createSnowflake } from '../snowflake.ts';
import { createFeed, type Feed } from '../waiting.ts';
import type { DiscordMessages } from './messages.ts';
import { messageFlags } from './messages.ts';

/** Callback types. Source: discord-api-docs, interactions/receiving-and-responding.mdx. */
export const callback = { message: 4, defer: 5, deferUpdate: 6, update: 7, choices: 8, modal: 9 } as const;

/** What the asker sees next: a message as it now is, choices, a modal, or why there is nothing. */
export type Outcome =
  | { readonly kind: 'message'; readonly message: Json }
  | { readonly kind: 'choices'; readonly choices: Json }
  | { readonly kind: 'modal'; readonly modal: Json }
  | { readonly kind: 'refused'; readonly why: string };

export type Interaction = {
  readonly id: string;
  readonly token: string;
  /** See `interactionType`. */
  readonly type: number;
  readonly channelId: string;
  /** Who caused it, as the API gives a user. */
  readonly user: Json;
  readonly source: Json | undefined;
  readonly outcomes: Feed<Outcome>;
  dispatchedAt: number;
  ackMs: number | undefined;
  ack: number | undefined;
  originalId: string | undefined;
};

/** Source: discord-api-docs, interactions/receiving-and-responding.mdx, "Interaction Type". */
export const interactionType = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

export const apiError = (status: number, code: number, message: string): LoopbackAnswer => ({
  status,
  body: { code, message },
});

export type Interactions = {
  readonly open: (type: number, channelId: string, user: Json, source: Json | undefined) => Interaction;
  readonly byToken: (token: string) => Interaction | undefined;
  readonly answer: (token: string, body: Json, files: readonly UploadedFile[], withResponse: boolean) => LoopbackAnswer;
};

/** `ackWindowMs`: how long after the dispatch a callback is still taken (Discord: 3,000). */
export function createInteractions(messages: DiscordMessages, ackWindowMs: number): Interactions {
  const open = new Map<string, Interaction>();

  function show(interaction: Interaction, body: Json, files: readonly UploadedFile[]): Json | undefined {
    const data = record(body['data']);
    const { source } = interaction;
    switch (body['type']) {
      case callback.message:
        return messages.create(interaction.channelId, data, files, { type: 20, ...metadata(interaction) });
      case callback.defer: {
        const flags = count(data['flags']) | messageFlags.loading;
        return messages.create(interaction.channelId, { flags }, [], { type: 20, ...metadata(interaction) });
      }
      case callback.deferUpdate:
        return source;
      case callback.update:
        return source === undefined ? undefined : messages.edit(text(source['id']), data, files);
      default:
        return undefined;
    }
  }

  function publish(interaction: Interaction, body: Json, message: Json | undefined): void {
    if (body['type'] === callback.choices)
      interaction.outcomes.push({ kind: 'choices', choices: record(body['data']) });
    if (body['type'] === callback.modal) interaction.outcomes.push({ kind: 'modal', modal: record(body['data']) });
    const visible = body['type'] === callback.message || body['type'] === callback.update;
    if (visible && message !== undefined) interaction.outcomes.push({ kind: 'message', message });
  }

  return {
    open(type, channelId, user, source) {
      const interaction: Interaction = {
        id: createSnowflake(),
        token: `fake-interaction-${createSnowflake()}`,
        type,
        channelId,
        user,
        source,
        outcomes: createFeed<Outcome>(),
        dispatchedAt: platformNow(),
        ackMs: undefined,
        ack: undefined,
        originalId: undefined,
      };
      open.set(interaction.token, interaction);
      return interaction;
    },
    byToken: (token) => open.get(token),
    answer(token, body, files, withResponse) {
      const interaction = open.get(token);
      if (interaction === undefined) return apiError(404, 10062, 'Unknown interaction');
      const ms = platformNow() - interaction.dispatchedAt;
      if (interaction.ack !== undefined) return apiError(400, 40060, 'Interaction has already been acknowledged.');
      if (ms > ackWindowMs) {
        const why = `the bot answered after ${ms} ms, over the ${ackWindowMs} ms allowed (10062)`;
        interaction.outcomes.push({ kind: 'refused', why });
        return apiError(404, 10062, 'Unknown interaction');
      }
      const why = unsuitable(interaction, body['type']);
      if (why !== undefined) {
        interaction.outcomes.push({ kind: 'refused', why });
        return apiError(400, 50035, `Invalid Form Body: ${why}`);
      }
      interaction.ack = count(body['type']);
      interaction.ackMs = ms;
      const message = show(interaction, body, files);
      if (message !== undefined) interaction.originalId = text(message['id']);
      publish(interaction, body, message);
      if (!withResponse) return { status: 204 };
      const resource = { type: body['type'], ...(message === undefined ? {} : { message }) };
      return { status: 200, body: { interaction: { id: interaction.id, type: interaction.type }, resource } };
    },
  };
}

/** What a message says of the interaction it answers. Source: discord-api-docs, resources/message.mdx. */
export function metadata({ id, type, user, source }: Interaction): Json {
  const interacted = source === undefined ? {} : { interacted_message_id: source['id'] };
  return { interaction_metadata: { id, type, user, authorizing_integration_owners: {}, ...interacted } };
}

/** Why this callback does not suit this interaction (receiving-and-responding.mdx, "Interaction Callback Type"). */
function unsuitable({ type, source }: Interaction, answer: unknown): string | undefined {
  const isUpdate = answer === callback.update || answer === callback.deferUpdate;
  if (isUpdate && source === undefined) return 'there is no message to update';
  if (answer === callback.modal && (type === interactionType.modal || type === interactionType.autocomplete))
    return 'a modal cannot be answered with a modal';
  return undefined;
}
