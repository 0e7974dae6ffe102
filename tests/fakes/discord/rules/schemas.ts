/** Checks a Discord request body against the published OpenAPI schema (`discord-api-spec`), field by field. */
import * as published from 'discord-api-spec/zod';
import { z } from 'zod';
import { isRecord } from '../../json.ts';
import type { Violation } from '../../violations.ts';

const schemas = {
  'callback 4': published.CreateMessageInteractionCallbackRequestSchema,
  'callback 5': published.CreateMessageInteractionCallbackRequestSchema,
  'callback 6': published.UpdateMessageInteractionCallbackRequestSchema,
  'callback 7': published.UpdateMessageInteractionCallbackRequestSchema,
  'callback 8': published.ApplicationCommandAutocompleteCallbackRequestSchema,
  'callback 9': published.ModalInteractionCallbackRequestSchema,
  'webhook message': published.IncomingWebhookRequestPartialSchema,
  'webhook edit': published.IncomingWebhookUpdateRequestPartialSchema,
  'channel message': published.MessageCreateRequestSchema,
  'channel edit': published.MessageEditRequestPartialSchema,
  'all commands': z.array(published.ApplicationCommandUpdateRequestSchema),
  'one command': published.ApplicationCommandCreateRequestSchema,
  'command edit': published.ApplicationCommandPatchRequestPartialSchema,
  'private channel': published.CreatePrivateChannelRequestSchema,
} as const;

export type SchemaName = keyof typeof schemas;

export const isSchemaName = (name: string): name is SchemaName => name in schemas;

/**
 * Top-level fields that discord.js puts into every message whatever the route, and that Discord ignores there
 * (discord.js 14.28 MessagePayload.resolveBody).
 */
const ignoredByDiscord = new Set(['tts', 'nonce', 'enforce_nonce', 'username', 'avatar_url']);

/** Breaches of the schema, and fields the schema does not know (a misspelt field is silently lost at Discord). */
export function checkDiscordSchema(name: SchemaName, body: unknown, where: string): readonly Violation[] {
  const plain = withNumericPermissions(body);
  const result = z.safeParse(schemas[name], plain);
  if (!result.success) {
    return result.error.issues.map((issue) => ({
      rule: 'schema',
      where,
      detail: `${name}: ${issue.path.join('.') || '(body)'}: ${explain(issue)}`,
    }));
  }
  return unknownFields(plain, result.data, '').map((path) => ({
    rule: 'unknownField',
    where,
    detail: `${name}: the schema has no ${path}`,
  }));
}

/** A union's own message is only "Invalid input": look for the member that got furthest. */
function explain(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union') return issue.message;
  const deepest = issue.errors
    .filter((branch) => !branch.some((inner) => inner.path.at(-1) === 'type' && inner.path.length === 1))
    .flat()
    .map((inner) => `${inner.path.join('.')}: ${explain(inner)}`);
  return deepest.length > 0 ? deepest.join('; ') : 'no member of the union fits';
}

function unknownFields(sent: unknown, known: unknown, path: string): readonly string[] {
  if (Array.isArray(sent)) {
    return sent.flatMap((item, index) =>
      unknownFields(item, Array.isArray(known) ? known[index] : undefined, `${path}[${index}]`),
    );
  }
  if (!isRecord(sent) || !isRecord(known)) return [];
  return Object.entries(sent).flatMap(([key, value]) => {
    if (key in known) return unknownFields(value, known[key], path === '' ? key : `${path}.${key}`);
    const topOfMessage = path === '' || path === 'data';
    return topOfMessage && ignoredByDiscord.has(key) ? [] : [path === '' ? key : `${path}.${key}`];
  });
}

/** The reference documents permissions as a string of digits; the OpenAPI file says number. Both are taken. */
function withNumericPermissions(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withNumericPermissions);
  if (!isRecord(body) || typeof body['default_member_permissions'] !== 'string') return body;
  const bits = body['default_member_permissions'];
  return { ...body, default_member_permissions: /^\d+$/u.test(bits) ? Number(bits) : bits };
}
