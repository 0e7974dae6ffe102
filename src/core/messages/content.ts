/** What a message is to show, as a text that is equal for equal contents. */
import { z } from 'zod';
import { type Content, kindSchema, MESSAGE_KINDS } from './kinds/index.ts';

const anyContentSchema = z.looseObject({ kind: kindSchema });

/** Keys in the order of the schema, whatever order they were given in. Throws `ZodError` for what is no content. */
export function encodeContent(content: Content): string {
  return JSON.stringify(parse(content));
}

/** Throws `ZodError` for what is not a content: a bug or a newer version's row. */
export function decodeContent(text: string): Content {
  return parse(JSON.parse(text));
}

function parse(value: unknown): Content {
  return MESSAGE_KINDS[anyContentSchema.parse(value).kind].content.parse(value);
}
